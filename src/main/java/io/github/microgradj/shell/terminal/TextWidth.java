package io.github.microgradj.shell.terminal;

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
}
