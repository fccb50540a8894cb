package io.github.microgradj.language.python;

/** The error about a cell that is not translated. Its message is one line about the first thing not understood. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Span span;

    Refusal(Span span, String message) {
        super(message);
        this.span = span;
    }

    /** Returns the refusal of a part of the user's text. */
    public static Refusal of(Span span, String message) {
        return new Refusal(span, message);
    }

    /** Returns the part of the user's text that is not understood. */
    public Span span() {
        return span;
    }
}
