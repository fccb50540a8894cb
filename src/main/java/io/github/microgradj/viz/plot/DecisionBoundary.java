package io.github.microgradj.viz.plot;

import io.github.microgradj.data.Dataset;
import io.github.microgradj.nn.MLP;
import io.github.microgradj.viz.terminal.ColorLevel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jfree.chart.JFreeChart;

/**
 * The decision boundary of a classifier. The picture shows the plane of two features in the colours of the
 * classes, with the samples on top.
 */
public final class DecisionBoundary extends ChartPicture {
    private static final int MOST_COLUMNS = 72;

    private final Dataset data;
    private final Function<double[][], int[]> classesOf;

    private DecisionBoundary(Dataset data, Function<double[][], int[]> classesOf) {
        this.data = data;
        this.classesOf = classesOf;
    }

    /**
     * Returns the decision boundary of a classifier over the samples of a data set.
     *
     * @param data samples with 2 features
     * @param classOf the classifier, which maps 2 features to a class of {@code data}
     * @throws IllegalArgumentException if the samples do not have 2 features and classes
     */
    public static DecisionBoundary of(Dataset data, ToIntFunction<double[]> classOf) {
        return ofAll(data, ClassGrid.oneByOne(classOf));
    }

    /**
     * Returns the decision boundary of a network, which predicts all points at once.
     *
     * @param data samples with 2 features
     * @throws IllegalArgumentException if the samples do not have 2 features and classes, or if the network does not
     *      take 2 inputs
     */
    public static DecisionBoundary of(Dataset data, MLP model) {
        if (model.inputs() != data.features()) {
            throw new IllegalArgumentException("the model takes " + model.inputs() + " inputs, but " + data.name()
                    + " has " + data.features() + " features");
        }
        return ofAll(data, model::predictClass);
    }

    /** Returns whether a boundary can be drawn, that is, whether the samples have two features and classes. */
    public static boolean isPossible(Dataset data) {
        return data.features() == 2 && !data.isRegression();
    }

    private static DecisionBoundary ofAll(Dataset data, Function<double[][], int[]> classesOf) {
        if (data.isRegression()) {
            throw new IllegalArgumentException(
                    "a decision boundary needs classes, but " + data.name() + " has numbers to predict");
        }
        if (data.features() != 2) {
            throw new IllegalArgumentException(
                    "a decision boundary needs 2 features, but " + data.name() + " has " + data.features());
        }
        return new DecisionBoundary(data, classesOf);
    }

    @Override
    JFreeChart chart() {
        return BoundaryChart.of(data, classesOf);
    }

    /** Writes the picture to a file, as {@link #save(Path)} does. */
    public Path save(String file) {
        return save(Path.of(file));
    }

    @Override
    public List<String> terminal(int columns, ColorLevel colors, boolean unicode) {
        int width = Math.min(MOST_COLUMNS, columns);
        List<String> lines = new ArrayList<>(terminal(width, width * 3 / 10, colors));
        lines.add(legend(colors));
        return lines;
    }

    /**
     * Returns the picture as lines of text. With at least 256 colours, each character shows two cells of the plane as
     * half blocks, with samples in stronger colours. With fewer colours, each character shows one cell, and samples are
     * ASCII symbols. Without colours, regions are ASCII symbols, too.
     *
     * @param columns the width of each line in characters
     * @param rows the number of lines
     */
    public List<String> terminal(int columns, int rows, ColorLevel colors) {
        return new BoundaryText(data, colors).lines(classesOf, columns, rows);
    }

    /** Returns a line that shows, for each class, the colour or symbol that {@link #terminal} uses. */
    public String legend(ColorLevel colors) {
        return new BoundaryText(data, colors).legend();
    }
}
