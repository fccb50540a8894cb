package io.github.microgradj.viz.plot;

import io.github.microgradj.viz.picture.BundledFont;
import io.github.microgradj.viz.picture.TextFormat;
import io.github.microgradj.viz.terminal.TerminalColor;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYSeries;

/** The appearance that all charts share. */
final class Chart {
    static final Color INK = new Color(0x1b2a38);

    private static final Color RULE = new Color(0xb8c4d0);
    /**
     * The maximum length of a title. A title must fit on one line, because a second line would take space from the
     * plot.
     */
    private static final int LONGEST_TITLE = 60;

    private static final int POINT_OPACITY = 160;

    private Chart() {}

    static Color color(TerminalColor swatch) {
        return new Color(swatch.rgb());
    }

    /** Returns a chart with its title above and its legend below. */
    static JFreeChart of(String title, XYPlot plot) {
        plot.setBackgroundPaint(Color.WHITE);
        plot.setOutlinePaint(RULE);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(RULE);
        plot.setRangeGridlineStroke(new BasicStroke(0.5f));
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        JFreeChart chart = new JFreeChart(TextFormat.elided(title, LONGEST_TITLE), BundledFont.sized(17), plot, false);
        chart.setBackgroundPaint(Color.WHITE);
        chart.setPadding(new RectangleInsets(12, 12, 8, 18));
        chart.getTitle().setPaint(INK);
        chart.getTitle().setMargin(0, 0, 8, 0);
        chart.addSubtitle(legend(plot));
        return chart;
    }

    private static LegendTitle legend(XYPlot plot) {
        LegendTitle legend = new LegendTitle(plot);
        legend.setPosition(RectangleEdge.BOTTOM);
        legend.setHorizontalAlignment(HorizontalAlignment.CENTER);
        legend.setFrame(BlockBorder.NONE);
        legend.setItemFont(BundledFont.sized(13));
        legend.setItemPaint(INK);
        legend.setItemLabelPadding(new RectangleInsets(2, 4, 2, 12));
        return legend;
    }

    static NumberAxis axis(String name) {
        NumberAxis axis = new NumberAxis(name);
        axis.setLabelFont(BundledFont.sized(13));
        axis.setLabelPaint(INK);
        axis.setTickLabelFont(BundledFont.sized(12));
        axis.setTickLabelPaint(INK);
        // Leave space between tick labels. Otherwise, JFreeChart would draw too many of them.
        axis.setTickLabelInsets(new RectangleInsets(8, 14, 8, 4));
        axis.setAxisLinePaint(RULE);
        axis.setTickMarkPaint(RULE);
        axis.setAutoRangeIncludesZero(false);
        return axis;
    }

    /** Returns an axis over the given range. */
    static NumberAxis axis(String name, ClassGrid.Interval range) {
        NumberAxis axis = axis(name);
        axis.setRange(range.low(), range.high());
        return axis;
    }

    /** Returns an axis for the left side with an upright name, which suits names of one or two letters. */
    static NumberAxis uprightAxis(String name, ClassGrid.Interval range) {
        NumberAxis axis = axis(name, range);
        axis.setLabelAngle(Math.PI / 2);
        return axis;
    }

    /** Returns a series of points. A value that is not finite becomes a gap. */
    static XYSeries series(String name, double[] x, double[] y) {
        XYSeries series = new XYSeries(TextFormat.elided(name), false);
        for (int i = 0; i < x.length; i++) {
            series.add(x[i], Double.isFinite(y[i]) ? y[i] : Double.NaN);
        }
        return series;
    }

    /** Makes a renderer draw a series as a line, with dots at the points of the series if {@code dot} is true. */
    static void drawLine(XYLineAndShapeRenderer renderer, int series, int color, boolean dashed, boolean dot) {
        renderer.setSeriesPaint(series, color(TerminalColor.point(color)));
        renderer.setSeriesStroke(
                series,
                dashed
                        ? new BasicStroke(1.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {6, 4}, 0)
                        : new BasicStroke(1.8f));
        renderer.setSeriesShapesVisible(series, dot);
    }

    /** Makes a renderer draw a series as translucent dots, so that places where dots overlap look darker. */
    static void drawPoints(XYLineAndShapeRenderer renderer, int series, int color) {
        Color opaque = color(TerminalColor.point(color));
        renderer.setSeriesPaint(series, new Color(opaque.getRed(), opaque.getGreen(), opaque.getBlue(), POINT_OPACITY));
        renderer.setSeriesLinesVisible(series, false);
        renderer.setSeriesShapesVisible(series, true);
        renderer.setSeriesShape(series, new Ellipse2D.Double(-3, -3, 6, 6));
    }
}
