package io.github.microgradj.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A terminal's screen as an SVG picture of a window. Half blocks become rectangles, because in fonts they have gaps, and text
 * is stretched to its cells, because the viewer's font is not known.
 */
final class ScreenPicture {
    private static final double WIDTH = 8.4;
    private static final double HEIGHT = 18;
    /** Neighbours that only touch let the window shine through when the picture is scaled. */
    private static final double OVERLAP = 0.5;

    private static final double MARGIN = 16;
    private static final double TITLE = 36;

    private static final char UPPER_HALF = '\u2580';
    private static final char FULL_BLOCK = '\u2588';
    private static final int NONE = -1;
    /** Words with one space between them, the same in every font once their ends are fixed. */
    private static final Pattern WORDS = Pattern.compile("\\S+( \\S+)*");

    private static final String TEXT = "#d7dae0";
    /** The terminal's own sixteen colours are a matter of theme; these are the ones the shell uses, from a dark one. */
    private static final Map<Integer, String> THEME =
            Map.of(0x800, "#f0736f", 0x080, "#8fce6a", 0x088, "#5cc8d7", 0x880, "#e5c07b", 0x008, "#6aa8f7");

    private final long[] cells;
    private final int columns;
    private final int[] cursor;

    /**
     * @param cells row by row; above the character in the lower 32 bits there are 4 bits for "background set, foreground set",
     *     4 for "bold, concealed, negative, underlined", and 4 each for the red, green and blue of foreground and background
     * @param cursor column and row
     */
    ScreenPicture(long[] cells, int columns, int[] cursor) {
        this.cells = cells;
        this.columns = columns;
        this.cursor = cursor;
    }

    String svg(String title) {
        int rows = usedRows();
        double width = columns * WIDTH + 2 * MARGIN;
        double height = rows * HEIGHT + TITLE + MARGIN;
        List<String> lines = new ArrayList<>();
        lines.add(format(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %1$s %2$s\" width=\"%1$s\" height=\"%2$s\">",
                width, height));
        lines.add("<title>" + escaped(title) + "</title>");
        lines.add(format("<rect width=\"%s\" height=\"%s\" rx=\"9\" fill=\"#1c1f26\"/>", width, height));
        lines.add(buttons());
        lines.add(format("<g transform=\"translate(%s %s)\">", MARGIN, TITLE));
        lines.add("<g shape-rendering=\"crispEdges\">");
        for (int row = 0; row < rows; row++) {
            lines.addAll(blocks(row, 0, this::upper));
            lines.addAll(blocks(row, HEIGHT / 2, this::lower));
        }
        lines.add(format(
                "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\"/>",
                cursor[0] * WIDTH, cursor[1] * HEIGHT + 1, WIDTH, HEIGHT - 2, TEXT));
        lines.add("</g>");
        lines.add("<g font-family=\"ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace\""
                + " font-size=\"14\" fill=\"" + TEXT + "\" xml:space=\"preserve\">");
        for (int row = 0; row < rows; row++) {
            lines.addAll(texts(row));
        }
        lines.add("</g>\n</g>\n</svg>\n");
        return String.join("\n", lines);
    }

    /** All rows to the last with anything on it, that of the cursor included. */
    private int usedRows() {
        int rows = cursor[1] + 1;
        for (int i = 0; i < cells.length; i++) {
            if (character(i) != ' ' || lower(i) != NONE) {
                rows = Math.max(rows, i / columns + 1);
            }
        }
        return rows;
    }

    private static String buttons() {
        return List.of("#ff5f57", "#febc2e", "#28c840").stream()
                .map(color -> "<circle cx=\"%d\" cy=\"18\" r=\"5.5\" fill=\"" + color + "\"/>")
                .collect(Collectors.joining())
                .formatted(20, 38, 56);
    }

    /** One rectangle for each stretch of half a row that has one colour. */
    private List<String> blocks(int row, double top, IntUnaryOperator colour) {
        List<String> rectangles = new ArrayList<>();
        for (Run run : runs(row, colour)) {
            if (run.key() != NONE) {
                rectangles.add(format(
                        "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\"/>",
                        run.start() * WIDTH,
                        row * HEIGHT + top,
                        run.length() * WIDTH + OVERLAP,
                        HEIGHT / 2 + OVERLAP,
                        name(run.key())));
            }
        }
        return rectangles;
    }

    /** One text for each stretch of a row that has one colour and weight, without the wide gaps. */
    private List<String> texts(int row) {
        List<String> texts = new ArrayList<>();
        for (Run run : runs(row, i -> (int) (cells[i] >>> 32) & 0x18fff000)) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < run.length(); i++) {
                text.append(character(row * columns + run.start() + i));
            }
            WORDS.matcher(text)
                    .results()
                    .forEach(words -> texts.add(text(words.group(), run.start() + words.start(), row, run.key())));
        }
        return texts;
    }

    private static String text(String text, int column, int row, int style) {
        String colour = (style & 0x10000000) == 0 ? "" : " fill=\"" + name(style >> 12 & 0xfff) + '"';
        String weight = (style & 0x08000000) == 0 ? "" : " font-weight=\"bold\"";
        return format(
                "<text x=\"%s\" y=\"%s\" textLength=\"%s\" lengthAdjust=\"spacingAndGlyphs\"%s%s>%s</text>",
                column * WIDTH, row * HEIGHT + 13.5, text.length() * WIDTH, colour, weight, escaped(text));
    }

    /** A stretch of cells in a row for which a function has one value. */
    private record Run(int start, int length, int key) {}

    private List<Run> runs(int row, IntUnaryOperator key) {
        List<Run> runs = new ArrayList<>();
        int start = 0;
        for (int column = 1; column <= columns; column++) {
            int value = key.applyAsInt(row * columns + start);
            if (column == columns || key.applyAsInt(row * columns + column) != value) {
                runs.add(new Run(start, column - start, value));
                start = column;
            }
        }
        return runs;
    }

    private int upper(int cell) {
        return isBlock(cell) ? (int) (cells[cell] >> 44) & 0xfff : lower(cell);
    }

    private int lower(int cell) {
        if ((char) cells[cell] == FULL_BLOCK) {
            return upper(cell);
        }
        return (cells[cell] & 0x20000000_00000000L) == 0 ? NONE : (int) (cells[cell] >> 32) & 0xfff;
    }

    private boolean isBlock(int cell) {
        return (char) cells[cell] == UPPER_HALF || (char) cells[cell] == FULL_BLOCK;
    }

    /** The character that is left to the font. */
    private char character(int cell) {
        return isBlock(cell) || (char) cells[cell] == 0 ? ' ' : (char) cells[cell];
    }

    /** A colour of 4 bits for red, green and blue each. */
    private static String name(int rgb) {
        return THEME.getOrDefault(rgb, String.format(Locale.ROOT, "#%03x", rgb));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Numbers with at most one decimal: a picture of 2 kB per row would be none to keep in a repository. */
    private static String format(String template, Object... arguments) {
        Object[] shown = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            shown[i] = arguments[i] instanceof Double number
                    ? String.format(Locale.ROOT, "%.1f", number).replace(".0", "")
                    : arguments[i];
        }
        return template.formatted(shown);
    }
}
