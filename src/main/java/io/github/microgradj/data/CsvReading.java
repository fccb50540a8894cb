package io.github.microgradj.data;

import io.github.microgradj.text.Repr;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The result of reading a CSV file, with details to report to the user.
 *
 * @param data the data set
 * @param columns the columns of the file
 * @param remarks one line for each assumption, omission, replacement or oddity
 */
public record CsvReading(Dataset data, List<CsvColumn> columns, List<String> remarks) {
    private static final int MOST_NAMES = 8;

    public CsvReading {
        columns = List.copyOf(columns);
        remarks = List.copyOf(remarks);
    }

    /**
     * Reads a file in the same way as {@link Datasets#csv(Path, String)}.
     *
     * @throws IllegalArgumentException under the conditions of {@link Datasets#csv(Path, CsvOptions)}
     * @throws java.io.UncheckedIOException if the file cannot be read
     */
    public static CsvReading of(Path file, String labelColumn) {
        return of(file, CsvOptions.defaults().withLabel(labelColumn));
    }

    /**
     * Reads a file in the same way as {@link Datasets#csv(Path, CsvOptions)}.
     *
     * @throws IllegalArgumentException under the conditions of {@link Datasets#csv(Path, CsvOptions)}
     * @throws java.io.UncheckedIOException if the file cannot be read
     */
    public static CsvReading of(Path file, CsvOptions options) {
        return of(file, options, share -> {});
    }

    /**
     * Reads a file in the same way as {@link Datasets#csv(Path, CsvOptions)}.
     *
     * @param progress receives the fraction of the file that has been read, from 0 to 1
     * @throws IllegalArgumentException under the conditions of {@link Datasets#csv(Path, CsvOptions)}
     * @throws java.io.UncheckedIOException if the file cannot be read
     */
    public static CsvReading of(Path file, CsvOptions options, DoubleConsumer progress) {
        return Csv.read(file, options, progress);
    }

    /**
     * Returns a summary of what was read, followed by one line for each remark:
     *
     * <pre>
     * read 4 samples, 2 features (x, y), 2 classes (a: 1, b: 3)
     * class "a" has a single sample
     * </pre>
     */
    public String summary() {
        List<String> lines = new ArrayList<>(List.of("read " + data.size()
                + (data.size() == 1 ? " sample, " : " samples, ") + data.features()
                + (data.features() == 1 ? " feature" : " features") + listed(data.featureNames()) + ", "
                + (data.isRegression() ? quantity() : classes())));
        lines.addAll(remarks);
        return String.join("\n", lines);
    }

    private String classes() {
        int[] counts = data.counts();
        return data.classes() + " classes"
                + listed(IntStream.range(0, counts.length)
                        .mapToObj(c -> data.classNames().get(c) + ": " + counts[c])
                        .toList());
    }

    private String quantity() {
        double[] targets = data.targets();
        return "regression of " + data.targetName() + " (from "
                + figure(Arrays.stream(targets).min().orElse(0)) + " to "
                + figure(Arrays.stream(targets).max().orElse(0)) + ")";
    }

    /** Returns a number with at most four significant digits, such as {@code 0.3333} or {@code 12}. */
    public static String figure(double number) {
        if (!Double.isFinite(number)) {
            return String.valueOf(number);
        }
        double rounded = new BigDecimal(number).round(new MathContext(4)).doubleValue();
        return Repr.of(rounded).replaceFirst("\\.0$", "");
    }

    private static String listed(List<String> names) {
        return names.isEmpty()
                ? ""
                : names.stream()
                        .limit(MOST_NAMES)
                        .collect(Collectors.joining(", ", " (", names.size() > MOST_NAMES ? ", ...)" : ")"));
    }
}
