package io.github.microgradj.command.basic;

import io.github.microgradj.command.Command;
import io.github.microgradj.command.CommandContext;
import io.github.microgradj.report.Outcome;
import picocli.CommandLine;

@CommandLine.Command(name = "quit", description = "Leave the shell; Ctrl-D does the same.")
public final class QuitCommand extends Command {
    @Override
    public CommandGroup group() {
        return CommandGroup.FIRST;
    }

    @Override
    public Outcome run(CommandContext context) {
        return new Outcome.Quit(0);
    }
}
