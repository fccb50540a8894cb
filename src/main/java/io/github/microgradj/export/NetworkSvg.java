package io.github.microgradj.export;

import io.github.microgradj.export.DenseNetwork.Dense;
import io.github.microgradj.viz.picture.BundledFont;
import io.github.microgradj.viz.picture.TextFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/** A writer of networks as SVG documents. Columns are side by side, and each is vertically centred. */
final class NetworkSvg {
    static final String INPUT = "#d3ebfa";
    static final String HIDDEN = "#eef2f6";
    static final String OUTPUT = "#c9ecdf";

    private static final String INK = "#1b2a38";
    private static final String GREY = "#5f7386";
    private static final String POSITIVE = "#0072b2";
    private static final String NEGATIVE = "#d55e00";
    private static final double FONT_SIZE = 11;
    private static final double MARGIN = 16;
    private static final double RADIUS = 8;
    private static final double ROW = 24;
    private static final double LEAST_BETWEEN_COLUMNS = 150;
    private static final double BESIDE_TEXT = 14;
    /**
     * The space above the columns, for the heading and the column titles. {@code BELOW} is the space for the legend.
     */
    private static final double ABOVE = 64;

    private static final double BELOW = 40;
    private static final List<String> LEGEND =
            List.of("positive weight", "negative weight", "thicker: larger than the other weights of the layer");

    private final NetworkColumns columns;
    private final boolean outlines;
    private final StringBuilder svg = new StringBuilder();
    private final double[] left;
    private final double middle;
    private final double betweenColumns;

    /**
     * Creates a writer.
     *
     * @param outlines whether text is drawn as paths, for renderers with less font support than Java
     */
    NetworkSvg(NetworkColumns columns, boolean outlines) {
        this.columns = columns;
        this.outlines = outlines;
        left = new double[columns.count()];
        int rows = 0;
        for (int c = 0; c < left.length; c++) {
            rows = Math.max(rows, columns.shown(c).size());
        }
        middle = ABOVE + rows * ROW / 2;
        betweenColumns = Math.max(LEAST_BETWEEN_COLUMNS, rows * ROW / 2);
    }

    /**
     * Returns the thickness of a line for a weight. If a layer has more than 100 lines, they are thinner.
     *
     * @param share the absolute weight as a fraction of the largest one in its layer
     * @param lines the number of lines of the layer
     */
    static double width(double share, int lines) {
        return 0.3 + 2.5 * share * Math.min(1, 10 / Math.sqrt(lines));
    }

    static double opacity(double share) {
        return 0.1 + 0.9 * share * share;
    }

    static String color(double weight) {
        return weight < 0 ? NEGATIVE : POSITIVE;
    }

    /** Returns the document. */
    String document() {
        int last = columns.count() - 1;
        double names = widest(0, columns::input);
        double scaling = widest(0, columns::inputScaling);
        left[0] = MARGIN + names + BESIDE_TEXT + (scaling > 0 ? scaling + 2 * BESIDE_TEXT : 0) + RADIUS;
        for (int c = 1; c <= last; c++) {
            left[c] = left[c - 1] + betweenColumns;
        }
        double restored = widest(last, columns::outputScaling);
        double width = left[last]
                + RADIUS
                + BESIDE_TEXT
                + (restored > 0 ? restored + 2 * BESIDE_TEXT : 0)
                + Math.max(widest(last, columns::output), textWidth(columns.title(last)) / 2)
                + MARGIN;
        width = Math.max(
                width, 2 * MARGIN + Math.max(textWidth(String.join("", LEGEND)) + 136, textWidth(columns.heading())));
        double height = 2 * middle - ABOVE + BELOW;
        append(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1$.1fpt\" height=\"%2$.1fpt\""
                        + " viewBox=\"0 0 %1$.1f %2$.1f\" font-family=\"%3$s\" font-size=\"%4$.0f\">%n",
                width, height, BundledFont.FAMILIES, FONT_SIZE);
        append("<title>%s</title>%n", TextFormat.xml(columns.heading()));
        append("<rect width=\"%.1f\" height=\"%.1f\" fill=\"#ffffff\"/>%n", width + 1, height + 1);
        text(columns.heading(), INK, MARGIN, MARGIN + 8, 0);
        for (int c = 1; c <= last; c++) {
            lines(c);
        }
        for (int c = 0; c <= last; c++) {
            column(c, c == 0 ? INPUT : c == last ? OUTPUT : HIDDEN);
        }
        beside(names, scaling, restored);
        legend(height - MARGIN);
        return svg.append("</svg>\n").toString();
    }

    private double widest(int column, IntFunction<String> text) {
        return columns.shown(column).stream()
                .filter(neuron -> neuron != NetworkColumns.GAP)
                .mapToDouble(neuron -> textWidth(text.apply(neuron)))
                .max()
                .orElse(0);
    }

