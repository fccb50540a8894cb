package io.github.microgradj.editor.screen;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.WCWidth;

/** The rows and the cursor of a terminal, with the operations of xterm and similar terminals. */
final class Grid {
    private static final int TAB = 8;

    private record Place(int row, int column) {}

    private final List<String> scrolledOut = new ArrayList<>();
    private List<Row> rows = new ArrayList<>();
    /** The main screen while the alternate screen is shown, and otherwise an empty list. */
    private List<Row> hidden = List.of();

    private Place hiddenCursor = new Place(0, 0);
    private Place saved = new Place(0, 0);

    private int columns;
    private int row;
    private int column;
    /**
     * Whether the last column has been written. If so, the next character goes to the next row, unless the cursor moves
     * first.
     */
    private boolean wrapPending;

    /** The first row of the scrolling region. {@code bottom} is the row after the last. */
    private int top;

    private int bottom;
    private int style;
    private boolean inserting;

    Grid(int columns, int height) {
        this.columns = columns;
        this.bottom = height;
        for (int i = 0; i < height; i++) {
            rows.add(blank());
        }
    }

    private Row blank() {
        return new Row(columns, Cell.blank(style));
    }

    List<Row> rows() {
        return rows;
    }

    List<String> scrolledOut() {
        return scrolledOut;
    }

    int row() {
        return row;
    }

    int column() {
        return column;
    }

    int columns() {
        return columns;
    }

    int style() {
        return style;
    }

    void setStyle(int style) {
        this.style = style;
    }

    void setInserting(boolean inserting) {
        this.inserting = inserting;
    }

    void print(int codePoint) {
        int width = WCWidth.wcwidth(codePoint);
        if (width <= 0) {
            rows.get(row).combine(wrapPending ? column : Math.max(0, column - 1), codePoint);
            return;
        }
        if (wrapPending || column + width > columns) {
            rows.get(row).goOn();
            column = 0;
            lineFeed();
        }
        if (inserting) {
            insertCharacters(width);
        }
        rows.get(row).put(column, new Cell(Character.toString(codePoint), style));
        if (width == 2) {
            rows.get(row).put(column + 1, new Cell("", style));
        }
        wrapPending = column + width == columns;
        column = Math.min(column + width, columns - 1);
    }

    void moveTo(int newRow, int newColumn) {
        row = Math.max(0, Math.min(rows.size() - 1, newRow));
        column = Math.max(0, Math.min(columns - 1, newColumn));
        wrapPending = false;
    }

    void moveBy(int down, int right) {
        moveTo(row + down, column + right);
    }

    void tab() {
        moveTo(row, (column / TAB + 1) * TAB);
    }

    void lineFeed() {
        wrapPending = false;
        if (row == bottom - 1) {
            scrollUp(1);
        } else {
            moveTo(row + 1, column);
        }
    }

    void reverseLineFeed() {
        wrapPending = false;
        if (row == top) {
            scrollDown(1);
        } else {
            moveTo(row - 1, column);
        }
    }

    void setRegion(int first, int end) {
        top = first;
        bottom = Math.min(end, rows.size());
        moveTo(0, 0);
    }

    void scrollUp(int count) {
        if (top == 0 && hidden.isEmpty()) {
            rows.subList(0, Math.min(count, bottom)).forEach(gone -> scrolledOut.add(gone.text()));
        }
        move(top, bottom - 1, count);
    }

    void scrollDown(int count) {
        move(bottom - 1, top, count);
    }

    void insertLines(int count) {
        move(bottom - 1, row, count);
        moveTo(row, 0);
    }

    void deleteLines(int count) {
        move(row, bottom - 1, count);
        moveTo(row, 0);
    }

    /**
     * Removes rows at one index and inserts the same number of blank rows at another. The number is limited by the
     * distance between the two.
     */
    private void move(int from, int to, int count) {
        for (int i = 0; i < Math.min(count, Math.abs(to - from) + 1); i++) {
            rows.remove(from);
            rows.add(to, blank());
        }
    }

    void insertCharacters(int count) {
        rows.get(row).insert(column, count, Cell.blank(style));
        wrapPending = false;
    }

    void deleteCharacters(int count) {
        rows.get(row).delete(column, count, Cell.blank(style));
        wrapPending = false;
    }

    void eraseCharacters(int count) {
        erase(row, column, column + count);
    }

    private void erase(int line, int from, int to) {
        rows.get(line).erase(from, to, Cell.blank(style));
    }

    /**
     * Erases a part of the cursor's row. 0: from the cursor to the end, 1: from the start to the cursor, 2: everything.
     */
    void eraseInLine(int which) {
        int behind = wrapPending ? column + 1 : column;
        erase(row, which == 0 ? behind : 0, which == 1 ? column + 1 : columns);
    }

    void eraseInDisplay(int which) {
        eraseInLine(which);
        for (int i = which == 0 ? row + 1 : 0; i < (which == 1 ? row : rows.size()); i++) {
            erase(i, 0, columns);
        }
    }

    void save() {
        saved = new Place(row, column);
    }

    void restore() {
        moveTo(saved.row, saved.column);
    }

    void setAlternate(boolean shown) {
        if (shown && hidden.isEmpty()) {
            hidden = rows;
            hiddenCursor = new Place(row, column);
            rows = new ArrayList<>();
            hidden.forEach(each -> rows.add(blank()));
        } else if (!shown && !hidden.isEmpty()) {
            rows = hidden;
            hidden = List.of();
            moveTo(hiddenCursor.row, hiddenCursor.column);
        }
    }

    /** Resizes the screen and rewraps its lines. Rows that no longer fit scroll off the top. */
    void resize(int newColumns, int height) {
        Reflow reflow = new Reflow(newColumns);
        reflow.add(rows, row, wrapPending ? column + 1 : column);
        columns = newColumns;
        rows = reflow.rows();
        row = reflow.row();
        column = reflow.column();
        fit(height);
        top = 0;
        bottom = height;
        moveTo(row, column);
    }

    private void fit(int height) {
        while (rows.size() > height
                && row < rows.size() - 1
                && rows.get(rows.size() - 1).text().isEmpty()) {
            rows.remove(rows.size() - 1);
        }
        while (rows.size() > height) {
            scrolledOut.add(rows.remove(0).text());
            row--;
        }
        while (rows.size() < height) {
            rows.add(blank());
        }
    }
}
