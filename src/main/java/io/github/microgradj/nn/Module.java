package io.github.microgradj.nn;

import io.github.microgradj.engine.Value;
import java.util.List;

/** Something with trainable parameters: a neuron, a layer, a network, or a user's own class. */
public interface Module {
    /** Returns the weights and biases, always the same nodes in the same order. */
    List<Value> parameters();

    /** Sets the gradient of every parameter to 0, because {@link Value#backward()} adds to the existing gradients. */
    default void zeroGrad() {
        for (Value parameter : parameters()) {
            parameter.grad = 0;
        }
    }
}
