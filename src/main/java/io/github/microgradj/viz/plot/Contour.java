package io.github.microgradj.viz.plot;

import io.github.microgradj.viz.plot.ClassGrid.Interval;
import io.github.microgradj.viz.terminal.ColorLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.JFreeChart;

/**
 * A function of two variables from above: bands of equal height, and arrows along its gradient or a walk over it. One that is the same
 * everywhere, or nowhere finite, has none and is refused where it is shown.
 */
public final class Contour extends ChartPicture {
    private final ScalarFunction function;
    private final String title;
    private final List<String> axes;
    private final Interval x;
    private final Interval y;
    private final Optional<Trajectory> trail;

    private Contour(
            ScalarFunction function,
            String title,
            List<String> axes,
            Interval x,
            Interval y,
            Optional<Trajectory> trail) {
        this.function = function;
        this.title = title;
        this.axes = axes;
        this.x = x;
        this.y = y;
        this.trail = trail;
    }

    /**
     * A function over a rectangle, with its gradient.
     *
     * @param xName what the first variable is called
     * @param yName what the second variable is called
     * @param from the lower left corner
     * @param to the upper right corner
     * @throws IllegalArgumentException if the function is of another number of variables, or the corners are not in order
     */
    public static Contour of(
            ScalarFunction function, String title, String xName, String yName, double[] from, double[] to) {
        if (function.variables() != 2) {
            throw new IllegalArgumentException(
                    "contours are of a function of 2 variables, was given one of " + function.variables());
        }
        return new Contour(
                function,
                title,
                List.of(xName, yName),
                Interval.between(from[0], to[0]),
                Interval.between(from[1], to[1]),
                Optional.empty());
    }

    /**
     * The same function with a walk over it in the place of the gradient, its places numbered from 0.
     *
     * @throws IllegalArgumentException if there are none, or not as many of one coordinate as of the other
     */
    public Contour withTrail(String name, double[] xs, double[] ys) {
        return new Contour(function, title, axes, x, y, Optional.of(new Trajectory(name, xs.clone(), ys.clone())));
    }

    @Override
    public List<String> terminal(int columns, ColorLevel colors, boolean unicode) {
        int width = Math.min(TextAxes.MOST_COLUMNS, columns);
        int rows = TextAxes.rows(width);
        // About as high as wide; characters are twice as high.
        return new ContourText(this, Math.min(width, 4 * rows), rows, colors, unicode).lines();
    }

    @Override
    JFreeChart chart() {
        return new ContourChart(this).chart();
    }

    ScalarFunction function() {
        return function;
    }

    String title() {
        return title;
    }

    /** The names of the two variables. */
    List<String> axes() {
        return axes;
    }

    Interval x() {
        return x;
    }

    Interval y() {
        return y;
    }

    Optional<Trajectory> trail() {
        return trail;
    }

    Surface surface(int columns, int rows) {
        return Surface.of(function, x, y, columns, rows);
    }

    /** An arrow uphill: where it stands, by columns and rows of a grid, and the gradient there. */
    record Arrow(int column, int row, double dx, double dy) {}

    static boolean isArrowRow(int row, int rows, int everyRows) {
        return row % everyRows == (rows - 1) % everyRows / 2;
    }

    /** The gradient in the middle of some cells of a grid, evenly spread; none where it is not finite. */
    List<Arrow> arrows(int columns, int rows, int everyColumns, int everyRows) {
        List<Arrow> arrows = new ArrayList<>();
        int left = (columns - 1) % everyColumns / 2;
        for (int row = 0; row < rows; row++) {
            if (!isArrowRow(row, rows, everyRows)) {
                continue;
            }
            for (int column = left; column < columns; column += everyColumns) {
                double[] gradient = function.sample(x.middle(column, columns), y.middle(rows - 1 - row, rows))
                        .gradient();
                if (Double.isFinite(gradient[0]) && Double.isFinite(gradient[1])) {
                    arrows.add(new Arrow(column, row, gradient[0], gradient[1]));
                }
            }
        }
        return arrows;
    }
}
