package io.github.microgradj.optim;

/**
 * Gradient descent with optional momentum, {@code p -= rate * v} with {@code v = momentum * v + grad}, as in PyTorch's
 * {@code SGD}.
 */
public final class SGD implements Optimizer {
    private final double momentum;
    private double[] velocity = {};

    /** Creates plain gradient descent, {@code p -= rate * grad}. */
    public SGD() {
        this(0);
    }

    /**
     * Creates gradient descent with momentum.
     *
     * @throws IllegalArgumentException if the momentum is below 0 or not below 1
     */
    public SGD(double momentum) {
        if (!(momentum >= 0 && momentum < 1)) {
            throw new IllegalArgumentException("expected a momentum of at least 0 and below 1, got " + momentum);
        }
        this.momentum = momentum;
    }

    @Override
    public void step(double[] data, double[] grad, double learningRate) {
        velocity = Optimizers.memory(velocity, data);
        for (int i = 0; i < data.length; i++) {
            velocity[i] = momentum * velocity[i] + grad[i];
            data[i] -= learningRate * velocity[i];
        }
    }

    @Override
    public String toString() {
        return "SGD(momentum=" + momentum + ")";
    }
}
