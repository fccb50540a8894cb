package io.github.microgradj.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The result of reading a CSV file, for a report to the user.
 *
 * @param data the samples and their classes
 * @param features the name of each feature; none if the file has no header
 * @param remarks assumptions and oddities, one clause each
 */
public record CsvReading(Dataset data, List<String> features, List<String> remarks) {
    private static final int MOST_NAMES = 8;

    public CsvReading {
        features = List.copyOf(features);
        remarks = List.copyOf(remarks);
    }

    /**
     * Reads a file like {@link Datasets#csv}.
     *
     * @throws IllegalArgumentException as {@link Datasets#csv}
     * @throws java.io.UncheckedIOException if the file cannot be read
     */
    public static CsvReading of(Path file, String labelColumn) {
        return Csv.read(file, labelColumn);
    }

    /**
     * Returns a summary of the file on one line:
     *
     * <p>{@code read 4 samples, 2 features (x, y), 2 classes (a: 1, b: 3); class "a" has a single sample}.
     */
    public String summary() {
        int[] counts = data.counts();
        String read = "read " + data.size() + (data.size() == 1 ? " sample, " : " samples, ") + data.features()
                + (data.features() == 1 ? " feature" : " features") + listed(features) + ", " + data.classes()
                + " classes"
                + listed(IntStream.range(0, counts.length)
                        .mapToObj(c -> data.classNames().get(c) + ": " + counts[c])
                        .toList());
        List<String> clauses = new ArrayList<>(List.of(read));
        clauses.addAll(remarks);
        return String.join("; ", clauses);
    }

    private static String listed(List<String> names) {
        return names.isEmpty()
                ? ""
                : names.stream()
                        .limit(MOST_NAMES)
                        .collect(Collectors.joining(", ", " (", names.size() > MOST_NAMES ? ", ...)" : ")"));
    }
}
