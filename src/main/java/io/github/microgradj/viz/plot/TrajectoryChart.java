package io.github.microgradj.viz.plot;

import io.github.microgradj.viz.picture.BundledFont;
import io.github.microgradj.viz.terminal.TerminalColor;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * The drawing of a trajectory on a chart. It consists of the points, straight lines between them, and as many point
 * numbers as fit.
 */
final class TrajectoryChart {
    private static final Color COLOR = Chart.color(TerminalColor.point(1));
    /**
     * The width of a digit as a fraction of the plot's width. {@code LINE} is its height as a fraction of the plot's
     * height.
     */
    private static final double DIGIT = 0.014;

    private static final double LINE = 0.034;
    /** The approximate width of the plot in points, without title, axes and legend. {@code HEIGHT} is its height. */
    private static final double WIDTH = 640;

    private static final double HEIGHT = 430;
    /** The maximum number of points with outlines. More outlines would cover the points themselves. */
    private static final int MOST_OUTLINED = 40;

    private static final int MOST_NUMBERS = 16;

    private static final double[][] WAYS = {{0, -1}, {0, 1}, {1, 0}, {-1, 0}, {1, -1}, {-1, -1}, {1, 1}, {-1, 1}};

    private final Trajectory trail;
    private final XYPlot plot;
    private final TrajectoryLabels labels;
    private final List<Rectangle2D> taken = new ArrayList<>();

    private TrajectoryChart(Trajectory trail, XYPlot plot) {
        this.trail = trail;
        this.plot = plot;
        this.labels = TrajectoryLabels.of(trail.size(), i -> WIDTH * across(i), i -> HEIGHT * down(i));
    }

    /** Adds a trajectory to a plot whose axes have been set. */
    static void add(Trajectory trail, XYPlot plot) {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, true);
        renderer.setSeriesPaint(0, COLOR);
        boolean many = trail.size() > MOST_OUTLINED;
        renderer.setSeriesStroke(0, new BasicStroke(1.4f));
        renderer.setSeriesShape(0, many ? new Ellipse2D.Double(-2, -2, 4, 4) : new Ellipse2D.Double(-4, -4, 8, 8));
        renderer.setDrawOutlines(!many);
        renderer.setUseOutlinePaint(!many);
        renderer.setSeriesOutlinePaint(0, Color.WHITE);
        renderer.setSeriesOutlineStroke(0, new BasicStroke(1));
        int index = plot.getDatasetCount();
        plot.setDataset(index, new XYSeriesCollection(Chart.series(trail.name(), trail.x(), trail.y())));
        plot.setRenderer(index, renderer);
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD); // Draws the trajectory on top.
        new TrajectoryChart(trail, plot).number();
    }

    private void number() {
        for (int i = 0; i < trail.size(); i++) {
            taken.add(new Rectangle2D.Double(across(i) - 0.007, down(i) - 0.009, 0.014, 0.018));
        }
        int numbers = 0;
        for (int i : trail.byImportance()) {
            if (numbers < MOST_NUMBERS && number(i, String.valueOf(i))) {
                numbers++;
            }
        }
    }

    /**
     * Writes the number of a point next to it, where no other part of the trajectory has been drawn and no other point
     * is as near. Returns whether there was room.
     */
    private boolean number(int i, String text) {
        double width = DIGIT * text.length();
        for (double[] way : WAYS) {
            double x = across(i) + way[0] * (0.012 + width / 2);
            double y = down(i) + way[1] * (0.012 + LINE / 2);
            Rectangle2D place = new Rectangle2D.Double(x - width / 2, y - LINE / 2, width, LINE);
            if (isInside(place)
                    && taken.stream().noneMatch(place::intersects)
                    && labels.isNearest(
                            i, WIDTH * place.getMinX(), HEIGHT * place.getMinY(), WIDTH * width, HEIGHT * LINE)) {
                taken.add(place);
                XYTextAnnotation label =
                        new XYTextAnnotation(text, at(plot.getDomainAxis(), x), at(plot.getRangeAxis(), 1 - y));
                label.setFont(BundledFont.sized(11));
                label.setPaint(Chart.INK);
                label.setBackgroundPaint(new Color(255, 255, 255, 170));
                label.setTextAnchor(TextAnchor.CENTER);
                plot.addAnnotation(label);
                return true;
            }
        }
        return false;
    }

    private static boolean isInside(Rectangle2D place) {
        return place.getMinX() >= 0 && place.getMaxX() <= 1 && place.getMinY() >= 0 && place.getMaxY() <= 1;
    }

    private double across(int i) {
        return share(plot.getDomainAxis(), trail.x()[i]);
    }

    private double down(int i) {
        return 1 - share(plot.getRangeAxis(), trail.y()[i]);
    }

    private static double share(ValueAxis axis, double value) {
        return (value - axis.getLowerBound()) / axis.getRange().getLength();
    }

    private static double at(ValueAxis axis, double share) {
        return axis.getLowerBound() + share * axis.getRange().getLength();
    }
}
