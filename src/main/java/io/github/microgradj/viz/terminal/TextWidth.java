package io.github.microgradj.viz.terminal;

/** Text as terminals count it: in cells. */
public final class TextWidth {
    private TextWidth() {}

    /** The number of cells a text takes. */
    public static int width(String text) {
        return text.codePoints().map(TextWidth::width).sum();
    }

    /** 2 for the scripts of East Asia and for emoji. */
    public static int width(int c) {
        boolean wide = c >= 0x1100
                && (c <= 0x115f
                        || (c >= 0x2e80 && c <= 0xa4cf)
                        || (c >= 0xac00 && c <= 0xd7a3)
                        || (c >= 0xf900 && c <= 0xfaff)
                        || (c >= 0xfe30 && c <= 0xfe6f)
                        || (c >= 0xff00 && c <= 0xff60)
                        || (c >= 0xffe0 && c <= 0xffe6)
                        || (c >= 0x1f300 && c <= 0x1faff)
                        || c >= 0x20000);
        return wide ? 2 : 1;
    }

    /** A text of at most so many cells, without what would move the cursor, turn the direction or take no cell. */
    public static String line(String text, int cells) {
        StringBuilder line = new StringBuilder();
        int room = cells;
        for (int c : text.strip()
                .codePoints()
                .map(TextWidth::shown)
                .filter(c -> c != 0)
                .toArray()) {
            room -= width(c);
            if (room < 0) {
                while (width(line.toString()) >= cells) {
                    line.setLength(line.offsetByCodePoints(line.length(), -1));
                }
                return line.append('\u2026').toString();
            }
            line.appendCodePoint(c);
        }
        return line.toString();
    }

    private static int shown(int c) {
        if (Character.isWhitespace(c)) {
            return ' ';
        }
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE -> '\ufffd';
            default -> isRightToLeft(c) ? '\ufffd' : c;
        };
    }

    private static boolean isRightToLeft(int c) {
        byte direction = Character.getDirectionality(c);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }
}
