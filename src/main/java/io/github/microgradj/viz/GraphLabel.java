package io.github.microgradj.viz;

import io.github.microgradj.engine.Repr;
import io.github.microgradj.engine.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** The texts in a graph's nodes. */
final class GraphLabel {
    /** From here on a double has no decimals to show, only digits. */
    private static final double LARGE = 1e15;

    private GraphLabel() {}

    /** {@code { label | data 1.0000 | grad 0.0000 }}, without the first cell if the value has no label. */
    static String of(Value value) {
        String label = value.label.isBlank() ? "" : encode(value.label) + " | ";
        return "{ " + label + "data " + number(value.data) + " | grad " + number(value.grad) + " }";
    }

    /** Four decimals, as Python's {@code %.4f} rounds them: by the exact value of the double, ties to even. */
    static String number(double x) {
        if (!Double.isFinite(x) || Math.abs(x) >= LARGE) {
            return Repr.of(x);
        }
        BigDecimal rounded = new BigDecimal(x).setScale(4, RoundingMode.HALF_EVEN);
        boolean negativeZero = rounded.signum() == 0 && Math.copySign(1, x) < 0;
        return (negativeZero ? "-" : "") + rounded.toPlainString();
    }

    /**
     * Text as DOT and SVG can carry it: all but the plainest characters as numeric entities, since braces, bars and quotes would
     * break a record. Graphviz unescapes backslashes after it resolved entities, so they come doubled; it cannot resolve
     * entities beyond U+FFFF, so these characters stand for themselves, and a space beside them, which it would drop, does not.
     * What XML cannot hold becomes U+FFFD.
     */
    static String encode(String text) {
        StringBuilder encoded = new StringBuilder();
        text.codePoints().forEach(c -> append(encoded, c));
        return encoded.toString();
    }

    private static void append(StringBuilder encoded, int c) {
        if (Character.isWhitespace(c)) {
            boolean besideRaw = !encoded.isEmpty() && encoded.charAt(encoded.length() - 1) > 127;
            encoded.append(besideRaw ? "&#32;" : " ");
        } else if (!isText(c)) {
            encoded.append("&#65533;");
        } else if (isPlain(c) || Character.isSupplementaryCodePoint(c)) {
            encoded.appendCodePoint(c);
        } else {
            encoded.append(("&#" + c + ";").repeat(c == '\\' ? 2 : 1));
        }
    }

    private static boolean isPlain(int c) {
        return c < 128 && (Character.isLetterOrDigit(c) || ".+-".indexOf(c) >= 0);
    }

    private static boolean isText(int c) {
        return !Character.isISOControl(c) && (c & 0xFFFE) != 0xFFFE && Character.getType(c) != Character.SURROGATE;
    }
}
