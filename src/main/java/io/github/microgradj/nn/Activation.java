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
    /** x above 0, else 0.01 x: a neuron that is never active can still learn. */
    LEAKYRELU("LeakyReLU", Op.LEAKY_RELU),
    /** The hyperbolic tangent. */
    TANH("Tanh", Op.TANH),
    /** The logistic function 1 / (1 + e^-x). */
    SIGMOID("Sigmoid", Op.SIGMOID);

    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // Op's rows are constants.
    private final @Nullable Op op;

    Activation(String title, @Nullable Op op) {
        this.title = title;
        this.op = op;
    }

    /**
     * Returns the activation with this name, such as {@code relu}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Activation named(String name) {
        return Named.find(
                name,
                List.of(values()),
                Activation::toString,
                names -> "an activation is one of " + names + ", got " + name);
    }

    /** Returns the activation of {@code x} as a node of the graph; {@link #LINEAR} returns {@code x} itself. */
    public Value of(Value x) {
        return op == null ? x : Value.apply(op, x, 0);
    }

    /** Returns the activation of a plain number, without a graph. */
    public double of(double x) {
        return op == null ? x : op.forward().apply(x, 0);
    }

    /** Returns the operation of this activation; {@link #LINEAR} has none. */
    public Optional<Op> op() {
        return Optional.ofNullable(op);
    }

    /** Returns the prefix of a neuron's name: {@code ReLU}. */
    public String title() {
        return title;
    }

    /** Returns the name by which {@link #named} finds this activation. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
