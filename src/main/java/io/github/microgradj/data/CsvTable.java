package io.github.microgradj.data;

import io.github.microgradj.data.CsvColumn.Use;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A converter from the rows of a CSV file to a data set. It turns words into features, and fills in missing values or
 * leaves out their rows. Each row is replaced as soon as it is converted, so the table is never in memory twice.
 */
final class CsvTable {
    /** The number of rows above which at least two rows must share a class. */
    private static final int ROWS_WITHOUT_A_COMMON_CLASS = 2;

    private final CsvSource source;
    private final Path file;
    private final CsvHead head;
    private final CsvOptions options;
    private final List<ColumnKind> kinds;
    private final CsvColumns columns;
    private final List<String> remarks;
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
        this.rows = rows;
        this.remarks = remarks;
        this.columns = new CsvColumns(file, head, options, kinds, used, rows, cells, remarks);
    }

    CsvReading reading(int label, LabelColumn labels) {
        List<Integer> slots = columns.features();
        int unlabelled =
                (int) IntStream.range(0, rows.length).filter(labels::isMissing).count();
        int[] samples = samples(slots, unlabelled, label, labels);
        List<List<String>> names = names(slots);
        columns.remarkOn(slots);
        double[][] inputs = inputs(slots, samples, names);
        Dataset data = data(inputs, samples, label, labels)
                .withNames(
                        names.stream().flatMap(List::stream).toList(),
                        head.names().get(label));
        List<CsvColumn> read = new ArrayList<>();
        for (int column = 0; column < head.size(); column++) {
            int slot = columns.slot(column);
            int kept = slots.indexOf(slot);
            read.add(new CsvColumn(
                    head.names().get(column),
                    kinds.get(column),
                    column == label ? Use.TARGET : kept >= 0 ? Use.FEATURE : Use.LEFT_OUT,
                    column == label ? unlabelled : slot >= 0 ? columns.missing(slot) : 0,
                    kept >= 0 ? names.get(kept) : List.of()));
        }
        return new CsvReading(data, read, remarks);
    }

    /**
     * Returns the indices of the rows that become samples. Throws an exception if values are missing and the options do
     * not allow this, or if no rows would be left.
     */
    private int[] samples(List<Integer> slots, int unlabelled, int label, LabelColumn labels) {
        List<String> counts = new ArrayList<>();
        slots.stream()
                .filter(slot -> columns.missing(slot) > 0)
                .forEach(slot -> counts.add(columns.name(slot) + " " + columns.missing(slot)));
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
                    + " rows); add --missing mean to fill in each column's mean, or --missing drop to leave out "
                    + rowsLeft);
        }
        if (samples.length == 0) {
            throw new IllegalArgumentException(file + ": every row is incomplete; " + values
                    + (mean ? "" : "; add --missing mean to fill in each column's mean"));
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
            String name = columns.name(slot);
            names.add(
                    columns.isText(slot)
                            ? columns.words(slot).stream()
                                    .map(word -> name + "=" + word)
                                    .toList()
                            : List.of(name));
        }
        return names;
    }

    /** Returns the features of the samples, reusing the table's array of rows. */
    private double[][] inputs(List<Integer> slots, int[] samples, List<List<String>> names) {
        int width = names.stream().mapToInt(List::size).sum();
        boolean unchanged = width == columns.size() && IntStream.range(0, width).allMatch(i -> isNumber(slots, i));
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
        return slots.size() > i && slots.get(i) == i && !columns.isText(i);
    }

    private double[] features(double[] row, List<Integer> slots, List<List<String>> names, int width) {
        double[] features = new double[width];
        int at = 0;
        for (int i = 0; i < slots.size(); i++) {
            int slot = slots.get(i);
            int count = names.get(i).size();
            if (!columns.isText(slot)) {
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
                throw new IllegalArgumentException(file + ": expected numbers that differ, but " + head.column(label)
                        + " is " + CsvReading.figure(targets[0]) + " in every row");
            }
            return Dataset.regression(source.name(), inputs, targets);
        }
        LabelColumn.Labels labels = column.labels(samples);
        requireClasses(labels, label, samples.length);
        Dataset data = new Dataset(source.name(), inputs, labels.indices(), labels.classes());
        remarkOnLoneSamples(data);
        return data;
    }

    private void requireClasses(LabelColumn.Labels labels, int label, int samples) {
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
