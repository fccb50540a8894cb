package io.github.microgradj.backward;

import io.github.microgradj.text.Repr;

/**
 * A part of a Java expression.
 *
 * @param text the source text
 * @param rank the precedence; parentheses are added where a higher precedence is needed
 */
record Term(String text, int rank) {
    static final int CONDITIONAL = 0;
    static final int CONDITION = 1;
    static final int COMPARISON = 2;
    static final int SUM = 3;
    static final int PRODUCT = 4;
    static final int SIGN = 5;
    static final int ATOM = 6;

    /** Returns a term for a name, a call, or a non-negative literal. */
    static Term atom(String text) {
        return new Term(text, ATOM);
    }

    /** Returns a number as a literal. */
    static Term number(double number) {
        if (Double.isNaN(number)) {
            return atom("Double.NaN");
        }
        if (Double.isInfinite(number)) {
            return atom(number > 0 ? "Double.POSITIVE_INFINITY" : "Double.NEGATIVE_INFINITY");
        }
        String text = Repr.of(number);
        return new Term(text, text.startsWith("-") ? SIGN : ATOM);
    }

    /** Returns {@code left symbol right} for a left-associative operator. */
    static Term binary(Term left, String symbol, Term right, int rank) {
        return new Term(left.within(rank) + " " + symbol + " " + right.within(rank + 1), rank);
    }

    static Term negative(Term term) {
        return new Term("-" + term.within(ATOM), SIGN);
    }

    /** Returns the text, enclosed in parentheses if the rank of this term is lower than the given one. */
    String within(int least) {
        return rank < least ? "(" + text + ")" : text;
    }

    /** Returns whether this is the given literal. */
    boolean is(String literal) {
        return text.equals(literal);
    }
}
