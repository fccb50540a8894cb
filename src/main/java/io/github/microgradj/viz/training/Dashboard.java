package io.github.microgradj.viz.training;

import io.github.microgradj.text.Repr;
import io.github.microgradj.text.TextWidth;
import io.github.microgradj.train.Metric;
import io.github.microgradj.train.TrainingStep;
import io.github.microgradj.train.Validation;
import io.github.microgradj.viz.picture.TextFormat;
import io.github.microgradj.viz.plot.BoundaryText;
import io.github.microgradj.viz.plot.ClassGrid;
import io.github.microgradj.viz.plot.Curves;
import io.github.microgradj.viz.plot.DecisionBoundary;
import io.github.microgradj.viz.terminal.ColorLevel;
import io.github.microgradj.viz.training.TrainingView.Phase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * A terminal dashboard for a training run. It shows a progress bar, the numbers of the latest step, a curve of the loss
 * and, next to it, the decision boundary of two features, the fit of a regression or, if neither applies, a curve of
 * the accuracy. Validation samples have their own curves.
 */
public final class Dashboard {
    /** The minimum width of the window; {@code LEAST_ROWS} is the minimum height. */
    private static final int LEAST_COLUMNS = 80;

    private static final int LEAST_ROWS = 24;
    private static final int MOST_COLUMNS = 160;
    private static final int GAP = 3;
    /** The number of lines above the curves: the bar, the numbers and a blank line. */
    private static final int HEAD = 3;
    /** The number of lines below the curves, for the shell's final output and its prompt. */
    private static final int BELOW = 5;
    /** The number of lines for the title and the axis of a curve. */
    private static final int FRAME = 3;
    /** The minimum height of curves that are stacked. */
    private static final int LEAST_CURVE = 7;
    /**
     * The maximum number of points or samples in a picture during training, small enough that the network is not
     * compiled to predict them.
     */
    private static final int COARSE = 480;
    /** The maximum number of parameters for which a boundary or a fit is drawn during training. */
    private static final int MOST_PARAMETERS = 50_000;

    private final DashboardHead head;
    private final int columns;
    private final int rows;
    private final ColorLevel colors;

    /**
     * Creates a dashboard for a window.
     *
     * @param columns the width of the window
     * @param rows the height of the window
     * @param colors the colours that the terminal can show
     */
    public Dashboard(int columns, int rows, ColorLevel colors) {
        this.columns = Math.min(MOST_COLUMNS, columns - 1);
        this.rows = Math.min(rows - HEAD - BELOW, panel(this.columns) * 3 / 8 + 2);
        this.colors = colors;
        this.head = new DashboardHead(this.columns, colors);
    }

    /** Returns whether a window has room for a dashboard. */
    public static boolean fits(int columns, int rows) {
        return columns >= LEAST_COLUMNS && rows >= LEAST_ROWS;
    }

    static int panel(int columns) {
        return (columns - GAP) / 2;
    }

    /** Returns the lines of the dashboard. Their number depends only on the size of the window. */
    public List<String> lines(TrainingView view) {
        List<String> lines = new ArrayList<>();
        lines.add(head.bar(view.done(), view.steps(), tail(view)));
        lines.add(numbers(view));
        lines.add("");
        List<String> left = left(view);
        List<String> right = right(view);
        for (int row = 0; row < rows; row++) {
            lines.add((padded(at(left, row), panel(columns) + GAP) + at(right, row)).stripTrailing());
        }
        return lines;
    }

    private static String at(List<String> lines, int row) {
        return row < lines.size() ? lines.get(row) : "";
    }

    private static String padded(String line, int width) {
        return line + " ".repeat(Math.max(0, width - TextWidth.styled(line)));
    }

    private static String tail(TrainingView view) {
        double seconds = view.elapsed().toNanos() / 1e9;
        return switch (view.phase()) {
            case RUNNING -> timeLeft(view.done(), view.steps(), view.elapsed());
            case ENDED -> String.format(Locale.ROOT, "in %.1f s", seconds);
            case REPLAY -> "replay (press any key to end)";
        };
    }

