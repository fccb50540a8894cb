package io.github.microgradj.nn;

import io.github.microgradj.engine.Value;
import java.util.List;
import java.util.Map;

/** An object with trainable parameters: a neuron, a layer, a network, or a user-defined class. */
public interface Module {
    /** Returns the trainable parameters. Every call returns the same nodes in the same order. */
    List<Value> parameters();

    /**
     * Returns the modules of which this one consists, by name, in the order in which data flows through them. A folded
     * graph has one box for each of them. By default, there are none.
     */
    default Map<String, Module> parts() {
        return Map.of();
    }

    /**
     * Sets the gradient of every parameter to 0. Call this before each {@link Value#backward()}, which adds to existing
     * gradients.
     */
    default void zeroGrad() {
        for (Value parameter : parameters()) {
            parameter.grad = 0;
        }
    }
}
