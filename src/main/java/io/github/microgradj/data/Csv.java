package io.github.microgradj.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A file of comma-separated values: one sample a row, one column of labels, numbers in all others. */
final class Csv {
    /** Decimals; not what else Java reads as a double, such as {@code NaN}, {@code 1d} or {@code 0x1p3}. */
    private static final Pattern DECIMAL = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");

    private static final int COLUMNS_TO_LIST = 20;

    private final Path file;
    private final List<String> first;
    private final int labelColumn;
    private final boolean headed;
    private final List<CsvRecord> rows;

    static Dataset read(Path file, String labelColumn) {
        return new Csv(file, records(file), labelColumn).toDataset();
    }

    private Csv(Path file, List<CsvRecord> records, String label) {
        if (records.isEmpty()) {
            throw new IllegalArgumentException(file + ": expected rows of numbers and a label, was empty");
        }
        this.file = file;
        first = fields(records.get(0));
        boolean byIndex = label.matches("-?\\d{1,9}");
        labelColumn = byIndex ? index(label) : first.indexOf(label);
        if (labelColumn < 0) {
            throw new IllegalArgumentException(file + ": there is no column " + quoted(label)
                    + Spelling.didYouMean(label, first) + "; there are " + columns());
        }
        if (first.size() < 2) {
            throw new IllegalArgumentException(file
                    + ": expected columns of numbers beside the label, separated by commas; there are " + columns());
        }
        headed = !byIndex || !featureColumns().allMatch(column -> isNumber(first.get(column)));
        rows = records.subList(headed ? 1 : 0, records.size());
        if (rows.isEmpty()) {
            throw new IllegalArgumentException(
                    file + ": expected rows of numbers below the header, was a header alone");
        }
    }

    private static List<CsvRecord> records(Path file) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new IllegalArgumentException("there is no file " + file + " that can be read");
        }
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .detectBomHeader(true)
                .trimWhitespacesAroundQuotes(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(file)) {
            return reader.stream().filter(row -> !isBlank(row)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (CsvParseException e) {
            throw new IllegalArgumentException(file + ": not a CSV file: " + e.getMessage() + reason(e), e);
        }
    }

    private static boolean isBlank(CsvRecord row) {
        return row.getFieldCount() == 1 && row.getField(0).isBlank();
    }

    private static String reason(Throwable e) {
        return e.getCause() == null ? "" : ": " + e.getCause().getMessage();
    }

    private static List<String> fields(CsvRecord row) {
        return row.getFields().stream().map(String::strip).toList();
    }

    /** A column counted from 0 or, if negative, back from the end; -1 if there is no such column. */
    private int index(String label) {
        int index = Integer.parseInt(label);
        int column = index < 0 ? index + first.size() : index;
        return column < first.size() ? column : -1;
    }

    private IntStream featureColumns() {
        return IntStream.range(0, first.size()).filter(column -> column != labelColumn);
    }

    private Dataset toDataset() {
        rows.forEach(this::requireAllColumns);
        double[][] inputs = rows.stream().map(this::features).toArray(double[][]::new);
        List<String> labels = rows.stream().map(this::label).toList();
        List<String> classes = classes(labels);
        if (classes.size() < 2) {
            throw new IllegalArgumentException(file + ": expected at least two classes, but " + column(labelColumn)
                    + " is " + quoted(classes.get(0)) + " in every row");
        }
        int[] indices = labels.stream().mapToInt(classes::indexOf).toArray();
        return new Dataset(name(), inputs, indices, classes);
    }

    private void requireAllColumns(CsvRecord row) {
        if (row.getFieldCount() != first.size()) {
            throw new IllegalArgumentException(
                    at(row) + "expected " + first.size() + " columns, was " + row.getFieldCount());
        }
    }

    private double[] features(CsvRecord row) {
        return featureColumns().mapToDouble(column -> number(row, column)).toArray();
    }

    private double number(CsvRecord row, int column) {
        String text = row.getField(column).strip();
        if (!isNumber(text)) {
            throw new IllegalArgumentException(at(row) + column(column) + ": expected a number, was " + quoted(text));
        }
        return Double.parseDouble(text);
    }

    /** A quote that is never closed makes one label of the rest of the file: a label is a single line. */
    private String label(CsvRecord row) {
        String text = row.getField(labelColumn).strip();
        if (text.lines().count() != 1) {
            throw new IllegalArgumentException(
                    at(row) + column(labelColumn) + ": expected a label, was " + quoted(text));
        }
        return text;
    }

    private static List<String> classes(List<String> labels) {
        List<String> distinct = labels.stream().distinct().toList();
        return distinct.stream().allMatch(Csv::isNumber)
                ? distinct.stream()
                        .sorted(Comparator.comparingDouble(Double::parseDouble))
                        .toList()
                : distinct;
    }

    private static boolean isNumber(String text) {
        return DECIMAL.matcher(text).matches() && Double.isFinite(Double.parseDouble(text));
    }

    private String name() {
        return file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
    }

    private String at(CsvRecord row) {
        return file + ":" + row.getStartingLineNumber() + ": ";
    }

    /** As people count: from 1. */
    private String column(int column) {
        return "column " + (column + 1) + (headed ? " (" + quoted(first.get(column)) + ")" : "");
    }

    private String columns() {
        return IntStream.range(0, Math.min(first.size(), COLUMNS_TO_LIST))
                .mapToObj(column -> column + ": " + quoted(first.get(column)))
                .collect(Collectors.joining(", ", "", first.size() > COLUMNS_TO_LIST ? ", ..." : ""));
    }

    private static String quoted(String text) {
        String line = text.lines().findFirst().orElse("");
        return '"' + (line.equals(text) ? line : line + "...") + '"';
    }
}
