package io.github.microgradj.language.infix;

import java.util.List;
import java.util.Optional;
import javax.lang.model.SourceVersion;

/**
 * The call that contains the cursor.
 *
 * @param start the index after the call's opening parenthesis
 * @param argument the index of the argument at the cursor, counting from 0
 */
public record CallSite(int start, int argument) {
    /** Returns the call that contains the end of the text, or empty if the end is outside any call. */
    public static Optional<CallSite> around(String text) {
        List<Token> tokens = Token.of(text);
        int depth = 0;
        int commas = 0;
        for (int i = tokens.size() - 1; i > 0; i--) {
            Token token = tokens.get(i);
            depth -= token.nesting();
            commas += depth == 0 && token.is(",") ? 1 : 0;
            if (depth < 0) {
                if (token.is("(") && isName(tokens.get(i - 1))) {
                    return Optional.of(new CallSite(token.end(), commas));
                }
                depth = 0;
                commas = 0;
            }
        }
        return Optional.empty();
    }

    private static boolean isName(Token token) {
        return token.isWord() && !SourceVersion.isKeyword(token.text());
    }
}
