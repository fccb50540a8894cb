package io.github.microgradj.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The columns of a CSV file that may be features, indexed by their position in the rows that were read. Columns without
 * information are left out, and columns that cannot be converted to numbers are rejected.
 */
final class CsvColumns {
    private static final int MOST_NAMES = 8;

    /**
     * The minimum number of rows for a remark that all numbers of a column differ; in fewer rows, this may be a
     * coincidence.
     */
    private static final int LEAST_ROWS_OF_NUMBERS = 10;

    private static final Pattern IDENTIFIER =
            Pattern.compile("|#|(?i:index|idx|no\\.?|nr\\.?|num|number|row|rows|rownames|row_?num(ber)?|unnamed: 0"
                    + "|obs|sno|s\\.no\\.?|(.*[ _.-])?id)|\\w*(Id|ID)");

    private final Path file;
    private final CsvHead head;
    private final CsvOptions options;
    private final List<ColumnKind> kinds;
    private final List<Integer> used;
    private final double[][] rows;
    private final CsvCells cells;
    private final List<String> remarks;
    private final int[] missing;

    /**
     * Creates the columns.
     *
     * @param used the columns whose values the rows contain
     * @param remarks receives remarks on the columns
     */
    CsvColumns(
            Path file,
            CsvHead head,
            CsvOptions options,
            List<ColumnKind> kinds,
            List<Integer> used,
            double[][] rows,
            CsvCells cells,
            List<String> remarks) {
        this.file = file;
        this.head = head;
        this.options = options;
        this.kinds = kinds;
        this.used = used;
        this.rows = rows;
        this.cells = cells;
        this.remarks = remarks;
        this.missing = new int[used.size()];
        for (double[] row : rows) {
            for (int slot = 0; slot < row.length; slot++) {
                missing[slot] += Double.isNaN(row[slot]) ? 1 : 0;
            }
        }
    }

    /** Returns the number of columns. */
    int size() {
        return used.size();
    }

    /** Returns the position at which the rows hold the given column of the file, or -1 if they do not contain it. */
    int slot(int column) {
        return used.indexOf(column);
    }

    /** Returns the number of missing values of a column. */
    int missing(int slot) {
        return missing[slot];
    }

    boolean isText(int slot) {
        return kinds.get(used.get(slot)) == ColumnKind.TEXT;
    }

    /** Returns the words of a column of text. */
    List<String> words(int slot) {
        return cells.text(slot).words();
    }

    /**
     * Returns the positions of the columns that are features, and adds remarks on the columns that are left out.
     *
     * @throws IllegalArgumentException if no feature remains, or if a column has dates or too many distinct words
     */
    List<Integer> features() {
        List<Integer> kept = kept();
        refuseWords(kept);
        return kept;
    }

    private List<Integer> kept() {
        List<Integer> kept = new ArrayList<>();
        List<String> left = new ArrayList<>();
        for (int slot = 0; slot < used.size(); slot++) {
            String reason = reasonToLeaveOut(slot);
            if (reason.isEmpty()) {
                kept.add(slot);
            } else {
                left.add(leftName(slot) + " (" + reason + ")");
            }
        }
        if (kept.isEmpty() && left.size() == 1 && kinds.get(used.get(0)) == ColumnKind.NUMBER && !isEmpty(0)) {
            return List.of(0); // If the only feature looks like an identifier, it is kept.
        }
        if (kept.isEmpty()) {
            throw new IllegalArgumentException(
                    file + ": expected at least one feature, but all are left out: " + String.join(", ", left));
        }
        if (!left.isEmpty()) {
            remarks.add("left out: " + String.join(", ", left));
        }
        List<String> dropped = options.drop().stream()
                .map(column -> head.names().get(head.find(column)))
                .toList();
        if (!dropped.isEmpty()) {
            remarks.add("dropped: " + String.join(", ", dropped));
        }
        return kept;
    }

    private String reasonToLeaveOut(int slot) {
        int column = used.get(slot);
        if (isEmpty(slot)) {
            return kinds.get(column) == ColumnKind.DATE ? "" : "empty";
        }
        if (!options.features().isEmpty()) {
            return "";
        }
        if (kinds.get(column) == ColumnKind.TEXT) {
            TextColumn text = cells.text(slot);
            return text.allDifferent()
                    ? "text that is different in every row"
                    : text.words().size() == 1 ? "\"" + text.words().get(0) + "\" in every row" : "";
        }
        String name = head.isNamed(column) ? head.names().get(column) : "";
        boolean identifier = head.headed() && IDENTIFIER.matcher(name).matches() && countsRows(slot);
        return identifier ? "row numbers" : "";
    }

    private boolean isEmpty(int slot) {
        return missing[slot] == rows.length && kinds.get(used.get(slot)) != ColumnKind.DATE;
    }

