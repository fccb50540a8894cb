package io.github.microgradj.viz.picture;

/** An encoder of text for labels in the DOT language. */
public final class DotLabel {
    private DotLabel() {}

    /**
     * Returns text in a form that both DOT and SVG accept. ASCII letters, digits and {@code .+-} are kept, and each
     * whitespace character becomes a space. Other characters become numeric entities, because braces, bars and quotes
     * would break a record. There are three special cases:
     * <ul>
     * <li>Backslashes are doubled, because Graphviz unescapes them after it resolves entities.
     * <li>Characters beyond U+FFFF are kept, because Graphviz cannot resolve their entities. A space after such a
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
