package io.github.microgradj.viz.plot;

import io.github.microgradj.viz.plot.ClassGrid.Interval;
import io.github.microgradj.viz.terminal.ColorLevel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeriesCollection;

/** A plot of curves and points over one axis, for files and terminals. Values that are not finite are gaps. */
public final class Curves extends ChartPicture {
    /** The margin above and below the values, as a fraction of their range. */
    private static final double ROOM = 0.04;

    private final String title;
    private final String axis;
    private final String values;
    private final List<Curve> curves;
    private final Optional<Trajectory> trail;
    private final Optional<Interval> xLimits;
    private final Optional<Interval> yLimits;

    /** The style in which a curve is drawn. */
    enum Stroke {
        SOLID,
        DASHED,
        /** As separate points. */
        POINTS
    }

    /**
     * A single curve of the plot.
     *
     * @param color the number of the colour; curves with the same number have the same colour
     * @param x the x values, in ascending order for a line and in any order for points
     * @param y the value at each {@code x}
     */
    record Curve(String name, int color, Stroke stroke, double[] x, double[] y) {
        boolean dashed() {
            return stroke == Stroke.DASHED;
        }

        boolean isPoints() {
            return stroke == Stroke.POINTS;
        }
    }

    private Curves(
            String title,
            String axis,
            String values,
            List<Curve> curves,
            Optional<Trajectory> trail,
            Optional<Interval> xLimits,
            Optional<Interval> yLimits) {
        this.title = title;
        this.axis = axis;
        this.values = values;
        this.curves = List.copyOf(curves);
        this.trail = trail;
        this.xLimits = xLimits;
        this.yLimits = yLimits;
    }

    /**
     * Returns a plot without curves.
     *
     * @param title the title of the plot
     * @param axis the name of the x axis
     */
    public static Curves titled(String title, String axis) {
        return titled(title, axis, "");
    }

