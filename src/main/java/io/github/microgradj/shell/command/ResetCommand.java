package io.github.microgradj.shell.command;

import io.github.microgradj.shell.Command;
import io.github.microgradj.shell.Outcome;
import io.github.microgradj.shell.Printer.Style;
import io.github.microgradj.shell.Session;
import picocli.CommandLine;

@CommandLine.Command(name = "reset", description = "Forget all variables, methods and classes.")
final class ResetCommand extends Command {
    @Override
    public Outcome run(Session session) {
        session.reset();
        session.printer().line(Style.DIM, "everything is forgotten");
        return Outcome.SUCCESS;
    }
}
