package io.github.microgradj.text;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The width of text in terminal columns. A wide character takes two columns, and a combining character takes none. */
public final class TextWidth {
    /**
     * The first and the last code point of each range of wide characters, which are emoji and the characters of East
     * Asian scripts, as of Unicode 16.
     */
    private static final int[] WIDE = Stream.of("""
                    1100-115f 231a-231b 2329-232a 23e9-23ec 23f0-23f0 23f3-23f3 25fd-25fe 2614-2615 2630-2637 2648-2653
                    267f-267f 268a-268f 2693-2693 26a1-26a1 26aa-26ab 26bd-26be 26c4-26c5 26ce-26ce 26d4-26d4 26ea-26ea
                    26f2-26f3 26f5-26f5 26fa-26fa 26fd-26fd 2705-2705 270a-270b 2728-2728 274c-274c 274e-274e 2753-2755
                    2757-2757 2795-2797 27b0-27b0 27bf-27bf 2b1b-2b1c 2b50-2b50 2b55-2b55 2e80-303e 3041-a4cf a960-a97c
                    ac00-d7a3 f900-faff fe10-fe6f ff01-ff60 ffe0-ffe6 16fe0-1b2fb 1d300-1d376 1f004-1f004 1f0cf-1f0cf
                    1f18e-1f18e 1f191-1f19a 1f200-1f320 1f32d-1f335 1f337-1f37c 1f37e-1f393 1f3a0-1f3ca 1f3cf-1f3d3
                    1f3e0-1f3f0 1f3f4-1f3f4 1f3f8-1f43e 1f440-1f440 1f442-1f4fc 1f4ff-1f53d 1f54b-1f54e 1f550-1f567
                    1f57a-1f57a 1f595-1f596 1f5a4-1f5a4 1f5fb-1f64f 1f680-1f6c5 1f6cc-1f6cc 1f6d0-1f6d2 1f6d5-1f6df
                    1f6eb-1f6ec 1f6f4-1f6fc 1f7e0-1f7f0 1f90c-1f93a 1f93c-1f945 1f947-1f9ff 1fa70-1faf8 20000-3fffd
                    """.strip().split("[-\\s]+"))
            .mapToInt(hex -> Integer.parseInt(hex, 16))
            .toArray();

    private static final Pattern STYLE = Pattern.compile("\033\\[[0-9;]*m");
    private static final int SOFT_HYPHEN = 0xad;
    /** The visible symbol for control character 0. The symbols for control characters 1 to 31 follow it in Unicode. */
    private static final int FIRST_PICTURE = 0x2400;

    private static final int DELETE = 0x7f;
    private static final int PICTURE_OF_DELETE = 0x2421;
    private static final int UNKNOWN = 0xfffd;

    private TextWidth() {}

    /** Returns the number of columns of the text. If it has several lines, the widest one counts. */
    public static int of(String text) {
        return text.lines()
                .mapToInt(line -> line.codePoints().map(TextWidth::of).sum())
                .max()
                .orElse(0);
    }

    /** Returns the number of columns that a character takes: 0, 1 or 2. */
    public static int of(int codePoint) {
        if (codePoint >= ' ' && codePoint < DELETE) {
            return 1;
        }
        return isZero(codePoint) ? 0 : isWide(codePoint) ? 2 : 1;
    }

    /**
     * Returns whether a character takes no columns. These are control characters, format characters other than the soft
     * hyphen, non-spacing and enclosing marks, Hangul vowel and final jamo, and emoji skin tones.
     */
    private static boolean isZero(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            case Character.FORMAT -> codePoint != SOFT_HYPHEN;
            default -> (codePoint >= 0x1160 && codePoint <= 0x11ff) || (codePoint >= 0x1f3fb && codePoint <= 0x1f3ff);
        };
    }

    private static boolean isWide(int codePoint) {
        int place = Arrays.binarySearch(WIDE, codePoint);
        return place >= 0 || -place % 2 == 0;
    }

    /** Returns the number of columns of a styled line, whose escape sequences take no columns. */
    public static int styled(String line) {
        return of(STYLE.matcher(line).replaceAll(""));
    }

    /** Returns the text. If it is wider than the given number of columns, it is shortened and ends with three dots. */
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

    /**
     * Returns the text as a single line of at most the given number of columns, without characters that move the
     * cursor, change the text direction or take no columns.
     */
    public static String line(String text, int columns) {
        StringBuilder line = new StringBuilder();
        int room = columns;
        for (int c : Normalizer.normalize(text.strip(), Normalizer.Form.NFC)
                .codePoints()
                .map(TextWidth::plain)
                .filter(c -> of(c) > 0)
                .toArray()) {
            room -= of(c);
            if (room < 0) {
                while (of(line.toString()) >= columns) {
                    line.setLength(line.offsetByCodePoints(line.length(), -1));
                }
                return line.append('\u2026').toString();
            }
            line.appendCodePoint(c);
        }
        return line.toString();
    }

    private static int plain(int c) {
        if (Character.isWhitespace(c)) {
            return ' ';
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE -> UNKNOWN;
            case Character.FORMAT -> 0;
            default -> isRightToLeft(c) ? UNKNOWN : c;
        };
    }

    private static boolean isRightToLeft(int c) {
        byte direction = Character.getDirectionality(c);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }

    /**
     * Returns the text with control characters replaced by visible symbols, because a control character could move the
     * cursor or colour the text after it. Tabs and line feeds are unchanged, and CR LF becomes a line feed.
     */
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

    /** Returns the text with long lines broken at spaces to fit the width. The continuation lines are indented. */
    public static String wrapped(String text, int columns) {
        return wrapped(text, columns, "    ");
    }

    /** Returns the text wrapped like {@link #wrapped(String, int)}, with the given indent. */
    public static String wrapped(String text, int columns, String indent) {
        StringBuilder wrapped = new StringBuilder();
        int width = 0;
        for (String word : text.split("(?<=\\s)", -1)) {
            if (width > 0 && width + of(word.stripTrailing()) > columns) {
                wrapped.setLength(wrapped.toString().stripTrailing().length());
                wrapped.append('\n').append(indent);
                width = indent.length();
            }
            wrapped.append(word);
            width = word.endsWith("\n") ? 0 : width + of(word);
        }
        return wrapped.toString();
    }
}
