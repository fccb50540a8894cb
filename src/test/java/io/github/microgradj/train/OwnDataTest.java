package io.github.microgradj.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import io.github.microgradj.GoldenFiles;
import io.github.microgradj.data.Dataset;
import io.github.microgradj.data.Datasets;
import io.github.microgradj.data.Split;
import io.github.microgradj.random.NumPyRandom;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tests of the default options of {@code :train csv FILE --label COLUMN}, on public data and over ten seeds. They are
 * compared with scikit-learn's network of the same size on the same rows, whose figures
 * {@code golden/scikit_learn_classifiers.py} wrote.
 */
class OwnDataTest {
    private static final JsonObject SCIKIT_LEARN = GoldenFiles.json("scikit_learn_classifiers.json");

    @ParameterizedTest
    @CsvSource({"iris, species, 0.94", "wine, cultivar, 0.93", "breast_cancer, diagnosis, 0.94"})
    void theDefaultsClassifyUnseenSamplesAsWellAsScikitLearn(String name, String label, double least) {
        Dataset data = read(name, label);
        double[] scores = runs(data)
                .map(run -> {
                    assertThat(run.verdict().kind()).isIn(Verdict.Kind.LEARNED, Verdict.Kind.OVERFITTING);
                    return run.evaluation();
                })
                .mapToDouble(Predictions::score)
                .toArray();
        double mean = Tally.mean(scores);
        assertThat(mean).isGreaterThanOrEqualTo(least).isCloseTo(accuracyOfScikitLearn(name), within(0.02));
        assertThat(Arrays.stream(scores)).allMatch(score -> score >= 0.83);
    }

    @ParameterizedTest
    @CsvSource({"iris, species", "wine, cultivar", "breast_cancer, diagnosis"})
    void scikitLearnHeldOutTheSameRows(String name, String label) {
        Dataset data = read(name, label);
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
        Dataset data = read("mowers", "ownership");
        double[] scores = runs(data)
                .map(run -> {
                    assertThat(run.message())
                            .startsWith("finished: ")
                            .endsWith("% on 24 training samples (always \"owner\": 50.0%)");
                    return run.evaluation();
                })
                .mapToDouble(Predictions::score)
                .toArray();
        assertThat(Tally.mean(scores))
                .isGreaterThanOrEqualTo(0.87)
                .isCloseTo(accuracyOfScikitLearn("mowers"), within(0.02));
    }

    @Test
    void aPlaneWithNoiseIsFitted() {
        NumPyRandom random = new NumPyRandom(7);
        double[][] inputs = new double[200][];
        double[] targets = new double[200];
        for (int i = 0; i < targets.length; i++) {
            inputs[i] = new double[] {random.normal(), random.normal()};
            targets[i] = 3 * inputs[i][0] - 2 * inputs[i][1] + 0.5 * random.normal();
        }
        Dataset plane = Dataset.regression("plane", inputs, targets);
        runs(plane).forEach(run -> {
            assertThat(run.evaluation().score()).isGreaterThanOrEqualTo(0.95);
            assertThat(run.message())
                    .startsWith("finished: step 199 loss 0.")
                    .contains(", mean absolute error 0.")
                    .contains(" on 40 validation samples (always the mean: error ")
                    .endsWith(" on 160 training samples");
        });
    }

    private static Stream<TrainingRun> runs(Dataset data) {
        return LongStream.range(0, 10)
                .mapToObj(seed ->
                        Trainer.train(data, TrainingOptions.forData(data).withSeed(seed)));
    }

    private static Dataset read(String name, String label) {
        return Datasets.csv(Path.of("src/test/resources/data", name + ".csv"), label);
    }

    private static double accuracyOfScikitLearn(String name) {
        return Tally.mean(golden(name, "accuracy"));
    }

    private static double[] golden(String name, String member) {
        return GoldenFiles.numbers(SCIKIT_LEARN.getAsJsonObject(name).getAsJsonArray(member));
    }
}
