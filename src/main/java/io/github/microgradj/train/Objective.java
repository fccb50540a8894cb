package io.github.microgradj.train;

/** The function a training minimises: where the loss of a batch becomes gradients. */
interface Objective {
    /**
     * The batch measured with the parameters as they are.
     *
     * @param loss the mean loss plus the regularisation
     * @param accuracy the part that is told right, from 0 to 1
     */
    record Measure(double loss, double accuracy) {}

    /** Measures a batch and sets the gradient of every parameter. */
    Measure measure(int[] batch);
}
