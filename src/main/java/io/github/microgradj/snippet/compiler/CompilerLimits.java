package io.github.microgradj.snippet.compiler;

import io.github.microgradj.language.infix.Token;
import io.github.microgradj.snippet.model.Evaluation;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The compiler limits that are checked before JShell compiles a snippet, because JShell does not recover from exceeding
 * them. With thousands of nested brackets, the parser reports an internal error. After a string that is too long for a
 * class file, JShell rejects every further snippet. Thousands of nested operators need no check, because they cause a
 * stack overflow, which is caught.
 */
final class CompilerLimits {
    /**
     * The maximum depth of nested brackets. It is greater than any depth that users write by hand, and smaller than
     * what the parser supports.
     */
    private static final int MOST_BRACKETS = 1000;

    private static final int LONGEST_STRING = 65_535;

    private CompilerLimits() {}

    /** Returns the error for brackets or operators that are nested too deeply. */
    static Evaluation.Problem tooDeep(String text) {
        return new Evaluation.Problem(
                "", "this is nested too deeply for the Java compiler; split it into parts", 0, 0, text.length());
    }

    /** Returns the error for the first limit that the text exceeds, or empty if it exceeds none. */
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
            // The compiler concatenates the string literals in a sum.
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
