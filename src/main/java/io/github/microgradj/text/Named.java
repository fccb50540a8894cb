package io.github.microgradj.text;

import java.util.List;
import java.util.function.Function;

/** A lookup of objects by name. */
public final class Named {
    private Named() {}

    /**
     * Returns the object with the given name.
     *
     * @param nameOf returns the name of an object
     * @param problem returns the error message, given all names
     * @throws IllegalArgumentException if no object has the name
     */
    public static <T> T find(
            String wanted,
            List<T> things,
            Function<? super T, String> nameOf,
            Function<? super List<String>, String> problem) {
        List<String> names = things.stream().<String>map(nameOf).toList();
        int place = names.indexOf(wanted);
        if (place < 0) {
            throw new IllegalArgumentException(problem.apply(names));
        }
        return things.get(place);
    }
}
