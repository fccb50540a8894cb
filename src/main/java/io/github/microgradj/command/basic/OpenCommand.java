package io.github.microgradj.command.basic;

import io.github.microgradj.command.Command;
import io.github.microgradj.command.CommandContext;
import io.github.microgradj.command.NotebookRun;
import io.github.microgradj.command.TextFile;
import io.github.microgradj.command.UserError;
import io.github.microgradj.report.Outcome;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(name = "open", description = "Run a script, the cells of a notebook, or a Python file.")
public final class OpenCommand extends Command {
    @Option(names = "--step", description = "Show each cell of a notebook, and run it when Enter is pressed.")
    private boolean step;

    @Parameters(
            paramLabel = "FILE",
            description = "A script such as examples/readme.jsh, a notebook, or a Python file (.py).")
    private Path file;

    @Override
    public CommandGroup group() {
        return CommandGroup.FILES;
    }

    @Override
    public Outcome run(CommandContext context) throws UserError {
        boolean notebook = NotebookRun.isNotebook(file.toString());
        if (step && !notebook) {
            throw new UserError("--step needs a notebook (.ipynb), got " + file);
        }
        if (step) {
            return NotebookRun.of(file, context.session(), context.printer()).step();
        }
        Outcome outcome = notebook
                ? NotebookRun.of(file, context.session(), context.printer()).run(false)
                : context.session().runScript(TextFile.read(file), file.toString());
        return outcome instanceof Outcome.Failure
                ? new Outcome.Failure("stopped reading " + file + " at its first error")
                : outcome;
    }
}
