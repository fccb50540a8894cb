package io.github.microgradj.viz.plot;

import io.github.microgradj.viz.terminal.StyledLine;

/** The characters of a plot in a terminal, with their colours. */
final class CellGrid {
    private final int columns;
    private final int rows;
    private final int[] characters;
    private final String[] styles;

    CellGrid(int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
        this.characters = new int[columns * rows];
        this.styles = new String[columns * rows];
    }

    int columns() {
        return columns;
    }

    int rows() {
        return rows;
    }

    /**
     * Sets a character.
     *
     * @param style the parameters of the escape sequence that selects the colours; empty if there are none
     */
    void put(int row, int column, int character, String style) {
        characters[row * columns + column] = character == ' ' ? 0 : character;
        styles[row * columns + column] = style;
    }

    int character(int row, int column) {
        return characters[row * columns + column];
    }

    boolean isBlank(int row, int column) {
        return characters[row * columns + column] == 0;
    }

    /** Appends a row, without its trailing blanks, to a line. */
    void write(int row, StyledLine line) {
        int end = columns;
        while (end > 0 && isBlank(row, end - 1)) {
            end--;
        }
        for (int column = 0; column < end; column++) {
            if (isBlank(row, column)) {
                line.append("", ' ');
            } else {
                line.append(styles[row * columns + column], character(row, column));
            }
        }
    }
}
