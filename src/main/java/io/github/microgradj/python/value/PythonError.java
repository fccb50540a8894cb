package io.github.microgradj.python.value;

import java.util.Locale;

/**
 * An error in a Python program, such as {@code IndexError: list index out of range}. If CPython reports the same error,
 * the message begins with CPython's message.
 */
public final class PythonError extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String kind;
    private final String words;

    /**
     * Creates an error.
     *
     * @param kind the name of Python's exception, such as {@code ValueError}
     * @param words the message after the kind; may be empty
     */
    public PythonError(String kind, String words) {
        super(words.isEmpty() ? kind : kind + ": " + words);
        this.kind = kind;
        this.words = words;
    }

    /** Returns the name of Python's exception. */
    public String kind() {
        return kind;
    }

    /** Returns the message after the kind. */
    public String words() {
        return words;
    }

    /** Returns a {@code TypeError} whose message is formatted with {@link String#format}. */
    public static PythonError type(String format, Object... arguments) {
        return of("TypeError", format, arguments);
    }

    /** Returns a {@code ValueError} whose message is formatted with {@link String#format}. */
    public static PythonError value(String format, Object... arguments) {
        return of("ValueError", format, arguments);
    }

    /** Returns an error of the given kind whose message is formatted with {@link String#format}. */
    public static PythonError of(String kind, String format, Object... arguments) {
        return new PythonError(kind, String.format(Locale.ROOT, format, arguments));
    }

    /** Returns the {@code AttributeError} for an object that does not have the attribute. */
    public static PythonError attribute(String type, String name) {
        return of("AttributeError", "'%s' object has no attribute '%s'", type, name);
    }
}
