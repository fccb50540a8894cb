package io.github.microgradj.snippet.compiler;

import io.github.microgradj.language.infix.Token;
import io.github.microgradj.snippet.model.Evaluation;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What the Java compiler cannot take and JShell does not get over, so that it is refused before: brackets that nest in
 * thousands, at which the parser reports a bug of its own, and strings too long for a class file, after which every further
 * snippet is rejected. Operators that nest in thousands overflow the stack; that is caught.
 */
final class CompilerLimits {
    /** More brackets than anyone writes, and fewer than the parser can take. */
    private static final int MOST_BRACKETS = 1000;

    private static final int LONGEST_STRING = 65_535;

    private CompilerLimits() {}

    /** Says that brackets or operators nest too deep. */
    static Evaluation.Problem tooDeep(String text) {
        return new Evaluation.Problem("", "this nests too deep for the Java compiler; split it", 0, 0, text.length());
    }

    /** Says what is too much of; empty if nothing is. */
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
            // Strings that are added up become one.
            constant = token.kind() == Token.Kind.QUOTED ? constant + bytes(token) : token.is("+") ? constant : 0;
            if (constant > LONGEST_STRING) {
                return Optional.of(new Evaluation.Problem(
                        "",
                        "a string in Java code has up to 65,535 bytes; read a longer one from a file",
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
