package io.github.microgradj.command.learning;

import io.github.microgradj.snippet.SnippetEngine;
import io.github.microgradj.snippet.SnippetEngine.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The variables and methods that a learner has before a lesson, so that they can be restored after it. A lesson leaves
 * classes alone, even one with the name of a variable, because dropping a class would also lose its objects.
 */
final class OwnNames {
    private final Map<String, OwnVariable> variables = new LinkedHashMap<>();
    private final Map<String, List<String>> methods = new LinkedHashMap<>();

    /**
     * A variable.
     *
     * @param value its value, or empty if it is null
     * @param untyped whether it was declared by an assignment without a type, as in Python
     */
    private record OwnVariable(String type, Optional<Object> value, boolean untyped) {}

    /** Records the variables and methods that a session has declared. */
    OwnNames(SnippetEngine engine) {
        List<String> untyped = engine.declared();
        for (Variable variable : engine.variables()) {
            String name = variable.name();
            variables.put(name, new OwnVariable(variable.type(), engine.valueOf(name), untyped.contains(name)));
        }
        for (String name : engine.declarations().names()) {
            List<String> sources = engine.declarations().methodSources(name);
            if (!sources.isEmpty()) {
                methods.put(name, sources);
            }
        }
    }

    boolean contains(String name) {
        return variables.containsKey(name) || methods.containsKey(name);
    }

    /** Restores the names whose declarations or values have changed. Returns messages about them, one per line. */
    List<String> restore(LessonSession session) {
        Set<String> restored = new LinkedHashSet<>();
        List<String> lines = new ArrayList<>();
        // Otherwise, a method of the lesson would be called instead of the learner's lambda of that name.
        variables.keySet().stream()
                .filter(name -> !methods.containsKey(name))
                .forEach(session.engine().declarations()::dropMethods);
        methods.keySet().stream()
                .filter(name -> !variables.containsKey(name))
                .forEach(session.engine().declarations()::dropVariable);
        methods.forEach((name, sources) -> {
            if (!session.engine().declarations().methodSources(name).equals(sources)) {
                session.engine().declarations().dropMethods(name);
                sources.forEach(session::run);
                restored.add(name);
            }
        });
        variables.forEach((name, before) -> {
            if (!isSame(session.engine(), name, before)) {
                if (restore(session, name, before)) {
                    restored.add(name);
                } else {
                    lines.add("your own " + name + " is lost: it cannot be declared again as " + before.type);
                }
            }
        });
        variables.forEach((name, before) -> session.engine().setDeclared(name, before.untyped));
        if (!restored.isEmpty()) {
            lines.add(0, "your own variables and methods are back: " + String.join(", ", restored));
        }
        return lines;
    }

    private static Optional<String> type(SnippetEngine engine, String name) {
        return engine.variables().stream()
                .filter(variable -> variable.name().equals(name))
                .map(Variable::type)
                .findFirst();
    }

    /**
     * Returns whether the variable still holds the same object or, for numbers, booleans and characters, an equal one.
     */
    private static boolean isSame(SnippetEngine engine, String name, OwnVariable before) {
        Optional<Object> now = engine.valueOf(name);
        boolean plain = before.value
                .filter(value -> value instanceof Number || value instanceof Boolean || value instanceof Character)
                .isPresent();
        return type(engine, name).equals(Optional.of(before.type))
                && (plain ? now.equals(before.value) : now.orElse(null) == before.value.orElse(null));
    }

    private static boolean restore(LessonSession session, String name, OwnVariable before) {
        SnippetEngine engine = session.engine();
        if (before.value.isEmpty() || !type(engine, name).equals(Optional.of(before.type))) {
            engine.declarations().dropVariable(name); // The lesson's variable may have another type.
        }
        if (before.value.isEmpty()) {
            session.run(before.type + " " + name + ";");
            return true;
        }
        try {
            engine.define(name, before.type, before.value.get());
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    /** Drops the variables and methods that have been declared since this object was created. */
    void dropOthers(SnippetEngine engine) {
        engine.declarations().names().stream()
                .filter(name -> !contains(name))
                .forEach(engine.declarations()::dropValues);
    }
}
