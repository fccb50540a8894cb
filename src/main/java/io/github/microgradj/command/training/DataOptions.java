package io.github.microgradj.command.training;

import io.github.microgradj.command.QuotedWords;
import io.github.microgradj.command.UserError;
import io.github.microgradj.data.CsvReading;
import io.github.microgradj.data.Dataset;
import io.github.microgradj.data.Datasets;
import io.github.microgradj.text.JavaLiteral;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options of {@code :train} for the data: a built-in data set or a file. */
final class DataOptions {
    private static final int SAMPLES = 100;
    private static final long SEED = 1337;

    @Parameters(
            index = "0",
            paramLabel = "DATASET",
            completionCandidates = TrainingNames.OfDatasets.class,
            description = "One of ${COMPLETION-CANDIDATES}; csv takes a FILE and --label.")
    private String dataset;

    @Parameters(index = "1", arity = "0..1", paramLabel = "FILE", description = "The CSV file, with a header.")
    private Optional<Path> file;

    @Option(
            names = "--label",
            paramLabel = "COLUMN",
            description = "The CSV column that holds the class, by name or number.")
    private Optional<String> label;

    @Option(
            names = "--samples",
            paramLabel = "N",
            defaultValue = "" + SAMPLES,
            description = "Samples to make (default ${DEFAULT-VALUE}).")
    private int samples;

    @Option(
            names = "--noise",
            paramLabel = "SD",
            description = "Standard deviation of their noise (default: the set's own).")
    private Optional<Double> noise;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "" + SEED,
            description = "Seed of data and weights (default ${DEFAULT-VALUE}).")
    private long seed;

    /**
     * Makes or reads the data set.
     *
     * @param teller receives the summary of a file
     * @throws UserError if the file or its label column is missing
     */
    Dataset make(Consumer<CsvReading> teller) throws UserError {
        if (!dataset.equals("csv")) {
            return noise.isPresent()
                    ? Datasets.make(dataset, samples, noise.get(), seed)
                    : Datasets.make(dataset, samples, seed);
        }
        if (file.isEmpty() || label.isEmpty()) {
            throw new UserError("csv takes a file and its label column, as in :train csv iris.csv --label species");
        }
        CsvReading reading = CsvReading.of(file.get(), label.get());
        teller.accept(reading);
        return reading.data();
    }

    /**
     * Returns the given options that do not apply to this data source: those for generated data with a file, or the
     * reverse; empty if there are none.
     */
    String needless() {
        boolean csv = dataset.equals("csv");
        List<String> given = new ArrayList<>();
        if (csv && samples != SAMPLES) {
            given.add("--samples");
        }
        if (csv && noise.isPresent()) {
            given.add("--noise");
        }
        if (!csv && label.isPresent()) {
            given.add("--label");
        }
        return given.isEmpty()
                ? ""
                : String.join(" and ", given)
                        + (csv ? ": csv takes its samples from the file" : ": only csv has a label column");
    }

    /** Returns the Java expression that makes or reads the data set. */
    String code() {
        if (dataset.equals("csv")) {
            String path = file.map(Path::toString).orElse("");
            return "Datasets.csv(Path.of(" + JavaLiteral.of(path) + "), " + JavaLiteral.of(label.orElse("")) + ")";
        }
        return "Datasets.make(\"" + dataset + "\", " + samples + ", "
                + noise.map(deviation -> deviation + ", ").orElse("") + seed + "L)";
    }

    /** Returns the words of a command that makes or reads it, quoted where necessary. */
    String words() {
        return QuotedWords.quoted(dataset)
                + file.map(csv -> " " + operand(csv.toString())).orElse("")
                + label.map(DataOptions::labelOption).orElse("")
                + (samples == SAMPLES ? "" : " --samples " + samples)
                + noise.map(deviation -> " --noise " + deviation).orElse("")
                + (seed == SEED ? "" : " --seed " + seed);
    }

    /**
     * Returns a file name escaped so that it is neither an option nor picocli's {@code @FILE}, which reads words from a
     * file.
     */
    private static String operand(String file) {
        String escape = file.startsWith("-") ? "./" : file.startsWith("@") ? "@" : "";
        return QuotedWords.quoted(escape + file);
    }

    private static String labelOption(String label) {
        boolean plain = !label.startsWith("-") && !label.startsWith("@");
        return plain ? " --label " + QuotedWords.quoted(label) : " " + QuotedWords.quoted("--label=" + label);
    }

    /** Returns whether the data is the user's own, from a file. */
    boolean isFile() {
        return dataset.equals("csv");
    }

    /** Returns the seed of data and weights. */
    long seed() {
        return seed;
    }
}
