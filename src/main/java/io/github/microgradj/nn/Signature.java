package io.github.microgradj.nn;

import java.util.List;

/**
 * The names of a network's inputs and outputs. They are optional, and allow the columns of new data to be matched by
 * name. A feature made from one word of a column is named {@code column=word}.
 *
 * @param features the name of each input; may be empty
 * @param target the name of the target; may be empty
 * @param classes the name of each class, indexed as in {@link MLP#classOf}; empty if a number is predicted
 */
public record Signature(List<String> features, String target, List<String> classes) {
    public Signature {
        features = List.copyOf(features);
        classes = List.copyOf(classes);
        if (classes.size() == 1) {
            throw new IllegalArgumentException("expected a signature with no classes or at least 2, got " + classes);
        }
    }
}
