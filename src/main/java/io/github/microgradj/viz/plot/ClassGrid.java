package io.github.microgradj.viz.plot;

import io.github.microgradj.data.Dataset;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * The classes that a classifier predicts in the rectangle around a data set's samples. Each cell of a grid has one
 * class.
 *
 * @param x the range of the first feature, from left to right
 * @param y the range of the second feature, from bottom to top
 * @param columns the number of cells from left to right
 * @param rows the number of cells from bottom to top
 * @param classes the classes, row by row from the top
 */
public record ClassGrid(Interval x, Interval y, int columns, int rows, int[] classes) {
    /**
     * An interval of one feature's values.
     *
     * @param low the lower end
     * @param high the upper end
     */
    public record Interval(double low, double high) {
        /**
         * A value is an outlier if its distance from the middle 90% of the values is more than this many times the
         * range of the middle 90%. For example, values near a pole are outliers.
         */
        private static final double OUTLYING = 4;

        /** Returns the range of a feature in a data set, with a margin of 12% on both sides. */
        public static Interval of(Dataset data, int feature) {
            DoubleSummaryStatistics values = Arrays.stream(data.inputs())
                    .mapToDouble(row -> row[feature])
                    .summaryStatistics();
            double extent = values.getMax() - values.getMin();
            double room = extent > 0 ? 0.12 * extent : 1;
            return new Interval(values.getMin() - room, values.getMax() + room);
        }

        /**
         * Returns the interval between two numbers.
         *
         * @throws IllegalArgumentException if {@code low} is not below {@code high} or if their difference is not
         *      finite
         */
        static Interval between(double low, double high) {
            if (!(low < high) || !Double.isFinite(high - low)) {
                throw new IllegalArgumentException("a range must go from low to high, got " + low + " to " + high);
            }
            return new Interval(low, high);
        }

        /**
         * Returns the range of the values without outliers, so that a pole does not flatten the rest. A value is an
         * outlier if its distance from the middle 90% is more than {@value #OUTLYING} times the range of the middle
         * 90%.
         *
         * @param ascending the values in ascending order; there must be at least one
         */
        static Interval ofMost(double[] ascending) {
            double low = ascending[ascending.length / 20];
            double high = ascending[ascending.length - 1 - ascending.length / 20];
            double most = high > low ? OUTLYING * (high - low) : Double.POSITIVE_INFINITY;
            double[] kept = Arrays.stream(ascending)
                    .filter(value -> value >= low - most && value <= high + most)
                    .toArray();
            return new Interval(kept[0], kept[kept.length - 1]);
        }

        /**
         * Returns the centre of a cell. The cells are counted from the lower end, and there are {@code cells} of them.
         */
        double middle(double cell, int cells) {
            return low + (high - low) * (cell + 0.5) / cells;
        }

        /** Returns the cell that contains a value. */
        int cell(double value, int cells) {
            return (int) Math.min(cells - 1, Math.max(0, (value - low) / (high - low) * cells));
        }
    }

    /**
     * Predicts the class at the centre of each cell.
     *
     * @throws CancellationException if the calling thread is interrupted
     */
    public static ClassGrid of(Dataset data, Function<double[][], int[]> classesOf, int columns, int rows) {
        ClassGrid field = ofTraining(data, classesOf, columns, rows, columns * rows);
        checkInterrupted();
        return field;
    }

    /**
     * Predicts the classes during training. Does not check for an interrupt, because the training loop does.
     *
     * @param most the maximum number of points to predict; if there are more cells, the points are the centres of
     *      squares of cells
     */
    public static ClassGrid ofTraining(
            Dataset data, Function<double[][], int[]> classesOf, int columns, int rows, int most) {
        int side = 1;
        while (squares(columns, side) * squares(rows, side) > most) {
            side++;
        }
        Interval x = Interval.of(data, 0);
        Interval y = Interval.of(data, 1);
        int across = squares(columns, side);
        double[][] points = new double[across * squares(rows, side)][];
        double middle = (side - 1) / 2.0;
        for (int i = 0; i < points.length; i++) {
            double column = i % across * side + middle;
            double row = i / across * side + middle;
            points[i] = new double[] {x.middle(column, columns), y.middle(rows - 1 - row, rows)};
        }
        int[] classes = classesOf.apply(points);
        for (int label : classes) {
            check(label, data);
        }
        return new ClassGrid(x, y, columns, rows, side == 1 ? classes : spread(classes, side, columns, rows));
    }

    private static int squares(int cells, int side) {
        return (cells + side - 1) / side;
    }

    /** Returns the class of each cell, given the classes of the squares. */
    private static int[] spread(int[] classes, int side, int columns, int rows) {
        int across = squares(columns, side);
        int[] cells = new int[columns * rows];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = classes[i / columns / side * across + i % columns / side];
        }
        return cells;
    }

    /** Returns a classifier of many points, which applies the given classifier to each of them. */
    static Function<double[][], int[]> oneByOne(ToIntFunction<double[]> classOf) {
        return points -> Arrays.stream(points)
                .mapToInt(point -> {
                    checkInterrupted();
                    return classOf.applyAsInt(point);
                })
                .toArray();
    }

    /**
     * Checks for an interrupt.
     *
     * @throws CancellationException if the calling thread is interrupted
     */
    private static void checkInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("drawing was interrupted");
        }
    }

    private static void check(int label, Dataset data) {
        if (label < 0 || label >= data.classes()) {
            throw new IllegalArgumentException("the classifier must return a class from 0 to " + (data.classes() - 1)
                    + ", but it returned " + label);
        }
    }

    /** Returns the class of a cell. The top row is row 0. */
    public int at(int column, int row) {
        return classes[row * columns + column];
    }

    /** Returns the cell that contains a sample, as an index into {@link #classes}. */
    int cellOf(double[] sample) {
        return (rows - 1 - y.cell(sample[1], rows)) * columns + x.cell(sample[0], columns);
    }
}
