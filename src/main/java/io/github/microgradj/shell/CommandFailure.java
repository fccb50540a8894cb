package io.github.microgradj.shell;

/** A command cannot do what was asked; the message is one clear line: what was given, what was expected, what to type. */
@SuppressWarnings("serial") // never serialized
public final class CommandFailure extends Exception {
    private final boolean stop;

    public CommandFailure(String message) {
        this(message, false);
    }

    private CommandFailure(String message, boolean stop) {
        super(message);
        this.stop = stop;
    }

    /** The user stopped it. */
    static CommandFailure stopped() {
        return new CommandFailure("stopped", true);
    }

    /** Whether it failed because the user wanted it to. */
    public boolean isStop() {
        return stop;
    }
}