    private boolean countsRows(int slot) {
        double first = rows[0][slot];
        return rows.length > 1
                && first == Math.rint(first)
                && IntStream.range(0, rows.length).allMatch(row -> rows[row][slot] == first + row);
    }

    /** Returns the name of a column. */
    String name(int slot) {
        return head.names().get(used.get(slot));
    }

    private String leftName(int slot) {
        int column = used.get(slot);
        return head.isNamed(column) ? name(slot) : "column " + (column + 1);
    }

    /** Rejects dates, and text columns with too many distinct words to turn each into a feature. */
    private void refuseWords(List<Integer> slots) {
        List<Integer> refused = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        for (int slot : slots) {
            int column = used.get(slot);
            if (kinds.get(column) == ColumnKind.DATE) {
                reasons.add(CsvHead.quoted(name(slot)) + " is a date (" + CsvHead.quoted(example(column)) + ")");
                refused.add(column);
            } else if (kinds.get(column) == ColumnKind.TEXT && hasManyWords(slot)) {
                reasons.add(CsvHead.quoted(name(slot)) + " is text with "
                        + (cells.text(slot).overflowed()
                                ? "more than " + TextColumn.MOST_WORDS
                                : String.valueOf(cells.text(slot).words().size()))
                        + " different values (" + CsvHead.quoted(example(column)) + ")");
                refused.add(column);
            }
        }
        if (!refused.isEmpty()) {
            throw new IllegalArgumentException(file + ": expected numbers or a few distinct words, but "
                    + String.join(", ", reasons) + "; use " + head.dropOption(refused) + " to continue without "
                    + (refused.size() == 1 ? "it" : "them"));
        }
    }

    private boolean hasManyWords(int slot) {
        TextColumn text = cells.text(slot);
        int filled = rows.length - missing[slot];
        return text.overflowed() || text.words().size() > Math.max(2, filled / 2);
    }

    private String example(int column) {
        return head.cells(column).stream()
                .filter(cell -> !ColumnKind.isMissing(cell))
                .findFirst()
                .orElse("");
    }

    /** Adds remarks on how columns became features and on what looks odd about them. */
    void remarkOn(List<Integer> slots) {
        List<Integer> different = new ArrayList<>();
        for (int slot : slots) {
            int column = used.get(slot);
            switch (kinds.get(column)) {
                case TEXT ->
                    remarks.add(name(slot) + " is text, with a feature for each word: "
                            + listed(cells.text(slot).words()));
                case BOOLEAN ->
                    remarks.add(name(slot) + ": "
                            + spellings(column).stream()
                                    .map(word -> word + " is " + (ColumnKind.truth(word) == 1 ? "1" : "0"))
                                    .collect(Collectors.joining(", ")));
                case NUMBER, DATE -> {
                    if (Arrays.stream(rows).allMatch(row -> row[slot] == rows[0][slot])) {
                        remarks.add(name(slot) + " is " + CsvReading.figure(rows[0][slot]) + " in every row");
                    } else if (slots.size() > 1 && isDifferentWholeNumber(slot)) {
                        different.add(column);
                    }
                }
            }
        }
        if (!different.isEmpty()) {
            String names = different.stream().map(head.names()::get).collect(Collectors.joining(", "));
            boolean single = different.size() == 1;
            remarks.add(names.replaceFirst(", ([^,]*)$", " and $1") + (single ? " has" : " each have")
                    + " a different whole number in every row; if "
                    + (single ? "it is an identifier" : "they are identifiers") + ", use "
                    + head.dropOption(different) + " to leave " + (single ? "it" : "them") + " out");
        }
    }

    private List<String> spellings(int column) {
        return head.cells(column).stream()
                .filter(cell -> !ColumnKind.isMissing(cell))
                .distinct()
                .limit(2)
                .toList();
    }

    /**
     * Returns whether the column has enough rows for a remark, and its numbers are whole and all different. The first
     * 100 numbers are checked first, so that most columns need not be sorted in full.
     */
    private boolean isDifferentWholeNumber(int slot) {
        int few = Math.min(rows.length, 100);
        return rows.length >= LEAST_ROWS_OF_NUMBERS
                && isDifferentWholeNumber(slot, few)
                && isDifferentWholeNumber(slot, rows.length);
    }

    private boolean isDifferentWholeNumber(int slot, int count) {
        double[] numbers = new double[count];
        for (int row = 0; row < count; row++) {
            numbers[row] = rows[row][slot];
            if (numbers[row] != Math.rint(numbers[row])) {
                return false;
            }
        }
        Arrays.sort(numbers);
        return IntStream.range(1, count).allMatch(i -> numbers[i - 1] < numbers[i]);
    }

    private static String listed(List<String> names) {
        return names.stream()
                .limit(MOST_NAMES)
                .collect(Collectors.joining(", ", "", names.size() > MOST_NAMES ? ", ..." : ""));
    }
}
