package io.github.microgradj.export;

import io.github.microgradj.export.DenseNetwork.Dense;
import io.github.microgradj.text.TextWidth;
import io.github.microgradj.viz.picture.TextFormat;
import io.github.microgradj.viz.terminal.ColorLevel;
import io.github.microgradj.viz.terminal.StyledLine;
import io.github.microgradj.viz.terminal.TerminalColor;
import java.util.ArrayList;
import java.util.List;

/**
 * A network as text for a terminal. Each layer has a table of its weights and biases, with a row for each input and a
 * column for each neuron. The numbers are scaled so that the largest absolute weight of the layer is 9, and rounded to
 * whole numbers. A bias beyond this range is shown as 9 or -9.
 */
final class NetworkText {
    private static final int CELL = 3;
    private static final int MOST_NAME = 20;
    private static final TerminalColor POSITIVE = TerminalColor.line(0);
    private static final TerminalColor NEGATIVE = TerminalColor.line(1);

    private final NetworkColumns columns;
    private final int width;
    private final ColorLevel colors;
    private final boolean unicode;
    private final int widestName;
    private final List<String> lines = new ArrayList<>();

    NetworkText(NetworkColumns columns, int width, ColorLevel colors, boolean unicode) {
        this.columns = columns;
        this.width = width;
        this.colors = colors;
        this.unicode = unicode;
        this.widestName = columns.shown(0).stream()
                .filter(input -> input != NetworkColumns.GAP)
                .mapToInt(input -> Math.min(MOST_NAME, TextWidth.of(columns.input(input))))
                .max()
                .orElse(0);
    }

    List<String> lines() {
        lines.add(cut(columns.heading()));
        for (int c = 1; c < columns.count(); c++) {
            layer(c);
        }
        return lines;
    }

    private void layer(int column) {
        Dense layer = columns.layer(column);
        double largest = columns.largest(column);
        boolean last = column == columns.count() - 1;
        int names = Math.max(
                4,
                columns.shown(column - 1).stream()
                        .mapToInt(source -> TextWidth.of(row(column, source)))
                        .max()
                        .orElse(0));
        int most = Math.max(1, (width - names - 2) / CELL);
        int count = Math.min(most, layer.biases().length);
        String rest = count == layer.biases().length ? "" : ", the first " + count;
        lines.add("");
        lines.add(cut(columns.title(column) + rest + "; 9 is " + TextFormat.number(largest, 4)));
        for (int source : columns.shown(column - 1)) {
            StyledLine line = new StyledLine();
            line.append("", padded(row(column, source), names));
            for (int n = 0; n < count && source != NetworkColumns.GAP; n++) {
                cell(line, layer.weights()[n][source], largest);
            }
            lines.add(line.end());
        }
        StyledLine line = new StyledLine();
        line.append("", padded("bias", names));
        for (int n = 0; n < count; n++) {
            cell(line, layer.biases()[n], largest);
        }
        lines.add(line.end());
        for (int n = 0; last && n < count; n++) {
            String restored = columns.outputScaling(n);
            lines.add(cut("output " + n + ": " + columns.output(n) + (restored.isEmpty() ? "" : ", " + restored)));
        }
    }

    private void cell(StyledLine line, double weight, double largest) {
        long size = largest == 0 ? 0 : Math.min(9, Math.round(9 * Math.abs(weight) / largest));
        String style = size == 0 ? "" : colors.select(weight < 0 ? NEGATIVE : POSITIVE, false);
        String zero = unicode ? "\u00b7" : ".";
        String text = size == 0 ? zero : weight < 0 ? "-" + size : String.valueOf(size);
        line.append("", " ".repeat(CELL - text.length()));
        line.append(style, text);
    }

    /** Returns the words before a row of weights. */
    private String row(int column, int source) {
        if (source == NetworkColumns.GAP) {
            return columns.gap(column - 1);
        }
        if (column > 1) {
            return "neuron " + source;
        }
        String scaling = columns.inputScaling(source);
        String name = TextWidth.cut(columns.input(source), MOST_NAME);
        return scaling.isEmpty() ? name : padded(name, widestName) + "  " + scaling;
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - TextWidth.of(text)));
    }

    private String cut(String text) {
        return TextWidth.cut(text, width);
    }
}
