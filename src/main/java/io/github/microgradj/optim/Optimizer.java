package io.github.microgradj.optim;

/** A rule that moves parameters against their gradient; an instance serves one set of parameters, whose history it may keep. */
public interface Optimizer {
    /**
     * Takes one step, in place.
     *
     * @param data the parameters, changed
     * @param grad the derivative of the loss by each, unchanged
     * @param learningRate the size of the step
     */
    void step(double[] data, double[] grad, double learningRate);
}
