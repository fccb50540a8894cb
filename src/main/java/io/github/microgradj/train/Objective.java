package io.github.microgradj.train;

/** The function that training minimises: computes the loss and the gradients of a batch. */
interface Objective {
    /**
     * The measures of a batch with the current parameters.
     *
     * @param loss the mean loss plus the regularisation
     * @param accuracy the fraction classified correctly, from 0 to 1
     */
    record Measure(double loss, double accuracy) {}

    /** Measures a batch and sets the gradient of every parameter. */
    Measure measure(int[] batch);
}
