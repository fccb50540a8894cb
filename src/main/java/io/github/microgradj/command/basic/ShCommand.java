package io.github.microgradj.command.basic;

import io.github.microgradj.command.Command;
import io.github.microgradj.command.CommandContext;
import io.github.microgradj.command.UserError;
import io.github.microgradj.io.OperatingSystem;
import io.github.microgradj.report.Outcome;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

@CommandLine.Command(name = "sh", description = "Run a command of the operating system's shell.")
public final class ShCommand extends Command {
    /** The exit status of the system's shell after Ctrl-C. */
    private static final int INTERRUPTED = 130;

    @Parameters(paramLabel = "COMMAND", description = "A command line for the system's shell, such as ls -l *.svg.")
    private String line;

    @Override
    public Argument argument() {
        return Argument.LINE;
    }

    @Override
    public CommandGroup group() {
        return CommandGroup.FILES;
    }

    @Override
    public boolean isRepeated() {
        return true;
    }

    @Override
    public Outcome run(CommandContext context) throws UserError {
        List<String> shell = OperatingSystem.isWindows() ? List.of("cmd", "/c", line) : List.of("sh", "-c", line);
        int status = ExternalProcess.run(context, shell);
        if (status == INTERRUPTED) {
            return new Outcome.Interrupted();
        }
        return status == 0 ? Outcome.SUCCESS : new Outcome.Failure("the command ended with status " + status);
    }
}
