package io.github.microgradj.command.training;

import io.github.microgradj.command.QuotedWords;
import io.github.microgradj.command.UserError;
import io.github.microgradj.command.languagemodel.LanguageFlags;
import io.github.microgradj.data.CsvOptions;
import io.github.microgradj.data.Dataset;
import io.github.microgradj.data.Datasets;
import io.github.microgradj.text.DidYouMean;
import io.github.microgradj.text.JavaLiteral;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options of {@code :train} that select the data: a built-in data set or a file. */
final class DataOptions {
    private static final int SAMPLES = 100;
    private static final long SEED = 1337;

    @Parameters(
            index = "0",
            paramLabel = "DATASET",
            completionCandidates = TrainingNames.OfDatasets.class,
            description = "One of ${COMPLETION-CANDIDATES}; csv needs a FILE. names is for language models.")
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
            description = "Number of samples to generate (default ${DEFAULT-VALUE}).")
    private int samples;

    @Option(
            names = "--noise",
            paramLabel = "SD",
            description = "Standard deviation of the noise (default: depends on the data set).")
    private Optional<Double> noise;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "" + SEED,
            description = "Seed for the data and the weights (default ${DEFAULT-VALUE}; names: 42).")
    private long seed;

    /** A function that reads a file and reports what was read. */
    interface FileReading {
        Dataset read(Path file, CsvOptions options) throws UserError;
    }

    /**
     * Generates or reads the data set.
     *
     * @param reader the function that reads a file
     * @throws UserError if there is no such data set, or if it is {@code csv} and no file is given
     */
    Dataset make(FileReading reader) throws UserError {
        if (!TrainingNames.DATASETS.contains(dataset)) {
            throw new UserError("no data set is named \"" + dataset + "\""
                    + DidYouMean.didYouMean(dataset, TrainingNames.DATASETS) + " (the data sets are "
                    + String.join(", ", TrainingNames.DATASETS) + ")");
        }
        if (!dataset.equals("csv")) {
            return noise.isPresent()
                    ? Datasets.make(dataset, samples, noise.get(), seed)
                    : Datasets.make(dataset, samples, seed);
        }
        if (file.isEmpty()) {
            throw new UserError("csv needs a file, as in :train csv iris.csv --label species");
        }
        return reader.read(file.get(), csv.options());
    }

    /**
     * Returns the options that were given but do not apply to this data source, followed by the reason, or an empty
     * string if all apply. If the data comes from a file, these are the options for generated data; otherwise, they are
     * the options for files.
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
                : String.join(" and ", given) + (fromFile ? ": only for generated data" : ": only for csv");
    }

    /** Returns the Java expression that generates or reads the data set. */
    String code() {
        if (dataset.equals("csv")) {
            String path = file.map(Path::toString).orElse("");
            return "Datasets.csv(Path.of(" + JavaLiteral.of(path) + "), " + csv.code() + ")";
        }
        return "Datasets.make(\"" + dataset + "\", " + samples + ", "
                + noise.map(deviation -> deviation + ", ").orElse("") + seed + "L)";
    }

    /** Returns the arguments that select the data set in a command, quoted where necessary. */
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
     * Returns a file name in a form that picocli mistakes neither for an option nor for {@code @FILE}, a file of
     * arguments.
     */
    static String operand(String file) {
        String escape = file.startsWith("-") ? "./" : file.startsWith("@") ? "@" : "";
        return QuotedWords.quoted(escape + file);
    }

    /** Returns the file to test the network on, or empty if none is given or the data set is not from a file. */
    Optional<Path> test() {
        return test.filter(each -> isFile());
    }

    /**
     * Returns whether the data set consists of texts, from which language models learn.
     *
     * @throws UserError if the data set consists of texts, and a file is given as an argument instead of with
     *     {@code --file}
     */
    boolean isLanguage() throws UserError {
        if (dataset.equals(LanguageFlags.NAMES) && file.isPresent()) {
            throw new UserError("unexpected argument: " + file.get() + "; type :train names --file "
                    + operand(file.get().toString()));
        }
        return dataset.equals(LanguageFlags.NAMES);
    }

    /** Returns the options for reading files. */
    CsvOptions csv() {
        return csv.options();
    }

    /** Returns whether the data is from a file. */
    boolean isFile() {
        return dataset.equals("csv");
    }

    /** Returns the seed for the data and the weights. */
    long seed() {
        return seed;
    }
}
