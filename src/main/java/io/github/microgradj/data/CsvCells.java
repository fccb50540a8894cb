package io.github.microgradj.data;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The current row of a CSV file as numbers. Numbers are parsed from FastCSV's buffer without creating a String for each
 * cell. A word becomes its index in a {@link TextColumn}, and a missing value becomes NaN.
 */
final class CsvCells extends AbstractBaseCsvCallbackHandler<CsvCells> {
    private enum Role {
        IGNORED,
        NUMBER,
        BOOLEAN,
        TEXT,
        LABEL
    }

    private final Role[] roles;
    private final int[] slots;
    private final TextColumn[] texts;
    private final char point;
    private final int width;

    private boolean skipping;
    private long line;
    private int fields;
    private boolean blank;
    private double[] values = {};
    private @Nullable String label;
    private int badColumn;
    private String bad = "";

    /**
     * Creates a reader of rows.
     *
     * @param kinds the kind of each column
     * @param features the columns to return as values, in this order
     * @param label the index of the label column
     * @param header whether the first row is a header, not a sample
     */
    CsvCells(List<ColumnKind> kinds, List<Integer> features, int label, char point, boolean header) {
        int columns = kinds.size();
        this.roles = new Role[columns];
        this.slots = new int[columns];
        this.texts = new TextColumn[features.size()];
        this.point = point;
        this.width = features.size();
        this.skipping = header;
        Arrays.fill(roles, Role.IGNORED);
        for (int slot = 0; slot < width; slot++) {
            int column = features.get(slot);
            slots[column] = slot;
            texts[slot] = new TextColumn();
            roles[column] = switch (kinds.get(column)) {
                case NUMBER -> Role.NUMBER;
                case BOOLEAN -> Role.BOOLEAN;
                case TEXT -> Role.TEXT;
                case DATE -> Role.IGNORED;
            };
        }
        if (label >= 0) {
            roles[label] = Role.LABEL;
        }
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        line = startingLineNumber;
        fields = 0;
        blank = true;
        label = null;
        badColumn = -1;
        values = new double[width];
    }

    @Override
    protected void handleField(int column, char[] buffer, int offset, int length, boolean quoted) {
        int from = offset;
        int to = offset + length;
        while (from < to && Character.isWhitespace(buffer[from])) {
            from++;
        }
        while (from < to && Character.isWhitespace(buffer[to - 1])) {
            to--;
        }
        blank &= from == to;
        if (column >= roles.length) {
            fields = from == to ? fields : column + 1; // Ignores empty cells after the last column.
            return;
        }
        fields++;
        Role role = skipping ? Role.IGNORED : roles[column];
        switch (role) {
            case NUMBER -> number(column, buffer, from, to);
            case BOOLEAN, TEXT, LABEL -> text(role, column, new String(buffer, from, to - from));
            case IGNORED -> {}
        }
    }

    private void number(int column, char[] buffer, int from, int to) {
        double value = DecimalNumber.parse(buffer, from, to, point);
        if (Double.isNaN(value)) {
            String text = new String(buffer, from, to - from);
            if (!ColumnKind.isMissing(text)) {
                mark(column, text);
            }
        }
        values[slots[column]] = value;
    }

    private void text(Role role, int column, String text) {
        boolean missing = ColumnKind.isMissing(text);
        if (!missing && (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0)) {
            mark(column, text); // An unclosed quote would make the rest of the file one word.
        } else if (role == Role.LABEL) {
            label = missing ? null : text;
        } else if (missing) {
            values[slots[column]] = Double.NaN;
        } else if (role == Role.TEXT) {
            values[slots[column]] = texts[slots[column]].add(text);
        } else {
            double truth = ColumnKind.truth(text);
            values[slots[column]] = truth;
            if (Double.isNaN(truth)) {
                mark(column, text);
            }
        }
    }

    private void mark(int column, String text) {
        if (badColumn < 0) {
            badColumn = column;
            bad = text;
        }
    }

    @Override
    protected CsvCells buildRecord() {
        return this;
    }

    /** Returns whether the row is a sample, neither blank nor the header. */
    boolean isSample() {
        boolean header = skipping && !blank;
        skipping &= blank;
        return !blank && !header;
    }

    /**
     * Throws an exception if a cell does not match its column's kind, or if the number of cells differs from that in
     * the first row.
     *
     * @param head the column names for error messages
     */
    void check(CsvHead head) {
        if (fields != roles.length) {
            throw new IllegalArgumentException(head.at(line) + "expected " + roles.length + " columns, got " + fields);
        }
        if (badColumn >= 0) {
            String expected =
                    switch (roles[badColumn]) {
                        case LABEL -> "a label";
                        case TEXT -> "a word";
                        case BOOLEAN -> "yes or no";
                        case NUMBER, IGNORED -> "a number";
                    };
            throw new IllegalArgumentException(head.at(line) + head.column(badColumn) + ": expected " + expected
                    + ", got " + CsvHead.quoted(bad) + DecimalNumber.advice(bad));
        }
    }

    /** Throws an exception if the label was not accepted. */
    void checkLabel(boolean accepted, CsvHead head, int column) {
        if (!accepted) {
            throw new IllegalArgumentException(head.at(line) + head.column(column) + ": expected a number, got "
                    + CsvHead.quoted(String.valueOf(label)) + "; use --task classification if the labels are classes");
        }
    }

    /** Returns the values of the row. Each row has its own array. */
    double[] values() {
        return values;
    }

    /** Returns the label, or null if it is missing. */
    @Nullable
    String label() {
        return label;
    }

    /** Returns the words of a column of text, given its index among the values. */
    TextColumn text(int slot) {
        return texts[slot];
    }
}
