package io.github.microgradj.viz.plot;

import io.github.microgradj.viz.plot.ClassGrid.Interval;
import io.github.microgradj.viz.terminal.ColorLevel;
import io.github.microgradj.viz.terminal.TerminalColor;
import java.util.Arrays;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.data.statistics.HistogramDataset;

/** A histogram, which shows how many numbers fall into each of several bins of equal width. */
public final class Histogram extends ChartPicture {
    private static final int BINS = 30;
    private static final String EIGHTHS = " ▁▂▃▄▅▆▇█";

    private final String title;
    private final String axis;
    private final double[] numbers;
    private final Interval range;

    private Histogram(String title, String axis, double[] numbers) {
        this.title = title;
        this.axis = axis;
        this.numbers = numbers;
        double low = Arrays.stream(numbers).min().orElse(0);
        double high = Arrays.stream(numbers).max().orElse(0);
        double room = high > low ? 0 : Math.max(1e-3, Math.abs(low) / 10);
        this.range = new Interval(low - room, high + room);
    }

    /**
     * Returns a histogram of the finite numbers. If any numbers are not finite, the title says how many.
     *
     * @param title the title of the plot
     * @param axis the name of the horizontal axis, which says what the numbers are
     * @throws IllegalArgumentException if no number is finite
     */
    public static Histogram of(String title, String axis, double[] numbers) {
        double[] finite = Arrays.stream(numbers).filter(Double::isFinite).toArray();
        if (finite.length == 0) {
            throw new IllegalArgumentException("none of the " + numbers.length + " " + axis + " is a finite number");
        }
        int left = numbers.length - finite.length;
        return new Histogram(left == 0 ? title : title + ", " + left + " of them not finite", axis, finite);
    }

    /** Returns how many numbers fall into each of the given number of bins, which have equal widths. */
    int[] counts(int bins) {
        int[] counts = new int[bins];
        for (double number : numbers) {
            counts[range.cell(number, bins)]++;
        }
        return counts;
    }

    @Override
    public List<String> terminal(int columns, ColorLevel colors, boolean unicode) {
        int width = Math.min(TextAxes.MOST_COLUMNS, columns);
        return terminal(width, TextAxes.rows(width), colors, unicode);
    }

    List<String> terminal(int columns, int rows, ColorLevel colors, boolean unicode) {
        int bins = Math.max(4, Math.min(BINS, (columns - 6) / 3));
        int[] counts = counts(bins);
        int most = Arrays.stream(counts).max().orElse(1);
        // Make the axis high enough for all ticks to be at whole numbers.
        TextAxes axes = new TextAxes(range, new Interval(0, Math.max(most, rows / 3)), false, columns, rows, unicode);
        CellGrid cells = new CellGrid(axes.columns(), axes.rows());
        String style = colors.select(TerminalColor.point(0), false);
        for (int bin = 0; bin < bins; bin++) {
            int eighths = (int) Math.round(8 * axes.rows() * (1 - axes.down(counts[bin])));
            int shown = counts[bin] > 0 ? Math.max(1, eighths) : 0; // Even one number among thousands is visible.
            int from = bin * axes.columns() / bins;
            int to = Math.max(from + 1, (bin + 1) * axes.columns() / bins - 1);
            for (int row = 0; row < axes.rows(); row++) {
                int part = Math.max(0, Math.min(8, shown - 8 * (axes.rows() - 1 - row)));
                if (part > 0) {
                    for (int column = from; column < to; column++) {
                        cells.put(row, column, unicode ? EIGHTHS.charAt(part) : '#', style);
                    }
                }
            }
        }
        return axes.around(title, cells, List.of());
    }

    @Override
    JFreeChart chart() {
        return HistogramChart.of(title, axis, numbers, BINS, range);
    }

    /** The drawing of a histogram as a chart. */
    private static final class HistogramChart {
        private HistogramChart() {}

        static JFreeChart of(String title, String axis, double[] numbers, int bins, Interval range) {
            HistogramDataset bars = new HistogramDataset();
            bars.addSeries(axis, numbers, bins, range.low(), range.high());
            XYBarRenderer renderer = new XYBarRenderer(0.06);
            renderer.setBarPainter(new StandardXYBarPainter());
            renderer.setShadowVisible(false);
            renderer.setSeriesPaint(0, Chart.color(TerminalColor.point(0)));
            NumberAxis counts = Chart.axis("how many");
            counts.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
            counts.setAutoRangeIncludesZero(true);
            JFreeChart chart = Chart.of(title, new XYPlot(bars, Chart.axis(axis, range), counts, renderer));
            chart.removeLegend();
            return chart;
        }
    }
}
