package io.github.microgradj.shell;

import io.github.microgradj.editor.screen.Cell;
import io.github.microgradj.editor.screen.Style;
import io.github.microgradj.editor.screen.TerminalScreen;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A terminal's screen as an SVG picture of a window. Half-block characters become rectangles, because fonts leave gaps
 * between them. Text is stretched to its cells, because the viewer's font is unknown.
 */
final class ScreenPicture {
    private static final double WIDTH = 8.4;
    private static final double HEIGHT = 18;
    /** The overlap of rectangles. Without it, the window would show through between them when the picture is scaled. */
    private static final double OVERLAP = 0.5;

    private static final double MARGIN = 16;
    private static final double TITLE = 36;

    private static final String UPPER_HALF = "\u2580";
    private static final String FULL_BLOCK = "\u2588";
    private static final int NONE = -1;
    /** The parts of a style that change the look of text. */
    private static final int LOOK = Style.DIM | Style.FOREGROUND | Style.BOLD | 0xfff000;

    /** Matches words with single spaces between them, which look the same in every font once their ends are fixed. */
    private static final Pattern WORDS = Pattern.compile("\\S+( \\S+)*");

    private static final String TEXT = "#d7dae0";
    /** The colours that the shell uses of the terminal's sixteen, as in a dark theme. */
    private static final Map<Integer, String> THEME =
            Map.of(0x800, "#f0736f", 0x080, "#8fce6a", 0x088, "#5cc8d7", 0x880, "#e5c07b", 0x008, "#6aa8f7");

    private final Cell[] cells;
    private final int columns;
    private final int cursorRow;
    private final int cursorColumn;

    ScreenPicture(TerminalScreen screen) {
        columns = screen.columns();
        cells = new Cell[screen.rows() * columns];
        Arrays.setAll(cells, i -> screen.cell(i / columns, i % columns));
        cursorRow = screen.cursorRow();
        cursorColumn = screen.cursorColumn();
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
                cursorColumn * WIDTH, cursorRow * HEIGHT + 1, WIDTH, HEIGHT - 2, TEXT));
        lines.add("</g>");
        lines.add("<g font-family=\"ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace\""
                + " font-size=\"14\" fill=\"" + TEXT + "\" xml:space=\"preserve\">");
        for (int row = 0; row < rows; row++) {
            lines.addAll(texts(row));
        }
        lines.add("</g>\n</g>\n</svg>\n");
        return String.join("\n", lines);
    }

    /** Returns all rows up to the last one that is not empty or has the cursor. */
    private int usedRows() {
        int rows = cursorRow + 1;
        for (int i = 0; i < cells.length; i++) {
            if (!character(i).equals(" ") || lower(i) != NONE) {
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

    /** Draws one rectangle for each run of half a row that has one colour. */
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

    /** Draws one text element for each run of a row that has one colour and weight, without the wide gaps. */
    private List<String> texts(int row) {
        List<String> texts = new ArrayList<>();
        for (Run run : runs(row, i -> cells[i].style() & LOOK)) {
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
        String colour = (style & Style.FOREGROUND) == 0 ? "" : " fill=\"" + name(style >> 12 & 0xfff) + '"';
        String weight = (style & Style.BOLD) == 0 ? "" : " font-weight=\"bold\"";
        String dim = (style & Style.DIM) == 0 ? "" : " fill-opacity=\"0.6\"";
        return format(
                "<text x=\"%s\" y=\"%s\" textLength=\"%s\" lengthAdjust=\"spacingAndGlyphs\"%s%s%s>%s</text>",
                column * WIDTH, row * HEIGHT + 13.5, text.length() * WIDTH, colour, weight, dim, escaped(text));
    }

    /** A run of cells in a row that have the same key. */
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
        return isBlock(cell) ? cells[cell].style() >> 12 & 0xfff : lower(cell);
    }

    private int lower(int cell) {
        if (cells[cell].text().equals(FULL_BLOCK)) {
            return upper(cell);
        }
        return (cells[cell].style() & Style.BACKGROUND) == 0 ? NONE : cells[cell].style() & 0xfff;
    }

    private boolean isBlock(int cell) {
        return cells[cell].text().equals(UPPER_HALF) || cells[cell].text().equals(FULL_BLOCK);
    }

    /** Returns the character to draw, or an empty string for the right half of a wide character. */
    private String character(int cell) {
        return isBlock(cell) ? " " : cells[cell].text();
    }

    /** Returns a colour with 4 bits each for red, green and blue. */
    private static String name(int rgb) {
        return THEME.getOrDefault(rgb, String.format(Locale.ROOT, "#%03x", rgb));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Returns a number with at most one decimal: a picture of 2 kB per row would be too large for the repository. */
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
