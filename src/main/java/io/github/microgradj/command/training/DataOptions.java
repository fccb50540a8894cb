package io.github.microgradj.command.training;

import io.github.microgradj.command.QuotedWords;
import io.github.microgradj.command.UserError;
import io.github.microgradj.data.CsvOptions;
import io.github.microgradj.data.Dataset;
import io.github.microgradj.data.Datasets;
import io.github.microgradj.text.JavaLiteral;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
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
            description = "One of ${COMPLETION-CANDIDATES}; csv takes a FILE.")
    private String dataset;

    @Parameters(index = "1", arity = "0..1", paramLabel = "FILE", description = "The CSV file.")
    private Optional<Path> file;

    @Mixin
    private CsvFlags csv = new CsvFlags();

    @Option(
            names = "--test",
            paramLabel = "FILE",
            description = "Another CSV file with the same columns, to test the trained network on.")
    private Optional<Path> test;

    @Option(
            names = "--samples",
            paramLabel = "N",
            defaultValue = "" + SAMPLES,
            description = "Samples to make (default ${DEFAULT-VALUE}).")
    private int samples;

    @Option(
            names = "--noise",
            paramLabel = "SD",
            description = "Standard deviation of the samples' noise (default: depends on the set).")
    private Optional<Double> noise;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "" + SEED,
            description = "Seed of data and weights (default ${DEFAULT-VALUE}).")
    private long seed;

    /** Reads a file and says what was read. */
    interface FileReading {
        Dataset read(Path file, CsvOptions options) throws UserError;
    }

    /**
     * Makes or reads the data set.
     *
     * @param reader reads a file
     * @throws UserError if there is no file
     */
    Dataset make(FileReading reader) throws UserError {
        if (!dataset.equals("csv")) {
            return noise.isPresent()
                    ? Datasets.make(dataset, samples, noise.get(), seed)
                    : Datasets.make(dataset, samples, seed);
        }
        if (file.isEmpty()) {
            throw new UserError("csv takes a file, as in :train csv iris.csv --label species");
        }
        return reader.read(file.get(), csv.options());
    }

    /**
     * Returns the given options that do not apply to this data source: those for generated data with a file, or the
     * reverse; empty if there are none.
     */
    String needless() {
        boolean fromFile = dataset.equals("csv");
        List<String> given = new ArrayList<>();
        if (fromFile && samples != SAMPLES) {
            given.add("--samples");
        }
        if (fromFile && noise.isPresent()) {
            given.add("--noise");
        }
        if (!fromFile) {
            given.addAll(csv.given().keySet());
            test.ifPresent(each -> given.add("--test"));
        }
        return given.isEmpty()
                ? ""
                : String.join(" and ", given)
                        + (fromFile ? ": csv takes its samples from the file" : ": only csv reads a file");
    }

    /** Returns the Java expression that makes or reads the data set. */
    String code() {
        if (dataset.equals("csv")) {
            String path = file.map(Path::toString).orElse("");
            return "Datasets.csv(Path.of(" + JavaLiteral.of(path) + "), " + csv.code() + ")";
        }
        return "Datasets.make(\"" + dataset + "\", " + samples + ", "
                + noise.map(deviation -> deviation + ", ").orElse("") + seed + "L)";
    }

    /** Returns the words of a command that makes or reads it, quoted where necessary. */
    String words() {
        return QuotedWords.quoted(dataset)
                + file.map(name -> " " + operand(name.toString())).orElse("")
                + csv.words()
                + test.map(name -> " --test " + operand(name.toString())).orElse("")
                + (samples == SAMPLES ? "" : " --samples " + samples)
                + noise.map(deviation -> " --noise " + deviation).orElse("")
                + (seed == SEED ? "" : " --seed " + seed);
    }

    /**
     * Returns a file name escaped so that it is neither an option nor picocli's {@code @FILE}, which reads words from a
     * file.
     */
    static String operand(String file) {
        String escape = file.startsWith("-") ? "./" : file.startsWith("@") ? "@" : "";
        return QuotedWords.quoted(escape + file);
    }

    /** Returns the file to test the network on; empty if the data is no file. */
    Optional<Path> test() {
        return test.filter(each -> isFile());
    }

    /** Returns the options that say how files are read. */
    CsvOptions csv() {
        return csv.options();
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
