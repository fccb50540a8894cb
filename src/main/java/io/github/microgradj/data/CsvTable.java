package io.github.microgradj.data;

import io.github.microgradj.data.CsvColumn.Use;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A converter from the rows of a CSV file to a data set. It leaves out columns without information, turns words into
 * features, and fills in missing values or leaves out their rows. Each row is replaced as soon as it is converted, so
 * the table is never in memory twice.
 */
final class CsvTable {
    /** The number of rows above which at least two rows must share a class. */
    private static final int ROWS_WITHOUT_A_COMMON_CLASS = 2;

    private static final int MOST_NAMES = 8;

    /** The minimum number of rows for a remark on all-different numbers; in fewer rows, that happens by chance. */
    private static final int LEAST_ROWS_OF_NUMBERS = 10;

    private static final Pattern IDENTIFIER =
            Pattern.compile("|#|(?i:index|idx|no\\.?|nr\\.?|num|number|row|rows|rownames|row_?num(ber)?|unnamed: 0"
                    + "|obs|sno|s\\.no\\.?|(.*[ _.-])?id)|\\w*(Id|ID)");

    private final CsvSource source;
    private final Path file;
    private final CsvHead head;
    private final CsvOptions options;
    private final List<ColumnKind> kinds;
    private final List<Integer> used;
    private final CsvCells cells;
    private final List<String> remarks;
    private final int[] missing;
    private double[][] rows;

