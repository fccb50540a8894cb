package io.github.microgradj.viz.plot;

import io.github.microgradj.text.TextWidth;
import io.github.microgradj.viz.plot.ClassGrid.Interval;
import io.github.microgradj.viz.terminal.StyledLine;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The frame of a plot in a terminal, which consists of the title, the axes with their ticks, and the legend. */
final class TextAxes {
    /** The maximum number of columns of a plot. Wider plots are no easier to read. */
    static final int MOST_COLUMNS = 100;

    private final Interval x;
    private final Interval y;
    private final boolean whole;
    private final boolean unicode;
    private final int rows;
    private final TreeMap<Integer, String> rowTicks = new TreeMap<>();
    private final int margin;
    private final int columns;

    /**
     * Creates the axes of a plot.
     *
     * @param whole whether the x axis has ticks only at whole numbers
     * @param width the maximum number of characters per line
     * @param rows the number of lines of the plot itself
     */
    TextAxes(Interval x, Interval y, boolean whole, int width, int rows, boolean unicode) {
        this.x = x;
        this.y = y;
        this.whole = whole;
        this.unicode = unicode;
        this.rows = Math.max(2, rows);
        Ticks.of(y, Math.max(3, this.rows / 3), false)
                .forEach((at, text) -> rowTicks.put(this.rows - 1 - y.cell(at, this.rows), text));
        this.margin = rowTicks.values().stream().mapToInt(String::length).max().orElse(0);
        this.columns = Math.max(4, width - margin - 2);
    }

    /** Returns a suitable number of rows for the given number of columns. */
    static int rows(int columns) {
        return Math.max(6, Math.min(20, columns / 5));
    }

    int rows() {
        return rows;
    }

    int columns() {
        return columns;
    }

    /** Returns the horizontal position of an x value, from 0 to 1. */
    double across(double at) {
        return (at - x.low()) / (x.high() - x.low());
    }

    /**
     * Returns the vertical position of a y value, from 0 at the top to 1 at the bottom. It is clamped to [-1, 2], so
     * that a line to a value far out of view does not take long to draw.
     */
    double down(double value) {
        return Math.max(-1, Math.min(2, (y.high() - value) / (y.high() - y.low())));
    }

    boolean isInSight(double value) {
        return value >= y.low() && value <= y.high();
    }

    /**
     * Returns the lines of a plot with its title, axes and legend. A part of the legend is never split across two
     * lines.
     */
    List<String> around(String title, CellGrid cells, List<Part> legend) {
        List<String> lines = new ArrayList<>();
        if (!title.isEmpty()) {
            lines.add(" ".repeat(margin + 2) + TextWidth.line(title, columns));
        }
        for (int row = 0; row < rows; row++) {
            String tick = rowTicks.getOrDefault(row, "");
            StyledLine line = new StyledLine();
            line.append("", " ".repeat(margin - tick.length()) + tick + " ");
            line.append("", unicode ? tick.isEmpty() ? "│" : "┤" : "|");
            cells.write(row, line);
            lines.add(line.end());
        }
        lines.addAll(below());
        lines.addAll(legend(legend));
        return lines;
    }

    private List<String> below() {
        StringBuilder rule = new StringBuilder((unicode ? "─" : "-").repeat(columns));
        StringBuilder labels = new StringBuilder(" ".repeat(margin + 2 + columns));
        int free = 0;
        for (var tick : Ticks.of(x, Math.max(3, columns / 12), whole).entrySet()) {
            int column = x.cell(tick.getKey(), columns);
            rule.setCharAt(column, unicode ? '┬' : '+');
            String text = tick.getValue();
            int start = Math.min(labels.length() - text.length(), margin + 2 + column - (text.length() - 1) / 2);
            if (start >= free) {
                labels.replace(start, start + text.length(), text);
                free = start + text.length() + 1;
            }
        }
        return List.of(
                " ".repeat(margin + 1) + (unicode ? "└" : "+") + rule,
                labels.toString().stripTrailing());
    }

    /**
     * A part of a legend, which consists of a mark and its meaning.
     *
     * @param mark the mark, which may have colours
     * @param cells the width of the mark in characters
     */
    record Part(String mark, int cells, String name) {}

    private List<String> legend(List<Part> parts) {
        List<String> lines = new ArrayList<>();
        String indent = " ".repeat(margin + 2);
        StringBuilder line = new StringBuilder(indent);
        int used = 0;
        for (Part part : parts) {
            String name = TextWidth.line(part.name(), columns - part.cells() - 1);
            int cells = part.cells() + 1 + TextWidth.of(name);
            if (used > 0 && used + 3 + cells > columns) {
                lines.add(line.toString());
                line = new StringBuilder(indent);
                used = 0;
            }
            line.append(used > 0 ? "   " : "").append(part.mark()).append(' ').append(name);
            used += (used > 0 ? 3 : 0) + cells;
        }
        if (used > 0) {
            lines.add(line.toString());
        }
        return lines;
    }
}
