package io.github.microgradj.viz;

import io.github.microgradj.viz.Field.Range;
import io.github.microgradj.viz.terminal.ImageProtocol;
import java.awt.BasicStroke;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Curves over one axis, as a picture or in a terminal. What is not finite is a gap. */
public final class Curves {
    /** As many times the range of nearly all values as the range of all may be before it is cut, as at a pole. */
    private static final double OUTLYING = 4;

    private final String title;
    private final String axis;
    private final List<Curve> curves;

    /**
     * One curve.
     *
     * @param color curves of one number have one colour
     * @param y the value at each of {@code x}, which ascend
     */
    record Curve(String name, int color, boolean dashed, double[] x, double[] y) {}

    private Curves(String title, String axis, List<Curve> curves) {
        this.title = title;
        this.axis = axis;
        this.curves = List.copyOf(curves);
    }

    /** No curves yet, under a title, over an axis. */
    public static Curves titled(String title, String axis) {
        return new Curves(title, axis, List.of());
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

    /** One more curve, dashed, in the colour of the last: its derivative, say. */
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
        return new Curves(title, axis, more);
    }

    /**
     * Writes the picture into a file, whole or not at all.
     *
     * @param file its extension says what is written: {@code png} or {@code svg}
     * @return the file
     * @throws IllegalArgumentException if the extension is another or the folder does not exist
     */
    public Path save(Path file) {
        return Chart.save(file, this::chart);
    }

    /** The picture in a terminal that shows pictures. */
    public String terminal(ImageProtocol protocol, int columns) {
        return protocol.encode(Chart.png(chart()), columns);
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

    List<Curve> curves() {
        return curves;
    }

    /** Whether there are values at whole numbers alone, as at steps. */
    boolean isWhole() {
        return curves.stream()
                .flatMapToDouble(curve -> Arrays.stream(curve.x()))
                .allMatch(at -> at == Math.rint(at));
    }

    Range x() {
        return range(
                curves.stream()
                        .flatMapToDouble(curve -> Arrays.stream(curve.x()))
                        .toArray(),
                0);
    }

    /** Of a function the values nearly all of which lie close together, so that a pole does not flatten the rest; of steps all. */
    Range y() {
        double[] y = curves.stream()
                .flatMapToDouble(curve -> Arrays.stream(curve.y()))
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        double low = y.length == 0 ? 0 : y[y.length / 20];
        double high = y.length == 0 ? 0 : y[y.length - 1 - y.length / 20];
        double most = OUTLYING * (high - low);
        return range(
                most > 0 && !isWhole()
                        ? Arrays.stream(y)
                                .filter(v -> v >= low - most && v <= high + most)
                                .toArray()
                        : y,
                0.04);
    }

    private static Range range(double[] values, double room) {
        double low = Arrays.stream(values).min().orElse(0);
        double high = Arrays.stream(values).max().orElse(0);
        double margin = high > low ? room * (high - low) : Math.max(1, Math.abs(low) / 2);
        return new Range(low - margin, high + margin);
    }

    private JFreeChart chart() {
        XYSeriesCollection all = new XYSeriesCollection();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setDrawSeriesLineAsPath(true); // else dashes begin anew at each value, and none is seen
        for (int i = 0; i < curves.size(); i++) {
            Curve curve = curves.get(i);
            XYSeries series = new XYSeries(curve.name());
            for (int k = 0; k < curve.x().length; k++) {
                series.add(curve.x()[k], Double.isFinite(curve.y()[k]) ? curve.y()[k] : Double.NaN);
            }
            all.addSeries(series);
            renderer.setSeriesPaint(i, Chart.color(Swatch.point(curve.color())));
            renderer.setSeriesStroke(i, stroke(curve.dashed()));
            renderer.setSeriesShapesVisible(i, curve.x().length == 1);
        }
        NumberAxis places = ranged(axis, x());
        if (isWhole()) {
            places.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        }
        return Chart.of(title, new XYPlot(all, places, ranged("", y()), renderer));
    }

    private static BasicStroke stroke(boolean dashed) {
        return dashed
                ? new BasicStroke(1.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {6, 4}, 0)
                : new BasicStroke(1.8f);
    }

    private static NumberAxis ranged(String name, Range range) {
        NumberAxis axis = Chart.axis(name);
        axis.setRange(range.low(), range.high());
        return axis;
    }
}
