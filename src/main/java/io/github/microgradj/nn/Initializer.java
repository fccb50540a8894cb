package io.github.microgradj.nn;

import io.github.microgradj.text.Named;
import java.util.List;
import java.util.Locale;

/** The initial distribution of weights: uniform between -bound and bound. Biases start at 0. */
public enum Initializer {
    /** The bound is 1 for layers of any width, as in micrograd. */
    UNIFORM,
    /**
     * The bound is sqrt(6 / inputs), which preserves the variance of activations through ReLU layers, as in He et al.
     * (2015) and PyTorch's {@code kaiming_uniform_}.
     */
    HE,
    /**
     * The bound is sqrt(6 / (inputs + outputs)), which suits tanh and sigmoid, as in Glorot and Bengio (2010) and
     * PyTorch's {@code xavier_uniform_}.
     */
    GLOROT;

    /**
     * Returns the initializer with this name: {@code uniform}, {@code he} or {@code glorot}.
     *
     * @throws IllegalArgumentException if there is no such initializer
     */
    public static Initializer named(String name) {
        return Named.find(
                name,
                List.of(values()),
                Initializer::toString,
                names -> "expected an initializer, one of " + names + ", got " + name);
    }

    /** Returns the initializer that suits layers with this activation. */
    public static Initializer suiting(Activation activation) {
        return activation == Activation.RELU || activation == Activation.LEAKYRELU ? HE : GLOROT;
    }

    /**
     * Returns the largest absolute value of a weight.
     *
     * @param nin the number of inputs of the layer
     * @param nout the number of neurons in the layer
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
