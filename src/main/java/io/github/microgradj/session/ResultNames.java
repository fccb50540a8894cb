package io.github.microgradj.session;

import io.github.microgradj.language.infix.Token;
import java.util.List;
import java.util.function.UnaryOperator;

/** The occurrences of result names, such as {@code $1} and {@code $_}, in text, except in quotes and comments. */
final class ResultNames {
    private ResultNames() {}

    /** Returns the text with each name of a result replaced by what {@code replacement} returns for it. */
    static String replaced(String text, UnaryOperator<String> replacement) {
        StringBuilder replaced = new StringBuilder();
        int copied = 0;
        for (Token name : namesIn(text)) {
            replaced.append(text, copied, name.start()).append(replacement.apply(name.text()));
            copied = name.end();
        }
        return replaced.append(text, copied, text.length()).toString();
    }

    static boolean names(String text, String result) {
        return namesIn(text).stream().anyMatch(name -> name.is(result));
    }

    private static List<Token> namesIn(String text) {
        return text.indexOf('$') < 0
                ? List.of()
                : Token.of(text).stream()
                        .filter(token -> token.text().matches("\\$(\\d+|_)"))
                        .toList();
    }
}
