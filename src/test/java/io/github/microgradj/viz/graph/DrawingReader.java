package io.github.microgradj.viz.graph;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A reader of drawings of boxes and lines. Like a person, it follows each line down from the box that it leaves. */
public final class DrawingReader {
    private static final String SOUTH = "\u2502\u250c\u2510\u251c\u2524\u252c\u253c";
    private static final String EAST = "\u2500\u2514\u250c\u251c\u252c\u2534\u253c";
    private static final String WEST = "\u2500\u2518\u2510\u2524\u252c\u2534\u253c";

    private final List<String> rows;

    private record Cell(int row, int column, int down, int right) {}

    public DrawingReader(List<String> rows) {
        this.rows = rows;
    }

    /** Returns {@code q0>q3} for each line from the box labelled q0 to the one labelled q3. */
    public Set<String> connections() {
        Set<String> connections = new TreeSet<>();
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < rows.get(row).length(); column++) {
                if (isExit(row, column)) {
                    String from = label(row - 2, column);
                    follow(row, column).forEach(to -> connections.add(from + ">" + to));
                }
            }
        }
        return connections;
    }

    /** Returns whether this is a lower border with a line below it: the row above it is text between borders. */
    private boolean isExit(int row, int column) {
        return at(row, column) == '\u252c' && row >= 3 && boxAbove(row, column);
    }

    private boolean boxAbove(int row, int column) {
        int left = column;
        while (at(row, left) == '\u2500' || at(row, left) == '\u252c') {
            left--;
        }
        return at(row, left) == '\u2514'
                && at(row - 1, left) == '\u2502'
                && at(row - 2, left) == '\u2502'
                && rows.get(row - 2).indexOf('q', left) > 0
                && at(row - 3, left) == '\u250c';
    }

    private Set<String> follow(int row, int column) {
        Set<String> reached = new HashSet<>();
        Set<Cell> seen = new HashSet<>();
        Deque<Cell> open = new ArrayDeque<>(List.of(new Cell(row + 1, column, 1, 0)));
        while (!open.isEmpty()) {
            Cell cell = open.pop();
            if (!seen.add(cell)) {
                continue;
            }
            char c = at(cell.row(), cell.column());
            if (cell.down() == 1 && (c == '\u2534' || c == '\u2567') && isEntry(cell)) {
                reached.add(label(cell.row() + 1, cell.column()));
                continue;
            }
            step(cell, c).forEach(open::push);
        }
        return reached;
    }

    /**
     * Returns whether this is an upper border: its corner is in the same row, and the row below begins with a label.
     */
    private boolean isEntry(Cell cell) {
        int left = cell.column();
        while (left >= 0 && "\u2500\u2534\u2567\u2550 *".indexOf(at(cell.row(), left)) >= 0) {
            left--;
        }
        return left >= 0
                && "\u250c\u2554".indexOf(at(cell.row(), left)) >= 0
                && "\u2502\u2551".indexOf(at(cell.row() + 1, left)) >= 0
                && rows.get(cell.row() + 1).startsWith(" q", left + 1);
    }

    /**
     * Returns the cells that follow. A vertical line does not join the horizontal line that it crosses, so horizontal
     * lines jump over it.
     */
    private List<Cell> step(Cell cell, char c) {
        if (cell.right() != 0 && c == '\u2502') {
            return List.of(new Cell(cell.row(), cell.column() + cell.right(), 0, cell.right()));
        }
        java.util.ArrayList<Cell> next = new java.util.ArrayList<>();
        if (SOUTH.indexOf(c) >= 0) {
            next.add(new Cell(cell.row() + 1, cell.column(), 1, 0));
        }
        if (EAST.indexOf(c) >= 0 && cell.right() != -1) {
            next.add(new Cell(cell.row(), cell.column() + 1, 0, 1));
        }
        if (WEST.indexOf(c) >= 0 && cell.right() != 1) {
            next.add(new Cell(cell.row(), cell.column() - 1, 0, -1));
        }
        return next;
    }

    private String label(int row, int column) {
        String text = rows.get(row);
        int left = column;
        while ("\u2502\u2551".indexOf(text.charAt(left)) < 0
                || text.charAt(left + 1) != ' '
                || text.charAt(left + 2) != 'q') {
            left--;
        }
        return text.substring(left + 2, text.indexOf(' ', left + 2));
    }

    private char at(int row, int column) {
        String text = row >= 0 && row < rows.size() ? rows.get(row) : "";
        return column >= 0 && column < text.length() ? text.charAt(column) : ' ';
    }
}
