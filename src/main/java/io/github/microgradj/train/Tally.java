package io.github.microgradj.train;

import io.github.microgradj.data.Dataset;
import io.github.microgradj.nn.MLP;
import java.util.Arrays;

/** An accumulator that computes a score from the predictions for individual samples; see {@link Metric}. */
final class Tally {
    private final Dataset data;
    /** The variance of all targets; 0 for classification. */
    private final double variance;

    private int samples;
    private int right;
    private double squaredErrors;

    Tally(Dataset data) {
        this.data = data;
        this.variance = data.isRegression() ? variance(data.targets()) : 0;
    }

    static double variance(double[] targets) {
        double mean = mean(targets);
        return Arrays.stream(targets).map(y -> (y - mean) * (y - mean)).sum() / targets.length;
    }

    static double mean(double[] targets) {
        double sum = 0;
        for (double target : targets) {
            sum += target;
        }
        return sum / targets.length;
    }

    /** Forgets all predictions. */
    void clear() {
        samples = 0;
        right = 0;
        squaredErrors = 0;
    }

    /** Adds the network's outputs for a sample. */
    void add(int sample, double[] outputs) {
        samples++;
        if (data.isRegression()) {
            double error = outputs[0] - data.targets()[sample];
            squaredErrors += error * error;
        } else if (MLP.classOf(outputs) == data.labels()[sample]) {
            right++;
        }
    }

    /**
     * Returns the score of the samples added since the last {@link #clear}. R2 always uses the variance of the whole
     * data set. If the variance is 0, R2 is 1 for exact predictions and otherwise 0, as in scikit-learn.
     */
    double score() {
        if (!data.isRegression()) {
            return right / (double) samples;
        }
        double error = squaredErrors / samples;
        return variance == 0 ? (error == 0 ? 1 : 0) : 1 - error / variance;
    }
}
