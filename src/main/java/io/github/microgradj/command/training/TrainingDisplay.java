package io.github.microgradj.command.training;

import io.github.microgradj.command.RunDisplay;
import io.github.microgradj.editor.Window;
import io.github.microgradj.output.Printer;
import io.github.microgradj.train.TrainingListener;
import io.github.microgradj.train.TrainingRun;
import io.github.microgradj.train.TrainingSnapshot;
import io.github.microgradj.train.Verdict;
import io.github.microgradj.viz.training.Dashboard;
import java.util.List;
import java.util.Optional;

/** The display of a training run: a dashboard or a bar in a terminal, and lines like the notebook's otherwise. */
abstract class TrainingDisplay extends RunDisplay implements TrainingListener {
    TrainingDisplay(Printer printer, Audience audience) {
        super(printer, audience);
    }

    /** Returns the display that suits the printer and the options. */
    static TrainingDisplay of(TrainingJob training, Printer printer, boolean log, boolean quiet) {
        if (quiet || log || !printer.isTerminal()) {
            return new TrainingLines(printer, quiet ? Audience.NONE : Audience.PROGRAM);
        }
        Optional<Window> window = printer.window().filter(TrainingDisplay::hasRoom);
        return window.isPresent()
                ? new TrainingDashboard(printer, window.get(), training)
                : new TrainingBar(printer, training.options().steps());
    }

    private static boolean hasRoom(Window window) {
        return !window.isDumb() && Dashboard.fits(window.columns(), window.rows());
    }

    /** Shows the end of the training run. */
    abstract void end(TrainingRun run);

    /**
     * Replays the training run in about five seconds, then shows its end again.
     *
     * @return whether the display supports a replay and has room for it
     */
    boolean replay(TrainingRun run, List<TrainingSnapshot> moments) {
        return false;
    }

    /** Prints how training ended and, if there is a remedy, what to try next. */
    void conclude(TrainingRun run, Verdict verdict, Optional<String> remedy) {
        printResult(run.succeeded(verdict), message(run, verdict, remedy));
    }

    static String message(TrainingRun run, Verdict verdict, Optional<String> remedy) {
        return run.message(verdict) + remedy.map(words -> "; try " + words).orElse("");
    }

    /** Prints details of the result. */
    void detail(String text) {
        note(text);
    }
}
