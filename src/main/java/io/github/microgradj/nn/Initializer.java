package io.github.microgradj.nn;

import io.github.microgradj.text.Named;
import java.util.List;
import java.util.Locale;

/** How the first weights of a layer are drawn: uniformly between -bound and bound. Biases start at 0. */
public enum Initializer {
    /** The bound is 1, whatever the width: micrograd's. */
    UNIFORM,
    /**
     * The bound is sqrt(6 / inputs), which keeps the variance of activations through layers of ReLU: He et al. (2015),
     * PyTorch's {@code kaiming_uniform_}.
     */
    HE,
    /**
     * The bound is sqrt(6 / (inputs + outputs)), which suits tanh and sigmoid: Glorot and Bengio (2010), PyTorch's
     * {@code xavier_uniform_}.
     */
    GLOROT;

    /**
     * Returns the initializer with this name: {@code uniform}, {@code he} or {@code glorot}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Initializer named(String name) {
        return Named.find(
                name,
                List.of(values()),
                Initializer::toString,
                names -> "an initializer is one of " + names + ", got " + name);
    }

    /** Returns the initializer that keeps the size of activations through layers of this kind. */
    public static Initializer suiting(Activation activation) {
        return activation == Activation.RELU || activation == Activation.LEAKYRELU ? HE : GLOROT;
    }

    /**
     * Returns the largest absolute value of a weight.
     *
     * @param nin the inputs of the layer
     * @param nout its neurons
     */
    double bound(int nin, int nout) {
        return switch (this) {
            case UNIFORM -> 1;
            case HE -> Math.sqrt(6.0 / nin);
            case GLOROT -> Math.sqrt(6.0 / (nin + nout));
        };
    }

    /** Returns the name by which {@link #named} finds this initializer. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
