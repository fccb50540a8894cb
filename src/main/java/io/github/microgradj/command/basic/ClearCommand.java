package io.github.microgradj.command.basic;

import io.github.microgradj.command.Command;
import io.github.microgradj.command.CommandContext;
import io.github.microgradj.report.Outcome;
import picocli.CommandLine;

@CommandLine.Command(name = "clear", description = "Clear the screen; Ctrl-L does the same.")
public final class ClearCommand extends Command {
    @Override
    public Outcome run(CommandContext context) {
        if (context.printer().isTerminal()) {
            context.printer().raw("\033[H\033[2J\033[3J");
        }
        return Outcome.SUCCESS;
    }
}
