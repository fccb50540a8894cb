package io.github.microgradj.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.github.microgradj.text.DidYouMean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A reader of comma-separated files: one sample per row, one column of labels, numbers in all other columns. */
final class Csv {
    private static final int COLUMNS_TO_LIST = 20;

    /** The smallest data set has two rows of two classes; in a larger one, some rows share a class. */
    private static final int ROWS_WITHOUT_A_COMMON_CLASS = 2;

    /** The likely separator of a file that has a single column when it is split at commas. */
    private static final Pattern OTHER_SEPARATOR = Pattern.compile("[;\t|]");

    private final Path file;
    private final List<String> first;
    private final int labelColumn;
    private final boolean headed;
    private final List<CsvRecord> rows;
    private final List<String> remarks = new ArrayList<>();

    static CsvReading read(Path file, String labelColumn) {
        return new Csv(file, records(file), labelColumn).reading();
    }

    private Csv(Path file, List<CsvRecord> records, String label) {
        if (records.isEmpty()) {
            throw new IllegalArgumentException(file + ": expected rows of numbers and a label, got an empty file");
        }
        this.file = file;
        first = fields(records.get(0));
        boolean byIndex = label.matches("-?\\d{1,9}");
        labelColumn = byIndex ? index(label) : first.indexOf(label);
        if (first.size() < 2) {
            throw new IllegalArgumentException(file + ": expected comma-separated columns, a label and at least one of"
                    + " numbers; the only column is " + quoted(first.get(0)) + separatorHint(first.get(0)));
        }
        if (labelColumn < 0) {
            throw new IllegalArgumentException(file + ": there is no column " + quoted(label)
                    + DidYouMean.didYouMean(label, namesOnOneLine()) + " (" + columns() + ")");
        }
        headed = !byIndex
                || !featureColumns().allMatch(column -> Labels.isNumber(first.get(column)))
                || isCount(records);
        rows = records.subList(headed ? 1 : 0, records.size());
        if (rows.isEmpty()) {
            throw new IllegalArgumentException(
                    file + ": expected rows of numbers below the header, found only a header");
        }
    }

