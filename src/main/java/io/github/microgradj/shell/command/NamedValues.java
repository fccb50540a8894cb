package io.github.microgradj.shell.command;

import io.github.microgradj.engine.Value;
import io.github.microgradj.nn.Module;
import io.github.microgradj.shell.CommandFailure;
import io.github.microgradj.shell.Session;
import io.github.microgradj.shell.snippet.SnippetEngine.Variable;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The Values of a session, for commands that take one. */
final class NamedValues {
    private NamedValues() {}

    /**
     * The Value that an expression gives.
     *
     * @param command how to type the command
     * @param use what it does with a Value, to begin the message for something else
     */
    static Value value(Session session, String expression, String command, String use) throws CommandFailure {
        Object given = session.value(expression);
        if (given instanceof Value value) {
            return value;
        }
        if (given instanceof Value[] values && values.length > 0) {
            throw new CommandFailure(
                    expression + " is one Value per output: add [0], as in " + command + " " + expression + "[0]");
        }
        String kind = given == null ? "null" : "of type " + given.getClass().getSimpleName();
        throw new CommandFailure(use + " a Value, " + expression + " is " + kind);
    }

    /** What the user calls Values: {@code a}, {@code x_0} for {@code x[0]}, {@code n_0} for the first parameter of {@code n}. */
    static Map<Value, String> names(Session session) {
        Map<Value, String> names = new LinkedHashMap<>();
        for (Variable variable : session.engine().variables()) {
            Object held = session.engine().valueOf(variable.name()).orElse(null);
            if (held instanceof Value value) {
                names.putIfAbsent(value, variable.name());
            }
            List<?> several = several(held);
            for (int i = 0; i < several.size(); i++) {
                if (several.get(i) instanceof Value value) {
                    names.putIfAbsent(value, variable.name() + "_" + i);
                }
            }
        }
        return names;
    }

    private static List<?> several(@Nullable Object held) {
        if (held instanceof Module module) {
            return module.parameters();
        }
        return held instanceof Value[] values ? Arrays.asList(values) : held instanceof List<?> list ? list : List.of();
    }
}
