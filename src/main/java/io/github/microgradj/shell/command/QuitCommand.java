package io.github.microgradj.shell.command;

import io.github.microgradj.shell.Command;
import io.github.microgradj.shell.CommandContext;
import io.github.microgradj.shell.Outcome;
import picocli.CommandLine;

@CommandLine.Command(name = "quit", description = "Leave the shell; Ctrl-D does the same.")
final class QuitCommand extends Command {
    @Override
    public Group group() {
        return Group.FIRST;
    }

    @Override
    public Outcome run(CommandContext context) {
        return new Outcome.Quit(0);
    }
}
