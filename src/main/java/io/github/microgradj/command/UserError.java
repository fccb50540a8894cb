package io.github.microgradj.command;

/** An error that a command reports to the user in one line: what was given, what was expected, and what to type. */
@SuppressWarnings("serial") // Never serialized.
public final class UserError extends Exception {
    private final boolean stop;

    public UserError(String message) {
        this(message, false);
    }

    private UserError(String message, boolean stop) {
        super(message);
        this.stop = stop;
    }

    /** Returns the error for a command that the user stopped. */
    public static UserError stopped() {
        return new UserError("stopped", true);
    }

    /** Returns whether the error means that the user stopped the command. */
    public boolean isStop() {
        return stop;
    }
}
