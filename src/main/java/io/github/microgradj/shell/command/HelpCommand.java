package io.github.microgradj.shell.command;

import io.github.microgradj.shell.Command;
import io.github.microgradj.shell.CommandFailure;
import io.github.microgradj.shell.Outcome;
import io.github.microgradj.shell.Session;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

@CommandLine.Command(name = "help", description = "List the commands, or show the help of one.")
final class HelpCommand extends Command {
    @Parameters(arity = "0..1", paramLabel = "COMMAND", description = "The command to explain.")
    private Optional<String> command = Optional.empty();

    @Override
    public Outcome run(Session session) throws CommandFailure {
        if (command.isPresent()) {
            session.printer().line(session.commands().help(command.get(), session.printer()));
            return Outcome.SUCCESS;
        }
        session.printer().line("Java runs as you type it; a command begins with a colon and may be shortened.");
        session.printer().line("");
        session.commands().summaries().forEach(line -> session.printer().line("  " + line));
        session.printer().line("");
        session.printer().line(":COMMAND --help shows its options. Tab completes, Ctrl-C stops, Ctrl-D leaves.");
        return Outcome.SUCCESS;
    }
}
