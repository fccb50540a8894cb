package io.github.microgradj.viz;

import io.github.microgradj.text.Repr;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The texts in a graph's nodes. */
final class GraphLabel {
    /** From here on a double has no decimals to show, only digits. */
    private static final double LARGE = 1e15;

    private static final int MOST_CHARACTERS = 48;

    private GraphLabel() {}

    /** The numbers of a value, {@code data 1.0000} and {@code grad 0.0000}. */
    static List<String> cells(GraphSnapshot.Numbers numbers, int digits) {
        return List.of("data " + number(numbers.data(), digits), "grad " + number(numbers.grad(), digits));
    }

    /** {@code { label | data 1.0000 | grad 0.0000 }}, without the first cell if there is no label. */
    static String record(String label, List<String> cells) {
        return Stream.concat(label.isBlank() ? Stream.empty() : Stream.of(elided(label)), cells.stream())
                .map(GraphLabel::encode)
                .collect(Collectors.joining(" | ", "{ ", " }"));
    }

    /** Decimals as Python's {@code %.4f} rounds them: by the exact value of the double, ties to even. */
    static String number(double x, int digits) {
        if (!Double.isFinite(x) || Math.abs(x) >= LARGE) {
            return Repr.of(x);
        }
        BigDecimal rounded = new BigDecimal(x).setScale(digits, RoundingMode.HALF_EVEN);
        boolean negativeZero = rounded.signum() == 0 && Math.copySign(1, x) < 0;
        return (negativeZero ? "-" : "") + rounded.toPlainString();
    }

    /** As much of a label as a picture has room for, on one line. */
    static String elided(String label) {
        return elided(label, MOST_CHARACTERS);
    }

    /** The beginning of a text, up to so many characters, on one line. */
    static String elided(String text, int most) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= most
                ? line
                : line.substring(0, line.offsetByCodePoints(0, most - 1)) + "\u2026";
    }

    /** Text as XML can carry it, in an element or an attribute; what it cannot hold becomes U+FFFD. */
    static String xml(String text) {
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
