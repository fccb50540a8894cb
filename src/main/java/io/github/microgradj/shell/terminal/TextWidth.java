package io.github.microgradj.shell.terminal;

import org.jline.utils.AttributedString;
import org.jline.utils.WCWidth;

/** How many columns of a terminal a text takes: wide characters two, combining ones none. */
public final class TextWidth {
    private TextWidth() {}

    /** The columns of a text, of its widest line if there are several. */
    public static int of(String text) {
        return text.lines()
                .mapToInt(line -> line.codePoints().map(TextWidth::of).sum())
                .max()
                .orElse(0);
    }

    /** The columns of a line with escape sequences, which take none. */
    public static int styled(String line) {
        return AttributedString.fromAnsi(line).columnLength();
    }

    private static int of(int codePoint) {
        return Math.max(0, WCWidth.wcwidth(codePoint));
    }

    /** The text, if it has to be shortened to so many columns, with three dots at its end. */
    public static String cut(String text, int columns) {
        if (of(text) <= columns) {
            return text;
        }
        int width = 0;
        int end = 0;
        while (width + of(text.codePointAt(end)) <= columns - 3) {
            width += of(text.codePointAt(end));
            end += Character.charCount(text.codePointAt(end));
        }
        return text.substring(0, end) + "...";
    }

    /** The text with line breaks in place of spaces, so that no line is wider than it must; lines after the first are indented. */
    public static String wrapped(String text, int columns) {
        StringBuilder wrapped = new StringBuilder();
        int width = 0;
        for (String word : text.split("(?<=\\s)", -1)) {
            if (width > 0 && width + of(word.stripTrailing()) > columns) {
                wrapped.setLength(wrapped.toString().stripTrailing().length());
                wrapped.append("\n    ");
                width = 4;
            }
            wrapped.append(word);
            width = word.endsWith("\n") ? 0 : width + of(word);
        }
        return wrapped.toString();
    }
}
