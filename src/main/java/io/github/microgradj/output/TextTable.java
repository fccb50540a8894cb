package io.github.microgradj.output;

import io.github.microgradj.output.Printer.Style;
import io.github.microgradj.text.TextWidth;
import java.util.ArrayList;
import java.util.List;

/**
 * A table without ruled lines. The columns are as wide as their contents, except that the last one is limited by the
 * width of the terminal.
 */
public final class TextTable {
    private static final String GAP = "  ";
    private static final int NARROWEST = 10;
    /** The minimum width of a column of prose. Narrower text is hard to read. */
    private static final int NARROWEST_PROSE = 24;
    /** The indentation of prose below its row. */
    private static final String INDENT = "    ";

    private final List<Style> styles;
    private final List<List<String>> rows = new ArrayList<>();
    private boolean prose;

    /** Creates a table with a style for each column. */
    public TextTable(Style... styles) {
        this.styles = List.of(styles);
    }

    /**
     * Marks the last column as prose, which is wrapped instead of cut. The prose is wrapped inside its column or,
     * if the column is too narrow, below the row.
     */
    public TextTable ofProse() {
        prose = true;
        return this;
    }

    /** Adds a row with one cell per column. */
    public TextTable row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Returns the table as text. In a terminal, a row that does not fit is cut unless it ends with prose. */
    public String text(Printer printer) {
        int last = styles.size() - 1;
        int[] widths = new int[last];
        int before = 0;
        for (int column = 0; column < last; column++) {
            for (List<String> row : rows) {
                widths[column] = Math.max(widths[column], TextWidth.of(row.get(column)));
            }
            before += widths[column] + GAP.length();
        }
        int room = printer.isTerminal() ? Math.max(NARROWEST, printer.columns() - 1 - before) : Integer.MAX_VALUE;
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < last; column++) {
                String cell = row.get(column);
                line.append(printer.styled(styles.get(column), cell))
                        .append(" ".repeat(widths[column] - TextWidth.of(cell)))
                        .append(GAP);
            }
            String cell = row.get(last);
            boolean below = prose && room < NARROWEST_PROSE && TextWidth.of(cell) > room;
            String text = below
                    ? "\n" + INDENT + wrapped(cell, printer.columns() - 1 - INDENT.length(), INDENT.length())
                    : prose && printer.isTerminal() ? wrapped(cell, room, before) : TextWidth.cut(cell, room);
            lines.add((below ? line.toString().stripTrailing() : line) + printer.styled(styles.get(last), text));
        }
        return String.join("\n", lines);
    }

    /** Returns the text wrapped to the given number of columns. All lines but the first are indented. */
    private static String wrapped(String text, int columns, int indent) {
        return TextWidth.wrapped(INDENT + text, INDENT.length() + columns)
                .strip()
                .replace("\n" + INDENT, "\n" + " ".repeat(indent));
    }
}
