package io.github.microgradj.shell.command;

import io.github.microgradj.shell.Command;
import io.github.microgradj.shell.Outcome;
import io.github.microgradj.shell.Printer.Style;
import io.github.microgradj.shell.Session;
import picocli.CommandLine;

@CommandLine.Command(name = "history", description = "Show what was run in this session.")
final class HistoryCommand extends Command {
    @Override
    public Outcome run(Session session) {
        int number = 0;
        for (String unit : session.history()) {
            String label = String.format("%4d  ", ++number);
            session.printer().line(session.printer().styled(Style.DIM, label) + unit.replace("\n", "\n      "));
        }
        return Outcome.SUCCESS;
    }
}
