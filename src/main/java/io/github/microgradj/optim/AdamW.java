package io.github.microgradj.optim;

/**
 * The AdamW optimizer of Loshchilov and Hutter (2019), computed as in PyTorch: {@code p -= rate * decay * p}, then a
 * step of {@link Adam}. Unlike an L2 penalty in the loss, the weight decay does not enter Adam's running means.
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
     * @throws IllegalArgumentException if the weight decay is negative or not finite
     */
    public AdamW(double decay) {
        if (!(decay >= 0 && Double.isFinite(decay))) {
            throw new IllegalArgumentException("expected a finite weight decay of at least 0, got " + decay);
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
