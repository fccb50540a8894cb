package io.github.microgradj.snippet.compiler;

import io.github.microgradj.language.infix.Token;
import io.github.microgradj.snippet.model.Evaluation;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The limits of the Java compiler that are checked in advance, because JShell does not recover if they are exceeded.
 * The parser reports an internal bug for thousands of nested brackets, and every further snippet is rejected after a
 * string that is too long for a class file. Thousands of nested operators overflow the stack, which is caught.
 */
final class CompilerLimits {
    /** The maximum depth of brackets. It is more than anyone writes, and less than the parser supports. */
    private static final int MOST_BRACKETS = 1000;

    private static final int LONGEST_STRING = 65_535;

    private CompilerLimits() {}

    /** Returns the error about brackets or operators that are nested too deeply. */
    static Evaluation.Problem tooDeep(String text) {
        return new Evaluation.Problem(
                "", "this is nested too deeply for the Java compiler; split it", 0, 0, text.length());
    }

    /** Returns the error about an exceeded limit; empty if there is none. */
    static Optional<Evaluation.Problem> excess(String text) {
        if (text.length() <= MOST_BRACKETS) {
            return Optional.empty();
        }
        int depth = 0;
        int constant = 0;
        for (Token token : Token.of(text)) {
            depth += token.nesting();
            if (depth > MOST_BRACKETS) {
                return Optional.of(tooDeep(text));
            }
            // The compiler joins added string literals.
            constant = token.kind() == Token.Kind.QUOTED ? constant + bytes(token) : token.is("+") ? constant : 0;
            if (constant > LONGEST_STRING) {
                return Optional.of(new Evaluation.Problem(
                        "",
                        "a string in Java code can have at most 65,535 bytes; read a longer one from a file",
                        token.start(),
                        token.start(),
                        token.end()));
            }
        }
        return Optional.empty();
    }

    private static int bytes(Token quoted) {
        return quoted.text().getBytes(StandardCharsets.UTF_8).length;
    }
}
