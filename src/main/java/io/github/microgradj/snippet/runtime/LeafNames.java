package io.github.microgradj.snippet.runtime;

import io.github.microgradj.engine.Value;
import java.util.List;

/** The user's names for leaves, and the statements that clear their gradients. */
public interface LeafNames {
    /** Returns the names of leaves; leaves of one container share a name: {@code 13 parameters of n}. */
    List<String> of(List<Value> leaves);

    /**
     * Returns statements that clear the gradients: {@code p.grad = 0}, {@code n.zeroGrad()}; if there are none, an
     * instruction in words.
     */
    List<String> clearing(List<Value> leaves);
}
