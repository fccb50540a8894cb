package io.github.microgradj.command;

/** A command cannot do what was asked; the message is one clear line: what was given, what was expected, what to type. */
@SuppressWarnings("serial") // never serialized
public final class UserError extends Exception {
    private final boolean stop;

    public UserError(String message) {
        this(message, false);
    }

    private UserError(String message, boolean stop) {
        super(message);
        this.stop = stop;
    }

    /** The user stopped it. */
    public static UserError stopped() {
        return new UserError("stopped", true);
    }

    /** Whether it failed because the user wanted it to. */
    public boolean isStop() {
        return stop;
    }
}
