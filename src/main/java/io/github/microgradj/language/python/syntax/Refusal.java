package io.github.microgradj.language.python.syntax;

/** The error about a cell that is not translated. Its message is one line about the first thing not understood. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient TextSpan span;

    /**
     * Creates a refusal.
     *
     * @param span the part of the user's text that is not understood
     * @param message one line: what is wrong and, where there is one, what to do instead
     */
    public Refusal(TextSpan span, String message) {
        super(message);
        this.span = span;
    }

    /** Returns the part of the user's text that is not understood. */
    public TextSpan span() {
        return span;
    }
}
