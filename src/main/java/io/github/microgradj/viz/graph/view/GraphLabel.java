package io.github.microgradj.viz.graph.view;

import io.github.microgradj.viz.picture.TextFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The texts in a graph's nodes. */
public final class GraphLabel {
    private GraphLabel() {}

    /** The numbers of a value, {@code data 1.0000} and {@code grad 0.0000}. */
    static List<String> cells(GraphSnapshot.Numbers numbers, int digits) {
        return List.of(
                "data " + TextFormat.number(numbers.data(), digits),
                "grad " + TextFormat.number(numbers.grad(), digits));
    }

    /** {@code { label | data 1.0000 | grad 0.0000 }}, without the first cell if there is no label. */
    public static String record(String label, List<String> cells) {
        return Stream.concat(label.isBlank() ? Stream.empty() : Stream.of(TextFormat.elided(label)), cells.stream())
                .map(GraphLabel::encode)
                .collect(Collectors.joining(" | ", "{ ", " }"));
    }

    /**
     * Text as DOT and SVG can carry it: all but the plainest characters as numeric entities, since braces, bars and quotes would
     * break a record. Graphviz unescapes backslashes after it resolved entities, so they come doubled; it cannot resolve
     * entities beyond U+FFFF, so these characters stand for themselves, and a space beside them, which it would drop, does not.
     * What XML cannot hold becomes U+FFFD.
     */
    public static String encode(String text) {
        StringBuilder encoded = new StringBuilder();
        text.codePoints().forEach(c -> append(encoded, c));
        return encoded.toString();
    }

    private static void append(StringBuilder encoded, int c) {
        if (Character.isWhitespace(c)) {
            boolean besideRaw = !encoded.isEmpty() && encoded.charAt(encoded.length() - 1) > 127;
            encoded.append(besideRaw ? "&#32;" : " ");
        } else if (!TextFormat.isText(c)) {
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
}
