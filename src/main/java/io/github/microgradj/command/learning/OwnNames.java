package io.github.microgradj.command.learning;

import io.github.microgradj.snippet.SnippetEngine;
import io.github.microgradj.snippet.SnippetEngine.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The variables and methods that a learner has before a lesson, so that they can be restored after it. */
final class OwnNames {
    private final Map<String, OwnName> kept = new LinkedHashMap<>();

    private record OwnName(String type, @Nullable Object value, String source) {}

    /** Remembers what a session has declared. */
    OwnNames(SnippetEngine engine) {
        for (String name : engine.declarations().names()) {
            String type = type(engine, name);
            Object value = type.isEmpty() ? null : engine.valueOf(name).orElse(null);
            String source = String.join("\n", engine.declarations().sources(name));
            kept.put(name, new OwnName(type, value, source));
        }
    }

    private static String type(SnippetEngine engine, String name) {
        return engine.variables().stream()
                .filter(variable -> variable.name().equals(name))
                .map(Variable::type)
                .findFirst()
                .orElse("");
    }

    boolean contains(String name) {
        return kept.containsKey(name);
    }

    /** Restores what has changed. Returns the names of it. */
    List<String> restore(LessonSession session) {
        SnippetEngine engine = session.engine();
        List<String> restored = new ArrayList<>();
        kept.forEach((name, before) -> {
            boolean variable = !before.type.isEmpty();
            if (variable && before.value == null) {
                return;
            }
            Optional<Object> now = variable ? engine.valueOf(name) : Optional.empty();
            boolean same = variable
                    ? type(engine, name).equals(before.type)
                            && now.filter(value -> isSame(value, before.value)).isPresent()
                    : String.join("\n", engine.declarations().sources(name)).equals(before.source);
            if (!same && variable && before.value != null) {
                if (!type(engine, name).equals(before.type)) {
                    engine.declarations().drop(name); // What the lesson declared may be in the way of another type.
                }
                try {
                    engine.define(name, before.type, before.value);
                } catch (IllegalStateException e) {
                    restored.add(name + " (lost: it cannot be declared again)");
                    return;
                }
            } else if (!same) {
                session.run(before.source);
            }
            if (!same) {
                restored.add(name);
            }
        });
        return restored;
    }

    private static boolean isSame(Object now, @Nullable Object before) {
        return now == before
                || ((now instanceof Number || now instanceof Boolean || now instanceof Character)
                        && now.equals(before));
    }

    /** Drops what was declared since. */
    void dropOthers(SnippetEngine engine) {
        engine.declarations().names().stream()
                .filter(name -> !kept.containsKey(name))
                .forEach(engine.declarations()::drop);
    }
}
