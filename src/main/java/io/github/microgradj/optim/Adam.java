package io.github.microgradj.optim;

/**
 * The Adam optimizer of Kingma and Ba (2015): {@code p -= rate * c / (1 - beta1^t) * m / (sqrt(v) + c * epsilon)} with
 * {@code c = sqrt(1 - beta2^t)} and running means {@code m} of the gradient and {@code v} of its square. This is
 * PyTorch's formula with numerator and denominator multiplied by c, which saves a division per parameter.
 */
public final class Adam implements Optimizer {
    private final double beta1;
    private final double beta2;
    private final double epsilon;
    private double[] mean = {};
    private double[] square = {};
    private int steps;

    /** Creates Adam with the constants of the paper: beta1 0.9, beta2 0.999 and epsilon 1e-8. */
    public Adam() {
        this(0.9, 0.999, 1e-8);
    }

    /**
     * Creates Adam with the given constants.
     *
     * @throws IllegalArgumentException if a beta is below 0 or not below 1, or epsilon is negative
     */
    public Adam(double beta1, double beta2, double epsilon) {
        if (!(beta1 >= 0 && beta1 < 1 && beta2 >= 0 && beta2 < 1 && epsilon >= 0)) {
            throw new IllegalArgumentException(
                    "expected betas of at least 0 and below 1, and an epsilon of at least 0; got beta1 " + beta1
                            + ", beta2 " + beta2 + ", epsilon " + epsilon);
        }
        this.beta1 = beta1;
        this.beta2 = beta2;
        this.epsilon = epsilon;
    }

    @Override
    public void step(double[] data, double[] grad, double learningRate) {
        mean = Optimizers.memory(mean, data);
        square = Optimizers.memory(square, data);
        steps++;
        double c = Math.sqrt(1 - StrictMath.pow(beta2, steps));
        double rate = learningRate * c / (1 - StrictMath.pow(beta1, steps));
        double offset = c * epsilon;
        for (int i = 0; i < data.length; i++) {
            mean[i] = beta1 * mean[i] + (1 - beta1) * grad[i];
            square[i] = beta2 * square[i] + (1 - beta2) * grad[i] * grad[i];
            data[i] -= rate * mean[i] / (Math.sqrt(square[i]) + offset);
        }
    }

    @Override
    public String toString() {
        return "Adam(beta1=" + beta1 + ", beta2=" + beta2 + ", epsilon=" + epsilon + ")";
    }
}
