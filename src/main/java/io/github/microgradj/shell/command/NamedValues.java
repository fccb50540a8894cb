package io.github.microgradj.shell.command;

import io.github.microgradj.engine.Value;
import io.github.microgradj.shell.CommandFailure;
import io.github.microgradj.shell.Session;

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
}
