package io.github.microgradj.viz.graph.view;

import io.github.microgradj.viz.picture.TextFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The labels in the nodes of a graph. */
public final class GraphLabel {
    private GraphLabel() {}

    /** Returns the numbers of a value as text, such as {@code data 1.0000} and {@code grad 0.0000}. */
    static List<String> cells(GraphSnapshot.Numbers numbers, int digits) {
        return List.of(
                "data " + TextFormat.number(numbers.data(), digits),
                "grad " + TextFormat.number(numbers.grad(), digits));
    }

    /**
     * Returns text such as {@code { label | data 1.0000 | grad 0.0000 }}, without the first cell if the label is blank.
     */
    public static String record(String label, List<String> cells) {
        return Stream.concat(label.isBlank() ? Stream.empty() : Stream.of(TextFormat.elided(label)), cells.stream())
                .map(GraphLabel::encode)
                .collect(Collectors.joining(" | ", "{ ", " }"));
    }

    /**
     * Returns text in a form that both DOT and SVG accept. ASCII letters, digits and {@code .+-} are kept. All other
     * characters become numeric entities, because braces, bars and quotes would break a record, with three exceptions:
     * <ul>
     * <li>Backslashes are doubled, because Graphviz unescapes them after it resolves entities.
     * <li>Characters beyond U+FFFF are kept, because Graphviz cannot resolve their entities. A space after a non-ASCII
     * character becomes an entity, because Graphviz would drop it.
     * <li>Characters that XML does not allow become U+FFFD.
     * </ul>
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
