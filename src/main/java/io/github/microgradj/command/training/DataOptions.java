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

/** On what {@code :train} trains: a data set of ours or a file. */
final class DataOptions {
    private static final int SAMPLES = 100;
    private static final long SEED = 1337;

    @Parameters(
            index = "0",
            paramLabel = "DATASET",
            completionCandidates = TrainingNames.OfDatasets.class,
            description = "One of ${COMPLETION-CANDIDATES}; csv takes a FILE and --label.")
    private String dataset;

    @Parameters(index = "1", arity = "0..1", paramLabel = "FILE", description = "The file of csv, with a header.")
    private Optional<Path> file;

    @Option(
            names = "--label",
            paramLabel = "COLUMN",
            description = "The column of csv that holds the class, by name or number.")
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
     * Makes or reads it.
     *
     * @param teller hears what was read of a file
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

    /** What was given and has nothing to do with a file, or with data that is made; empty if all has. */
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

    /** The Java that makes or reads it again. */
    String code() {
        if (dataset.equals("csv")) {
            String path = file.map(Path::toString).orElse("");
            return "Datasets.csv(Path.of(" + JavaLiteral.of(path) + "), " + JavaLiteral.of(label.orElse("")) + ")";
        }
        return "Datasets.make(\"" + dataset + "\", " + samples + ", "
                + noise.map(deviation -> deviation + ", ").orElse("") + seed + "L)";
    }

    /** The words of a command that make or read it again, in quotes where they need some. */
    String words() {
        return QuotedWords.quoted(dataset)
                + file.map(csv -> " " + operand(csv.toString())).orElse("")
                + label.map(DataOptions::labelOption).orElse("")
                + (samples == SAMPLES ? "" : " --samples " + samples)
                + noise.map(deviation -> " --noise " + deviation).orElse("")
                + (seed == SEED ? "" : " --seed " + seed);
    }

    /** A file that is neither taken for an option nor for picocli's {@code @FILE}, which holds more words. */
    private static String operand(String file) {
        String escape = file.startsWith("-") ? "./" : file.startsWith("@") ? "@" : "";
        return QuotedWords.quoted(escape + file);
    }

    private static String labelOption(String label) {
        boolean plain = !label.startsWith("-") && !label.startsWith("@");
        return plain ? " --label " + QuotedWords.quoted(label) : " " + QuotedWords.quoted("--label=" + label);
    }

    /** The seed of data and weights. */
    long seed() {
        return seed;
    }
}
