package io.github.microgradj.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import io.github.microgradj.GoldenFiles;
import io.github.microgradj.data.Dataset;
import io.github.microgradj.engine.Value;
import io.github.microgradj.nn.Losses;
import io.github.microgradj.nn.MLP;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the training run in micrograd's {@code demo.ipynb}, and of other runs with micrograd's arithmetic. */
class NotebookTest {
    private static final TrainingOptions OPTIONS = TrainingOptions.defaults();

    private final Dataset moons = GoldenFiles.moons();

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theDemoHasTheNotebooksLog(boolean eager) {
        List<String> expected = GoldenFiles.text("demo_log.txt").lines().toList();
        List<String> log = log(Trainer.train(moons, OPTIONS.withEager(eager)));
        assertThat(log.get(0)).isEqualTo(expected.get(0));
        assertSameLog(log, expected);
    }

    /** Checks the bits of this project's order of summation, which are the same on every JVM and on both paths. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theDemoHasOurOwnBits(boolean eager) {
        assertThat(log(Trainer.train(moons, OPTIONS.withEager(eager))))
                .isEqualTo(GoldenFiles.text("demo_log_microgradj.txt").lines().toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"micrograd_3-5-4-1_seed7.json", "micrograd_2-9-1_seed4294967295.json"})
    void otherSeedsSizesAndWidthsAgreeWithMicrograd(String file) {
        JsonObject golden = GoldenFiles.json(file);
        Dataset data = GoldenFiles.dataset(golden, "labels");
        TrainingOptions options = OPTIONS.withSeed(golden.get("seed").getAsLong())
                .withHidden(Arrays.stream(GoldenFiles.numbers(golden.getAsJsonArray("hidden")))
                        .mapToInt(width -> (int) width)
                        .toArray())
                .withAlpha(golden.get("alpha").getAsDouble())
                .withSteps(golden.get("steps").getAsInt());
        assertThat(Trainer.model(data, options).parameters().stream()
                        .mapToDouble(p -> p.data)
                        .toArray())
                .containsExactly(GoldenFiles.numbers(golden.getAsJsonArray("parameters")));
        assertSameLog(log(Trainer.train(data, options)), GoldenFiles.strings(golden.getAsJsonArray("log")));
    }

    @Test
    void gradientsOfTheFirstStepAgreeWithMicrograd() {
        MLP model = Trainer.model(moons, OPTIONS);
        new EagerObjective(model, moons, Loss.HINGE, 1e-4)
                .measure(IntStream.range(0, 100).toArray());
        double[] expected =
                GoldenFiles.numbers(GoldenFiles.json("demo_training_start.json").getAsJsonArray("grads0_first_20"));
        for (int i = 0; i < expected.length; i++) {
            double gradient = model.parameters().get(i).grad;
            assertThat(gradient).isCloseTo(expected[i], within(1e-12 * Math.abs(expected[i])));
        }
    }

    /** The notebook builds one graph for the whole batch. A separate graph for each sample gives the same bits. */
    @Test
    void sampleAfterSampleHasTheBitsOfOneGraph() {
        MLP model = Trainer.model(moons, OPTIONS);
        Objective.Measure measure = new EagerObjective(model, moons, Loss.HINGE, 1e-4)
                .measure(IntStream.range(0, 100).toArray());
        double[] gradients =
                model.parameters().stream().mapToDouble(p -> p.grad).toArray();

        model.zeroGrad();
        Value[] scores =
                Arrays.stream(moons.inputs()).map(x -> model.forward(x)[0]).toArray(Value[]::new);
        double[] targets = Arrays.stream(moons.labels())
                .mapToDouble(label -> 2 * label - 1)
                .toArray();
        Value total = Losses.hinge(scores, targets).add(Losses.l2(model).mul(1e-4));
        total.backward();

        assertThat(measure.loss()).isEqualTo(total.data);
        assertThat(gradients)
                .containsExactly(
                        model.parameters().stream().mapToDouble(p -> p.grad).toArray());
    }

    private static List<String> log(TrainingRun run) {
        return run.history().stream().map(TrainingStep::toString).toList();
    }

    /** Checks that accuracies are identical, and losses equal within a relative 1e-12. */
    private static void assertSameLog(List<String> log, List<String> expected) {
        assertThat(log.stream().map(NotebookTest::withoutLoss).collect(Collectors.joining("\n")))
                .isEqualTo(expected.stream().map(NotebookTest::withoutLoss).collect(Collectors.joining("\n")));
        for (int i = 0; i < expected.size(); i++) {
            assertThat(loss(log.get(i))).isCloseTo(loss(expected.get(i)), within(1e-12 * loss(expected.get(i))));
        }
    }

    private static String withoutLoss(String line) {
        return line.replaceAll("loss [^,]*", "");
    }

    private static double loss(String line) {
        return Double.parseDouble(line.replaceAll(".*loss ([^,]*),.*", "$1"));
    }
}
