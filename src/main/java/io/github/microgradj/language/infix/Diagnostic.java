package io.github.microgradj.language.infix;

/**
 * What the compiler objects to.
 *
 * @param code the compiler's key for the message, empty if the fault is not the compiler's
 * @param message the message, in English
 * @param start the index of the first character concerned
 * @param position the index of the character that matters most
 * @param end the index after the last one
 */
public record Diagnostic(String code, String message, int start, int position, int end) {
    private static final String ERROR = "compiler.err.";

    /** Whether the compiler's key is this one or begins with it and a dot. */
    boolean is(String key) {
        return (code + ".").startsWith(ERROR + key + ".");
    }

    /** Whether an operator does not take its operands. */
    boolean isOperator() {
        return is("operator.cant.be.applied");
    }

    Diagnostic withMessage(String replacement) {
        return new Diagnostic(code, replacement, start, position, end);
    }
}
