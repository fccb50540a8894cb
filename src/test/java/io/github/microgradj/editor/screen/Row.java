package io.github.microgradj.editor.screen;

import java.util.Arrays;
import java.util.List;

/** A row of the screen. */
final class Row {
    private final Cell[] cells;
    /** Whether the line of this row continues in the next row. */
    private boolean goingOn;

    Row(int columns, Cell filling) {
        cells = new Cell[columns];
        Arrays.fill(cells, filling);
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (Cell cell : cells) {
            text.append(cell.text());
        }
        return text.toString().stripTrailing();
    }

    Cell cell(int column) {
        return cells[column];
    }

    boolean isGoingOn() {
        return goingOn;
    }

    void goOn() {
        goingOn = true;
    }

    /** Returns the cells up to the last one that is not blank, but at least the given number of cells. */
    List<Cell> used(int least) {
        int end = cells.length;
        while (end > least && cells[end - 1].text().equals(" ") && !goingOn) {
            end--;
        }
        return Arrays.asList(cells).subList(0, end);
    }

    /** Sets a cell. If it overwrites one half of a wide character, the other half becomes blank. */
    void put(int column, Cell cell) {
        if (cells[column].isRightHalf() && !cell.isRightHalf()) {
            cells[column - 1] = Cell.blank(cells[column - 1].style());
        }
        cells[column] = cell;
        if (!cell.isRightHalf() && column + 1 < cells.length && cells[column + 1].isRightHalf()) {
            cells[column + 1] = Cell.blank(cells[column + 1].style());
        }
    }

    /** Adds a combining character to a cell. It does not take a column of its own. */
    void combine(int column, int codePoint) {
        cells[column] = new Cell(cells[column].text() + Character.toString(codePoint), cells[column].style());
    }

    void insert(int column, int count, Cell filling) {
        int shift = Math.min(count, cells.length - column);
        System.arraycopy(cells, column, cells, column + shift, cells.length - column - shift);
        Arrays.fill(cells, column, column + shift, filling);
    }

    void delete(int column, int count, Cell filling) {
        int shift = Math.min(count, cells.length - column);
        System.arraycopy(cells, column + shift, cells, column, cells.length - column - shift);
        Arrays.fill(cells, cells.length - shift, cells.length, filling);
    }

    void erase(int from, int to, Cell filling) {
        int end = Math.min(to, cells.length);
        Arrays.fill(cells, from, end, filling);
        goingOn &= end < cells.length;
    }
}
