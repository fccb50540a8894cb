package io.github.microgradj.shell.command;

import io.github.microgradj.shell.Command;
import io.github.microgradj.shell.CommandContext;
import io.github.microgradj.shell.CommandFailure;
import io.github.microgradj.shell.Outcome;
import io.github.microgradj.shell.RunMode;
import io.github.microgradj.shell.TextFile;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

@CommandLine.Command(name = "open", description = "Run the snippets and commands of a file.")
final class OpenCommand extends Command {
    @Parameters(paramLabel = "FILE", description = "The script, such as examples/readme.jsh.")
    private Path file;

    @Override
    public Group group() {
        return Group.FILES;
    }

    @Override
    public Outcome run(CommandContext context) throws CommandFailure {
        Outcome outcome = context.session().run(TextFile.read(file), file.toString(), RunMode.SCRIPT);
        return outcome instanceof Outcome.Failure
                ? new Outcome.Failure("stopped reading " + file + " at its first error")
                : outcome;
    }
}
