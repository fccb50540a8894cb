package io.github.microgradj.shell;

/** A command cannot do what was asked; the message is one clear line: what was given, what was expected, what to type. */
@SuppressWarnings("serial") // never serialized
public final class CommandFailure extends Exception {
    public CommandFailure(String message) {
        super(message);
    }
}
