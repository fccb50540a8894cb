package io.github.microgradj.viz.picture;

import io.github.microgradj.text.Repr;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** The formats of numbers and text in pictures and pages. */
public final class TextFormat {
    /** The absolute value at and above which a double is shown without decimals. */
    private static final double LARGE = 1e15;

    private static final int MOST_CHARACTERS = 48;

    private TextFormat() {}

    /**
     * Returns a number as text with the given number of decimals. It is rounded like Python's {@code %.4f}: from the
     * exact value of the double, with ties to even.
     */
    public static String number(double x, int digits) {
        if (!Double.isFinite(x) || Math.abs(x) >= LARGE) {
            return Repr.of(x);
        }
        BigDecimal rounded = new BigDecimal(x).setScale(digits, RoundingMode.HALF_EVEN);
        boolean negativeZero = rounded.signum() == 0 && Math.copySign(1, x) < 0;
        return (negativeZero ? "-" : "") + rounded.toPlainString();
    }

    /** Returns a label on one line, truncated to fit into a picture. */
    public static String elided(String label) {
        return elided(label, MOST_CHARACTERS);
    }

    /** Returns the text on one line, truncated to the given number of characters. */
    public static String elided(String text, int most) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= most
                ? line
                : line.substring(0, line.offsetByCodePoints(0, most - 1)) + "\u2026";
    }

    /**
     * Returns text escaped for an XML element or attribute. Line terminators and tabs become spaces, and other
     * characters for which {@link #isText} is false become U+FFFD.
     */
    public static String xml(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (!isText(c)) {
                escaped.append(Character.isWhitespace(c) ? ' ' : '\uFFFD');
            } else if ("<>&\"'".indexOf(c) >= 0) {
                escaped.append("&#").append(c).append(';');
            } else {
                escaped.appendCodePoint(c);
            }
        });
        return escaped.toString();
    }

    /** Returns whether a character is text that XML allows. Control characters, such as tabs, do not count as text. */
    public static boolean isText(int c) {
        return !Character.isISOControl(c) && (c & 0xFFFE) != 0xFFFE && Character.getType(c) != Character.SURROGATE;
    }
}
