package io.github.microgradj.text;

import java.util.Locale;
import java.util.function.IntPredicate;

/** Texts as Java writes them between quotes. */
public final class JavaLiteral {
    private JavaLiteral() {}

    /** The text as a literal in quotes, in ASCII alone, for a source file of any encoding. */
    public static String of(String text) {
        return '"' + escaped(text, c -> c > '~') + '"';
    }

    /** What stands between the quotes, for a reader: letters of every alphabet stay as they are. */
    public static String escaped(String text) {
        return escaped(text, Character::isISOControl);
    }

    /** A line end has an escape of its own: javac would take one written by its number for the end of the line. */
    private static String escaped(String text, IntPredicate isNumbered) {
        StringBuilder escaped = new StringBuilder();
        text.chars().forEach(c -> {
            switch (c) {
                case '\\', '"' -> escaped.append('\\').append((char) c);
                case '\n' -> escaped.append("\\n");
                case '\t' -> escaped.append("\\t");
                case '\r' -> escaped.append("\\r");
                default -> {
                    boolean numbered = c < ' ' || isNumbered.test(c);
                    escaped.append(numbered ? String.format(Locale.ROOT, "\\u%04x", c) : (char) c);
                }
            }
        });
        return escaped.toString();
    }
}
