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

/** Where a classifier draws the line: the plane of two features in the colours of the classes, and the samples on it. */
public final class DecisionBoundary extends ChartPicture {
    private static final int MOST_COLUMNS = 72;

    private final Dataset data;
    private final Function<double[][], int[]> classesOf;

    private DecisionBoundary(Dataset data, Function<double[][], int[]> classesOf) {
        this.data = data;
        this.classesOf = classesOf;
    }

    /**
     * The decision boundary of a classifier around the samples of a data set.
     *
     * @param data samples of 2 features
     * @param classOf the classifier: from 2 features to a class of {@code data}
     * @throws IllegalArgumentException if the samples have another number of features
     */
    public static DecisionBoundary of(Dataset data, ToIntFunction<double[]> classOf) {
        return ofAll(data, ClassGrid.oneByOne(classOf));
    }

    /**
     * The decision boundary of a network, which predicts all points at once.
     *
     * @param data samples of 2 features
     * @throws IllegalArgumentException if the samples or the network have another number of features
     */
    public static DecisionBoundary of(Dataset data, MLP model) {
        if (model.inputs() != data.features()) {
            throw new IllegalArgumentException("the model takes " + model.inputs() + " inputs, " + data.name() + " has "
                    + data.features() + " features");
        }
        return ofAll(data, model::predictClass);
    }

    private static DecisionBoundary ofAll(Dataset data, Function<double[][], int[]> classesOf) {
        if (data.features() != 2) {
            throw new IllegalArgumentException(
                    "a decision boundary is drawn over 2 features, " + data.name() + " has " + data.features());
        }
        return new DecisionBoundary(data, classesOf);
    }

    @Override
    JFreeChart chart() {
        return BoundaryChart.of(data, classesOf);
    }

    /** Writes the picture into a file: {@link #save(Path)}. */
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
     * The picture as lines of text: two cells of the plane in each character by half blocks, samples in stronger colours; without
     * colours, a symbol for each class in ASCII.
     *
     * @param columns the width of each line in characters
     * @param rows the number of lines
     */
    public List<String> terminal(int columns, int rows, ColorLevel colors) {
        return new BoundaryText(data, colors).lines(classesOf, columns, rows);
    }

    /** One line that says which class has which colour or symbol in {@link #terminal}. */
    public String legend(ColorLevel colors) {
        return new BoundaryText(data, colors).legend();
    }
}
