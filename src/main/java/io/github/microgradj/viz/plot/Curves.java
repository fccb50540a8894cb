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
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeriesCollection;

/** Curves over one axis, as a picture or in a terminal. What is not finite is a gap. */
public final class Curves extends ChartPicture {
    /** Share of the values' range that is left free above and below them. */
    private static final double ROOM = 0.04;

    private final String title;
    private final String axis;
    private final List<Curve> curves;
    private final Optional<Trajectory> trail;

    /**
     * One curve.
     *
     * @param color curves of one number have one colour
     * @param y the value at each of {@code x}, which ascend
     */
    record Curve(String name, int color, boolean dashed, double[] x, double[] y) {}

    private Curves(String title, String axis, List<Curve> curves, Optional<Trajectory> trail) {
        this.title = title;
        this.axis = axis;
        this.curves = List.copyOf(curves);
        this.trail = trail;
    }

    /** No curves yet, under a title, over an axis. */
    public static Curves titled(String title, String axis) {
        return new Curves(title, axis, List.of(), Optional.empty());
    }

    /**
     * One more curve, in the next colour.
     *
     * @param x where, ascending
     * @param y the value at each of {@code x}
     * @throws IllegalArgumentException if there are not as many values as places
     */
    public Curves with(String name, double[] x, double[] y) {
        int solid = (int) curves.stream().filter(curve -> !curve.dashed()).count();
        return with(new Curve(name, solid, false, x.clone(), y.clone()));
    }

    /** One more curve, dashed, in the colour of the last where there are several: its derivative, say. */
    public Curves withDashed(String name, double[] x, double[] y) {
        int color = curves.isEmpty() ? 0 : curves.get(curves.size() - 1).color();
        return with(new Curve(name, color, true, x.clone(), y.clone()));
    }

    private Curves with(Curve curve) {
        if (curve.x().length != curve.y().length) {
            throw new IllegalArgumentException("a curve has a value at each place, was given " + curve.x().length
                    + " places and " + curve.y().length + " values");
        }
        List<Curve> more = new ArrayList<>(curves);
        more.add(curve);
        return new Curves(title, axis, more, trail);
    }

    /**
     * The same curves and a walk over them, its places numbered from 0.
     *
     * @param x where it was at each step, in any order
     * @param y how high it was
     * @throws IllegalArgumentException if there are none, or not as many of one as of the other
     */
    public Curves withTrail(String name, double[] x, double[] y) {
        return new Curves(title, axis, curves, Optional.of(new Trajectory(name, x.clone(), y.clone())));
    }

    @Override
    public List<String> terminal(int columns, ColorLevel colors, boolean unicode) {
        int width = Math.min(TextAxes.MOST_COLUMNS, columns);
        return terminal(width, TextAxes.rows(width), colors, unicode);
    }

    /**
     * The picture as lines of text: curves of braille dots; in ASCII, and without colours where there are several, of a symbol each.
     *
     * @param columns the most characters in a line
     * @param rows the number of lines of the plot itself, without title, axis and legend
     */
    public List<String> terminal(int columns, int rows, ColorLevel colors, boolean unicode) {
        return new CurveText(this, columns, rows, colors, unicode).lines();
    }

    String title() {
        return title;
    }

    /** The name of the axis below. */
    String axis() {
        return axis;
    }

    List<Curve> curves() {
        return curves;
    }

    /** A dashed curve has the colour of the one it belongs to, unless that is the only one: then the two are told apart by colour too. */
    int color(Curve curve) {
        boolean alone = curves.stream().filter(each -> !each.dashed()).count() == 1;
        return curve.dashed() && alone ? curve.color() + 1 : curve.color();
    }

    Optional<Trajectory> trail() {
        return trail;
    }

    /** Whether there are values at whole numbers alone, as at steps. */
    boolean isWhole() {
        return curves.stream()
                .flatMapToDouble(curve -> Arrays.stream(curve.x()))
                .allMatch(at -> at == Math.rint(at));
    }

    Interval x() {
        double[] x = curves.stream()
                .flatMapToDouble(curve -> Arrays.stream(curve.x()))
                .toArray();
        return range(Arrays.stream(x).min().orElse(0), Arrays.stream(x).max().orElse(0), 0);
    }

    /** Of a function the values nearly all of which lie close together, so that a pole does not flatten the rest; of steps all. */
    Interval y() {
        double[] y = Stream.concat(curves.stream().map(Curve::y), trail.stream().map(Trajectory::y))
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        if (y.length == 0) {
            return range(0, 0, ROOM);
        }
        Interval most = isWhole() ? new Interval(y[0], y[y.length - 1]) : Interval.ofMost(y);
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

    /** Curves as a chart. */
    private static final class CurvesChart {
        private CurvesChart() {}

        static JFreeChart of(Curves curves) {
            XYSeriesCollection all = new XYSeriesCollection();
            XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
            renderer.setDrawSeriesLineAsPath(true); // else dashes begin anew at each value, and none is seen
            for (Curve curve : curves.curves()) {
                int index = all.getSeriesCount();
                all.addSeries(Chart.series(curve.name(), curve.x(), curve.y()));
                Chart.drawLine(renderer, index, curves.color(curve), curve.dashed(), curve.x().length == 1);
            }
            NumberAxis places = Chart.axis(curves.axis(), curves.x());
            if (curves.isWhole()) {
                places.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
            }
            XYPlot plot = new XYPlot(all, places, Chart.axis("", curves.y()), renderer);
            curves.trail().ifPresent(walk -> TrajectoryChart.add(walk, plot));
            return Chart.of(curves.title(), plot);
        }
    }
}
