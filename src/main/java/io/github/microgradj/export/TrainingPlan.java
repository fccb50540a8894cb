package io.github.microgradj.export;

/**
 * The information needed to repeat a training run: the initial network, the samples and the settings.
 *
 * @param initial the network before the first step, with the same structure as the trained network
 * @param x the training samples, samples by unscaled features
 * @param y the class index or the target of each sample
 * @param loss the loss that was minimized
 * @param optimizer the name of the optimizer: {@code sgd}, {@code momentum}, {@code adam} or {@code adamw}
 * @param startRate the learning rate of the first step
 * @param endRate the learning rate at the end of the schedule, which is one step after the last update
 * @param steps the number of updates
 * @param batchSize the number of samples per step; 0 means all
 * @param seed the NumPy seed for the order of the samples
 * @param alpha the weight of the sum of squared parameters in the loss
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
    /** The loss that was minimized. */
    public enum Criterion {
        /** max(0, 1 - t*s) for a score s and a target t, which is -1 or 1. */
        HINGE,
        /** (s - t)^2 for a score s and a target t, which is -1 or 1. */
        SQUARED_SIGN,
        /** Binary cross-entropy of a logit. */
        BINARY_CROSS_ENTROPY,
        /** Softmax cross-entropy. */
        CROSS_ENTROPY,
        /** (s - t)^2 for a prediction s and a numeric target t, in units of the scaled target. */
        SQUARED_ERROR
    }
}
