package io.github.microgradj.shell.command;

import io.github.microgradj.shell.Command;
import io.github.microgradj.shell.Outcome;
import io.github.microgradj.shell.Session;
import picocli.CommandLine;

@CommandLine.Command(name = "clear", description = "Clear the screen; Ctrl-L does the same.")
final class ClearCommand extends Command {
    @Override
    public Outcome run(Session session) {
        if (session.printer().isTerminal()) {
            session.printer().raw("\033[H\033[2J\033[3J");
        }
        return Outcome.SUCCESS;
    }
}
