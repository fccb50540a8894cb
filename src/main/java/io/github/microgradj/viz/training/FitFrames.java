package io.github.microgradj.viz.training;

import io.github.microgradj.data.Dataset;
import io.github.microgradj.nn.MLP;
import io.github.microgradj.train.TrainingRun;
import io.github.microgradj.viz.picture.TextFormat;
import io.github.microgradj.viz.plot.ClassGrid.Interval;
import io.github.microgradj.viz.plot.Ticks;
import io.github.microgradj.viz.terminal.TerminalColor;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The fit of a regression in a report: an SVG image of what the network predicts at each snapshot, and axes that are
 * the same for all snapshots. The contents are those of {@link FitPlot}.
 */
final class FitFrames implements SnapshotPicture {
    private static final int MOST_SAMPLES = 200;
    private static final double ROOM = 0.08;
    private static final int WIDTH = 400;
    private static final int HEIGHT = 300;
    /** The left margin, for the labels of the y axis; {@code BOTTOM} is the margin for the labels of the x axis. */
    private static final int LEFT = 44;

    private static final int BOTTOM = 24;

    private final Dataset data;
    private final Map<String, Dataset> samples = new LinkedHashMap<>();
    /** Whether there is a single feature, so that the network is shown as a curve. */
    private final boolean isCurve;

    private final Interval x;
    private final Interval y;

    FitFrames(TrainingRun run) {
        this.data = run.data();
        this.isCurve = data.features() == 1;
        samples.put(run.split().isPresent() ? "training samples" : "samples", some(run.training()));
        run.validation().ifPresent(held -> samples.put("validation samples", some(held)));
        this.y = range(data.targets());
        this.x = isCurve ? range(FitPlot.column(data.inputs())) : y;
    }

    private static Dataset some(Dataset data) {
        return FitPlot.some(data, MOST_SAMPLES);
    }

    private static Interval range(double[] values) {
        double low = Arrays.stream(values).min().orElse(0);
        double high = Arrays.stream(values).max().orElse(0);
        double room = high > low ? ROOM * (high - low) : Math.max(1e-12, Math.abs(low) / 2);
        return new Interval(low - room, high + room);
    }

    @Override
    public String alternative() {
        return isCurve ? "The curve that the network predicts" : "What the network predicts for each sample";
    }

    /** Returns an image of the network's curve, or of the points of its predictions, as a data URL. */
    @Override
    public String image(MLP model) {
        StringBuilder svg = new StringBuilder(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + WIDTH + " " + HEIGHT + "\">");
        if (isCurve) {
            double[] places = FitPlot.places(data);
            svg.append("<path fill=\"none\" stroke-width=\"2.5\" stroke-linejoin=\"round\" stroke=\"")
                    .append(color(2))
                    .append("\" d=\"")
                    .append(path(places, FitPlot.predicted(model, FitPlot.rows(places)), "L"))
                    .append("\"/>");
        } else {
            int color = 0;
            for (Dataset some : samples.values()) {
                svg.append(points(some.targets(), FitPlot.predicted(model, some.inputs()), color++));
            }
        }
        String image = svg.append("</svg>").toString();
        return "data:image/svg+xml;base64,"
                + Base64.getEncoder().encodeToString(image.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Returns the axes with the samples if there is a curve, or else with the line on which predictions are correct.
     */
    @Override
    public String overlay() {
        StringBuilder svg = new StringBuilder(
                "<svg class=\"fit\" viewBox=\"0 0 " + WIDTH + " " + HEIGHT + "\" aria-hidden=\"true\">");
        Ticks.of(y, 5, false).forEach((value, text) -> label(svg, "value", LEFT - 6.0, down(value) + 4, text));
        Ticks.of(x, 6, false).forEach((value, text) -> label(svg, "step", across(value), HEIGHT - 8.0, text));
        if (isCurve) {
            int color = 0;
            for (Dataset some : samples.values()) {
                svg.append(points(FitPlot.column(some.inputs()), some.targets(), color++));
            }
        } else {
            double[] ends = {x.low(), x.high()};
            svg.append("<path class=\"equal\" d=\"")
                    .append(path(ends, ends, "L"))
                    .append("\"/>");
        }
        return svg.append("</svg>").toString();
    }

    @Override
    public String legend() {
        StringBuilder legend = new StringBuilder();
        int color = 0;
        for (String name : samples.keySet()) {
            key(legend, "<circle r=\"4\" fill=\"" + color(color++) + "\"/>", name);
        }
        if (isCurve) {
            key(legend, "<path d=\"M-6 0H6\" stroke-width=\"2.5\" stroke=\"" + color(2) + "\"/>", "network");
        } else {
            key(legend, "<path class=\"equal\" d=\"M-6 0H6\"/>", "predicted = actual");
        }
        return legend.append(TextFormat.xml(TextFormat.elided(FitPlot.title(data))))
                .toString();
    }

    private static void key(StringBuilder legend, String mark, String name) {
        legend.append("<span><svg class=\"key\" viewBox=\"-6 -6 12 12\" aria-hidden=\"true\">")
                .append(mark)
                .append("</svg> ")
                .append(name)
                .append("</span> ");
    }

    /** Returns dots, each of which is drawn as a line of length 0 with round ends. */
    private String points(double[] x, double[] y, int color) {
        return "<path fill=\"none\" stroke-linecap=\"round\" stroke-width=\"6\" stroke-opacity=\".7\" stroke=\""
                + color(color) + "\" d=\"" + path(x, y, "M") + "\"/>";
    }

    /**
     * Returns a path whose points are joined if {@code join} is L, and separate if it is M. Values far out of view are
     * clamped.
     */
    private String path(double[] x, double[] y, String join) {
        StringBuilder path = new StringBuilder();
        String command = "M";
        for (int i = 0; i < x.length; i++) {
            if (Double.isFinite(y[i])) {
                path.append(command).append(number(across(x[i]))).append(' ').append(number(down(y[i])));
                path.append(join.equals("M") ? "h0" : "");
                command = join;
            }
        }
        return path.toString();
    }

    private double across(double value) {
        return LEFT + (WIDTH - LEFT) * (value - x.low()) / (x.high() - x.low());
    }

    private double down(double value) {
        double down = (HEIGHT - BOTTOM) * (y.high() - value) / (y.high() - y.low());
        return Math.max(-WIDTH, Math.min(2 * WIDTH, down));
    }

    private static String number(double x) {
        return String.format(Locale.ROOT, "%.1f", x);
    }

    private static String color(int color) {
        return String.format(Locale.ROOT, "#%06x", TerminalColor.point(color).rgb());
    }

    private static void label(StringBuilder svg, String kind, double x, double y, String text) {
        svg.append("<text class=\"").append(kind).append("\" x=\"").append(number(x));
        svg.append("\" y=\"")
                .append(number(y))
                .append("\">")
                .append(TextFormat.xml(text))
                .append("</text>");
    }
}
