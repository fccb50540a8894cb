package io.github.microgradj.command.basic;

import io.github.microgradj.command.Command;
import io.github.microgradj.command.CommandContext;
import io.github.microgradj.command.RunMode;
import io.github.microgradj.command.TextFile;
import io.github.microgradj.command.UserError;
import io.github.microgradj.report.Outcome;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

@CommandLine.Command(name = "open", description = "Run the snippets and commands of a file.")
public final class OpenCommand extends Command {
    @Parameters(paramLabel = "FILE", description = "The script, such as examples/readme.jsh.")
    private Path file;

    @Override
    public CommandGroup group() {
        return CommandGroup.FILES;
    }

    @Override
    public Outcome run(CommandContext context) throws UserError {
        Outcome outcome = context.session().run(TextFile.read(file), file.toString(), RunMode.SCRIPT);
        return outcome instanceof Outcome.Failure
                ? new Outcome.Failure("stopped reading " + file + " at its first error")
                : outcome;
    }
}
