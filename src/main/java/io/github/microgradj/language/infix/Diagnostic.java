package io.github.microgradj.language.infix;

import java.util.List;

/**
 * A compiler error.
 *
 * @param code the compiler's key for the message; empty if the error is not from the compiler
 * @param message the message in English
 * @param start the index of the first character to mark
 * @param position the index of the character that the caret points at
 * @param end the index after the last character to mark
 */
public record Diagnostic(String code, String message, int start, int position, int end) {
    private static final String ERROR = "compiler.err.";

    private static final List<String> SYNTAX = List.of(
            "not.stmt",
            "expected",
            "illegal.start",
            "illegal.char",
            "premature",
            "orphaned",
            "unclosed",
            "invalid.meth");

    /** Returns whether the compiler's key is the given key, or starts with that key and a dot. */
    public boolean is(String key) {
        return (code + ".").startsWith(ERROR + key + ".");
    }

    /**
     * Returns whether the error is a syntax error, judging by its key. Later phases report errors about names, types
     * and flow.
     */
    public boolean isOfSyntax() {
        return SYNTAX.stream().anyMatch(key -> code.startsWith(ERROR + key));
    }

    /** Returns whether the error is about operands of the wrong type. */
    boolean isOperator() {
        return is("operator.cant.be.applied");
    }

    Diagnostic withMessage(String replacement) {
        return new Diagnostic(code, replacement, start, position, end);
    }
}
