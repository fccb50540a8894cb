package io.github.microgradj.train;

import io.github.microgradj.data.Dataset;

/** The function that training minimizes. It computes the loss and the gradients of a batch. */
interface Objective {
    /**
     * The loss and the score of samples with the current parameters.
     *
     * @param loss the mean loss plus the regularization
     * @param score the accuracy or R2, see {@link Metric}
     */
    record Measure(double loss, double score) {}

    /** Measures a batch of training samples, given their indices, and sets the gradient of every parameter. */
    Measure measure(int[] batch);

    /** Returns a function that measures other samples without changing gradients. */
    Held holding(Dataset others);

    /** A function that measures held-out samples. */
    interface Held {
        /** Measures all held-out samples with the current parameters. */
        Measure measure();
    }
}
