package io.github.microgradj.data;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.github.microgradj.text.DidYouMean;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The rows of a CSV file for a network that was trained on columns with the same names. The columns may be in any
 * order, with others between them. If a word did not occur in training, all features of its column are 0.
 *
 * @param names the names of the columns in the file
 * @param cells the cells of each row, as written in the file
 * @param inputs the features of each row, in the network's order; NaN for a missing value
 * @param labels for each row, the cell in the column to predict, or an empty string if the value is missing; an empty
 *     list if the file has no such column
 * @param targets the labels as numbers; NaN for a label that is not a number
 * @param remarks one line for each thing that was ignored or looks odd
 */
public record CsvRows(
        List<String> names,
        List<List<String>> cells,
        double[][] inputs,
        List<String> labels,
        double[] targets,
        List<String> remarks) {
    /**
     * Matches the name of a column in a file without a header, such as x3, or of a feature made from it, such as
     * x3=red.
     */
    private static final Pattern UNNAMED = Pattern.compile("x(\\d{1,6})(=.*)?", Pattern.DOTALL);

    private static final int MOST_NAMES = 8;

    public CsvRows {
        names = List.copyOf(names);
        cells = List.copyOf(cells);
        labels = List.copyOf(labels);
        remarks = List.copyOf(remarks);
    }

    /**
     * Reads the rows of a file.
     *
     * @param features the names of the network's features, as in {@link Dataset#featureNames}
     * @param target the name of the column that the network predicts, as in {@link Dataset#targetName}
     * @param options the separator, decimal separator and header. Unset separators are inferred from the file; if the
     *     header is unset, the file must have one, unless the features have default names such as x1
     * @throws IllegalArgumentException if a column is missing or the content is invalid; the message gives the file,
     *     line and column
     * @throws java.io.UncheckedIOException if the file cannot be read
     */
    public static CsvRows of(Path file, List<String> features, String target, CsvOptions options) {
        return Csv.open(file, source -> new Matching(source, features, target, options).rows());
    }

    /** Returns the indices, from 0, of the rows with a missing value. */
    public List<Integer> incomplete() {
        return IntStream.range(0, inputs.length)
                .filter(row -> Arrays.stream(inputs[row]).anyMatch(Double::isNaN))
                .boxed()
                .toList();
    }

    /**
     * The column from which a feature is computed. If {@code word} is not empty, the feature is 1 in the rows that
     * contain this word in the column, and 0 in the others; otherwise, it is the number in the column.
     */
    private record Source(int column, String word) {
        boolean isWord() {
            return !word.isEmpty();
        }
    }

    /** A mapping from the columns of a file to the features of the network. */
    private static final class Matching {
        private final CsvSource source;
        private final CsvFormat format;
        private final CsvHead head;
        private final List<Source> sources;
        private final int label;
        private final List<List<String>> cells = new ArrayList<>();
        private final List<double[]> inputs = new ArrayList<>();
        private final Map<Integer, Set<String>> unknown = new TreeMap<>();
        private final Map<Integer, Integer> missing = new TreeMap<>();

        Matching(CsvSource source, List<String> features, String target, CsvOptions options) throws IOException {
            this.source = source;
            String beginning = source.beginning(Csv.SAMPLE_CHARACTERS);
            format = CsvFormat.of(beginning, options);
            boolean unnamed =
                    features.stream().allMatch(name -> UNNAMED.matcher(name).matches());
            CsvOptions plain = CsvOptions.defaults();
            head = new CsvHead(
                    source.file(),
                    format,
                    Csv.sample(format, beginning),
                    options.header().isPresent() || !unnamed
                            ? plain.withHeader(options.header().orElse(true))
                            : plain);
            List<String> names = unnamed && !head.headed() ? positions(features) : head.names();
            sources = sources(features, names);
            label = names.indexOf(target);
        }

        /**
         * Returns names for the columns of a file without a header: the names from training, in order, if their number
         * equals that of the columns; otherwise x1, x2 and so on.
         */
        private List<String> positions(List<String> features) {
            Set<String> columns = new LinkedHashSet<>();
            features.forEach(name -> columns.add(name.replaceFirst("(?s)=.*", "")));
            return columns.size() == head.size() ? List.copyOf(columns) : head.names();
        }

        private List<Source> sources(List<String> features, List<String> names) {
            Set<String> absent = new LinkedHashSet<>();
            List<Source> found = new ArrayList<>();
            for (String feature : features) {
                int end = feature.length();
                int column = names.indexOf(feature);
                for (int sign = feature.indexOf('='); column < 0 && sign >= 0; sign = feature.indexOf('=', sign + 1)) {
                    column = names.indexOf(feature.substring(0, sign));
                    end = sign;
                }
                if (column < 0) {
                    absent.add(feature.replaceFirst("(?s)(?<=.)=.*", ""));
                } else {
                    found.add(new Source(column, feature.substring(Math.min(feature.length(), end + 1))));
                }
            }
            if (!absent.isEmpty()) {
                String first = absent.iterator().next();
                throw new IllegalArgumentException(source.file() + ": expected "
                        + (absent.size() == 1 ? "a column " : "columns ") + listed(absent)
                        + (absent.size() == 1 ? DidYouMean.didYouMean(first, names) : "") + " (the file has "
                        + listed(names) + ")");
            }
            return found;
        }

        private static String listed(Collection<String> names) {
            return names.stream()
                    .limit(MOST_NAMES)
                    .map(CsvHead::quoted)
                    .collect(Collectors.joining(", ", "", names.size() > MOST_NAMES ? ", ..." : ""));
        }

        CsvRows rows() throws IOException {
            head.requireRows();
            boolean header = head.headed();
            try (CsvReader<CsvRecord> reader = format.reader().ofCsvRecord(source.open(share -> {}))) {
                reader.skipLines(format.skipped());
                for (CsvRecord row : reader) {
                    List<String> fields =
                            row.getFields().stream().map(String::strip).toList();
                    if (fields.stream().allMatch(String::isEmpty)) {
                        continue;
                    }
                    if (!header) {
                        add(fields, row.getStartingLineNumber());
                    }
                    header = false;
                }
            }
            List<String> labels = label < 0
                    ? List.of()
                    : cells.stream()
                            .map(row -> ColumnKind.isMissing(row.get(label)) ? "" : row.get(label))
                            .toList();
            double[] targets = labels.stream()
                    .mapToDouble(text -> DecimalNumber.parse(text, format.point()))
                    .toArray();
            return new CsvRows(head.names(), cells, inputs.toArray(double[][]::new), labels, targets, remarks());
        }

        private void add(List<String> fields, long line) {
            List<String> row = fields.size() > head.size()
                            && fields.subList(head.size(), fields.size()).stream()
                                    .allMatch(String::isEmpty)
                    ? fields.subList(0, head.size())
                    : fields;
            if (row.size() != head.size()) {
                throw new IllegalArgumentException(
                        head.at(line) + "expected " + head.size() + " columns, got " + row.size());
            }
            Map<Integer, Boolean> recognized = new LinkedHashMap<>();
            double[] values = new double[sources.size()];
            for (int i = 0; i < values.length; i++) {
                Source from = sources.get(i);
                String cell = row.get(from.column());
                if (ColumnKind.isMissing(cell)) {
                    values[i] = Double.NaN;
                    recognized.put(from.column(), true);
                } else if (from.isWord()) {
                    values[i] = cell.equals(from.word()) ? 1 : 0;
                    recognized.merge(from.column(), values[i] == 1, Boolean::logicalOr);
                } else {
                    values[i] = number(cell, from.column(), line);
                }
            }
            recognized.forEach((column, known) -> {
                if (!known) {
                    unknown.computeIfAbsent(column, each -> new LinkedHashSet<>())
                            .add(row.get(column));
                }
            });
            for (int column : new HashSet<>(sources.stream().map(Source::column).toList())) {
                if (ColumnKind.isMissing(row.get(column))) {
                    missing.merge(column, 1, Integer::sum);
                }
            }
            cells.add(row);
            inputs.add(values);
        }

        private double number(String cell, int column, long line) {
            double number = DecimalNumber.parse(cell, format.point());
            double value = Double.isNaN(number) ? ColumnKind.truth(cell) : number;
            if (Double.isNaN(value)) {
                throw new IllegalArgumentException(head.at(line) + head.column(column) + ": expected a number, got "
                        + CsvHead.quoted(cell) + DecimalNumber.advice(cell));
            }
            return value;
        }

        private List<String> remarks() {
            List<String> remarks = new ArrayList<>();
            Set<Integer> used = sources.stream().map(Source::column).collect(Collectors.toSet());
            List<String> ignored = IntStream.range(0, head.size())
                    .filter(column -> column != label && !used.contains(column))
                    .mapToObj(head.names()::get)
                    .toList();
            if (!ignored.isEmpty()) {
                remarks.add("ignored columns: " + listed(ignored));
            }
            unknown.forEach((column, words) -> remarks.add(head.names().get(column) + " has "
                    + (words.size() == 1 ? "a word" : "words") + " that did not occur in training: " + listed(words)));
            if (!missing.isEmpty()) {
                remarks.add("missing values: "
                        + missing.entrySet().stream()
                                .map(entry -> head.names().get(entry.getKey()) + " " + entry.getValue())
                                .collect(Collectors.joining(", "))
                        + " (of " + cells.size() + " rows)");
            }
            return remarks;
        }
    }
}
