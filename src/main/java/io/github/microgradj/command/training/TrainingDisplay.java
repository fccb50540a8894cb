package io.github.microgradj.command.training;

import io.github.microgradj.editor.Window;
import io.github.microgradj.output.Printer;
import io.github.microgradj.output.Printer.Style;
import io.github.microgradj.text.TextWidth;
import io.github.microgradj.train.TrainingListener;
import io.github.microgradj.train.TrainingRun;
import io.github.microgradj.train.TrainingSnapshot;
import io.github.microgradj.train.Verdict;
import io.github.microgradj.viz.training.Dashboard;
import java.util.List;
import java.util.Optional;

/** The display of a training run: a dashboard or a bar in a terminal, the notebook's lines otherwise. */
abstract class TrainingDisplay implements TrainingListener, AutoCloseable {
    private final Printer printer;

    TrainingDisplay(Printer printer) {
        this.printer = printer;
    }

    final Printer printer() {
        return printer;
    }

    /** Returns the display that suits the printer and the options. */
    static TrainingDisplay of(TrainingJob training, Printer printer, boolean log, boolean quiet) {
        if (quiet || log || !printer.isTerminal()) {
            return new TrainingLines(printer, !quiet);
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

    /** Releases the terminal. If the run continues, it is no longer shown. */
    @Override
    public void close() {
        // Most displays do not hold the terminal.
    }

    /** Prints how training ended and, if there is a remedy, what to try next. */
    void conclude(TrainingRun run, Verdict verdict, Optional<String> remedy) {
        String message = TextWidth.wrapped(message(run, verdict, remedy), printer.columns());
        if (run.succeeded(verdict)) {
            printer.line(Style.GOOD, message);
        } else {
            printer.error(message);
        }
    }

    static String message(TrainingRun run, Verdict verdict, Optional<String> remedy) {
        return run.message(verdict) + remedy.map(words -> "; try " + words).orElse("");
    }

    /** Prints details of the result. */
    void detail(String text) {
        printer.line(TextWidth.wrapped(text, printer.columns()));
    }

    /** Prints a note about anything else, such as a file that was written. */
    void note(String text) {
        printer.line(TextWidth.wrapped(text, printer.columns()));
    }

    /** Prints commands to try next. */
    void suggest(List<String> commands) {
        printer.suggest(commands);
    }
}
