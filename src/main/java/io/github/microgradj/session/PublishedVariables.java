package io.github.microgradj.session;

import io.github.microgradj.snippet.SnippetEngine;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The variables that commands have declared, as opposed to those that the user has declared. */
final class PublishedVariables {
    private final Map<String, Object> published = new HashMap<>();

    /**
     * Declares a variable for the result of a command. If the user has declared a variable with that name, the user's
     * variable is renamed. Returns a message about the renaming, or empty if nothing was renamed.
     */
    Optional<String> publish(SnippetEngine engine, String name, String type, Object value) {
        Optional<Object> old = engine.valueOf(name);
        boolean own = old.isPresent() && old.get() != published.get(name) && old.get() != value;
        Optional<String> kept = own ? Optional.of(keep(engine, name, old.get())) : Optional.empty();
        engine.define(name, type, value);
        published.put(name, value);
        return kept.map(other -> "your " + name + " is now called " + other);
    }

    /**
     * Copies a variable to a new name and returns that name. Does not use {@code var kept = name}, because JShell
     * resets such a variable when the type of {@code name} changes.
     */
    private static String keep(SnippetEngine engine, String name, Object value) {
        Map<String, String> types = new HashMap<>();
        engine.variables().forEach(variable -> types.put(variable.name(), variable.type()));
        String kept = IntStream.iterate(1, i -> i + 1)
                .mapToObj(i -> name + "_" + i)
                .filter(each -> !types.containsKey(each))
                .findFirst()
                .orElseThrow();
        String type = types.getOrDefault(name, "Object");
        engine.define(kept, type, value);
        return kept;
    }

    void forget() {
        published.clear();
    }
}
