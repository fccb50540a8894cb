package io.github.microgradj.viz.plot;

import io.github.microgradj.viz.plot.Contour.Arrow;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;

/**
 * Arrows that show a gradient at evenly spaced points of a plot. A steeper gradient has a longer arrow, and every arrow
 * fits in the cell around its point.
 */
final class ArrowField extends AbstractXYAnnotation {
    private static final long serialVersionUID = 1;

    private static final double HEAD = 6;
    private static final double SHORTEST = 7;

    private final transient List<Arrow> arrows;
    private final int columns;
    private final int rows;
    private final transient Ink ink;

    /**
     * A function that chooses a readable colour for a position. Coordinates run from 0 to 1, from left to right and
     * from top to bottom.
     */
    interface Ink {
        Color at(double across, double down);
    }

    ArrowField(List<Arrow> arrows, int columns, int rows, Ink ink) {
        this.arrows = arrows;
        this.columns = columns;
        this.rows = rows;
        this.ink = ink;
    }

    @Override
    public void draw(
            Graphics2D g,
            XYPlot plot,
            Rectangle2D area,
            ValueAxis domainAxis,
            ValueAxis rangeAxis,
            int rendererIndex,
            PlotRenderingInfo info) {
        double steepest =
                arrows.stream().mapToDouble(ArrowField::steepness).max().orElse(0);
        double longest = 0.85 * Math.min(area.getWidth() / columns, area.getHeight() / rows);
        double shortest = Math.min(SHORTEST, longest);
        for (Arrow arrow : arrows) {
            if (steepness(arrow) <= 1e-9 * steepest) {
                continue;
            }
            double across = (arrow.column() + 0.5) / columns;
            double down = (arrow.row() + 0.5) / rows;
            // The square root keeps gentle slopes visible next to steep ones.
            double length = shortest + (longest - shortest) * Math.sqrt(steepness(arrow) / steepest);
            AffineTransform place = AffineTransform.getTranslateInstance(
                    area.getX() + across * area.getWidth(), area.getY() + down * area.getHeight());
            place.rotate(Math.atan2(-arrow.dy(), arrow.dx()));
            g.setColor(ink.at(across, down));
            g.fill(place.createTransformedShape(shape(length)));
        }
    }

    private static double steepness(Arrow arrow) {
        return Math.hypot(arrow.dx(), arrow.dy());
    }

    /** Returns an arrow that points to the right, centred at the origin. */
    static Shape shape(double length) {
        double head = Math.min(HEAD, length);
        double neck = length / 2 - head;
        Path2D path = new Path2D.Double();
        path.moveTo(-length / 2, -0.6);
        path.lineTo(neck, -0.6);
        path.lineTo(neck, -head * 0.42);
        path.lineTo(length / 2, 0);
        path.lineTo(neck, head * 0.42);
        path.lineTo(neck, 0.6);
        path.lineTo(-length / 2, 0.6);
        path.closePath();
        return path;
    }
}
