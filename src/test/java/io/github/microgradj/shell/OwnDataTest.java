package io.github.microgradj.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import io.github.microgradj.GoldenFiles;
import io.github.microgradj.data.Dataset;
import io.github.microgradj.data.Datasets;
import io.github.microgradj.data.Split;
import io.github.microgradj.random.NumPyRandom;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tests of {@code :train csv FILE --label COLUMN --seed N} with its default options, on public data and over ten seeds.
 * They are compared with scikit-learn's network of the same size on the same rows, whose figures
 * {@code golden/scikit_learn_classifiers.py} wrote.
 */
class OwnDataTest extends CommandLineFixture {
    private static final JsonObject SCIKIT_LEARN = GoldenFiles.json("scikit_learn_classifiers.json");
    private static final int SEEDS = 10;

    @ParameterizedTest
    @CsvSource({"iris, species, 0.94", "wine, cultivar, 0.93", "breast_cancer, diagnosis, 0.94"})
    void theDefaultsClassifyUnseenSamplesAsWellAsScikitLearn(String name, String label, double least) {
        List<String> verdicts = train(file(name), label);
        assertThat(verdicts)
                .allMatch(verdict -> verdict.startsWith("finished: ") || verdict.startsWith("overfitting: "));
        double[] scores = numbers(verdicts, "accuracy ([\\d.]+)% on \\d+ validation samples");
        double mean = Arrays.stream(scores).average().orElse(0) / 100;
        assertThat(mean).isGreaterThanOrEqualTo(least).isCloseTo(accuracyOfScikitLearn(name), within(0.02));
        assertThat(Arrays.stream(scores)).allMatch(score -> score >= 83);
    }

    @ParameterizedTest
    @CsvSource({"iris, species", "wine, cultivar", "breast_cancer, diagnosis"})
    void scikitLearnHeldOutTheSameRows(String name, String label) {
        Dataset data = Datasets.csv(file(name), label);
        Split split = Split.of(data, 0.2, 0);
        int[] held = Arrays.stream(golden(name, "held_out_of_seed_0"))
                .mapToInt(index -> (int) index)
                .toArray();
        assertThat(split.validation()).isEqualTo(data.select(held));
        assertThat(split.training().size()).isEqualTo(data.size() - held.length);
    }

    /** With 24 samples, none are kept for validation, and the output says so. */
    @Test
    void aSmallFileIsJudgedOnItsTrainingSamples() {
        List<String> verdicts = train(file("mowers"), "ownership");
        assertThat(verdicts)
                .allMatch(verdict -> verdict.startsWith("finished: ")
                        && verdict.endsWith("% on 24 training samples (always \"owner\": 50.0%)"));
        double[] scores = numbers(verdicts, "accuracy ([\\d.]+)%");
        assertThat(Arrays.stream(scores).average().orElse(0) / 100)
                .isGreaterThanOrEqualTo(0.87)
                .isCloseTo(accuracyOfScikitLearn("mowers"), within(0.02));
    }

    @Test
    void aPlaneWithNoiseIsFitted() throws IOException {
        NumPyRandom random = new NumPyRandom(7);
        String rows = IntStream.range(0, 200)
                .mapToObj(i -> {
                    double a = random.normal();
                    double b = random.normal();
                    return a + "," + b + "," + (3 * a - 2 * b + 0.5 * random.normal());
                })
                .collect(Collectors.joining("\n", "a,b,y\n", "\n"));
        List<String> verdicts = train(script("plane.csv", rows), "y");
        assertThat(verdicts)
                .allMatch(verdict -> verdict.startsWith("finished: step 199 loss 0.")
                        && verdict.contains(", mean absolute error 0.")
                        && verdict.contains(" on 40 validation samples (always the mean: error ")
                        && verdict.endsWith(" on 160 training samples"));
        assertThat(Arrays.stream(numbers(verdicts, "R2 ([\\d.]+), "))).allMatch(score -> score >= 0.95);
    }

    /** Trains with each seed and returns how each training ended. */
    private List<String> train(Path file, String label) {
        String commands = IntStream.range(0, SEEDS)
                .mapToObj(seed -> ":train csv " + file + " --label " + label + " --seed " + seed + "\n")
                .collect(Collectors.joining());
        assertThat(run(commands)).isZero();
        List<String> verdicts = err().lines()
                .filter(line -> line.matches("[a-z ]+: step \\d+ loss .*"))
                .toList();
        assertThat(verdicts).hasSize(SEEDS);
        return verdicts;
    }

    private static double[] numbers(List<String> lines, String pattern) {
        Pattern number = Pattern.compile(pattern);
        return lines.stream()
                .flatMap(line -> number.matcher(line).results().limit(1))
                .mapToDouble(found -> Double.parseDouble(found.group(1)))
                .toArray();
    }

    private static Path file(String name) {
        return Path.of("src/test/resources/data", name + ".csv");
    }

    private static double accuracyOfScikitLearn(String name) {
        return Arrays.stream(golden(name, "accuracy")).average().orElse(0);
    }

    private static double[] golden(String name, String member) {
        return GoldenFiles.numbers(SCIKIT_LEARN.getAsJsonObject(name).getAsJsonArray(member));
    }
}
