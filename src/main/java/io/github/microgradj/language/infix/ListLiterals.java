package io.github.microgradj.language.infix;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Python lists in Java text, as in {@code Losses.crossEntropy([2, 1], 0)}. A list becomes an array, but the elements of
 * a list that is passed to {@code MLP} become separate arguments.
 */
final class ListLiterals {
    private static final String LIST = "Python.list(";
    private static final String VALUES = "Python.values(";

    private static final String NETWORK = "MLP";
    private static final String LAYERS = "[";

    private ListLiterals() {}

    /** Returns the text with calls in place of lists, or empty if there are no lists. */
    static Optional<String> replaced(String text) {
        List<Token> tokens = Token.of(text);
        StringBuilder java = new StringBuilder();
        Deque<String> open = new ArrayDeque<>();
        int copied = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            String replacement = token.text();
            if (PythonForm.isList(tokens, i)) {
                boolean layers = NETWORK.equals(open.peek());
                replacement = layers ? "" : LIST;
                open.push(layers ? LAYERS : LIST);
            } else if (token.nesting() > 0) {
                open.push(token.is("(") && i > 0 && tokens.get(i - 1).is(NETWORK) ? NETWORK : "");
            } else if (token.nesting() < 0 && !open.isEmpty()) {
                String opened = open.pop();
                replacement = opened.equals(LIST) ? ")" : opened.equals(LAYERS) ? "" : token.text();
            } else if (token.is(",")
                    && i + 1 < tokens.size()
                    && tokens.get(i + 1).is("]")) {
                replacement = "";
            }
            java.append(text, copied, token.start()).append(replacement);
            copied = token.end();
        }
        String replaced = java.append(text.substring(copied)).toString();
        return replaced.equals(text) ? Optional.empty() : Optional.of(replaced);
    }

    /** Returns the text with arrays of Values in place of arrays of numbers. */
    static String ofValues(String java) {
        return java.replace(LIST, VALUES);
    }
}
