package io.github.microgradj.shell.command;

import io.github.microgradj.shell.Printer;
import io.github.microgradj.shell.Printer.Style;
import io.github.microgradj.train.Epoch;
import io.github.microgradj.train.TrainingListener;
import io.github.microgradj.train.TrainingRun;
import io.github.microgradj.viz.DecisionBoundary;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What one sees of a training: a progress bar in a terminal, the notebook's lines elsewhere. */
final class TrainingDisplay implements TrainingListener {
    private static final long FRAME_NANOS = 50_000_000;
    private static final int BAR_WIDTH = 24;

    private final Printer printer;
    private final int steps;
    private final boolean lines;
    private final boolean bar;
    private final long started = System.nanoTime();
    private long lastFrame = started;

    TrainingDisplay(Printer printer, int steps, boolean log, boolean quiet) {
        this.printer = printer;
        this.steps = steps;
        this.lines = !quiet && (log || !printer.isTerminal());
        this.bar = !quiet && !lines;
    }

    @Override
    public boolean onStep(Epoch epoch) {
        if (lines) {
            printer.line(epoch.toString());
        }
        long now = System.nanoTime();
        if (bar && now - lastFrame >= FRAME_NANOS) {
            lastFrame = now;
            drawBar(epoch, now - started);
        }
        return true;
    }

    private void drawBar(Epoch epoch, long elapsed) {
        int done = epoch.step() + 1;
        int filled = (int) ((long) BAR_WIDTH * done / steps);
        long left = elapsed / done * (steps - done) / 1_000_000_000;
        String tail = String.format(
                Locale.ROOT,
                " %d/%d  loss %.4f  accuracy %.1f%%  %d:%02d left",
                done,
                steps,
                epoch.loss(),
                100 * epoch.accuracy(),
                left / 60,
                left % 60);
        int room = Math.max(0, Math.min(BAR_WIDTH, printer.columns() - tail.length() - 3));
        int shown = filled * room / BAR_WIDTH;
        String gauge = room < 4 ? "" : "[" + "#".repeat(shown) + "-".repeat(room - shown) + "]";
        String line = gauge + tail;
        printer.raw("\r\033[K" + line.substring(0, Math.min(line.length(), printer.columns() - 1)));
    }

    /** Replaces the bar by how the training ended, the decision boundary, and what to try next. */
    void finish(TrainingRun run) {
        if (bar) {
            printer.raw("\r\033[K");
        }
        if (run.ending() != TrainingRun.Ending.FINISHED) {
            printer.error(run.message());
        } else if (bar) {
            printer.line(Style.GOOD, run.message());
        }
        if (bar && run.data().features() == 2) {
            drawBoundary(run);
        }
        if (bar) {
            printer.line("Now try  "
                    + printer.styled(Style.NAME, "model.predictClass(" + sample(run) + ")")
                    + "   "
                    + printer.styled(Style.NAME, ":train " + run.data().name() + " --model model")
                    + "   "
                    + printer.styled(Style.NAME, ":vars"));
        }
    }

    private void drawBoundary(TrainingRun run) {
        int columns = Math.min(60, printer.columns() - 1);
        DecisionBoundary boundary = DecisionBoundary.of(run.data(), run.model());
        boundary.terminal(columns, columns * 3 / 10, printer.colours()).forEach(printer::line);
        printer.line(boundary.legend(printer.colours()));
    }

    /** The first sample, rounded, to be typed. */
    private static String sample(TrainingRun run) {
        return Arrays.stream(run.data().inputs()[0])
                .mapToObj(x -> String.valueOf(Math.round(10 * x) / 10.0))
                .collect(Collectors.joining(", "));
    }

    /** Tells what else was done, and keeps the notebook's lines clean of it. */
    void note(String text) {
        if (lines) {
            printer.error(text);
        } else {
            printer.line(text);
        }
    }
}
