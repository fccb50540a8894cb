package io.github.microgradj.backward;

import io.github.microgradj.text.Repr;

/**
 * A piece of a Java expression.
 *
 * @param text what it looks like
 * @param rank how tightly it binds; a piece that binds less than its surroundings is put into parentheses
 */
record Term(String text, int rank) {
    static final int CONDITIONAL = 0;
    static final int CONDITION = 1;
    static final int COMPARISON = 2;
    static final int SUM = 3;
    static final int PRODUCT = 4;
    static final int SIGN = 5;
    static final int ATOM = 6;

    /** A name, a call, a literal that is not negative. */
    static Term atom(String text) {
        return new Term(text, ATOM);
    }

    /** A number as a literal. */
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

    /** {@code left symbol right}, computed from left to right. */
    static Term binary(Term left, String symbol, Term right, int rank) {
        return new Term(left.within(rank) + " " + symbol + " " + right.within(rank + 1), rank);
    }

    static Term negative(Term term) {
        return new Term("-" + term.within(ATOM), SIGN);
    }

    /** The text where at least this rank is needed. */
    String within(int least) {
        return rank < least ? "(" + text + ")" : text;
    }

    /** Whether it is this literal. */
    boolean is(String literal) {
        return text.equals(literal);
    }
}
