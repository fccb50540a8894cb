package io.github.microgradj.language.python.syntax;

/**
 * The error for a cell that cannot be translated. Its message is one line about the first part that is not understood.
 */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient TextSpan span;
    private final boolean python;

    /**
     * Creates a refusal.
     *
     * @param span the part of the user's text that is not understood
     * @param message one line that says what is wrong and, if possible, what to write instead
     */
    public Refusal(TextSpan span, String message) {
        this(span, message, false);
    }

    private Refusal(TextSpan span, String message, boolean python) {
        super(message);
        this.span = span;
        this.python = python;
    }

    /** Returns a refusal of Python that is not supported. */
    static Refusal unsupported(TextSpan span, String message) {
        return new Refusal(span, message, true);
    }

    /** Returns whether the parser has recognized the text as Python that is not supported. */
    public boolean isOfPython() {
        return python;
    }

    /** Returns the part of the user's text that is not understood. */
    public TextSpan span() {
        return span;
    }
}
