package io.github.microgradj.viz.training;

import io.github.microgradj.train.TrainingStep;
import io.github.microgradj.viz.picture.TextFormat;
import io.github.microgradj.viz.plot.ClassGrid.Interval;
import io.github.microgradj.viz.plot.Ticks;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * A curve over the steps of a training run, as SVG in a report. The report's style sheet colours the curve, and the
 * report's script moves a marker along it.
 */
final class SvgCurve {
    private static final int WIDTH = 360;
    private static final int HEIGHT = 200;
    private static final int LEFT = 52;
    private static final int RIGHT = 12;
    private static final int TOP = 12;
    private static final int BOTTOM = 28;

    private final String name;
    private final List<TrainingStep> epochs;
    private final ToDoubleFunction<TrainingStep> measure;
    /** The same measure for the validation samples; NaN at a step for which it was not computed. */
    private final ToDoubleFunction<TrainingStep> held;

    private final Interval x;
    private final Interval y;

    /**
     * Creates a curve.
     *
     * @param epochs the steps in ascending order, at least one; a value that is not finite leaves a gap
     */
    SvgCurve(String name, List<TrainingStep> epochs, ToDoubleFunction<TrainingStep> measure) {
        this(name, epochs, measure, epoch -> Double.NaN);
    }

    /**
     * Creates a curve for the training samples and a second one for the validation samples.
     *
     * @param epochs the steps in ascending order, at least one; a value that is not finite leaves a gap
     * @param held the values of the second curve; NaN at a step without a value
     */
    SvgCurve(
            String name,
            List<TrainingStep> epochs,
            ToDoubleFunction<TrainingStep> measure,
            ToDoubleFunction<TrainingStep> held) {
        this.name = name;
        this.epochs = epochs;
        this.measure = measure;
        this.held = held;
        int first = epochs.get(0).step();
        int last = epochs.get(epochs.size() - 1).step();
        this.x = new Interval(first, Math.max(first + 1, last));
        double[] finite = epochs.stream()
                .flatMapToDouble(epoch -> DoubleStream.of(measure.applyAsDouble(epoch), held.applyAsDouble(epoch)))
                .filter(Double::isFinite)
                .toArray();
        double low = Arrays.stream(finite).min().orElse(0);
        double high = Arrays.stream(finite).max().orElse(0);
        double room = high > low ? 0.04 * (high - low) : Math.max(1e-12, Math.abs(low) / 2);
        this.y = new Interval(low - room, high + room);
    }

    /** Returns the horizontal position of a step. */
    double across(TrainingStep epoch) {
        return rounded(LEFT + (WIDTH - LEFT - RIGHT) * (epoch.step() - x.low()) / (x.high() - x.low()));
    }

    /** Returns the vertical position of the value at a step; outside the picture if the value is not finite. */
    double down(TrainingStep epoch) {
        return down(measure.applyAsDouble(epoch));
    }

    private double down(double value) {
        return Double.isFinite(value) ? at(value) : -100;
    }

    private double at(double value) {
        return rounded(TOP + (HEIGHT - TOP - BOTTOM) * (y.high() - value) / (y.high() - y.low()));
    }

    private static double rounded(double x) {
        return Math.round(10 * x) / 10.0;
    }

    String svg() {
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg class=\"curve\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s by step\">",
                WIDTH,
                HEIGHT,
                name));
        Ticks.of(y, 4, false).forEach((value, text) -> {
            double row = at(value);
            line(svg, "rule", LEFT, row, WIDTH - RIGHT, row);
            text(svg, "value", LEFT - 6.0, row + 4, text);
        });
        Ticks.of(x, 4, true).forEach((step, text) -> {
            double column = LEFT + (WIDTH - LEFT - RIGHT) * (step - x.low()) / (x.high() - x.low());
            line(svg, "tick", column, HEIGHT - BOTTOM, column, HEIGHT - BOTTOM + 4.0);
            text(svg, "step", column, HEIGHT - BOTTOM + 18.0, text);
        });
        line(svg, "axis", LEFT, HEIGHT - BOTTOM, WIDTH - RIGHT, HEIGHT - BOTTOM);
        String second = path(held);
        if (!second.isEmpty()) {
            svg.append("<path class=\"line held\" d=\"").append(second).append("\"/>");
        }
        svg.append("<path class=\"line\" d=\"").append(path(measure)).append("\"/>");
        svg.append("<line class=\"now\" y1=\"").append(TOP).append("\" y2=\"").append(HEIGHT - BOTTOM);
        return svg.append("\"/><circle class=\"now\" r=\"4\"/></svg>").toString();
    }

    private String path(ToDoubleFunction<TrainingStep> measure) {
        StringBuilder path = new StringBuilder();
        boolean drawing = false;
        for (TrainingStep epoch : epochs) {
            boolean finite = Double.isFinite(measure.applyAsDouble(epoch));
            if (finite) {
                path.append(drawing ? 'L' : 'M')
                        .append(across(epoch))
                        .append(' ')
                        .append(down(measure.applyAsDouble(epoch)));
            }
            drawing = finite;
        }
        return path.toString();
    }

    private static void line(StringBuilder svg, String kind, double x1, double y1, double x2, double y2) {
        svg.append(String.format(
                Locale.ROOT,
                "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>",
                kind,
                x1,
                y1,
                x2,
                y2));
    }

    private static void text(StringBuilder svg, String kind, double x, double y, String text) {
        svg.append(String.format(
                Locale.ROOT, "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>", kind, x, y, TextFormat.xml(text)));
    }
}
