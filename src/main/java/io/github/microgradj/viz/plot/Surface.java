package io.github.microgradj.viz.plot;

import io.github.microgradj.viz.plot.ClassGrid.Interval;
import java.util.Arrays;

/**
 * The values of a function of two variables at the centres of the cells of a grid.
 *
 * @param values the values, row by row from the top; those that are not finite are gaps
 */
record Surface(Interval x, Interval y, int columns, int rows, double[] values) {
    static Surface of(ScalarFunction function, Interval x, Interval y, int columns, int rows) {
        double[] values = new double[columns * rows];
        for (int i = 0; i < values.length; i++) {
            values[i] = function.value(x.middle(i % columns, columns), y.middle(rows - 1 - i / columns, rows));
        }
        return new Surface(x, y, columns, rows, values);
    }

    double at(int column, int row) {
        return values[row * columns + column];
    }

    boolean hasGaps() {
        return !Arrays.stream(values).allMatch(Double::isFinite);
    }

    /** Returns the finite values in ascending order. */
    double[] sorted() {
        return Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
    }

    /**
     * Returns the value at a position, interpolated from the four nearest cells. If one of them is a gap, returns the
     * value of the nearest cell. Coordinates run from 0 to 1, from left to right and from top to bottom.
     */
    double between(double across, double down) {
        double column = Math.max(0, Math.min(columns - 1.0, across * columns - 0.5));
        double row = Math.max(0, Math.min(rows - 1.0, down * rows - 0.5));
        int left = (int) Math.min(columns - 2.0, column);
        int top = (int) Math.min(rows - 2.0, row);
        double right = column - left;
        double below = row - top;
        double between = (1 - below) * ((1 - right) * at(left, top) + right * at(left + 1, top))
                + below * ((1 - right) * at(left, top + 1) + right * at(left + 1, top + 1));
        return Double.isFinite(between) ? between : at((int) Math.round(column), (int) Math.round(row));
    }
}
