package io.github.microgradj.text;

import java.util.List;
import java.util.function.Function;

/** Finds things by their names. */
public final class Named {
    private Named() {}

    /**
     * The thing of a name.
     *
     * @param nameOf the name of each thing
     * @param problem what is wrong if there is none, told of the names that there are
     * @throws IllegalArgumentException if there is none
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
