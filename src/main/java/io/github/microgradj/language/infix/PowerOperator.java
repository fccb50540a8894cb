package io.github.microgradj.language.infix;

import io.github.microgradj.language.infix.SourceText.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A rewriter for Python's operator {@code **}. It replaces {@code x**k} with {@code Ops.pow(x, k)} before compilation.
 * As in Python, the operator binds more tightly than a sign on its left, accepts a sign on its right, and is
 * right-associative.
 */
final class PowerOperator {
    private static final Set<String> SIGNS = Set.of("-", "+", "!", "~", "++", "--");

    private static final Set<String> KEYWORDS =
            Set.of("return", "yield", "case", "if", "while", "for", "switch", "else", "do", "throw", "assert", "new");

    private final List<Token> tokens;
    private final List<Change> opening = new ArrayList<>();
    private final List<Change> between = new ArrayList<>();
    private final List<Change> closing = new ArrayList<>();

    private PowerOperator(String text) {
        tokens = Token.of(text);
    }

    /** Returns the text with {@code **} and {@code **=} replaced by calls. */
    static SourceText withoutPowers(SourceText source) {
        SourceText text = replaced(source);
        List<Integer> places = Token.of(text.text()).stream()
                .filter(token -> token.is("**="))
                .map(Token::start)
                .toList();
        if (places.isEmpty()) {
            return text;
        }
        StringBuilder masked = new StringBuilder(text.text());
        places.forEach(place -> masked.replace(place, place + 3, "^= "));
        return SyntaxTrees.of(masked.toString())
                .map(parsed -> text.with(OperatorRewrite.powerAssignments(masked.toString(), parsed, places)))
                .orElse(text);
    }

    /**
     * Returns the text with {@code **} replaced by calls. If an operand is missing, the operator remains, and the
     * compiler reports it.
     */
    static SourceText replaced(SourceText source) {
        if (!source.text().contains("**")) {
            return source;
        }
        PowerOperator power = new PowerOperator(source.text());
        for (int i = power.tokens.size() - 1; i >= 0; i--) {
            if (power.tokens.get(i).is("**")) {
                power.replace(i, source.text());
            }
        }
        List<Change> changes = new ArrayList<>(power.closing);
        changes.addAll(power.between);
        changes.addAll(power.opening);
        return source.with(changes);
    }

    /** Returns the text with each {@code **} replaced by a Java operator. It is meant only for syntax analysis. */
    static String masked(String text) {
        if (!text.contains("**")) {
            return text;
        }
        StringBuilder masked = new StringBuilder(text);
        for (Token token : Token.of(text)) {
            if (token.is("**") || token.is("**=")) {
                masked.setCharAt(token.start(), ' ');
            }
        }
        return masked.toString();
    }

    private void replace(int operator, String text) {
        int first = operandBefore(tokens, operator);
        int last = operandAfter(operator);
        if (first == operator || last == operator) {
            return;
        }
        Token op = tokens.get(operator);
        int start = tokens.get(first).start();
        int end = tokens.get(last).end();
        int leftEnd = tokens.get(operator - 1).end();
        int rightStart = tokens.get(operator + 1).start();
        boolean blank = text.substring(leftEnd, op.start()).isBlank()
                && text.substring(op.end(), rightStart).isBlank();
        int from = blank ? leftEnd : op.start();
        int to = blank ? rightStart : op.end();
        opening.add(new Change(start, start, "Ops.pow(", start, op.start(), end));
        between.add(new Change(from, to, ", ", start, op.start(), end));
        // In Python, an integer raised to a negative power is a float.
        boolean negative = tokens.get(operator + 1).is("-") && isWhole(tokens.get(last)) && last == operator + 2;
        closing.add(new Change(end, end, negative ? ".0)" : ")", start, op.start(), end));
    }

    private static boolean isWhole(Token token) {
        return token.kind() == Token.Kind.NUMBER && token.text().matches("\\d+");
    }

    /**
     * Returns the index of the first token of the operand that ends before the given token. The operand is a name, a
     * literal or a parenthesized expression, with any selectors, calls and indices after it.
     *
     * @return {@code index} itself if there is no operand
     */
    static int operandBefore(List<Token> tokens, int index) {
        int at = index;
        while (at > 0 && (tokens.get(at - 1).is("++") || tokens.get(at - 1).is("--"))) {
            at--;
        }
        at = partBefore(tokens, at);
        while (at > 0 && tokens.get(at - 1).is(".")) {
            at = partBefore(tokens, at - 1);
        }
        return at > 0 && tokens.get(at - 1).is("new") ? at - 1 : at;
    }

    /**
     * Returns the index of the first token of a name or a literal, or of a bracketed part together with the name before
     * it. Excludes a cast before the operand.
     */
    private static int partBefore(List<Token> tokens, int index) {
        int at = index;
        boolean bracket = true;
        while (bracket && at > 0 && tokens.get(at - 1).closes()) {
            bracket = !tokens.get(at - 1).is(")");
            at = Token.partner(tokens, at - 1).orElse(0);
        }
        boolean belongs = at == index || (at > 0 && tokens.get(at - 1).isWord());
        boolean operand = at > 0 && tokens.get(at - 1).kind() != Token.Kind.SYMBOL && !isKeyword(tokens.get(at - 1));
        return belongs && operand ? at - 1 : at;
    }

    private static boolean isKeyword(Token token) {
        return KEYWORDS.contains(token.text());
    }

    private int closer(int opener) {
        return Token.partner(tokens, opener).orElse(tokens.size() - 1);
    }

    /**
     * Returns the index of the last token of the operand that starts after the given index, or the given index if there
     * is no operand.
     */
    private int operandAfter(int index) {
        int at = index + 1;
        while (at < tokens.size() && (SIGNS.contains(tokens.get(at).text()) || isCast(at))) {
            at = tokens.get(at).is("(") ? closer(at) + 1 : at + 1;
        }
        at = at < tokens.size() && tokens.get(at).is("new") ? at + 1 : at;
        if (at >= tokens.size() || !(tokens.get(at).is("(") || tokens.get(at).kind() != Token.Kind.SYMBOL)) {
            return index;
        }
        at = tokens.get(at).is("(") ? closer(at) : at;
        while (at + 1 < tokens.size()) {
            Token next = tokens.get(at + 1);
            if (next.is("(") || next.is("[")) {
                at = closer(at + 1);
            } else if (next.is(".") && at + 2 < tokens.size()) {
                at += 2;
            } else if (next.is("++") || next.is("--")) {
                at++;
            } else {
                return next.is("**") ? operandAfter(at + 1) : at;
            }
        }
        return at;
    }

    /** Returns whether a parenthesized part is a cast, which is the case if an operand follows it directly. */
    private boolean isCast(int opener) {
        if (!tokens.get(opener).is("(")) {
            return false;
        }
        int next = closer(opener) + 1;
        return next < tokens.size()
                && next > opener + 2
                && (tokens.get(next).is("(") || tokens.get(next).kind() != Token.Kind.SYMBOL)
                && tokens.get(opener + 1).isWord();
    }
}
