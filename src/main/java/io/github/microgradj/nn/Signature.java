package io.github.microgradj.nn;

import java.util.List;

/**
 * The names of what a network takes and returns. A network does not need them; they let new data be matched by column.
 * A feature made from one word of a column is named {@code column=value}.
 *
 * @param features the name of each input, or none
 * @param target the name of what is predicted; may be empty
 * @param classes the name of each class, in the order of {@link MLP#classOf}; none for a number
 */
public record Signature(List<String> features, String target, List<String> classes) {
    public Signature {
        features = List.copyOf(features);
        classes = List.copyOf(classes);
        if (classes.size() == 1) {
            throw new IllegalArgumentException("a signature has at least 2 classes, or none, got " + classes);
        }
    }
}
