package io.github.microgradj.text;

import java.util.List;
import java.util.function.Function;

/** The lookup of things by name. */
public final class Named {
    private Named() {}

    /**
     * Returns the thing with the given name.
     *
     * @param nameOf returns the name of a thing
     * @param problem returns the message to use if there is no such thing, given all names
     * @throws IllegalArgumentException if there is no such thing
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
