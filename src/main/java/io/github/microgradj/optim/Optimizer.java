package io.github.microgradj.optim;

/**
 * A rule that moves parameters against their gradient. An instance serves one set of parameters and may keep state for
 * them.
 */
public interface Optimizer {
    /**
     * Takes one step, in place.
     *
     * @param data the parameters, which are updated
     * @param grad the derivative of the loss with respect to each parameter, unchanged
     * @param learningRate the step size
     */
    void step(double[] data, double[] grad, double learningRate);
}
