package io.github.microgradj.snippet.runtime;

import io.github.microgradj.engine.Value;
import java.util.List;

/** The user's names for leaves, and the statements that clear their gradients. */
public interface LeafNames {
    /**
     * Returns the names of the given leaves. Leaves in the same container share a name, such as
     * {@code 13 parameters of n}.
     */
    List<String> of(List<Value> leaves);

    /**
     * Returns statements that clear the gradients of the given leaves, such as {@code p.grad = 0} and
     * {@code n.zeroGrad()}. If there are no such statements, returns an instruction in words.
     */
    List<String> clearing(List<Value> leaves);
}
