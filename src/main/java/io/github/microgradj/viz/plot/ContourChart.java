package io.github.microgradj.viz.plot;

import io.github.microgradj.viz.picture.BundledFont;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.LookupPaintScale;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.PaintScaleLegend;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYSeriesCollection;

/** The chart of a contour plot. The arrows or the trajectory are drawn on an image of the bands. */
final class ContourChart {
    private static final int COLUMNS = 181;
    private static final int ROWS = 137;
    /** The number of image pixels for each sampled cell, in each direction. The values in between are interpolated. */
    private static final int FINER = 6;

    private static final Color GAP = new Color(0xd0d0d0);
    private static final int ARROWS_ACROSS = 15;
    private static final int ARROWS_DOWN = 12;

    private final Contour contour;
    private final Surface surface;
    private final ContourLevels levels;

    ContourChart(Contour contour) {
        this.contour = contour;
        this.surface = contour.surface(COLUMNS, ROWS);
        this.levels = ContourLevels.of(surface, 14, contour.trail().isPresent());
    }

    JFreeChart chart() {
        NumberAxis x = Chart.axis(contour.axes().get(0), contour.x());
        NumberAxis y = Chart.uprightAxis(contour.axes().get(1), contour.y());
        XYPlot plot = new XYPlot(new XYSeriesCollection(), x, y, new XYLineAndShapeRenderer());
        contour.trail().ifPresentOrElse(trail -> TrajectoryChart.add(trail, plot), () -> addArrows(plot));
        LegendItemCollection legend = plot.getLegendItems();
        if (contour.trail().isEmpty()) {
            legend.add(item("gradient (points uphill; longer is steeper)", ArrowField.shape(18), Chart.INK));
        }
        if (surface.hasGaps()) {
            legend.add(item("not finite", new Rectangle(-6, -6, 12, 12), GAP));
        }
        plot.setFixedLegendItems(legend);
        JFreeChart chart = Chart.of(contour.title(), plot);
        plot.setRangeGridlinesVisible(false);
        plot.setBackgroundImage(image());
        plot.setBackgroundImageAlpha(1);
        chart.addSubtitle(scale());
        return chart;
    }

    private void addArrows(XYPlot plot) {
        ArrowField field = new ArrowField(
                contour.arrows(ARROWS_ACROSS, ARROWS_DOWN, 1, 1), ARROWS_ACROSS, ARROWS_DOWN, this::inkAt);
        plot.addAnnotation(field);
    }

    private static LegendItem item(String text, Shape shape, Color color) {
        return new LegendItem(text, null, null, null, shape, color);
    }

    private Color inkAt(double across, double down) {
        int band = levels.band(surface.between(across, down));
        return band >= 0 && levels.isDark(band) ? Color.WHITE : Chart.INK;
    }

    private BufferedImage image() {
        int width = COLUMNS * FINER;
        int height = ROWS * FINER;
        int[] colors = new int[levels.bands()];
        Arrays.setAll(colors, band -> levels.color(band).rgb());
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                int band = levels.band(surface.between((column + 0.5) / width, (row + 0.5) / height));
                image.setRGB(column, row, band < 0 ? GAP.getRGB() : colors[band]);
            }
        }
        return image;
    }

    /** Returns the colour scale, which is a strip of equally high bands, labelled with the levels between them. */
    private PaintScaleLegend scale() {
        int heights = levels.heights().length;
        LookupPaintScale paints = new LookupPaintScale(-1, heights, Chart.color(levels.color(0)));
        String[] texts = new String[heights];
        for (int i = 0; i < heights; i++) {
            paints.add(i, Chart.color(levels.color(i + 1)));
            texts[i] = levels.text(i);
        }
        SymbolAxis axis = new SymbolAxis("", texts);
        axis.setRange(-1, heights);
        axis.setGridBandsVisible(false);
        axis.setTickLabelFont(BundledFont.sized(12));
        axis.setTickLabelPaint(Chart.INK);
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
        PaintScaleLegend scale = new PaintScaleLegend(paints, axis);
        scale.setPosition(RectangleEdge.RIGHT);
        scale.setSubdivisionCount(levels.bands());
        scale.setStripWidth(16);
        scale.setStripOutlineVisible(false);
        scale.setMargin(new RectangleInsets(4, 10, 56, 0));
        scale.setBackgroundPaint(Color.WHITE);
        return scale;
    }
}
