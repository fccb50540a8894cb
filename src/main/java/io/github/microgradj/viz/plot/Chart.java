package io.github.microgradj.viz.plot;

import io.github.microgradj.viz.picture.BundledFont;
import io.github.microgradj.viz.picture.PictureFile;
import io.github.microgradj.viz.picture.Raster;
import io.github.microgradj.viz.picture.TextFormat;
import io.github.microgradj.viz.terminal.TerminalColor;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGGraphics2DIOException;
import org.apache.batik.util.SVGConstants;
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
import org.w3c.dom.Document;

/** The look that all plots share, and their way into files. */
final class Chart {
    static final Color INK = new Color(0x1b2a38);

    private static final Color RULE = new Color(0xb8c4d0);
    /** A title has one line, else it takes the room of the plot. */
    private static final int LONGEST_TITLE = 60;

    private static final int WIDTH = 720;
    private static final int HEIGHT = 560;

    private Chart() {}

    static Color color(TerminalColor swatch) {
        return new Color(swatch.rgb());
    }

    /** A chart with a title above and a legend below. */
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
        // Room between labels, else there is one at every tenth.
        axis.setTickLabelInsets(new RectangleInsets(8, 14, 8, 4));
        axis.setAxisLinePaint(RULE);
        axis.setTickMarkPaint(RULE);
        axis.setAutoRangeIncludesZero(false);
        return axis;
    }

    /** An axis from one number to another. */
    static NumberAxis axis(String name, ClassGrid.Interval range) {
        NumberAxis axis = axis(name);
        axis.setRange(range.low(), range.high());
        return axis;
    }

    /** An axis on the left whose name is a letter or two, which need not be turned. */
    static NumberAxis uprightAxis(String name, ClassGrid.Interval range) {
        NumberAxis axis = axis(name, range);
        axis.setLabelAngle(Math.PI / 2);
        return axis;
    }

    /** Values at places; one that is not finite is a gap. */
    static XYSeries series(String name, double[] x, double[] y) {
        XYSeries series = new XYSeries(TextFormat.elided(name), false);
        for (int i = 0; i < x.length; i++) {
            series.add(x[i], Double.isFinite(y[i]) ? y[i] : Double.NaN);
        }
        return series;
    }

    /** Draws a series as a line, and as a dot where that is all there is. */
    static void drawLine(XYLineAndShapeRenderer renderer, int series, int color, boolean dashed, boolean dot) {
        renderer.setSeriesPaint(series, color(TerminalColor.point(color)));
        renderer.setSeriesStroke(
                series,
                dashed
                        ? new BasicStroke(1.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {6, 4}, 0)
                        : new BasicStroke(1.8f));
        renderer.setSeriesShapesVisible(series, dot);
    }

    static Path save(Path file, Supplier<JFreeChart> chart) {
        return save(file, WIDTH, HEIGHT, g -> chart.get().draw(g, page()));
    }

    /** Writes what is painted on so many points as a picture. */
    static Path save(Path file, int width, int height, Consumer<Graphics2D> painter) {
        boolean svg = PictureFile.extension(file, "png", "svg").equals("svg");
        PictureFile.write(file, () -> svg ? svg(width, height, painter) : Raster.png(width, height, painter));
        return file;
    }

    static byte[] png(JFreeChart chart) {
        return Raster.png(WIDTH, HEIGHT, g -> chart.draw(g, page()));
    }

    private static byte[] svg(int width, int height, Consumer<Graphics2D> painter) {
        SVGGraphics2D g = new SVGGraphics2D(emptySvg());
        g.setSVGCanvasSize(new Dimension(width, height));
        painter.accept(g);
        StringWriter text = new StringWriter();
        try {
            g.stream(text, true);
        } catch (SVGGraphics2DIOException e) {
            throw new IllegalStateException("cannot write the plot as SVG", e);
        }
        return PictureFile.utf8(BundledFont.withFallbacks(withoutDoctype(text.toString())));
    }

    /** A document type names a file of another host, which readers need not have and some fetch. */
    private static String withoutDoctype(String svg) {
        return svg.replaceFirst("<!DOCTYPE[^>]*>\\s*", "");
    }

    private static Document emptySvg() {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument(SVGConstants.SVG_NAMESPACE_URI, "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("this Java has no XML", e);
        }
    }

    private static Rectangle2D page() {
        return new Rectangle2D.Double(0, 0, WIDTH, HEIGHT);
    }
}
