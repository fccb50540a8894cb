package io.github.microgradj.shell.command;

import io.github.microgradj.shell.Command;
import io.github.microgradj.shell.Outcome;
import io.github.microgradj.shell.Session;
import picocli.CommandLine;

@CommandLine.Command(name = "reset", description = "Forget all variables, methods and classes.")
final class ResetCommand extends Command {
    @Override
    public Outcome run(Session session) {
        session.reset();
        session.printer().note("everything is forgotten");
        return Outcome.SUCCESS;
    }
}
