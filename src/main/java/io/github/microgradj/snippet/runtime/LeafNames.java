package io.github.microgradj.snippet.runtime;

import io.github.microgradj.engine.Value;
import java.util.List;

/** What the learner calls leaves, and what they type to clear their gradients. */
public interface LeafNames {
    /** The names of leaves; of those that are held together one name: {@code 13 parameters of n}. */
    List<String> of(List<Value> leaves);

    /** Statements that clear the gradients: {@code p.grad = 0}, {@code n.zeroGrad()}; what to do in words, if there are none. */
    List<String> clearing(List<Value> leaves);
}
