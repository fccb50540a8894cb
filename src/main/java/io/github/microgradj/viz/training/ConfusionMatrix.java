package io.github.microgradj.viz.training;

import io.github.microgradj.text.TextWidth;
import io.github.microgradj.train.Predictions;
import io.github.microgradj.viz.picture.BundledFont;
import io.github.microgradj.viz.picture.PaintedPicture;
import io.github.microgradj.viz.picture.TextFormat;
import io.github.microgradj.viz.terminal.ColorLevel;
import io.github.microgradj.viz.terminal.StyledLine;
import io.github.microgradj.viz.terminal.TerminalColor;
import java.awt.Color;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A picture of a confusion matrix: the number of samples by true class (rows) and predicted class (columns). The
 * diagonal counts the samples that are classified correctly. A darker cell has a larger share of its row.
 */
public final class ConfusionMatrix extends PaintedPicture {
    private static final int MOST_CLASSES = 30;
    private static final int LONGEST_NAME = 12;
    private static final int CELL = 64;
    private static final int MARGIN = 28;
    private static final int TITLE = 44;
    /** The darkest shade for correct predictions; {@code WRONG} is the darkest shade for wrong predictions. */
    private static final Color RIGHT = new Color(0x0b6e99);

    private static final Color WRONG = new Color(0xb5442e);
    private static final Color EMPTY = new Color(0xf3f5f7);

    private final String title;
    private final List<String> classes;
    private final int[][] counts;

    private ConfusionMatrix(String title, List<String> classes, int[][] counts) {
        this.title = title;
        this.classes = classes;
        this.counts = counts;
    }

    /**
     * Creates the confusion matrix of predictions.
     *
     * @param title the title of the picture
     * @throws IllegalArgumentException if there are no classes or more than 30
     */
    public static ConfusionMatrix of(String title, Predictions predictions) {
        List<String> classes = predictions.data().classNames();
        if (classes.isEmpty() || classes.size() > MOST_CLASSES) {
            throw new IllegalArgumentException("expected 2 to " + MOST_CLASSES + " classes for a confusion matrix, but "
                    + predictions.data().name() + " has " + (classes.isEmpty() ? "none" : classes.size()));
        }
        return new ConfusionMatrix(title, classes, predictions.confusion());
    }

    private double share(int row, int column) {
        int all = Arrays.stream(counts[row]).sum();
        return all == 0 ? 0 : counts[row][column] / (double) all;
    }

    private int labels() {
        return (int) classes.stream()
                        .mapToDouble(name -> BundledFont.width(TextFormat.elided(name, LONGEST_NAME), 13))
                        .max()
                        .orElse(0)
                + 12;
    }

    private int gridWidth() {
        return labels() + MARGIN + classes.size() * CELL + MARGIN;
    }

    @Override
    protected int width() {
        return Math.max(gridWidth(), (int) BundledFont.width(title, 17) + 2 * MARGIN);
    }

    @Override
    protected int height() {
        return TITLE + MARGIN + classes.size() * CELL + 2 * MARGIN;
    }

    @Override
    protected void paint(Graphics2D g) {
        int left = labels() + MARGIN + (width() - gridWidth()) / 2;
        int top = TITLE + MARGIN;
        int size = classes.size() * CELL;
        g.setColor(INK);
        centered(g, title, BundledFont.sized(17), width() / 2.0, 30);
        centered(g, "predicted", BundledFont.sized(13), left + size / 2.0, top + size + 2 * MARGIN - 8);
        for (int i = 0; i < classes.size(); i++) {
            String name = TextFormat.elided(classes.get(i), LONGEST_NAME);
            g.setColor(INK);
            g.setFont(BundledFont.sized(13));
            float end = (float) (left - 8 - BundledFont.width(name, 13));
            g.drawString(name, end, top + i * CELL + CELL / 2f + 5);
            double room = CELL - 4;
            float points = (float) Math.min(13, 13 * room / Math.max(room, BundledFont.width(name, 13)));
            centered(g, name, BundledFont.sized(points), left + i * CELL + CELL / 2.0, top + size + 18);
            for (int j = 0; j < classes.size(); j++) {
                cell(g, i, j, left + j * CELL, top + i * CELL);
            }
        }
        g.setColor(INK);
        g.setFont(BundledFont.sized(13));
        g.drawString("true", left - 8 - (float) BundledFont.width("true", 13), top - 10);
    }

    private void cell(Graphics2D g, int row, int column, int x, int y) {
        double share = share(row, column);
        g.setColor(counts[row][column] == 0 ? EMPTY : mixed(row == column ? RIGHT : WRONG, share));
        g.fillRect(x + 1, y + 1, CELL - 2, CELL - 2);
        g.setColor(share > 0.5 ? Color.WHITE : INK);
        centered(g, String.valueOf(counts[row][column]), BundledFont.sized(15), x + CELL / 2.0, y + CELL / 2 + 6);
    }

    /** Returns the matrix as text. Names that do not fit are truncated, and columns that do not fit are left out. */
    @Override
    public List<String> terminal(int columns, ColorLevel colors, boolean unicode) {
        int names = Math.min(
                LONGEST_NAME, classes.stream().mapToInt(TextWidth::of).max().orElse(0));
        int widest = Arrays.stream(counts)
                .flatMapToInt(Arrays::stream)
                .map(count -> String.valueOf(count).length())
                .max()
                .orElse(1);
        int room = columns - Math.max(names, "true".length()) - 1;
        int cell = Math.max(widest, Math.min(names, room / classes.size() - 2));
        int shown = Math.max(1, Math.min(classes.size(), room / (cell + 2)));
        List<String> lines = new ArrayList<>();
        lines.add(title);
        int first = Math.max(names, "true".length());
        lines.add(row("true", first, classes.subList(0, shown), cell, "predicted"));
        for (int i = 0; i < classes.size(); i++) {
            StyledLine line = new StyledLine();
            line.append("", padded(TextWidth.line(classes.get(i), names), first, false));
            for (int j = 0; j < shown; j++) {
                String style = counts[i][j] == 0
                        ? colors == ColorLevel.NONE ? "" : "2"
                        : i == j ? "1" : colors.select(TerminalColor.point(1), false);
                line.append("", "  ");
                line.append(colors == ColorLevel.NONE ? "" : style, padded(String.valueOf(counts[i][j]), cell, true));
            }
            lines.add(line.end());
        }
        if (shown < classes.size()) {
            int left = classes.size() - shown;
            lines.add(left + (left == 1 ? " more column does" : " more columns do") + " not fit");
        }
        return lines;
    }

    private static String row(String name, int first, List<String> cells, int width, String after) {
        StringBuilder row = new StringBuilder(padded(name, first, false));
        cells.forEach(cell -> row.append("  ").append(padded(TextWidth.line(cell, width), width, true)));
        return row.append("  ").append(after).toString();
    }

    private static String padded(String text, int width, boolean right) {
        String blanks = " ".repeat(Math.max(0, width - TextWidth.of(text)));
        return right ? blanks + text : text + blanks;
    }
}
