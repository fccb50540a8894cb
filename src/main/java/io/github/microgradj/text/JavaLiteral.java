package io.github.microgradj.text;

import java.util.Locale;
import java.util.function.IntPredicate;

/** A converter from text to Java string literals. */
public final class JavaLiteral {
    private JavaLiteral() {}

    /** Returns the text as a quoted literal in ASCII, which is valid in a source file of any encoding. */
    public static String of(String text) {
        return '"' + escaped(text, c -> c > '~') + '"';
    }

    /** Returns the escaped text without quotes, for display. Letters of every alphabet are unchanged. */
    public static String escaped(String text) {
        return escaped(text, Character::isISOControl);
    }

    /**
     * Escapes the text. A line terminator gets a named escape such as {@code \n}, because javac would treat its Unicode
     * escape as the end of the line.
     */
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
