package io.github.microgradj.editor.text;

import io.github.microgradj.editor.text.Span.Kind;
import io.github.microgradj.language.infix.Token;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;

/** The bracket matcher. It ignores brackets in strings and comments. */
final class Brackets {
    private Brackets() {}

    /**
     * Returns the spans of a bracket and its partner. The bracket is the closing one before the cursor or, if there is
     * none, the one at the cursor. A bracket with no partner, or with one of another kind, is marked as unknown,
     * but an opening bracket that may still be closed is not marked.
     */
    static List<Span> at(List<Token> tokens, int cursor) {
        int index = index(tokens, cursor);
        if (index < 0) {
            return List.of();
        }
        Token bracket = tokens.get(index);
        OptionalInt partner = Token.partner(tokens, index);
        if (partner.isPresent() && belong(bracket, tokens.get(partner.getAsInt()))) {
            return List.of(span(bracket, Kind.BRACKET), span(tokens.get(partner.getAsInt()), Kind.BRACKET));
        }
        boolean stillOpen = bracket.opens() && partner.isEmpty();
        return stillOpen ? List.of() : List.of(span(bracket, Kind.UNKNOWN));
    }

    private static Span span(Token token, Kind kind) {
        return new Span(token.start(), token.end(), kind);
    }

    private static int index(List<Token> tokens, int cursor) {
        int found = -1;
        for (int i = 0; i < tokens.size() && tokens.get(i).start() <= cursor; i++) {
            Token token = tokens.get(i);
            if (token.closes() && token.end() == cursor) {
                return i;
            }
            if ((token.opens() || token.closes()) && token.start() == cursor) {
                found = i;
            }
        }
        return found;
    }

    private static boolean belong(Token one, Token other) {
        String pair = one.opens() ? one.text() + other.text() : other.text() + one.text();
        return pair.equals("()") || pair.equals("[]") || pair.equals("{}");
    }

    /** Returns the brackets that are not closed in the text, innermost first. */
    static Deque<Token> open(List<Token> tokens) {
        Deque<Token> open = new ArrayDeque<>();
        for (Token token : tokens) {
            if (token.opens()) {
                open.push(token);
            } else if (token.closes()) {
                open.poll();
            }
        }
        return open;
    }
}