    /**
     * Creates the table.
     *
     * @param used the column of each value in a row
     * @param remarks the remarks so far, to which more are added
     */
    CsvTable(
            CsvSource source,
            CsvHead head,
            CsvOptions options,
            List<ColumnKind> kinds,
            List<Integer> used,
            double[][] rows,
            CsvCells cells,
            List<String> remarks) {
        this.source = source;
        this.file = source.file();
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

    CsvReading reading(int label, LabelColumn labels) {
        List<Integer> slots = keptSlots();
        refuseWords(slots);
        int unlabelled =
                (int) IntStream.range(0, rows.length).filter(labels::isMissing).count();
        int[] samples = samples(slots, unlabelled, label, labels);
        List<List<String>> names = names(slots);
        remarkOnColumns(slots);
        double[][] inputs = inputs(slots, samples, names);
        Dataset data = data(inputs, samples, label, labels)
                .withNames(
                        names.stream().flatMap(List::stream).toList(),
                        head.names().get(label));
        List<CsvColumn> columns = new ArrayList<>();
        for (int column = 0; column < head.size(); column++) {
            int slot = used.indexOf(column);
            int kept = slots.indexOf(slot);
            columns.add(new CsvColumn(
                    head.names().get(column),
                    kinds.get(column),
                    column == label ? Use.TARGET : kept >= 0 ? Use.FEATURE : Use.LEFT_OUT,
                    column == label ? unlabelled : slot >= 0 ? missing[slot] : 0,
                    kept >= 0 ? names.get(kept) : List.of()));
        }
        return new CsvReading(data, columns, remarks);
    }

    /** Returns the indices of the values that become features, and adds a remark on those left out. */
    private List<Integer> keptSlots() {
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
            throw new IllegalArgumentException(file + ": no feature is left: " + String.join(", ", left));
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
        return identifier ? "counts the rows" : "";
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

    private String name(int slot) {
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

    /**
     * Returns the rows that become samples; throws an exception if values are missing and the options do not allow it.
     */
    private int[] samples(List<Integer> slots, int unlabelled, int label, LabelColumn labels) {
        List<String> counts = new ArrayList<>();
        slots.stream().filter(slot -> missing[slot] > 0).forEach(slot -> counts.add(name(slot) + " " + missing[slot]));
        if (unlabelled > 0) {
            counts.add(head.names().get(label) + " " + unlabelled);
        }
        if (counts.isEmpty()) {
            return IntStream.range(0, rows.length).toArray();
        }
        boolean mean = options.missing() == CsvOptions.Missing.MEAN;
        int[] samples = IntStream.range(0, rows.length)
                .filter(row -> !labels.isMissing(row)
                        && (mean || slots.stream().noneMatch(slot -> Double.isNaN(rows[row][slot]))))
                .toArray();
        int left = rows.length - samples.length;
        String values = "missing values: " + String.join(", ", counts);
        String rowsLeft = left == 1 ? "1 row" : left + " rows";
        if (options.missing() == CsvOptions.Missing.REFUSE) {
            throw new IllegalArgumentException(file + ": " + values + " (of " + rows.length
                    + " rows); add --missing mean to fill in the column's mean, or --missing drop to leave out "
                    + rowsLeft);
        }
        if (samples.length == 0) {
            throw new IllegalArgumentException(file + ": every row is incomplete; " + values
                    + (mean ? "" : "; add --missing mean to fill in the column's mean"));
        }
        remarks.add(values
                + (mean && counts.size() > (unlabelled > 0 ? 1 : 0) ? "; filled in with the mean" : "")
                + (left == 0 ? "" : "; left out " + rowsLeft + (mean ? " without a label" : "")));
        return samples;
    }

    /** Returns the names of the features made from each column. */
    private List<List<String>> names(List<Integer> slots) {
        List<List<String>> names = new ArrayList<>();
        for (int slot : slots) {
            boolean text = kinds.get(used.get(slot)) == ColumnKind.TEXT;
            names.add(
                    text
                            ? cells.text(slot).words().stream()
                                    .map(word -> name(slot) + "=" + word)
                                    .toList()
                            : List.of(name(slot)));
        }
        return names;
    }

    private void remarkOnColumns(List<Integer> slots) {
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
     * Returns whether the numbers are whole and all different. Checks the first rows before the rest, to avoid sorting
     * most columns.
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

    /** Returns the features of the samples, reusing the table's array of rows. */
    private double[][] inputs(List<Integer> slots, int[] samples, List<List<String>> names) {
        int width = names.stream().mapToInt(List::size).sum();
        boolean unchanged = width == used.size() && IntStream.range(0, width).allMatch(i -> isNumber(slots, i));
        double[][] inputs = rows;
        for (int i = 0; i < samples.length; i++) {
            double[] row = rows[samples[i]];
            inputs[i] = unchanged ? row : features(row, slots, names, width);
        }
        rows = new double[0][];
        double[][] kept = samples.length == inputs.length ? inputs : Arrays.copyOf(inputs, samples.length);
        if (options.missing() == CsvOptions.Missing.MEAN) {
            fillIn(kept);
        }
        return kept;
    }

    private boolean isNumber(List<Integer> slots, int i) {
        return slots.size() > i && slots.get(i) == i && kinds.get(used.get(i)) != ColumnKind.TEXT;
    }

    private double[] features(double[] row, List<Integer> slots, List<List<String>> names, int width) {
        double[] features = new double[width];
        int at = 0;
        for (int i = 0; i < slots.size(); i++) {
            int slot = slots.get(i);
            int count = names.get(i).size();
            if (kinds.get(used.get(slot)) != ColumnKind.TEXT) {
                features[at] = row[slot];
            } else if (Double.isNaN(row[slot])) {
                Arrays.fill(features, at, at + count, Double.NaN);
            } else {
                features[at + (int) row[slot]] = 1;
            }
            at += count;
        }
        return features;
    }

    private static void fillIn(double[][] inputs) {
        for (int feature = 0; feature < inputs[0].length; feature++) {
            double sum = 0;
            int count = 0;
            for (double[] row : inputs) {
                if (!Double.isNaN(row[feature])) {
                    sum += row[feature];
                    count++;
                }
            }
            for (double[] row : inputs) {
                if (Double.isNaN(row[feature])) {
                    row[feature] = sum / count;
                }
            }
        }
    }

    private Dataset data(double[][] inputs, int[] samples, int label, LabelColumn column) {
        if (column.isRegression()) {
            double[] targets = column.targets(samples);
            if (Arrays.stream(targets).allMatch(target -> target == targets[0])) {
                throw new IllegalArgumentException(file + ": expected numbers to predict, but " + head.column(label)
                        + " is " + CsvReading.figure(targets[0]) + " in every row");
            }
            return Dataset.regression(source.name(), inputs, targets);
        }
        Labels labels = column.labels(samples);
        requireClasses(labels, label, samples.length);
        Dataset data = new Dataset(source.name(), inputs, labels.indices(), labels.classes());
        remarkOnLoneSamples(data);
        return data;
    }

    private void requireClasses(Labels labels, int label, int samples) {
        if (labels.classes().size() < 2) {
            throw new IllegalArgumentException(file + ": expected at least two classes, but " + head.column(label)
                    + " is " + CsvHead.quoted(labels.classes().get(0)) + " in every row");
        }
        if (labels.classes().size() == samples && samples > ROWS_WITHOUT_A_COMMON_CLASS) {
            throw new IllegalArgumentException(file + ": expected classes that several rows share, but "
                    + head.column(label) + " is different in each of the " + samples
                    + " rows; use --label to name another column"
                    + (labels.numeric() ? ", or --task regression to predict the number" : ""));
        }
    }

    private void remarkOnLoneSamples(Dataset data) {
        int[] counts = data.counts();
        int[] lone =
                IntStream.range(0, counts.length).filter(c -> counts[c] == 1).toArray();
        if (lone.length == 1) {
            remarks.add("class " + CsvHead.quoted(data.classNames().get(lone[0])) + " has a single sample");
        } else if (lone.length > 1) {
            remarks.add(lone.length + " classes have a single sample each");
        }
    }
}
