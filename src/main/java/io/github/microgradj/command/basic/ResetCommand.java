package io.github.microgradj.command.basic;

import io.github.microgradj.command.Command;
import io.github.microgradj.command.CommandContext;
import io.github.microgradj.report.Outcome;
import picocli.CommandLine;

@CommandLine.Command(name = "reset", description = "Forget all variables, methods and types.")
public final class ResetCommand extends Command {
    @Override
    public Outcome run(CommandContext context) {
        context.session().reset();
        context.printer().note("the session is empty");
        return Outcome.SUCCESS;
    }
}
