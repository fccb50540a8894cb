package io.github.microgradj.language.python;

import java.util.List;
import java.util.Optional;

/**
 * A function defined in a cell, with the information that is needed to write calls to it.
 *
 * @param java the name of its Java methods
 * @param parameters the names of its parameters, in order
 * @param defaults the default value of each parameter as a Java expression; empty for a parameter without a default
 * @param overloads the methods for parameters of known types; the method for objects is not among them
 */
record Definition(
        String name, String java, List<String> parameters, List<Optional<String>> defaults, List<Overload> overloads) {
    /** A method for parameters of known types. */
    record Overload(List<PythonType> parameters, PythonType returned) {}

    Definition with(Overload overload) {
        List<Overload> more = new java.util.ArrayList<>(overloads);
        more.removeIf(each -> each.parameters().equals(overload.parameters()));
        more.add(overload);
        return new Definition(name, java, parameters, defaults, List.copyOf(more));
    }

    Optional<Overload> overload(List<PythonType> types) {
        return overloads.stream()
                .filter(each -> each.parameters().equals(types))
                .findFirst();
    }
}
