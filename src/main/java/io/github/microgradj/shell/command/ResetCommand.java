package io.github.microgradj.shell.command;

import io.github.microgradj.shell.Command;
import io.github.microgradj.shell.CommandContext;
import io.github.microgradj.shell.Outcome;
import picocli.CommandLine;

@CommandLine.Command(name = "reset", description = "Forget all variables, methods and classes.")
final class ResetCommand extends Command {
    @Override
    public Outcome run(CommandContext context) {
        context.session().reset();
        context.printer().note("everything is forgotten");
        return Outcome.SUCCESS;
    }
}
