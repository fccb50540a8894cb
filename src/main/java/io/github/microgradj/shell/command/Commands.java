package io.github.microgradj.shell.command;

import io.github.microgradj.shell.Command;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** The commands of the shell, a line each. */
public final class Commands {
    private Commands() {}

    /** All commands. */
    public static List<Supplier<? extends Command>> all(Map<String, String> environment) {
        AtomicBoolean watchIsKnown = new AtomicBoolean();
        return List.of(
                ClasspathCommand::new,
                ClearCommand::new,
                () -> new DescendCommand(environment),
                DocCommand::new,
                DropCommand::new,
                () -> new EditCommand(environment),
                ErrorCommand::new,
                () -> new GraphCommand(environment),
                HelpCommand::new,
                HistoryCommand::new,
                JavaCommand::new,
                OpenCommand::new,
                () -> new PlotCommand(environment),
                QuitCommand::new,
                ResetCommand::new,
                SaveCommand::new,
                SetCommand::new,
                ShCommand::new,
                TimeitCommand::new,
                () -> new TrainCommand(watchIsKnown),
                VarsCommand::new);
    }
}
