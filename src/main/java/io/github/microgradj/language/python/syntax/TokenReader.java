package io.github.microgradj.language.python.syntax;

import io.github.microgradj.language.python.syntax.PythonToken.Kind;
import java.util.List;

/** A reader that returns tokens one after another. The statement parser and the expression parser share one reader. */
final class TokenReader {
    private static final int DEEPEST = 100;

    private final String text;
    private final List<PythonToken> tokens;
    private int at;
    private int depth;

    TokenReader(String text, List<PythonToken> tokens) {
        this.text = text;
        this.tokens = tokens;
    }

    String text() {
        return text;
    }

    PythonToken peek() {
        return tokens.get(at);
    }

    /** Returns the token after the next one. */
    PythonToken peekSecond() {
        return tokens.get(Math.min(at + 1, tokens.size() - 1));
    }

    PythonToken next() {
        PythonToken token = tokens.get(at);
        at = Math.min(at + 1, tokens.size() - 1);
        return token;
    }

    boolean is(String operatorOrKeyword) {
        return peek().is(operatorOrKeyword);
    }

    boolean is(Kind kind) {
        return peek().is(kind);
    }

    /** Reads the given token if it is next, and returns whether it was. */
    boolean accept(String operatorOrKeyword) {
        boolean found = is(operatorOrKeyword);
        if (found) {
            next();
        }
        return found;
    }

    PythonToken expect(String operatorOrKeyword, String where) {
        if (!is(operatorOrKeyword)) {
            throw refusal("expected " + operatorOrKeyword + " " + where + ", got " + peek().shown());
        }
        return next();
    }

    PythonToken expectName(String where) {
        if (!is(Kind.NAME)) {
            throw refusal("expected a name " + where + ", got " + peek().shown());
        }
        return next();
    }

    /** Returns the span from the given start to the end of the last token that was read. */
    TextSpan since(int start) {
        return new TextSpan(
                start,
                at == 0 ? start : Math.max(start, tokens.get(at - 1).span().end()));
    }

    int start() {
        return peek().span().start();
    }

    Refusal refusal(String message) {
        return new Refusal(peek().span(), message);
    }

    /** Enters an expression or a block. Refuses text that is nested too deeply to have been written by a person. */
    void enter() {
        if (++depth > DEEPEST) {
            throw refusal("nested more than " + DEEPEST + " levels deep");
        }
    }

    void leave() {
        depth--;
    }
}
