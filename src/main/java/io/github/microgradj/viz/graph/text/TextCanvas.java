package io.github.microgradj.viz.graph.text;

import io.github.microgradj.text.TextWidth;
import io.github.microgradj.viz.terminal.StyledLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A grid of character cells with colours. It holds lines that join or cross each other, with text on top. */
final class TextCanvas {
    static final int NORTH = 1;
    static final int EAST = 2;
    static final int SOUTH = 4;
    static final int WEST = 8;

    private static final String LINES =
            " \u2575\u2576\u2514\u2577\u2502\u250c\u251c\u2574\u2518\u2500\u2534\u2510\u2524\u252c\u253c";
    private static final String ASCII_LINES = " ||+||++-+-+++++";
    /** The mark for the second half of a wide character. */
    private static final int COVERED = -1;

    private static final int NO_NET = -1;

    private final boolean unicode;
    private final int columns;
    private final List<int[]> characters = new ArrayList<>();
    private final List<int[]> lines = new ArrayList<>();
    private final List<int[]> nets = new ArrayList<>();
    private final List<String[]> styles = new ArrayList<>();

    TextCanvas(int columns, boolean unicode) {
        this.columns = columns;
        this.unicode = unicode;
    }

    private void extendTo(int row) {
        while (characters.size() <= row) {
            characters.add(new int[columns]);
            lines.add(new int[columns]);
            int[] none = new int[columns];
            Arrays.fill(none, NO_NET);
            nets.add(none);
            String[] plain = new String[columns];
            Arrays.fill(plain, "");
            styles.add(plain);
        }
    }

    /**
     * Draws a segment of a line in a cell. Where the lines of two values cross, the vertical one is drawn over the
     * other.
     */
    void line(int net, int row, int column, int directions, String style) {
        extendTo(row);
        int there = lines.get(row)[column];
        boolean other = there != 0 && nets.get(row)[column] != net;
        boolean upright = (directions & (NORTH | SOUTH)) != 0;
        if (other && !upright) {
            return;
        }
        lines.get(row)[column] = other ? directions : there | directions;
        nets.get(row)[column] = net;
        styles.get(row)[column] = style;
    }

    /** Writes text over the lines. */
    void text(int row, int column, String text, String style) {
        extendTo(row);
        int at = column;
        for (int c : text.codePoints().toArray()) {
            int width = TextWidth.of(c);
            if (at + width > columns) {
                return;
            }
            characters.get(row)[at] = c;
            styles.get(row)[at] = style;
            if (width == 2) {
                characters.get(row)[at + 1] = COVERED;
            }
            at += width;
        }
    }

    /** Returns the rows without trailing blanks. */
    List<String> rows() {
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < characters.size(); row++) {
            rows.add(row(row));
        }
        return rows;
    }

    private String row(int row) {
        int end = columns;
        while (end > 0 && character(row, end - 1) == ' ') {
            end--;
        }
        StyledLine line = new StyledLine();
        for (int column = 0; column < end; column++) {
            int c = character(row, column);
            if (c == ' ') {
                line.blank();
            } else if (c != COVERED) {
                line.append(styles.get(row)[column], c);
            }
        }
        return line.end();
    }

    private int character(int row, int column) {
        int c = characters.get(row)[column];
        return c != 0 ? c : (unicode ? LINES : ASCII_LINES).charAt(lines.get(row)[column]);
    }
}
