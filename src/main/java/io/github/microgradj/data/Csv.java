package io.github.microgradj.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipException;

/**
 * A reader of CSV files that have one sample per row and one column to predict. It infers the format, the header and
 * the kind of each column from the first rows, then reads the whole file once, row by row, into doubles.
 */
final class Csv {
    private static final int SAMPLE_ROWS = 1000;
    static final int SAMPLE_CHARACTERS = 1 << 19;

    /** Names by which the column to predict is recognized; if a file has none of them, its last column is predicted. */
    private static final Set<String> LABELS =
            Set.of("label", "labels", "class", "target", "species", "outcome", "diagnosis", "survived");

    private final CsvOptions options;
    private final CsvSource source;
    private final CsvFormat format;
    private final CsvHead head;
    private final int label;
    private final List<ColumnKind> kinds;
    private final List<Integer> used;
    private final List<String> remarks = new ArrayList<>();

    static CsvReading read(Path file, CsvOptions options, DoubleConsumer progress) {
        return open(file, source -> new Csv(source, options).reading(progress));
    }

    /** A function that reads a source and returns the result. */
    interface Reading<T> {
        T of(CsvSource source) throws IOException;
    }

    /**
     * Reads a file in the encoding that {@link CsvSource} recognizes. If this is UTF-8 but the content is not valid
     * UTF-8, reads the file as windows-1252.
     */
    static <T> T open(Path file, Reading<T> reading) {
        try {
            CsvSource source = CsvSource.of(file);
            try {
                return reading.of(source);
            } catch (IOException | CsvParseException | UncheckedIOException e) {
                if (source.isAssumed() && isCausedBy(e, MalformedInputException.class)) {
                    return reading.of(source.western());
                }
                throw e;
            }
        } catch (CsvParseException e) {
            throw new IllegalArgumentException(file + ": not a CSV file: " + e.getMessage() + reason(e), e);
        } catch (IOException | UncheckedIOException e) {
            if (isCausedBy(e, EOFException.class)
                    || isCausedBy(e, ZipException.class)
                    || isCausedBy(e, MalformedInputException.class)) {
                throw new IllegalArgumentException(file + ": the file is damaged or incomplete", e);
            }
            throw new UncheckedIOException(
                    file + ": " + e.getMessage(), e instanceof IOException io ? io : new IOException(e));
        }
    }

    private static boolean isCausedBy(Throwable e, Class<? extends IOException> type) {
        return type.isInstance(e) || (e.getCause() != null && isCausedBy(e.getCause(), type));
    }

    private static String reason(Throwable e) {
        return e.getCause() == null ? "" : ": " + e.getCause().getMessage();
    }

    private Csv(CsvSource source, CsvOptions options) throws IOException {
        this.source = source;
        this.options = options;
        String beginning = source.beginning(SAMPLE_CHARACTERS);
        format = CsvFormat.of(beginning, options);
        head = new CsvHead(source.file(), format, sample(format, beginning), options);
        label = options.label().map(head::find).orElseGet(this::chooseLabel);
        head.requireRows();
        kinds = IntStream.range(0, head.size())
                .mapToObj(column -> ColumnKind.of(head.cells(column), format.point()))
                .toList();
        used = usedColumns();
        checkLabels();
    }

    /**
     * Rejects labels that are numbers in an unsupported format, and cells that contain several labels, unless the
     * options request classification.
     */
    private void checkLabels() {
        if (options.task().orElse(null) == Dataset.Task.CLASSIFICATION) {
            return;
        }
        List<String> labels = head.cells(label);
        String place = source.file() + ": " + head.column(label);
        labels.stream()
                .filter(cell -> kinds.get(label) == ColumnKind.NUMBER
                        && !DecimalNumber.isNumber(cell, format.point())
                        && !DecimalNumber.advice(cell).isEmpty())
                .findFirst()
                .ifPresent(cell -> {
                    throw new IllegalArgumentException(
                            place + ": expected a number, got " + CsvHead.quoted(cell) + DecimalNumber.advice(cell)
                                    + ", or treat the labels as classes with --task classification");
                });
        if (kinds.get(label) == ColumnKind.NUMBER) {
            return; // The comma in 1,5 does not separate labels.
        }
        LabelColumn.Labels.several(labels).ifPresent(cell -> {
            throw new IllegalArgumentException(place + ": expected one label in each row, got several, such as "
                    + CsvHead.quoted(cell) + "; add a yes/no column for each label and train on one of these columns,"
                    + " or treat each combination as a class with --task classification");
        });
    }

