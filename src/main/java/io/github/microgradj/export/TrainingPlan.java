package io.github.microgradj.export;

/**
 * What repeats a training: where it started, on which samples, and how.
 *
 * @param initial the network before the first step, of the same structure
 * @param x the training samples, samples by raw features
 * @param y the label or the number of each sample
 * @param loss what was minimised
 * @param optimizer the name of the optimizer: {@code sgd}, {@code momentum}, {@code adam} or {@code adamw}
 * @param startRate the learning rate of the first step
 * @param endRate the rate that the step after the last would have
 * @param steps the number of updates
 * @param batchSize the number of samples in a step; 0 means all
 * @param seed the NumPy seed of the order of the samples
 * @param alpha the weight of the sum of squared parameters
 */
public record TrainingPlan(
        DenseNetwork initial,
        double[][] x,
        double[] y,
        Criterion loss,
        String optimizer,
        double startRate,
        double endRate,
        int steps,
        int batchSize,
        long seed,
        double alpha) {
    /** The losses. */
    public enum Criterion {
        /** max(0, 1 - t*s) with targets -1 and 1. */
        HINGE,
        /** (s - t)^2 with targets -1 and 1. */
        SQUARED_SIGN,
        /** Binary cross-entropy of a logit. */
        BINARY_CROSS_ENTROPY,
        /** Softmax cross-entropy. */
        CROSS_ENTROPY,
        /** The squared difference of numbers, in units of the scaled target. */
        SQUARED_ERROR
    }
}