    private static double textWidth(String text) {
        return text.isEmpty() ? 0 : BundledFont.width(text, FONT_SIZE);
    }

    private double y(int column, int place) {
        return middle + (place - (columns.shown(column).size() - 1) / 2.0) * ROW;
    }

    private record Weight(double value, double from, double to) {}

    /** Draws the lines that lead into a column, starting with those of the smallest weights. */
    private void lines(int column) {
        List<Weight> lines = new ArrayList<>();
        Dense layer = columns.layer(column);
        List<Integer> sources = columns.shown(column - 1);
        List<Integer> neurons = columns.shown(column);
        for (int n = 0; n < neurons.size(); n++) {
            for (int s = 0; s < sources.size(); s++) {
                if (neurons.get(n) != NetworkColumns.GAP && sources.get(s) != NetworkColumns.GAP) {
                    double weight = layer.weights()[neurons.get(n)][sources.get(s)];
                    lines.add(new Weight(weight, y(column - 1, s), y(column, n)));
                }
            }
        }
        double largest = columns.largest(column);
        lines.sort(Comparator.comparingDouble(line -> Math.abs(line.value)));
        for (Weight line : lines) {
            double share = largest == 0 ? 0 : Math.abs(line.value) / largest;
            append(
                    "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\" stroke-width=\"%.2f\""
                            + " stroke-opacity=\"%.2f\"/>%n",
                    left[column - 1],
                    line.from,
                    left[column],
                    line.to,
                    color(line.value),
                    width(share, lines.size()),
                    opacity(share));
        }
    }

    private void column(int column, String fill) {
        List<Integer> shown = columns.shown(column);
        text(columns.title(column), GREY, left[column], ABOVE - BESIDE_TEXT, 0.5);
        for (int place = 0; place < shown.size(); place++) {
            if (shown.get(place) == NetworkColumns.GAP) {
                text(columns.gap(column), GREY, left[column], y(column, place), 0.5);
            } else {
                append(
                        "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"%s\" stroke=\"%s\"/>%n",
                        left[column], y(column, place), RADIUS, fill, GREY);
            }
        }
    }

    /** Draws the words beside the inputs and the outputs. */
    private void beside(double names, double scaling, double restored) {
        List<Integer> inputs = columns.shown(0);
        for (int place = 0; place < inputs.size(); place++) {
            if (inputs.get(place) != NetworkColumns.GAP) {
                double y = y(0, place);
                text(columns.input(inputs.get(place)), INK, MARGIN + names, y, 1);
                if (scaling > 0) {
                    scaling(columns.inputScaling(inputs.get(place)), MARGIN + names + BESIDE_TEXT, scaling, y);
                }
            }
        }
        int last = columns.count() - 1;
        List<Integer> outputs = columns.shown(last);
        for (int place = 0; place < outputs.size(); place++) {
            if (outputs.get(place) != NetworkColumns.GAP) {
                double y = y(last, place);
                double x = left[last] + RADIUS + BESIDE_TEXT;
                if (restored > 0) {
                    scaling(columns.outputScaling(outputs.get(place)), x - BESIDE_TEXT / 2, restored, y);
                    x += restored + 2 * BESIDE_TEXT;
                }
                text(columns.output(outputs.get(place)), INK, x, y, 0);
            }
        }
    }

    private void scaling(String text, double x, double width, double y) {
        append(
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"18\" rx=\"4\" fill=\"#ffffff\" stroke=\"%s\"/>%n",
                x, y - 9, width + BESIDE_TEXT, GREY);
        text(text, INK, x + (width + BESIDE_TEXT) / 2, y, 0.5);
    }

    private void legend(double y) {
        double x = MARGIN;
        for (String name : LEGEND.subList(0, 2)) {
            append(
                    "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%2$.1f\" stroke=\"%s\" stroke-width=\"2.5\"/>%n",
                    x, y, x + 24, name.startsWith("p") ? POSITIVE : NEGATIVE);
            text(name, GREY, x + 32, y, 0);
            x += 32 + textWidth(name) + 24;
        }
        text(LEGEND.get(2), GREY, x, y, 0);
    }

    /**
     * Draws text.
     *
     * @param anchor the fraction of the text that is to the left of {@code x}: 0, 0.5 or 1
     */
    private void text(String text, String color, double x, double y, double anchor) {
        double baseline = y + FONT_SIZE * 0.36;
        if (outlines) {
            double center = x + (0.5 - anchor) * textWidth(text);
            append("<path fill=\"%s\" d=\"%s\"/>%n", color, BundledFont.outline(text, FONT_SIZE, center, baseline));
            return;
        }
        append(
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\">%s</text>%n",
                x, baseline, anchor == 0 ? "start" : anchor == 1 ? "end" : "middle", color, TextFormat.xml(text));
    }

    private void append(String format, Object... arguments) {
        svg.append(String.format(Locale.ROOT, format, arguments));
    }
}
