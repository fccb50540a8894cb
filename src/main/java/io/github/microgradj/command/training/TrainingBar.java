package io.github.microgradj.command.training;

import io.github.microgradj.output.Printer;
import io.github.microgradj.train.Metric;
import io.github.microgradj.train.TrainingRun;
import io.github.microgradj.train.TrainingStep;
import io.github.microgradj.viz.plot.Curves;
import io.github.microgradj.viz.plot.DecisionBoundary;
import io.github.microgradj.viz.training.Dashboard;
import io.github.microgradj.viz.training.FitPlot;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * A progress bar on one line, for small windows and for terminals without cursor control. At the end, it shows the
 * decision boundary or the fit.
 */
final class TrainingBar extends TrainingDisplay {
    private static final long PERIOD_NANOS = 50_000_000;
    private static final int WIDTH = 26;
    /** The minimum length of the bar. */
    private static final int LEAST = 10;

    private final int steps;
    private final long started = System.nanoTime();
    private long lastFrame = started;

    TrainingBar(Printer printer, int steps) {
        super(printer, Audience.USER);
        this.steps = steps;
    }

    @Override
    public boolean onStep(TrainingStep epoch) {
        long now = System.nanoTime();
        if (now - lastFrame >= PERIOD_NANOS) {
            lastFrame = now;
            overwrite(line(epoch, steps, now - started, printer().columns() - 1));
        }
        return true;
    }

    /** Returns the bar and as many numbers of a step as fit into {@code columns} characters. */
    static String line(TrainingStep epoch, int steps, long elapsed, int columns) {
        int done = epoch.step() + 1;
        String tail = "";
        for (String number : List.of(
                done + "/" + steps,
                String.format(Locale.ROOT, "loss %.4f", epoch.loss()),
                score(epoch.metric(), epoch.score()),
                epoch.validation()
                        .map(held -> "validation " + score(epoch.metric(), held.score()))
                        .orElse(""),
                Dashboard.timeLeft(done, steps, Duration.ofNanos(elapsed)))) {
            String longer = number.isEmpty() ? tail : tail + "  " + number;
            tail = LEAST + longer.length() <= columns ? longer : tail;
        }
        tail = tail.stripTrailing();
        int room = Math.max(0, Math.min(WIDTH, columns - tail.length()) - 2);
        int shown = (int) ((long) room * done / steps);
        return "[" + "#".repeat(shown) + "-".repeat(room - shown) + "]" + tail;
    }

    private static String score(Metric metric, double score) {
        return metric == Metric.ACCURACY
                ? String.format(Locale.ROOT, "accuracy %.1f%%", 100 * score)
                : String.format(Locale.ROOT, "%s %.3f", metric, score);
    }

    @Override
    void end(TrainingRun run) {
        clearLine();
        picture(printer(), run);
    }

    /** Prints the decision boundary, or the fit of a regression, if there is one. */
    static void picture(Printer printer, TrainingRun run) {
        int columns = Math.min(60, printer.columns() - 1);
        if (run.data().isRegression()) {
            Curves fit = FitPlot.of(run.model(), run.data(), run.split());
            fit.terminal(columns, columns * 3 / 10, printer.colours(), true).forEach(printer::line);
        } else if (DecisionBoundary.isPossible(run.data())) {
            DecisionBoundary boundary = DecisionBoundary.of(run.data(), run.model());
            boundary.terminal(columns, columns * 3 / 10, printer.colours()).forEach(printer::line);
            printer.line(boundary.legend(printer.colours()));
        }
    }
}
