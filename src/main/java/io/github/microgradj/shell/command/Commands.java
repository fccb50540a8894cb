package io.github.microgradj.shell.command;

import io.github.microgradj.shell.Command;
import java.util.List;
import java.util.function.Supplier;

/** The commands of the shell, a line each. */
public final class Commands {
    private Commands() {}

    public static List<Supplier<? extends Command>> all() {
        return List.of(
                DocCommand::new,
                GraphCommand::new,
                HelpCommand::new,
                HistoryCommand::new,
                JavaCommand::new,
                OpenCommand::new,
                QuitCommand::new,
                ResetCommand::new,
                SetCommand::new,
                TrainCommand::new,
                VarsCommand::new);
    }
}
