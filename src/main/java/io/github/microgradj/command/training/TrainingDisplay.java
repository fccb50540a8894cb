package io.github.microgradj.command.training;

import io.github.microgradj.editor.Window;
import io.github.microgradj.output.Printer;
import io.github.microgradj.output.Printer.Style;
import io.github.microgradj.text.TextWidth;
import io.github.microgradj.train.TrainingListener;
import io.github.microgradj.train.TrainingRun;
import io.github.microgradj.train.TrainingSnapshot;
import io.github.microgradj.viz.training.Dashboard;
import java.util.List;
import java.util.Optional;

/** What one sees of a training: a dashboard or a bar in a terminal, the notebook's lines elsewhere. */
abstract class TrainingDisplay implements TrainingListener, AutoCloseable {
    private final Printer printer;

    TrainingDisplay(Printer printer) {
        this.printer = printer;
    }

    final Printer printer() {
        return printer;
    }

    /** The display for this terminal, or for none. */
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

    /** Leaves the picture of the training as it has ended. */
    abstract void end(TrainingRun run);

    /**
     * Shows the training once more, in about five seconds, and leaves the picture of its end.
     *
     * @return whether there is room for that
     */
    boolean replay(TrainingRun run, List<TrainingSnapshot> moments) {
        return false;
    }

    /** Gives the terminal back; a training that goes on regardless shows no more. */
    @Override
    public void close() {
        // Most displays take nothing.
    }

    /** Says how the training ended, and what to try if it was worth nothing. */
    void conclude(TrainingRun run, Optional<String> remedy) {
        String message = TextWidth.wrapped(message(run, remedy), printer.columns());
        if (run.succeeded()) {
            printer.line(Style.GOOD, message);
        } else {
            printer.error(message);
        }
    }

    static String message(TrainingRun run, Optional<String> remedy) {
        return run.message() + remedy.map(words -> "; try " + words).orElse("");
    }

    /** Tells what else was done. */
    void note(String text) {
        printer.line(TextWidth.wrapped(text, printer.columns()));
    }

    /** What to try next. */
    void suggest(List<String> commands) {
        StringBuilder line = new StringBuilder("Now try");
        int width = line.length();
        for (String command : commands) {
            boolean fits = width + 2 + command.length() < printer.columns();
            line.append(fits ? "  " : "\n  ").append(printer.styled(Style.NAME, command));
            width = (fits ? width : 0) + 2 + command.length();
        }
        printer.line(line.toString());
    }
}