    /**
     * Returns a plot without curves.
     *
     * @param title the title of the plot
     * @param axis the name of the x axis
     * @param values the name of the y axis, which only files show
     */
    public static Curves titled(String title, String axis, String values) {
        return new Curves(title, axis, values, List.of(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * Returns this plot with one more curve, in the next colour.
     *
     * @param name the name of the curve in the legend
     * @param x the x values in ascending order
     * @param y the value at each {@code x}
     * @throws IllegalArgumentException if {@code x} and {@code y} differ in length
     */
    public Curves with(String name, double[] x, double[] y) {
        return with(new Curve(name, nextColor(), Stroke.SOLID, x.clone(), y.clone()));
    }

    /**
     * Returns this plot with separate points, in the next colour, on top of its existing curves and points.
     *
     * @param name the name of the points in the legend
     * @param x the x value of each point, in any order
     * @param y the y value of each point
     * @throws IllegalArgumentException if {@code x} and {@code y} differ in length
     */
    public Curves withPoints(String name, double[] x, double[] y) {
        return with(new Curve(name, nextColor(), Stroke.POINTS, x.clone(), y.clone()));
    }

    private int nextColor() {
        return (int) curves.stream().filter(curve -> !curve.dashed()).count();
    }

    /**
     * Returns this plot with one more curve, which is dashed. If the plot has several curves that are not dashed, the
     * new one has the colour of the preceding curve, so that it can show the derivative of that curve.
     *
     * @throws IllegalArgumentException if {@code x} and {@code y} differ in length
     */
    public Curves withDashed(String name, double[] x, double[] y) {
        int color = curves.isEmpty() ? 0 : curves.get(curves.size() - 1).color();
        return with(new Curve(name, color, Stroke.DASHED, x.clone(), y.clone()));
    }

    private Curves with(Curve curve) {
        if (curve.x().length != curve.y().length) {
            throw new IllegalArgumentException("a curve must have one y for each x, got " + curve.x().length + " x and "
                    + curve.y().length + " y");
        }
        List<Curve> more = new ArrayList<>(curves);
        more.add(curve);
        return new Curves(title, axis, values, more, trail, xLimits, yLimits);
    }

    /**
     * Returns this plot with a trajectory, whose points are numbered from 0.
     *
     * @param name the name of the trajectory in the legend
     * @param x the x value of each point, in any order
     * @param y the y value of each point
     * @throws IllegalArgumentException if there are no points or if {@code x} and {@code y} differ in length
     */
    public Curves withTrail(String name, double[] x, double[] y) {
        Trajectory named = new Trajectory(name, x.clone(), y.clone());
        return new Curves(title, axis, values, curves, Optional.of(named), xLimits, yLimits);
    }

    /**
     * Returns this plot with fixed limits for its axes.
     *
     * @param x the lowest and the highest x; empty for limits that fit the values
     * @param y the lowest and the highest y; empty for limits that fit the values
     */
    public Curves limited(double[] x, double[] y) {
        return new Curves(title, axis, values, curves, trail, limits(x), limits(y));
    }

    private static Optional<Interval> limits(double... limits) {
        return limits.length == 0 ? Optional.empty() : Optional.of(new Interval(limits[0], limits[1]));
    }

    @Override
    public List<String> terminal(int columns, ColorLevel colors, boolean unicode) {
        int width = Math.min(TextAxes.MOST_COLUMNS, columns);
        return terminal(width, TextAxes.rows(width), colors, unicode);
    }

    /**
     * Returns the plot as lines of text. Curves are drawn in braille dots. In ASCII, or if there are several curves but
     * no colours, each curve is drawn with its own symbol.
     *
     * @param columns the maximum number of characters per line
     * @param rows the number of lines of the plot itself, without title, axis and legend
     */
    public List<String> terminal(int columns, int rows, ColorLevel colors, boolean unicode) {
        return new CurveText(this, columns, rows, colors, unicode).lines();
    }

    String title() {
        return title;
    }

    /** Returns the name of the x axis. */
    String axis() {
        return axis;
    }

    List<Curve> curves() {
        return curves;
    }

    /**
     * Returns the colour of a curve. A dashed curve has the colour of the curve to which it belongs, unless that is the
     * only curve that is not dashed.
     */
    int color(Curve curve) {
        boolean alone = curves.stream().filter(each -> !each.dashed()).count() == 1;
        return curve.dashed() && alone ? curve.color() + 1 : curve.color();
    }

    Optional<Trajectory> trail() {
        return trail;
    }

    boolean hasPoints() {
        return curves.stream().anyMatch(Curve::isPoints);
    }

    /** Returns whether all x values are whole numbers, as steps are. */
    boolean isWhole() {
        return curves.stream()
                .flatMapToDouble(curve -> Arrays.stream(curve.x()))
                .allMatch(at -> at == Math.rint(at));
    }

    Interval x() {
        if (xLimits.isPresent()) {
            return xLimits.get();
        }
        double[] x = curves.stream()
                .flatMapToDouble(curve -> Arrays.stream(curve.x()))
                .toArray();
        return range(Arrays.stream(x).min().orElse(0), Arrays.stream(x).max().orElse(0), hasPoints() ? ROOM : 0);
    }

    /**
     * Returns the range of the y values. A function's range excludes outliers, so that a pole does not flatten the
     * rest. The range of a curve over steps, and that of points, includes all values.
     */
    Interval y() {
        if (yLimits.isPresent()) {
            return yLimits.get();
        }
        double[] y = Stream.concat(curves.stream().map(Curve::y), trail.stream().map(Trajectory::y))
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        if (y.length == 0) {
            return range(0, 0, ROOM);
        }
        Interval most = isWhole() || hasPoints() ? new Interval(y[0], y[y.length - 1]) : Interval.ofMost(y);
        return range(most.low(), most.high(), ROOM);
    }

    private static Interval range(double low, double high, double room) {
        double margin = high > low ? room * (high - low) : Math.max(1, Math.abs(low) / 2);
        return new Interval(low - margin, high + margin);
    }

    @Override
    JFreeChart chart() {
        return CurvesChart.of(this);
    }

    /** The drawing of curves as a chart. */
    private static final class CurvesChart {
        private CurvesChart() {}

        static JFreeChart of(Curves curves) {
            XYSeriesCollection all = new XYSeriesCollection();
            XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
            renderer.setDrawSeriesLineAsPath(true); // Otherwise dashes restart at each point.
            for (Curve curve : curves.curves()) {
                int index = all.getSeriesCount();
                all.addSeries(Chart.series(curve.name(), curve.x(), curve.y()));
                if (curve.isPoints()) {
                    Chart.drawPoints(renderer, index, curves.color(curve));
                } else {
                    Chart.drawLine(renderer, index, curves.color(curve), curve.dashed(), curve.x().length == 1);
                }
            }
            NumberAxis places = Chart.axis(curves.axis(), curves.x());
            if (curves.isWhole()) {
                places.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
            }
            XYPlot plot = new XYPlot(all, places, Chart.axis(curves.values, curves.y()), renderer);
            if (curves.hasPoints()) {
                plot.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
            }
            curves.trail().ifPresent(walk -> TrajectoryChart.add(walk, plot));
            return Chart.of(curves.title(), plot);
        }
    }
}
