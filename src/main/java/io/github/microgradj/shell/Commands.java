package io.github.microgradj.shell;

import io.github.microgradj.command.Command;
import io.github.microgradj.command.CommandRegistry;
import io.github.microgradj.command.InputGuide;
import io.github.microgradj.command.Settings;
import io.github.microgradj.command.basic.ClasspathCommand;
import io.github.microgradj.command.basic.ClearCommand;
import io.github.microgradj.command.basic.DocCommand;
import io.github.microgradj.command.basic.DropCommand;
import io.github.microgradj.command.basic.EditCommand;
import io.github.microgradj.command.basic.ErrorCommand;
import io.github.microgradj.command.basic.HelpCommand;
import io.github.microgradj.command.basic.HistoryCommand;
import io.github.microgradj.command.basic.OpenCommand;
import io.github.microgradj.command.basic.QuitCommand;
import io.github.microgradj.command.basic.ResetCommand;
import io.github.microgradj.command.basic.SaveCommand;
import io.github.microgradj.command.basic.SetCommand;
import io.github.microgradj.command.basic.ShCommand;
import io.github.microgradj.command.basic.TimeitCommand;
import io.github.microgradj.command.basic.VarsCommand;
import io.github.microgradj.command.graph.CheckCommand;
import io.github.microgradj.command.graph.GraphCommand;
import io.github.microgradj.command.graph.JavaCommand;
import io.github.microgradj.command.languagemodel.SampleCommand;
import io.github.microgradj.command.learning.LearnCommand;
import io.github.microgradj.command.plot.DescendCommand;
import io.github.microgradj.command.plot.PlotCommand;
import io.github.microgradj.command.training.DataCommand;
import io.github.microgradj.command.training.ExportCommand;
import io.github.microgradj.command.training.PredictCommand;
import io.github.microgradj.command.training.TrainCommand;
import io.github.microgradj.output.Printer;
import io.github.microgradj.session.Session;
import io.github.microgradj.snippet.SnippetEngine;
import io.github.microgradj.train.TrainingRun;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The list of the shell's commands. */
public final class Commands {
    private Commands() {}

    /** Returns a constructor for each command. */
    public static List<Supplier<? extends Command>> all(Map<String, String> environment) {
        AtomicBoolean watchIsKnown = new AtomicBoolean();
        AtomicReference<@Nullable TrainingRun> lastRun = new AtomicReference<>();
        Map<String, String> drafts = new HashMap<>();
        AtomicReference<@Nullable InputGuide> lesson = new AtomicReference<>();
        return List.of(
                CheckCommand::new,
                ClasspathCommand::new,
                ClearCommand::new,
                () -> new DataCommand(environment),
                PredictCommand::new,
                () -> new DescendCommand(environment),
                DocCommand::new,
                DropCommand::new,
                () -> new EditCommand(environment, drafts),
                ErrorCommand::new,
                () -> new ExportCommand(lastRun),
                () -> new GraphCommand(environment),
                HelpCommand::new,
                HistoryCommand::new,
                JavaCommand::new,
                () -> new LearnCommand(
                        UserDirectories.of(environment).lessons(), lesson, printer -> another(environment, printer)
                                .context()),
                OpenCommand::new,
                () -> new PlotCommand(environment, lastRun),
                QuitCommand::new,
                ResetCommand::new,
                SampleCommand::new,
                SaveCommand::new,
                SetCommand::new,
                ShCommand::new,
                TimeitCommand::new,
                () -> new TrainCommand(watchIsKnown, lastRun),
                VarsCommand::new);
    }

    /** Returns a new session, separate from the user's, in which a lesson is checked. */
    static Session another(Map<String, String> environment, Printer printer) {
        return new Session(
                () -> new SnippetEngine(Startup.script()),
                printer,
                new CommandRegistry(
                        all(environment), UserDirectories.of(environment).home()),
                new Settings());
    }
}
