package io.github.microgradj.viz.plot;

import io.github.microgradj.data.Dataset;
import io.github.microgradj.viz.picture.TextFormat;
import io.github.microgradj.viz.terminal.TerminalColor;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.Function;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** The chart of a decision boundary. The samples are drawn on an image of the regions. */
final class BoundaryChart {
    private static final int COLUMNS = 320;
    private static final int ROWS = 240;
    /** The marker shapes of the classes. Classes differ in shape as well as in colour. */
    private static final List<Shape> SHAPES = List.of(
            new Ellipse2D.Double(-4.5, -4.5, 9, 9), new Rectangle2D.Double(-4, -4, 8, 8), triangle(), diamond());

    private BoundaryChart() {}

    static JFreeChart of(Dataset data, Function<double[][], int[]> classesOf) {
        ClassGrid field = ClassGrid.of(data, classesOf, COLUMNS, ROWS);
        XYPlot plot = new XYPlot(
                samples(data), Chart.axis("x1", field.x()), Chart.uprightAxis("x2", field.y()), renderer(data));
        JFreeChart chart = Chart.of(data.name(), plot);
        plot.setRangeGridlinesVisible(false);
        plot.setBackgroundImage(image(field));
        plot.setBackgroundImageAlpha(1);
        return chart;
    }

    private static XYSeriesCollection samples(Dataset data) {
        XYSeriesCollection samples = new XYSeriesCollection();
        for (int label = 0; label < data.classes(); label++) {
            // Each class has its own key, because two classes may have the same name.
            samples.addSeries(new XYSeries(
                    new ClassKey(label, TextFormat.elided(data.classNames().get(label))), false));
        }
        for (int i = 0; i < data.size(); i++) {
            samples.getSeries(data.labels()[i]).add(data.inputs()[i][0], data.inputs()[i][1]);
        }
        return samples;
    }

    private static XYLineAndShapeRenderer renderer(Dataset data) {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        renderer.setUseOutlinePaint(true);
        renderer.setDefaultOutlinePaint(Color.WHITE);
        for (int label = 0; label < data.classes(); label++) {
            renderer.setSeriesShape(label, SHAPES.get(label % SHAPES.size()));
            renderer.setSeriesPaint(label, Chart.color(TerminalColor.point(label)));
            renderer.setSeriesOutlinePaint(label, Chart.INK);
            renderer.setSeriesOutlineStroke(label, new BasicStroke(0.8f));
        }
        return renderer;
    }

    private static BufferedImage image(ClassGrid field) {
        BufferedImage image = new BufferedImage(field.columns(), field.rows(), BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < field.rows(); row++) {
            for (int column = 0; column < field.columns(); column++) {
                image.setRGB(
                        column, row, TerminalColor.field(field.at(column, row)).rgb());
            }
        }
        return image;
    }

    private static Shape triangle() {
        Path2D path = new Path2D.Double();
        path.moveTo(0, -5.5);
        path.lineTo(5, 4);
        path.lineTo(-5, 4);
        path.closePath();
        return path;
    }

    private static Shape diamond() {
        return AffineTransform.getRotateInstance(Math.PI / 4)
                .createTransformedShape(new Rectangle2D.Double(-4, -4, 8, 8));
    }

    private record ClassKey(int label, String name) implements Comparable<ClassKey> {
        @Override
        public int compareTo(ClassKey other) {
            return Integer.compare(label, other.label);
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
