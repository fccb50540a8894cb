package io.github.microgradj.optim;

/**
 * A rule that updates parameters, given their gradients. An instance may keep state for its parameters, so it must be
 * used for the same parameters in every step.
 */
public interface Optimizer {
    /**
     * Takes one step, which updates the parameters in place.
     *
     * @param data the parameters
     * @param grad the derivative of the loss with respect to each parameter; the array is not changed
     * @param learningRate the learning rate
     */
    void step(double[] data, double[] grad, double learningRate);
}
