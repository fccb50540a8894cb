package io.github.microgradj.editor.screen;

import java.util.ArrayList;
import java.util.List;

/**
 * Lines that are rewrapped to another width. Most terminals rewrap when their window is resized; those that cut lines
 * off are not simulated.
 */
final class Reflow {
    private final int columns;
    private final List<Row> rows = new ArrayList<>();
    private int row;
    private int column;

    Reflow(int columns) {
        this.columns = columns;
    }

    List<Row> rows() {
        return rows;
    }

    /** Returns the row of the cursor. */
    int row() {
        return row;
    }

    int column() {
        return column;
    }

    void add(List<Row> old, int cursorRow, int cursorColumn) {
        List<Cell> line = new ArrayList<>();
        int cursor = -1;
        for (int i = 0; i < old.size(); i++) {
            if (i == cursorRow) {
                cursor = line.size() + cursorColumn;
            }
            line.addAll(old.get(i).used(i == cursorRow ? cursorColumn : 0));
            if (!old.get(i).isGoingOn() || i == old.size() - 1) {
                if (cursor >= 0) {
                    row = rows.size() + cursor / columns;
                    column = cursor % columns;
                }
                add(line, cursor);
                line.clear();
                cursor = -1;
            }
        }
    }

    private void add(List<Cell> line, int cursor) {
        int end = Math.max(line.size(), cursor + 1);
        for (int start = 0; start == 0 || start < end; start += columns) {
            Row broken = new Row(columns, Cell.blank(0));
            for (int i = start; i < Math.min(line.size(), start + columns); i++) {
                broken.put(i - start, line.get(i));
            }
            if (start + columns < end) {
                broken.goOn();
            }
            rows.add(broken);
        }
    }
}
