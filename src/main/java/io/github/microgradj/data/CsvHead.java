package io.github.microgradj.data;

import io.github.microgradj.text.DidYouMean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The columns of a CSV file and their names. The names come from the first row if it is a header. */
final class CsvHead {
    private static final int COLUMNS_TO_LIST = 20;
    /** The number of rows that are searched for the table when the first row may be a title above it. */
    private static final int TITLES = 20;

    private final Path file;
    private final List<String> first;
    private final List<String> names;
    private final boolean headed;
    private final List<List<String>> samples;
    private final List<String> remarks = new ArrayList<>();

    /**
     * Creates the head from the first rows of a file.
     *
     * @param rows the first rows
     * @throws IllegalArgumentException if the file is empty, has a single column, or has other lines above the table
     */
    CsvHead(Path file, CsvFormat format, List<List<String>> rows, CsvOptions options) {
        this.file = file;
        if (rows.isEmpty()) {
            throw new IllegalArgumentException(file + ": expected rows with features and a label, got an empty file");
        }
        first = rows.get(0);
        requireColumns(rows);
        List<List<String>> others = rows.subList(1, rows.size());
        headed = options.header().orElseGet(() -> isHeader(others, format.point(), options));
        samples = headed ? others : rows;
        names = uniqueNames();
    }

    /** Throws an exception if there are no rows below the header. */
    void requireRows() {
        if (samples.isEmpty()) {
            throw new IllegalArgumentException(file + ": expected rows below the header, got only a header");
        }
    }

    private void requireColumns(List<List<String>> rows) {
        if (first.size() > 1 && !isTitle(rows)) {
            return;
        }
        int columns = rows.stream().mapToInt(List::size).max().orElse(1);
        if (columns > 1) {
            throw new IllegalArgumentException(file + ": expected column names in the first line, got "
                    + quoted(first.get(0)) + "; delete the lines above the table");
        }
        throw new IllegalArgumentException(file + ": expected at least two columns, a feature and a label; the"
                + " only column is " + quoted(first.get(0)) + CsvFormat.hint(first.get(0)));
    }

    /** Returns whether the first row is a title that a spreadsheet has padded with empty cells. */
    private boolean isTitle(List<List<String>> rows) {
        return first.size() > 2
                && filled(first) == 1
                && !first.get(0).isEmpty()
                && rows.stream().limit(TITLES).anyMatch(row -> filled(row) > 2);
    }

    private static long filled(List<String> row) {
        return row.stream().filter(cell -> !cell.isEmpty()).count();
    }

    private List<String> uniqueNames() {
        List<String> unique = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (int column = 0; column < first.size(); column++) {
            String cell = column == 0 ? first.get(0).replaceFirst("^#\\s*(?=.)", "") : first.get(column);
            String name = !headed || cell.isEmpty() ? "x" + (column + 1) : cell;
            String free = name;
            for (int i = 1; !taken.add(free); i++) {
                free = name + "." + i;
            }
            if (!free.equals(name)) {
                remarks.add("another column " + quoted(name) + " is named " + quoted(free));
            }
            unique.add(free);
        }
        return unique;
    }

    /**
     * Returns whether the first row is a header. It is a header if the options select a column by name; if a column of
     * numbers begins with a word, or a column of words with a number; if it consists of column numbers; or if its label
     * occurs in no other row while the other labels repeat. If all columns contain words, the first row is a header
     * unless one of its words occurs again in the same column.
     */
    private boolean isHeader(List<List<String>> others, char point, CsvOptions options) {
        if (Stream.of(options.label().stream().toList(), options.features(), options.drop())
                .flatMap(List::stream)
                .anyMatch(column -> !isIndex(column) && (first.contains(column) || !column.matches("x\\d+")))) {
            return true;
        }
        boolean numbers = false;
        boolean seenAgain = false;
        for (int column = 0; column < first.size(); column++) {
            String cell = first.get(column);
            List<String> below = cells(others, column);
            if (ColumnKind.isMissing(cell) || below.stream().allMatch(ColumnKind::isMissing)) {
                continue;
            }
            boolean number = DecimalNumber.isNumber(cell, point);
            ColumnKind kind = ColumnKind.of(below, point);
            if (number != (kind == ColumnKind.NUMBER)
                    && (!number || below.stream().noneMatch(each -> DecimalNumber.isNumber(each, point)))
                    && !below.contains(cell)) {
                if (kind == ColumnKind.NUMBER || isRepetitive(below)) {
                    return true;
                }
            }
            numbers |= number;
            seenAgain |= below.contains(cell);
        }
        return numbers ? isCount(others, labelIndex(options)) || hasNewLabel(others, labelIndex(options)) : !seenAgain;
    }

    /** Returns whether the first row's label cannot be a class because it never recurs, while the other labels do. */
    private boolean hasNewLabel(List<List<String>> others, int label) {
        List<String> below = cells(others, label);
        boolean header = isRepetitive(below)
                && below.stream().distinct().count() <= TextColumn.MOST_WORDS
                && !below.contains(first.get(label));
        if (header) {
            remarkOnHeader(true);
        }
        return header;
    }