    /**
     * Returns the estimated time left at the current pace, such as {@code 1:05 left}; empty if it is at least 100
     * hours.
     */
    public static String timeLeft(int done, int steps, Duration elapsed) {
        double seconds = elapsed.toNanos() / 1e9 / done * (steps - done);
        if (seconds >= 360_000) {
            return "";
        }
        long left = (long) seconds;
        return left < 3600
                ? String.format(Locale.ROOT, "%d:%02d left", left / 60, left % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d left", left / 3600, left / 60 % 60, left % 60);
    }

    private String numbers(TrainingView view) {
        TrainingStep now = view.now();
        Map<String, String> numbers = new LinkedHashMap<>();
        numbers.put("loss", decimals(now.loss(), 4));
        numbers.put(now.metric().toString(), score(now, now.score()));
        now.validation()
                .ifPresent(
                        held -> numbers.put("validation", decimals(held.loss(), 4) + ", " + score(now, held.score())));
        numbers.put(now.validation().isPresent() ? "rate" : "learning rate", decimals(now.learningRate(), 4));
        if (view.phase() != Phase.REPLAY && view.elapsed().toNanos() > 0) {
            numbers.put(
                    "steps/s",
                    DashboardHead.count(
                            view.done() * 1_000_000_000L / view.elapsed().toNanos()));
        }
        return head.numbers(numbers);
    }

    private static String score(TrainingStep step, double score) {
        return step.metric() == Metric.ACCURACY ? decimals(100 * score, 1) + "%" : decimals(score, 3);
    }

    /**
     * Returns a number with a fixed number of decimals, or with three significant digits if it is very small or large.
     */
    static String decimals(double x, int digits) {
        boolean small = x != 0 && Math.abs(x) < 0.5 * Math.pow(10, -digits);
        return small || Math.abs(x) >= 1e6
                ? String.format(Locale.ROOT, "%.3g", x)
                : Double.isFinite(x) ? TextFormat.number(x, digits) : Repr.of(x);
    }

    private List<String> left(TrainingView view) {
        int above = (rows - 2 * FRAME + 1) / 2;
        if (!hasPicture(view) || above < LEAST_CURVE) {
            return loss(view, rows - FRAME);
        }
        List<String> lines = new ArrayList<>(loss(view, above));
        lines.addAll(score(view, rows - 2 * FRAME - above));
        return lines;
    }

    private static boolean hasPicture(TrainingView view) {
        return DecisionBoundary.isPossible(view.data()) || FitPlot.isPossible(view.data());
    }

    private List<String> loss(TrainingView view, int height) {
        return curve("loss", view, TrainingStep::loss, Validation::loss, height);
    }

    private List<String> score(TrainingView view, int height) {
        return curve(view.now().metric().toString(), view, TrainingStep::score, Validation::score, height);
    }

    private List<String> right(TrainingView view) {
        if (!hasPicture(view)) {
            return score(view, rows - FRAME);
        }
        String title = DecisionBoundary.isPossible(view.data()) ? "decision boundary" : "fit";
        if (view.phase() == Phase.RUNNING && view.model().parameters().size() > MOST_PARAMETERS) {
            return List.of(title, "is drawn when the training ends");
        }
        return DecisionBoundary.isPossible(view.data()) ? boundary(view) : fit(view);
    }

    private List<String> fit(TrainingView view) {
        Curves fit = FitPlot.of(view.model(), view.data(), Map.of("samples", view.data()), COARSE);
        return fit.terminal(panel(columns), rows - FRAME - 1, colors, true);
    }

    /** Returns a plot of a measure for the training samples and, if there are any, for the validation samples. */
    private List<String> curve(
            String what,
            TrainingView view,
            ToDoubleFunction<TrainingStep> measure,
            ToDoubleFunction<Validation> held,
            int height) {
        boolean two = view.now().validation().isPresent();
        String title = what + " by step";
        double[] steps = view.epochs().stream().mapToDouble(TrainingStep::step).toArray();
        Curves curves = Curves.titled(title, "step")
                .with(
                        two ? "training" : title,
                        steps,
                        view.epochs().stream().mapToDouble(measure).toArray());
        if (two) {
            curves = curves.with("validation", steps, view.values(held));
        }
        List<String> lines = curves.terminal(panel(columns), height, colors, true);
        List<String> shown = new ArrayList<>(lines.subList(0, height + FRAME)); // without a redundant legend
        if (two) {
            shown.set(0, what + ": " + lines.get(height + FRAME).strip());
        }
        return shown;
    }

    private List<String> boundary(TrainingView view) {
        BoundaryText boundary = new BoundaryText(view.data(), colors);
        List<String> lines = new ArrayList<>(List.of("decision boundary"));
        int across = panel(columns);
        int down = (rows - 2) * boundary.cellsInLine();
        int most = view.phase() == Phase.RUNNING ? COARSE : across * down;
        lines.addAll(boundary.lines(ClassGrid.ofTraining(view.data(), view.model()::predictClass, across, down, most)));
        lines.add(boundary.legend(panel(columns)));
        return lines;
    }
}
