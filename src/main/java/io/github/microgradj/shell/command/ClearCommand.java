package io.github.microgradj.shell.command;

import io.github.microgradj.shell.Command;
import io.github.microgradj.shell.CommandContext;
import io.github.microgradj.shell.Outcome;
import picocli.CommandLine;

@CommandLine.Command(name = "clear", description = "Clear the screen; Ctrl-L does the same.")
final class ClearCommand extends Command {
    @Override
    public Outcome run(CommandContext context) {
        if (context.printer().isTerminal()) {
            context.printer().raw("\033[H\033[2J\033[3J");
        }
        return Outcome.SUCCESS;
    }
}
