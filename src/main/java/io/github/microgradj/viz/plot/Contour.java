package io.github.microgradj.viz.plot;

import io.github.microgradj.viz.plot.ClassGrid.Interval;
import io.github.microgradj.viz.terminal.ColorLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.JFreeChart;

/**
 * A contour plot of a function of two variables. It shows the heights as bands of colour or as contour lines, with
 * arrows along the gradient or with a trajectory on top.
 *
 * <p>The function is sampled at the centre of each cell of a grid ({@link Surface}). {@link ContourLevels} then chooses
 * round heights between the minimum and the maximum of the samples, ignoring outliers, and each cell belongs to the
 * band between two heights. For {@code x * x + y * y} over [-2, 2] with levels 2, 4 and 6, the cell at (1, 1.5) has the
 * value 3.25 and belongs to band 1, between 2 and 4. Contour lines are not traced; they appear wherever neighbouring
 * cells are in different bands. Files show the bands as an interpolated image ({@link ContourChart}); terminals show
 * them as coloured half blocks, braille lines or ASCII shades ({@link ContourText}).
 *
 * <p>A function that is constant or nowhere finite has no contours. Drawing it throws an
 * {@link IllegalArgumentException}.
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
     * Returns the contour plot of a function over a rectangle, with arrows along the gradient.
     *
     * @param title the title of the plot
     * @param xName the name of the first variable
     * @param yName the name of the second variable
     * @param from the lower left corner
     * @param to the upper right corner
     * @throws IllegalArgumentException if the function does not have 2 variables or if {@code to} is not above and to
     *      the right of {@code from}
     */
    public static Contour of(
            ScalarFunction function, String title, String xName, String yName, double[] from, double[] to) {
        if (function.variables() != 2) {
            throw new IllegalArgumentException(
                    "a contour plot needs a function of 2 variables, but this one has " + function.variables());
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
     * Returns the same plot with a trajectory instead of the gradient. The points of the trajectory are numbered from
     * 0.
     *
     * @param name the name of the trajectory in the legend
     * @param xs the first coordinates of the points
     * @param ys the second coordinates of the points
     * @throws IllegalArgumentException if there are no points or if the numbers of coordinates differ
     */
    public Contour withTrail(String name, double[] xs, double[] ys) {
        return new Contour(function, title, axes, x, y, Optional.of(new Trajectory(name, xs.clone(), ys.clone())));
    }

    @Override
    public List<String> terminal(int columns, ColorLevel colors, boolean unicode) {
        int width = Math.min(TextAxes.MOST_COLUMNS, columns);
        int rows = TextAxes.rows(width);
        // The plot is at most twice as wide as it is high, and a character is about twice as high as it is wide.
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

    /** Returns the names of the two variables. */
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

    /** An arrow that points uphill, with its column and row in a grid and the gradient there. */
    record Arrow(int column, int row, double dx, double dy) {}

    static boolean isArrowRow(int row, int rows, int everyRows) {
        return row % everyRows == (rows - 1) % everyRows / 2;
    }

    /**
     * Returns arrows for the gradients at the centres of evenly spaced cells of a grid. Leaves out gradients that are
     * not finite.
     */
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
