package io.github.microgradj.viz;

import java.nio.file.Path;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeriesCollection;

/** How a training went: the loss, and the accuracy if there is one, step by step. */
public final class LossCurve {
    private final double[] losses;
    private final double[] accuracies;

    private LossCurve(double[] losses, double[] accuracies) {
        this.losses = losses.clone();
        this.accuracies = accuracies.clone();
    }

    /** The curve of the losses of steps 0, 1, 2 and so on. */
    public static LossCurve of(double[] losses) {
        return new LossCurve(losses, new double[0]);
    }

    /**
     * The curves of loss and accuracy.
     *
     * @param losses the loss of each step
     * @param accuracies the share of samples classified rightly in each step, from 0 to 1
     * @throws IllegalArgumentException if there are not as many accuracies as losses
     */
    public static LossCurve of(double[] losses, double[] accuracies) {
        if (losses.length != accuracies.length) {
            throw new IllegalArgumentException("each step has a loss and an accuracy, was given " + losses.length
                    + " losses and " + accuracies.length + " accuracies");
        }
        return new LossCurve(losses, accuracies);
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

    /** Writes the picture into a file: {@link #save(Path)}. */
    public Path save(String file) {
        return save(Path.of(file));
    }

    private JFreeChart chart() {
        NumberAxis steps = Chart.axis("step");
        steps.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        XYPlot plot = new XYPlot(null, steps, null, null);
        add(plot, 0, "loss", losses);
        JFreeChart chart = Chart.of("training", plot);
        if (accuracies.length > 0) {
            NumberAxis axis = add(plot, 1, "accuracy", accuracies);
            axis.setNumberFormatOverride(new DecimalFormat("0.##%", DecimalFormatSymbols.getInstance(Locale.ROOT)));
        }
        return chart;
    }

    private static NumberAxis add(XYPlot plot, int index, String name, double[] values) {
        double[] steps = IntStream.range(0, values.length).asDoubleStream().toArray();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        Chart.drawLine(renderer, 0, index, false, values.length == 1);
        NumberAxis axis = Chart.axis(name);
        plot.setDataset(index, new XYSeriesCollection(Chart.series(name, steps, values)));
        plot.setRenderer(index, renderer);
        plot.setRangeAxis(index, axis);
        plot.mapDatasetToRangeAxis(index, index);
        return axis;
    }
}
