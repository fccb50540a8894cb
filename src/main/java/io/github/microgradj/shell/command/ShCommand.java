package io.github.microgradj.shell.command;

import io.github.microgradj.io.OperatingSystem;
import io.github.microgradj.shell.Command;
import io.github.microgradj.shell.CommandContext;
import io.github.microgradj.shell.CommandFailure;
import io.github.microgradj.shell.Outcome;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

@CommandLine.Command(name = "sh", description = "Run a command of the operating system's shell.")
final class ShCommand extends Command {
    /** How the system's shell tells of Ctrl-C. */
    private static final int INTERRUPTED = 130;

    @Parameters(paramLabel = "COMMAND", description = "The line for the system's shell, such as ls -l *.svg.")
    private String line;

    @Override
    public Argument argument() {
        return Argument.LINE;
    }

    @Override
    public Group group() {
        return Group.FILES;
    }

    @Override
    public boolean isRepeated() {
        return true;
    }

    @Override
    public Outcome run(CommandContext context) throws CommandFailure {
        List<String> shell = OperatingSystem.isWindows() ? List.of("cmd", "/c", line) : List.of("sh", "-c", line);
        int status = Program.run(context, shell);
        if (status == INTERRUPTED) {
            return new Outcome.Stopped();
        }
        return status == 0 ? Outcome.SUCCESS : new Outcome.Failure("the command ended with status " + status);
    }
}