    /** Returns the rows at the beginning of a file, without the last row if it may be incomplete. */
    static List<List<String>> sample(CsvFormat format, String beginning) {
        List<List<String>> rows = format.rows(beginning, SAMPLE_ROWS + 1);
        boolean cut = beginning.length() == SAMPLE_CHARACTERS && rows.size() > 1 && rows.size() <= SAMPLE_ROWS;
        return cut ? rows.subList(0, rows.size() - 1) : rows;
    }

    private int chooseLabel() {
        head.requireRows();
        List<Integer> dropped = options.drop().stream().map(head::find).toList();
        List<Integer> features = options.features().stream().map(head::find).toList();
        List<Integer> candidates = IntStream.range(0, head.size())
                .filter(column -> !dropped.contains(column) && !features.contains(column))
                .filter(column -> !head.cells(column).stream().allMatch(ColumnKind::isMissing))
                .boxed()
                .toList();
        if (candidates.isEmpty()) {
            throw new IllegalArgumentException(
                    source.file() + ": no column is left for the label; use --label to name the column to predict");
        }
        int last = candidates.get(candidates.size() - 1);
        int chosen = candidates.stream()
                .filter(column -> LABELS.contains(head.names().get(column).toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(last);
        remarks.add("the label is " + CsvHead.quoted(head.names().get(chosen))
                + (chosen == head.size() - 1 ? ", the last column" : "") + "; use --label to choose another");
        return chosen;
    }

    private List<Integer> usedColumns() {
        List<Integer> wanted = options.features().isEmpty()
                ? IntStream.range(0, head.size())
                        .filter(column -> column != label)
                        .boxed()
                        .toList()
                : options.features().stream().map(head::find).distinct().toList();
        List<Integer> dropped = options.drop().stream().map(head::find).toList();
        if (wanted.contains(label) || dropped.contains(label)) {
            throw new IllegalArgumentException(
                    source.file() + ": " + CsvHead.quoted(head.names().get(label))
                            + " is the label, not a feature" + (dropped.contains(label) ? " to drop" : "")
                            + "; use --label to choose another label");
        }
        List<Integer> kept =
                wanted.stream().filter(column -> !dropped.contains(column)).toList();
        if (kept.isEmpty()) {
            throw new IllegalArgumentException(
                    source.file() + ": expected at least one feature, but all features are dropped");
        }
        return kept;
    }

    private CsvReading reading(DoubleConsumer progress) throws IOException {
        LabelColumn labels = new LabelColumn(format.point(), isNumeric(label), options.task());
        CsvCells cells = new CsvCells(kinds, used, label, format.point(), head.headed());
        List<double[]> rows = new ArrayList<>();
        try (CsvReader<CsvCells> reader = format.reader().build(cells, source.open(progress))) {
            reader.skipLines(format.skipped());
            for (CsvCells row : reader) {
                if (row.isSample()) {
                    row.check(head);
                    rows.add(row.values());
                    row.checkLabel(labels.add(row.label()), head, label);
                }
            }
        }
        List<String> said = new ArrayList<>(head.remarks());
        said.addAll(formatRemarks());
        said.addAll(remarks);
        CsvTable table = new CsvTable(source, head, options, kinds, used, rows.toArray(double[][]::new), cells, said);
        return table.reading(label, labels);
    }

    private boolean isNumeric(int column) {
        return head.cells(column).stream()
                .allMatch(cell -> ColumnKind.isMissing(cell) || DecimalNumber.isNumber(cell, format.point()));
    }

    private List<String> formatRemarks() {
        List<String> clauses = new ArrayList<>(format.differences());
        if (!source.isAssumed()) {
            clauses.add("encoding " + source.charset().name());
        }
        if (source.gzip()) {
            clauses.add("compressed with gzip");
        }
        return clauses.isEmpty() ? List.of() : List.of(clauses.stream().collect(Collectors.joining(", ")));
    }
}
