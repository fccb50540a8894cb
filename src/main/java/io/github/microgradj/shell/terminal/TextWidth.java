package io.github.microgradj.shell.terminal;

import org.jline.utils.AttributedString;
import org.jline.utils.WCWidth;

/** How many columns of a terminal a text takes: wide characters two, combining ones none. */
public final class TextWidth {
    /** The picture of the character 0; those of the others follow. */
    private static final int FIRST_PICTURE = 0x2400;

    private static final int DELETE = 0x7f;
    private static final int PICTURE_OF_DELETE = 0x2421;
    private static final int UNKNOWN = 0xfffd;

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

    /** The text with pictures of control characters, which would move the cursor or colour what follows; tabs and line ends stay. */
    public static String visible(String text) {
        return text.replace("\r\n", "\n")
                .codePoints()
                .map(TextWidth::visible)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static int visible(int codePoint) {
        if (!Character.isISOControl(codePoint) || codePoint == '\n' || codePoint == '\t') {
            return codePoint;
        }
        return codePoint < ' ' ? FIRST_PICTURE + codePoint : codePoint == DELETE ? PICTURE_OF_DELETE : UNKNOWN;
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
