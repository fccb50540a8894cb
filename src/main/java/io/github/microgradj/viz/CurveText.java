package io.github.microgradj.viz;

import io.github.microgradj.viz.Curves.Curve;
import io.github.microgradj.viz.Field.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Curves in the characters of a terminal, with axes. */
final class CurveText {
    private static final String SYMBOLS = "*+ox#@";
    private static final int BRAILLE = 0x2800;
    /** The bits of a braille character, row by row: two dots in each of four. */
    private static final int[] DOTS = {0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80};

    private static final int DASH = 3;

    private final Curves plot;
    private final ColorLevel colors;
    private final boolean unicode;
    private final boolean braille;
    private final int columns;
    private final int rows;
    private final int margin;
    private final int dotsAcross;
    private final int dotsDown;
    private final Range x;
    private final Range y;
    private final TreeMap<Integer, String> rowTicks;
    private final int[][] dots;
    private final int[][] owners;

    CurveText(Curves plot, int columns, int rows, ColorLevel colors, boolean unicode) {
        this.plot = plot;
        this.colors = colors;
        this.unicode = unicode;
        this.braille = unicode && (colors != ColorLevel.NONE || plot.curves().size() == 1);
        this.rows = Math.max(2, rows);
        this.x = plot.x();
        this.y = plot.y();
        this.rowTicks = new TreeMap<>();
        ticks(y, Math.max(2, this.rows / 3), false)
                .forEach((at, text) -> rowTicks.put(this.rows - 1 - y.cell(at, this.rows), text));
        this.margin = rowTicks.values().stream().mapToInt(String::length).max().orElse(0);
        this.columns = Math.max(4, columns - margin - 2);
        this.dotsAcross = braille ? 2 : 1;
        this.dotsDown = braille ? 4 : 1;
        this.dots = new int[this.rows][this.columns];
        this.owners = new int[this.rows][this.columns];
    }

    List<String> lines() {
        for (int i = 0; i < plot.curves().size(); i++) {
            draw(plot.curves().get(i), i);
        }
        List<String> lines = new ArrayList<>();
        int width = margin + 2 + columns;
        lines.add(" ".repeat(margin + 2) + TerminalText.line(plot.title(), columns));
        for (int row = 0; row < rows; row++) {
            lines.add(line(row));
        }
        lines.addAll(axis());
        lines.addAll(legend(width));
        return lines;
    }

    /** Values at round distances, with their texts; between steps there are none. */
    private static SortedMap<Double, String> ticks(Range range, int about, boolean whole) {
        double rough = Math.max(whole ? 1 : 0, (range.high() - range.low()) / about);
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double step =
                rough <= power ? power : rough <= 2 * power ? 2 * power : rough <= 5 * power ? 5 * power : 10 * power;
        int decimals = (int) Math.max(0, Math.min(12, -Math.floor(Math.log10(step) + 1e-9)));
        TreeMap<Double, String> ticks = new TreeMap<>();
        double first = Math.ceil(range.low() / step);
        for (int i = 0; i <= 2 * about + 2 && (first + i) * step <= range.high() + 1e-9 * step; i++) {
            double at = (first + i) * step;
            ticks.put(at, GraphLabel.number(at == 0 ? 0.0 : at, decimals));
        }
        return ticks;
    }

    /** A line from each value to the next where both are finite and one at least is in sight. */
    private void draw(Curve curve, int owner) {
        for (int i = 0; i < curve.x().length; i++) {
            int from = i > 0 && Double.isFinite(curve.y()[i - 1]) ? i - 1 : i;
            if (Double.isFinite(curve.y()[i]) && (inSight(curve.y()[i]) || inSight(curve.y()[from]))) {
                segment(curve, from, i, owner);
            }
        }
    }

    private boolean inSight(double value) {
        return value >= y.low() && value <= y.high();
    }

    private void segment(Curve curve, int from, int to, int owner) {
        double x0 = across(curve.x()[from]);
        double y0 = down(curve.y()[from]);
        double x1 = across(curve.x()[to]);
        double y1 = down(curve.y()[to]);
        int steps = (int) Math.ceil(Math.max(1, Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0))));
        for (int i = 0; i <= steps; i++) {
            int dotX = (int) Math.round(x0 + (x1 - x0) * i / steps);
            int dotY = (int) Math.round(y0 + (y1 - y0) * i / steps);
            if (braille && curve.dashed() && dotX / DASH % 2 == 1) {
                continue;
            }
            dot(dotX, dotY, owner);
        }
    }

    private double across(double at) {
        return (at - x.low()) / (x.high() - x.low()) * (columns * dotsAcross - 1);
    }

    /** Out of sight, but not so far that a line there takes long. */
    private double down(double value) {
        int height = rows * dotsDown - 1;
        double dot = (y.high() - value) / (y.high() - y.low()) * height;
        return Math.max(-height, Math.min(2 * height, dot));
    }

    private void dot(int dotX, int dotY, int owner) {
        int row = Math.floorDiv(dotY, dotsDown);
        int column = Math.floorDiv(dotX, dotsAcross);
        if (row >= 0 && row < rows && column >= 0 && column < columns) {
            dots[row][column] |= DOTS[dotY % dotsDown * 2 + dotX % dotsAcross];
            owners[row][column] = owner;
        }
    }

    private String line(int row) {
        String tick = rowTicks.getOrDefault(row, "");
        StyledLine line = new StyledLine();
        line.append("", " ".repeat(margin - tick.length()) + tick + " ");
        line.append("", unicode ? tick.isEmpty() ? "│" : "┤" : "|");
        int end = columns;
        while (end > 0 && dots[row][end - 1] == 0) {
            end--;
        }
        for (int column = 0; column < end; column++) {
            int bits = dots[row][column];
            int owner = owners[row][column];
            line.append(bits == 0 ? "" : style(owner), bits == 0 ? ' ' : braille ? BRAILLE + bits : symbol(owner));
        }
        return line.end();
    }

    private String style(int owner) {
        return colors.select(Swatch.point(plot.curves().get(owner).color()), false);
    }

    private static int symbol(int owner) {
        return SYMBOLS.charAt(owner % SYMBOLS.length());
    }

    private List<String> axis() {
        StringBuilder rule = new StringBuilder((unicode ? "─" : "-").repeat(columns));
        StringBuilder labels = new StringBuilder(" ".repeat(margin + 2 + columns));
        int free = 0;
        for (var tick : ticks(x, Math.max(2, columns / 12), plot.isWhole()).entrySet()) {
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

    private List<String> legend(int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(" ".repeat(margin + 2));
        int used = margin + 2;
        for (int i = 0; i < plot.curves().size(); i++) {
            Curve curve = plot.curves().get(i);
            String name = TerminalText.line(curve.name(), columns - 3);
            int cells = 3 + TerminalText.width(name);
            if (used > margin + 2 && used + 3 + cells > width) {
                lines.add(line.toString());
                line = new StringBuilder(" ".repeat(margin + 2));
                used = margin + 2;
            }
            String gap = used > margin + 2 ? "   " : "";
            line.append(gap).append(mark(curve, i)).append(' ').append(name);
            used += gap.length() + cells;
        }
        lines.add(line.toString());
        return lines;
    }

    private String mark(Curve curve, int owner) {
        StyledLine mark = new StyledLine();
        mark.append(
                style(owner),
                braille
                        ? curve.dashed() ? "╌╌" : "──"
                        : Character.toString(symbol(owner)).repeat(2));
        return mark.end();
    }
}
