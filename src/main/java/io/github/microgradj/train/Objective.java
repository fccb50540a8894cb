package io.github.microgradj.train;

import io.github.microgradj.data.Dataset;

/** The function that a training minimises: computes loss and gradients of a batch. */
interface Objective {
    /**
     * The measures of samples with the current parameters.
     *
     * @param loss the mean loss plus the regularisation
     * @param score the accuracy or R2, see {@link Metric}
     */
    record Measure(double loss, double score) {}

    /** Measures a batch of the training samples and sets the gradient of every parameter. */
    Measure measure(int[] batch);

    /** Returns a function that measures other samples, and changes nothing. */
    Held holding(Dataset others);

    /** Measures samples that are held out of the training. */
    interface Held {
        /** Measures all of them with the current parameters. */
        Measure measure();
    }
}
