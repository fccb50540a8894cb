package io.github.microgradj.nn;

import io.github.microgradj.engine.Op;
import io.github.microgradj.engine.Value;
import io.github.microgradj.text.Named;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a neuron does to its weighted sum. */
public enum Activation {
    /** The sum itself. */
    LINEAR("Linear", null),
    /** max(x, 0). */
    RELU("ReLU", Op.RELU),
    /** The hyperbolic tangent. */
    TANH("Tanh", Op.TANH),
    /** 1 / (1 + e^-x). */
    SIGMOID("Sigmoid", Op.SIGMOID);

    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // Op's rows are constants.
    private final @Nullable Op op;

    Activation(String title, @Nullable Op op) {
        this.title = title;
        this.op = op;
    }

    /**
     * The activation of that name: {@code linear}, {@code relu}, {@code tanh} or {@code sigmoid}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Activation named(String name) {
        return Named.find(
                name,
                List.of(values()),
                Activation::toString,
                names -> "an activation is one of " + names + ", was " + name);
    }

    /** The activation as a node of the graph; {@link #LINEAR} is {@code x} itself. */
    public Value of(Value x) {
        return op == null ? x : Value.apply(op, x, 0);
    }

    /** The same number without a graph. */
    public double of(double x) {
        return op == null ? x : op.forward().apply(x, 0);
    }

    /** The operation, if it is one: {@link #LINEAR} has none. */
    public Optional<Op> op() {
        return Optional.ofNullable(op);
    }

    /** As a neuron's name begins: {@code ReLU}. */
    public String title() {
        return title;
    }

    /** The name by which {@link #named} finds it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
