package io.github.microgradj.train;

import io.github.microgradj.data.Dataset;
import io.github.microgradj.nn.MLP;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The predictions of a network for a data set, compared with the targets: a confusion matrix for classes, errors for
 * numbers.
 */
public final class Predictions {
    private static final int MOST_CLASSES = 6;

    private final Dataset data;
    private final double[][] outputs;
    private final double score;

    private Predictions(Dataset data, double[][] outputs) {
        this.data = data;
        this.outputs = outputs;
        Tally tally = new Tally(data);
        for (int s = 0; s < outputs.length; s++) {
            tally.add(s, outputs[s]);
        }
        this.score = tally.score();
    }

    /**
     * Evaluates a network on a data set.
     *
     * @throws IllegalArgumentException if the number of features differs from the network's number of inputs
     */
    public static Predictions of(MLP model, Dataset data) {
        return new Predictions(data, model.predict(data.inputs()));
    }

    /** Returns the data set. */
    public Dataset data() {
        return data;
    }

    /** Returns the accuracy or, for regression, R2; see {@link Metric}. */
    public double score() {
        return score;
    }

    /** Returns the predicted class of each sample or, for regression, the predicted number. */
    public double[] predictions() {
        return Arrays.stream(outputs)
                .mapToDouble(output -> data.isRegression() ? output[0] : MLP.classOf(output))
                .toArray();
    }

    /** Returns the mean absolute error of a regression, in units of the target. */
    public double meanAbsoluteError() {
        double sum = 0;
        for (int s = 0; s < outputs.length; s++) {
            sum += Math.abs(outputs[s][0] - data.targets()[s]);
        }
        return sum / outputs.length;
    }

    /** Returns the number of samples by true class (the row) and predicted class (the column). */
    public int[][] confusion() {
        int[][] counts = new int[data.classes()][data.classes()];
        for (int s = 0; s < outputs.length; s++) {
            counts[data.labels()[s]][MLP.classOf(outputs[s])]++;
        }
        return counts;
    }

    /**
     * Returns the fraction of samples predicted as this class that belong to it; NaN if no sample is predicted as this
     * class.
     */
    public double precision(int label) {
        int[][] counts = confusion();
        int predicted = Arrays.stream(counts).mapToInt(row -> row[label]).sum();
        return predicted == 0 ? Double.NaN : counts[label][label] / (double) predicted;
    }

    /** Returns the fraction of samples of this class that are predicted correctly; NaN if the class has no samples. */
    public double recall(int label) {
        int[] row = confusion()[label];
        int all = Arrays.stream(row).sum();
        return all == 0 ? Double.NaN : row[label] / (double) all;
    }

    /**
     * Returns the precision and recall of each class on one line, such as {@code precision and recall: a 100%, 90%; b
     * 91%, 100%}. If there are many classes, only those with the lowest recall are included.
     */
    public String byClass() {
        int classes = data.classes();
        List<Integer> shown = IntStream.range(0, classes).boxed().collect(Collectors.toCollection(ArrayList::new));
        if (classes > MOST_CLASSES) {
            shown.sort(Comparator.comparingDouble(this::recall));
        }
        return shown.stream()
                .limit(MOST_CLASSES)
                .map(label ->
                        data.classNames().get(label) + " " + percent(precision(label)) + ", " + percent(recall(label)))
                .collect(Collectors.joining(
                        "; ",
                        classes > MOST_CLASSES
                                ? "precision and recall, lowest recall first: "
                                : "precision and recall: ",
                        classes > MOST_CLASSES ? "; ..." : ""));
    }

    private static String percent(double fraction) {
        return Double.isNaN(fraction) ? "none" : Math.round(100 * fraction) + "%";
    }

    /** Returns a summary such as {@code Predictions(iris, 30 samples, accuracy 96.67%)}. */
    @Override
    public String toString() {
        Metric metric = Metric.of(data);
        return "Predictions(" + data.name() + ", " + data.size() + " samples, " + metric + " " + metric.text(score)
                + ")";
    }
}