    private static List<CsvRecord> records(Path file) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new IllegalArgumentException(file + " does not exist or cannot be read");
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
            String reason = reason(e);
            throw new IllegalArgumentException(
                    file + ": not a CSV file: " + e.getMessage() + reason + separatorHint(reason), e);
        }
    }

    /**
     * Returns a hint if the text has another separator. A file with quoted columns fails after the first quote, and the
     * reason names the character found there.
     */
    private static String separatorHint(String text) {
        Matcher other = OTHER_SEPARATOR.matcher(text);
        if (!other.find()) {
            return "";
        }
        String separator = other.group().equals("\t") ? "a tab" : quoted(other.group());
        return "; the separator seems to be " + separator + ", save the file with commas instead";
    }

    private static boolean isBlank(CsvRecord row) {
        return row.getFieldCount() == 1 && row.getField(0).isBlank();
    }

    private static String reason(Throwable e) {
        return e.getCause() == null ? "" : ": " + e.getCause().getMessage();
    }

    private List<String> namesOnOneLine() {
        return first.stream()
                .filter(name -> name.chars().noneMatch(Character::isISOControl))
                .toList();
    }

    private static List<String> fields(CsvRecord row) {
        return row.getFields().stream().map(String::strip).toList();
    }

    /** Returns the column for an index, from 0 or, if negative, back from the end; -1 if there is no such column. */
    private int index(String label) {
        int index = Integer.parseInt(label);
        int column = index < 0 ? index + first.size() : index;
        return column < first.size() ? column : -1;
    }

    private IntStream featureColumns() {
        return IntStream.range(0, first.size()).filter(column -> column != labelColumn);
    }

    /**
     * Returns whether the first line is the header 0, 1, 2, ... that pandas writes for unnamed columns. The line is a
     * sample if all other rows have a single class; a line 0,1 is also a sample if another row has its class.
     */
    private boolean isCount(List<CsvRecord> records) {
        if (!IntStream.range(0, first.size())
                .allMatch(column -> first.get(column).equals(String.valueOf(column)))) {
            return false;
        }
        Set<String> others = records.stream().skip(1).map(this::labelOf).collect(Collectors.toSet());
        boolean header = others.size() > 1 && (first.size() > 2 || !others.contains(first.get(labelColumn)));
        String line = first.stream().limit(4).collect(Collectors.joining(",")) + (first.size() > 4 ? ",..." : "");
        remarks.add("the first line " + quoted(line) + " is taken as " + (header ? "the header" : "a sample"));
        return header;
    }

    private String labelOf(CsvRecord row) {
        return labelColumn < row.getFieldCount() ? row.getField(labelColumn).strip() : "";
    }

    private CsvReading reading() {
        rows.forEach(this::requireAllColumns);
        double[][] inputs = rows.stream().map(this::features).toArray(double[][]::new);
        Labels labels = Labels.of(rows.stream().map(this::label).toList());
        requireClasses(labels);
        List<String> features = headed ? featureColumns().mapToObj(first::get).toList() : List.of();
        Dataset data = new Dataset(name(), inputs, labels.indices(), labels.classes())
                .withNames(features, headed ? first.get(labelColumn) : "label");
        remarkOnLoneSamples(data);
        return new CsvReading(data, features, remarks);
    }

    /**
     * Refuses labels that are not classes. A quantity as the label makes almost every row a class of its own, and the
     * network learns nothing.
     */
    private void requireClasses(Labels labels) {
        if (labels.classes().size() < 2) {
            throw new IllegalArgumentException(file + ": expected at least two classes, but " + column(labelColumn)
                    + " is " + quoted(labels.classes().get(0)) + " in every row");
        }
        if (labels.numeric()) {
            rows.stream().filter(row -> !Labels.isWhole(label(row))).findFirst().ifPresent(row -> {
                throw new IllegalArgumentException(at(row) + column(labelColumn)
                        + ": expected a class, a text or a whole number, got " + quoted(label(row))
                        + "; regression is not supported, so name another label column");
            });
        }
        if (labels.classes().size() == rows.size() && rows.size() > ROWS_WITHOUT_A_COMMON_CLASS) {
            throw new IllegalArgumentException(file + ": expected classes that several rows share, but "
                    + column(labelColumn) + " is different in each of " + rows.size()
                    + " rows; name another label column");
        }
    }

    private void remarkOnLoneSamples(Dataset data) {
        int[] counts = data.counts();
        int[] lone =
                IntStream.range(0, counts.length).filter(c -> counts[c] == 1).toArray();
        if (lone.length == 1) {
            remarks.add("class " + quoted(data.classNames().get(lone[0])) + " has a single sample");
        } else if (lone.length > 1) {
            remarks.add(lone.length + " classes have a single sample each");
        }
    }

    private void requireAllColumns(CsvRecord row) {
        if (row.getFieldCount() != first.size()) {
            throw new IllegalArgumentException(
                    at(row) + "expected " + first.size() + " columns, got " + row.getFieldCount());
        }
    }

    private double[] features(CsvRecord row) {
        return featureColumns().mapToDouble(column -> number(row, column)).toArray();
    }

    private double number(CsvRecord row, int column) {
        String text = row.getField(column).strip();
        if (!Labels.isNumber(text)) {
            throw new IllegalArgumentException(at(row) + column(column) + ": expected a number, got " + quoted(text));
        }
        return Double.parseDouble(text);
    }

    /** Returns the label, a single line: an unclosed quote would turn the rest of the file into one label. */
    private String label(CsvRecord row) {
        String text = labelOf(row);
        if (text.lines().count() != 1) {
            throw new IllegalArgumentException(
                    at(row) + column(labelColumn) + ": expected a label, got " + quoted(text));
        }
        return text;
    }

    private String name() {
        return file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
    }

    private String at(CsvRecord row) {
        return file + ":" + row.getStartingLineNumber() + ": ";
    }

    /** Returns the column for a message, counted from 1. */
    private String column(int column) {
        return "column " + (column + 1) + (headed ? " (" + quoted(first.get(column)) + ")" : "");
    }

    private String columns() {
        return IntStream.range(0, Math.min(first.size(), COLUMNS_TO_LIST))
                .mapToObj(column -> column + " is " + quoted(first.get(column)))
                .collect(Collectors.joining(", ", "column ", first.size() > COLUMNS_TO_LIST ? ", ..." : ""));
    }

    private static String quoted(String text) {
        String line = text.lines().findFirst().orElse("");
        return '"' + (line.equals(text) ? line : line + "...") + '"';
    }
}
