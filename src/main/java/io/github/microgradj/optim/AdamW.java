package io.github.microgradj.optim;

/**
 * AdamW of Loshchilov and Hutter (2019), as PyTorch computes it: {@code p -= rate * decay * p}, then the step of
 * {@link Adam}. The decay of the weights does not pass through Adam's means, as an L2 penalty in the loss does.
 */
public final class AdamW implements Optimizer {
    private final double decay;
    private final Adam adam = new Adam();

    /** Creates AdamW with PyTorch's weight decay, 0.01. */
    public AdamW() {
        this(0.01);
    }

    /**
     * Creates AdamW with the given weight decay.
     *
     * @throws IllegalArgumentException if it is negative or not finite
     */
    public AdamW(double decay) {
        if (!(decay >= 0 && Double.isFinite(decay))) {
            throw new IllegalArgumentException("AdamW takes a weight decay from 0 up, got " + decay);
        }
        this.decay = decay;
    }

    @Override
    public void step(double[] data, double[] grad, double learningRate) {
        for (int i = 0; i < data.length; i++) {
            data[i] *= 1 - learningRate * decay;
        }
        adam.step(data, grad, learningRate);
    }

    @Override
    public String toString() {
        return "AdamW(decay=" + decay + ")";
    }
}
