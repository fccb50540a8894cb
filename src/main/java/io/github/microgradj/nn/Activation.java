package io.github.microgradj.nn;

import io.github.microgradj.engine.Op;
import io.github.microgradj.engine.Value;
import io.github.microgradj.text.Named;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The activation function of a neuron. */
public enum Activation {
    /** The identity, x. */
    LINEAR("Linear", null),
    /** max(x, 0). */
    RELU("ReLU", Op.RELU),
    /** x if it is above 0, otherwise 0.01 x, so that an inactive neuron can still learn. */
    LEAKYRELU("LeakyReLU", Op.LEAKY_RELU),
    /** The hyperbolic tangent. */
    TANH("Tanh", Op.TANH),
    /** The logistic function 1 / (1 + e^-x). */
    SIGMOID("Sigmoid", Op.SIGMOID);

    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // The constants of Op are immutable.
    private final @Nullable Op op;

    Activation(String title, @Nullable Op op) {
        this.title = title;
        this.op = op;
    }

    /**
     * Returns the activation with this name, such as {@code relu}.
     *
     * @throws IllegalArgumentException if there is no such activation
     */
    public static Activation named(String name) {
        return Named.find(
                name,
                List.of(values()),
                Activation::toString,
                names -> "expected an activation, one of " + names + ", got " + name);
    }

    /** Returns the activation of {@code x} as a node of the graph; {@link #LINEAR} returns {@code x} itself. */
    public Value of(Value x) {
        return op == null ? x : Value.apply(op, x, 0);
    }

    /** Returns the activation of a plain number, without a graph. */
    public double of(double x) {
        return op == null ? x : op.forward().apply(x, 0);
    }

    /** Returns the operation of this activation; empty for {@link #LINEAR}. */
    public Optional<Op> op() {
        return Optional.ofNullable(op);
    }

    /** Returns the prefix of a neuron's name, such as {@code ReLU}. */
    public String title() {
        return title;
    }

    /** Returns the name by which {@link #named} finds this activation. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