    private void remarkOnHeader(boolean header) {
        String line = first.stream().limit(4).collect(Collectors.joining(",")) + (first.size() > 4 ? ",..." : "");
        remarks.add("the first line " + quoted(line) + " is taken as " + (header ? "the header" : "a sample")
                + "; use --header " + (header ? "no" : "yes") + " to change that");
    }

    private static boolean isRepetitive(List<String> cells) {
        return new HashSet<>(cells).size() <= cells.size() / 2;
    }

    /**
     * Returns whether the first row is a header of column numbers. These start at 0, as pandas writes them for unnamed
     * columns, or at 1. The row is taken as a sample if all other rows have the same class. A row 0,1 is also taken
     * as a sample if another row has the class 1.
     */
    private boolean isCount(List<List<String>> others, int label) {
        boolean fromZero = counts(0);
        if (!fromZero && (first.size() < 4 || !counts(1))) {
            return false;
        }
        Set<String> classes = new HashSet<>(cells(others, label));
        boolean header = classes.size() > 1 && (first.size() > 2 || !classes.contains(first.get(label)));
        remarkOnHeader(header);
        return header;
    }

    private boolean counts(int from) {
        return IntStream.range(0, first.size())
                .allMatch(column -> first.get(column).equals(String.valueOf(column + from)));
    }

    private int labelIndex(CsvOptions options) {
        int index = options.label().filter(CsvHead::isIndex).map(this::index).orElse(first.size() - 1);
        return index < 0 ? first.size() - 1 : index;
    }

    private static List<String> cells(List<List<String>> rows, int column) {
        return rows.stream()
                .filter(row -> column < row.size())
                .map(row -> row.get(column))
                .toList();
    }

    static boolean isIndex(String column) {
        return column.equals("last") || column.matches("-?\\d{1,9}");
    }

    /**
     * Returns the column at an index, or a negative number if there is no such column. Indices count from 0; negative
     * ones count backwards from the end.
     */
    private int index(String text) {
        int index = text.equals("last") ? -1 : Integer.parseInt(text);
        int column = index < 0 ? index + first.size() : index;
        return column < first.size() ? column : -1;
    }

    /**
     * Returns a column by its name or index.
     *
     * @throws IllegalArgumentException if there is no such column
     */
    int find(String text) {
        int column = isIndex(text) ? index(text) : names.indexOf(text);
        if (column < 0 && namesSeveral(text)) {
            throw new IllegalArgumentException(file + ": expected one column, got several, " + quoted(text)
                    + "; a network learns one label: train a network for each label, and leave out the other"
                    + " labels with --drop");
        }
        if (column < 0) {
            throw new IllegalArgumentException(file + ": there is no column " + quoted(text)
                    + DidYouMean.didYouMean(text, namesOnOneLine()) + " (" + listed() + ")");
        }
        return column;
    }

    private boolean namesSeveral(String text) {
        return text.indexOf(',') > 0
                && Stream.of(text.split(",", -1)).map(String::strip).allMatch(names::contains);
    }

    private List<String> namesOnOneLine() {
        return names.stream()
                .filter(name -> name.chars().noneMatch(Character::isISOControl))
                .toList();
    }

    private String listed() {
        return IntStream.range(0, Math.min(first.size(), COLUMNS_TO_LIST))
                .mapToObj(column -> column + " is " + quoted(names.get(column)))
                .collect(Collectors.joining(", ", "column ", first.size() > COLUMNS_TO_LIST ? ", ..." : ""));
    }

    int size() {
        return first.size();
    }

    boolean headed() {
        return headed;
    }

    /** Returns the names of the columns; x1, x2 and so on if there is no header. */
    List<String> names() {
        return names;
    }

    /** Returns whether the header names this column. */
    boolean isNamed(int column) {
        return headed && !first.get(column).isEmpty();
    }

    /** Returns the cells of a column in the first rows below the header. */
    List<String> cells(int column) {
        return cells(samples, column);
    }

    /** Returns remarks on what was assumed about the header. */
    List<String> remarks() {
        return remarks;
    }

    /** Returns the beginning of an error message about a line: the file and the line number. */
    String at(long line) {
        return file + ":" + line + ": ";
    }

    /** Returns the column's number, counted from 1, and its name if there is a header, for use in an error message. */
    String column(int column) {
        return "column " + (column + 1) + (headed ? " (" + quoted(names.get(column)) + ")" : "");
    }

    /** Returns the {@code --drop} option that leaves out these columns. */
    String dropOption(List<Integer> columns) {
        String words = columns.stream()
                .map(column ->
                        names.get(column).matches("[^,\"\\s][^,\"]*") && isNamed(column) && !isIndex(names.get(column))
                                ? names.get(column)
                                : String.valueOf(column))
                .collect(Collectors.joining(","));
        return "--drop " + (words.matches("\\S+") ? words : '"' + words + '"');
    }

    static String quoted(String text) {
        String line = text.lines().findFirst().orElse("");
        return '"' + (line.equals(text) ? line : line + "...") + '"';
    }
}
