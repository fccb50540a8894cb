package io.github.microgradj.nn;

import io.github.microgradj.engine.Value;
import java.util.List;

/** An object with trainable parameters: a neuron, a layer, a network, or a user-defined class. */
public interface Module {
    /** Returns the weights and biases, always the same nodes in the same order. */
    List<Value> parameters();

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
