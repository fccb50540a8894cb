package io.github.microgradj.command.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.microgradj.data.Dataset;
import io.github.microgradj.data.Datasets;
import io.github.microgradj.nn.Activation;
import io.github.microgradj.optim.LearningRate;
import io.github.microgradj.snippet.SnippetEngine;
import io.github.microgradj.snippet.model.Evaluation;
import io.github.microgradj.train.Loss;
import io.github.microgradj.train.Trainer;
import io.github.microgradj.train.TrainingOptions;
import io.github.microgradj.train.TrainingRun;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrainingRecipeTest {
    private static TrainingRecipe recipe(Dataset data, String dataCode, TrainingOptions options, boolean fresh) {
        return new TrainingRecipe(
                new TrainingJob(Trainer.model(data, options), data, options), dataCode, ":train xor", false, fresh);
    }

    /** Runs the code as a reader would, and checks that it ends with the same loss. */
    @Test
    void theCodeRepeatsTheTraining() {
        TrainingOptions all = TrainingOptions.defaults()
                .withHidden(5, 4)
                .withActivation(Activation.TANH)
                .withLoss(Loss.BCE)
                .withOptimizer("adam")
                .withLearningRate(new LearningRate(0.05, 0.01))
                .withAlpha(0.001)
                .withBatchSize(7)
                .withSteps(9)
                .withSeed(4_294_967_295L)
                .withEager(true);
        Dataset xor = Datasets.make("xor", 40, 0.2, 5);
        checkRepeats(xor, "Datasets.make(\"xor\", 40, 0.2, 5L)", all);
        checkRepeats(Datasets.make("moons", 30, 1), "Datasets.make(\"moons\", 30, 1L)", TrainingOptions.defaults());
        checkRepeats(
                Datasets.make("blobs", 30, 1),
                "Datasets.make(\"blobs\", 30, 1L)",
                TrainingOptions.defaults().withHidden());
    }

    private static void checkRepeats(Dataset data, String dataCode, TrainingOptions options) {
        String code = recipe(data, dataCode, options, true).code().get("In Java");
        TrainingRun expected = Trainer.train(data, options);
        try (SnippetEngine engine = new SnippetEngine("")) {
            for (String line : List.of(code.split("(?<=;)\n+", -1))) {
                if (!line.isBlank()) {
                    assertThat(engine.eval(line)).as(line).isNotInstanceOf(Evaluation.Rejected.class);
                }
            }
            TrainingRun run = (TrainingRun) engine.valueOf("run").orElseThrow();
            assertThat(run.history()).isEqualTo(expected.history());
        }
    }

    @Test
    void aNetworkOfTheUsersOwnHasNoCode() {
        Dataset xor = Datasets.make("xor", 4, 1);
        TrainingOptions options = TrainingOptions.defaults();
        assertThat(recipe(xor, "", options, false).code()).containsExactly(Map.entry("In the shell", ":train xor"));
    }

    @Test
    void settingsSayWhatTheTrainerChose() {
        Dataset blobs = Datasets.make("blobs", 30, 1);
        TrainingOptions options = TrainingOptions.defaults().withHidden(8).withSteps(5);
        assertThat(recipe(blobs, "", options, true).settings(Trainer.train(blobs, options)))
                .containsEntry("data", "Dataset(blobs: 30 samples, 2 features, 3 classes)")
                .containsEntry("network", "MLP(2, 8, 3), relu")
                .containsEntry("parameters", "51")
                .containsEntry("loss", "crossentropy")
                .containsEntry("steps", "5 of 5")
                .containsEntry("batch", "all samples");
    }

    @Test
    void settingsAreRoundedAndTheCodeIsExact() {
        Dataset moons = Datasets.make("moons", 30, 1);
        TrainingOptions options = TrainingOptions.defaults().withLearningRate(new LearningRate(0.1 + 0.2, 0.1));
        TrainingRecipe recipe = recipe(moons, "", options, true);
        assertThat(recipe.settings(Trainer.train(moons, options))).containsEntry("learning rate", "0.3 to 0.102");
        assertThat(recipe.code().get("In Java")).contains("new LearningRate(0.30000000000000004, 0.1)");
    }
}
