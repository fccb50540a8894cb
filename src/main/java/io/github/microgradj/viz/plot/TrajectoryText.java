package io.github.microgradj.viz.plot;

import io.github.microgradj.viz.terminal.ColorLevel;
import io.github.microgradj.viz.terminal.StyledLine;
import io.github.microgradj.viz.terminal.TerminalColor;

/** The drawing of a trajectory on a plot in a terminal. It consists of the points and as many point numbers as fit. */
final class TrajectoryText {
    /** The approximate ratio of a character's height to its width. */
    private static final int CELL_HEIGHT = 2;

    private final Trajectory trail;
    private final TextAxes axes;
    private final boolean unicode;
    private final String style;

    TrajectoryText(Trajectory trail, TextAxes axes, ColorLevel colors, boolean unicode) {
        this.trail = trail;
        this.axes = axes;
        this.unicode = unicode;
        this.style = colors.select(TerminalColor.point(1), false);
    }

    String style() {
        return style;
    }

    void draw(CellGrid cells) {
        draw(cells, (row, column) -> style);
    }

    /** A function that returns the style of a character of the plot. */
    interface Styles {
        String at(int row, int column);
    }

    void draw(CellGrid cells, Styles styles) {
        boolean[][] taken = new boolean[cells.rows()][cells.columns()];
        TrajectoryLabels labels =
                TrajectoryLabels.of(trail.size(), i -> column(i, cells), i -> CELL_HEIGHT * row(i, cells));
        for (int i = 0; i < trail.size(); i++) {
            if (isShown(i)) {
                int row = row(i, cells);
                int column = column(i, cells);
                taken[row][column] = true;
                cells.put(row, column, unicode ? '●' : 'O', styles.at(row, column));
            }
        }
        for (int i : trail.byImportance()) {
            if (isShown(i)) {
                number(i, cells, labels, taken, styles);
            }
        }
    }

    private boolean isShown(int i) {
        double across = axes.across(trail.x()[i]);
        return across >= 0 && across <= 1 && axes.isInSight(trail.y()[i]);
    }

    private int row(int i, CellGrid cells) {
        return (int) Math.round(axes.down(trail.y()[i]) * (cells.rows() - 1));
    }

    private int column(int i, CellGrid cells) {
        return (int) Math.round(axes.across(trail.x()[i]) * (cells.columns() - 1));
    }

    /**
     * Writes the number of a point next to it, where no other part of the trajectory has been drawn and no other point
     * is as near. Blank cells of the plot are preferred.
     */
    private void number(int i, CellGrid cells, TrajectoryLabels labels, boolean[][] taken, Styles styles) {
        String text = String.valueOf(i);
        int row = row(i, cells);
        int column = column(i, cells);
        int length = text.length();
        int[][] places = {
            {row, column + 1},
            {row, column - length},
            {row - 1, column},
            {row + 1, column},
            {row - 1, column + 1},
            {row - 1, column - length},
            {row + 1, column + 1},
            {row + 1, column - length}
        };
        for (boolean onBlanks : new boolean[] {true, false}) {
            for (int[] place : places) {
                if (hasRoom(place[0], place[1], length, cells, taken, onBlanks)
                        && labels.isNearest(i, place[1], CELL_HEIGHT * place[0], length - 1, 0)) {
                    for (int k = 0; k < length; k++) {
                        int at = place[1] + k;
                        taken[place[0]][at] = true;
                        cells.put(place[0], at, text.charAt(k), styles.at(place[0], at));
                    }
                    return;
                }
            }
        }
    }

    private static boolean hasRoom(
            int row, int column, int length, CellGrid cells, boolean[][] taken, boolean onBlanks) {
        if (row < 0 || row >= cells.rows() || column < 0 || column + length > cells.columns()) {
            return false;
        }
        for (int at = column; at < column + length; at++) {
            if (taken[row][at] || (onBlanks && !cells.isBlank(row, at))) {
                return false;
            }
        }
        // A number next to a digit of another number would look like part of that number.
        return !isDigit(row, column - 1, cells, taken) && !isDigit(row, column + length, cells, taken);
    }

    private static boolean isDigit(int row, int column, CellGrid cells, boolean[][] taken) {
        return column >= 0
                && column < cells.columns()
                && taken[row][column]
                && Character.isDigit(cells.character(row, column));
    }

    /**
     * Returns the legend.
     *
     * @param markStyle the style of the mark; empty if the colour of each point depends on its background
     */
    TextAxes.Part legend(String markStyle) {
        StyledLine mark = new StyledLine();
        mark.append(markStyle, unicode ? '●' : 'O');
        return new TextAxes.Part(mark.end(), 1, trail.name());
    }
}
