package io.github.microgradj.command.learning;

import io.github.microgradj.engine.Value;
import io.github.microgradj.nn.Module;
import io.github.microgradj.snippet.SnippetEngine;
import io.github.microgradj.snippet.SnippetEngine.Variable;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The variables and methods that a session has at some moment, such as the start of a lesson or of a step, so that they
 * can be restored later. Classes are left alone, even one with the name of a variable, because dropping a class would
 * also lose its objects.
 */
final class SavedNames {
    /** How deep arrays and collections are searched for numbers. */
    private static final int DEPTH = 3;

    private final Map<String, SavedVariable> variables = new LinkedHashMap<>();
    private final Map<String, List<String>> methods = new LinkedHashMap<>();

    /**
     * A variable.
     *
     * @param value its value, or empty if it is null
     * @param untyped whether it was declared by an assignment without a type, as in Python
     * @param contents the numbers inside the value
     */
    private record SavedVariable(String type, Optional<Object> value, boolean untyped, List<Object> contents) {
        /** Returns whether a variable of this type now holds the same object, with the same numbers in it. */
        boolean isUnchanged(Optional<Object> now) {
            boolean plain = value.filter(SavedNames::isPlain).isPresent();
            return (plain || now.orElse(null) == value.orElse(null))
                    && SavedNames.contents(now).equals(contents);
        }
    }

    /** Saves the variables and methods that a session has declared. */
    SavedNames(SnippetEngine engine) {
        this(engine, name -> true);
    }

    /** Saves some variables and methods. */
    SavedNames(SnippetEngine engine, Predicate<String> which) {
        List<String> untyped = engine.declared();
        for (Variable variable : engine.variables()) {
            String name = variable.name();
            if (!which.test(name)) {
                continue;
            }
            Optional<Object> value = engine.valueOf(name);
            variables.put(name, new SavedVariable(variable.type(), value, untyped.contains(name), contents(value)));
        }
        for (String name : engine.declarations().names()) {
            List<String> sources = engine.declarations().methodSources(name);
            if (!sources.isEmpty() && which.test(name)) {
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
     * A Value must also have the same number and the same gradient.
     */
    private static boolean isSame(SnippetEngine engine, String name, SavedVariable before) {
        Optional<Object> now = engine.valueOf(name);
        boolean whole = before.value
                .filter(value -> isPlain(value) || value instanceof Value)
                .isPresent();
        return type(engine, name).equals(Optional.of(before.type))
                && (whole ? before.isUnchanged(now) : now.orElse(null) == before.value.orElse(null));
    }

    private static boolean isPlain(Object value) {
        return value instanceof Number || value instanceof Boolean || value instanceof Character;
    }

    /** Returns the numbers in a value: in a Value, the parameters of a network, an array, or a collection of these. */
    private static List<Object> contents(Optional<Object> value) {
        return value.map(each -> contents(each, DEPTH)).orElse(List.of());
    }

    private static List<Object> contents(Object value, int depth) {
        Stream<?> parts;
        if (value instanceof Value v) {
            return List.of(v.data, v.grad);
        } else if (value instanceof Module module) {
            parts = module.parameters().stream();
        } else if (value instanceof Collection<?> collection) {
            parts = List.copyOf(collection).stream();
        } else if (value.getClass().isArray()) {
            parts = IntStream.range(0, Array.getLength(value)).mapToObj(i -> Array.get(value, i));
        } else {
            return isPlain(value) ? List.of(value) : List.of();
        }
        return depth == 0
                ? List.of()
                : parts.filter(Objects::nonNull)
                        .flatMap(each -> contents(each, depth - 1).stream())
                        .toList();
    }

    /** Returns the names whose declarations, values or contents have changed. */
    List<String> changed(SnippetEngine engine) {
        return Stream.concat(
                        variables.entrySet().stream()
                                .filter(each -> !type(engine, each.getKey()).equals(Optional.of(each.getValue().type))
                                        || !each.getValue().isUnchanged(engine.valueOf(each.getKey())))
                                .map(Map.Entry::getKey),
                        methods.entrySet().stream()
                                .filter(each -> !engine.declarations()
                                        .methodSources(each.getKey())
                                        .equals(each.getValue()))
                                .map(Map.Entry::getKey))
                .distinct()
                .toList();
    }

    /** Returns the Values that have become something else, such as plain numbers. */
    List<String> unboxed(SnippetEngine engine) {
        return variables.entrySet().stream()
                .filter(each ->
                        each.getValue().value.filter(Value.class::isInstance).isPresent())
                .map(Map.Entry::getKey)
                .filter(name -> engine.valueOf(name)
                        .filter(now -> !(now instanceof Value))
                        .isPresent())
                .toList();
    }

    /**
     * Returns the number that a variable held, as in {@code x = 4.0}, or the gradient of a Value whose number is still
     * the same, as in {@code x.grad = 8.0}; empty if the variable held something else.
     */
    Optional<String> number(SnippetEngine engine, String name) {
        SavedVariable before = variables.get(name);
        if (before == null
                || before.value
                        .filter(each -> each instanceof Value || each instanceof Number)
                        .isEmpty()) {
            return Optional.empty();
        }
        boolean sameNumber = before.contents.size() > 1
                && contents(engine.valueOf(name)).stream().limit(1).anyMatch(before.contents.get(0)::equals);
        return Optional.of(name + (sameNumber ? ".grad = " : " = ") + before.contents.get(sameNumber ? 1 : 0));
    }

    private static boolean restore(LessonSession session, String name, SavedVariable before) {
        SnippetEngine engine = session.engine();
        if (before.value.orElse(null) instanceof Value value) {
            value.data = (double) before.contents.get(0);
            value.grad = (double) before.contents.get(1);
            if (isSame(engine, name, before)) {
                return true;
            }
        }
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
