package io.github.microgradj.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.microgradj.GoldenFiles;
import io.github.microgradj.data.Dataset;
import io.github.microgradj.data.Datasets;
import io.github.microgradj.data.Split;
import io.github.microgradj.nn.Activation;
import io.github.microgradj.nn.MLP;
import io.github.microgradj.nn.Module;
import io.github.microgradj.nn.Scaling;
import io.github.microgradj.nn.Signature;
import io.github.microgradj.optim.LearningRate;
import io.github.microgradj.optim.Optimizers;
import io.github.microgradj.random.NumPyRandom;
import io.github.microgradj.random.PythonRandom;
import io.github.microgradj.train.TrainingRun.Ending;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrainerTest {
    private static final TrainingOptions OPTIONS = TrainingOptions.defaults();

    private final Dataset moons = GoldenFiles.moons();
    private final Dataset clouds = clouds();

    static List<String> optimizers() {
        return Optimizers.names();
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void everyOptimizerLearnsTheMoonsAtItsUsualRate(String optimizer) {
        TrainingRun run = Trainer.train(moons, OPTIONS.withOptimizer(optimizer));
        assertThat(run.last().score()).isGreaterThanOrEqualTo(0.95);
        assertThat(run.ending()).isEqualTo(Ending.FINISHED);
        assertThat(run.history()).hasSize(100);
    }

    @ParameterizedTest
    @EnumSource
    void everyLossLearnsTheMoons(Loss loss) {
        TrainingRun run = Trainer.train(
                moons, OPTIONS.withLoss(loss).withOptimizer("adam").withSteps(60));
        assertThat(run.last().score()).isGreaterThanOrEqualTo(0.9);
        assertThat(run.model().outputs()).isEqualTo(loss == Loss.CROSSENTROPY ? 2 : 1);
        assertThat(accuracy(run.model(), moons)).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void threeClassesTakeSoftmaxCrossEntropyByThemselves() {
        TrainingRun run = Trainer.train(clouds, OPTIONS);
        assertThat(run.model().outputs()).isEqualTo(3);
        assertThat(accuracy(run.model(), clouds)).isGreaterThanOrEqualTo(0.95);
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void theUsualRateSuitsLargeFeaturesAndSquaredErrors(String optimizer) {
        TrainingOptions options = OPTIONS.withOptimizer(optimizer);
        Dataset large = new Dataset(
                "large",
                Arrays.stream(clouds.inputs())
                        .map(row -> new double[] {6 * row[0], 6 * row[1]})
                        .toArray(double[][]::new),
                clouds.labels(),
                clouds.classNames());
        assertThat(accuracy(Trainer.train(large, options).model(), large)).isGreaterThanOrEqualTo(0.95);
        assertThat(accuracy(Trainer.train(moons, options.withLoss(Loss.MSE)).model(), moons))
                .isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void aLossThatDoesNotFitTheDataIsRefusedWithTheWayOut() {
        assertThatThrownBy(() -> Trainer.train(clouds, OPTIONS.withLoss(Loss.HINGE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("hinge needs 2 classes, but clouds has 3; use crossentropy");
    }

    @Test
    void aModelThatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> goOn(new MLP(3, 1), moons))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the model has 3 inputs, but golden has 2 features");
        assertThatThrownBy(() -> goOn(new MLP(2, 3), moons))
                .hasMessage("crossentropy on golden needs a model with 2 outputs, but this one has 3");
        assertThatThrownBy(() -> goOn(new MLP(2, 1), clouds))
                .hasMessage("crossentropy on clouds needs a model with 3 outputs, but this one has 1");
    }

    @Test
    void trainingGoesOnWithAGivenModelOfEitherKind() {
        MLP single = new MLP(new PythonRandom(1), Activation.TANH, 2, 8, 1);
        MLP perClass = new MLP(new PythonRandom(1), Activation.TANH, 2, 8, 2);
        for (MLP model : List.of(single, perClass)) {
            TrainingRun first = goOn(model, moons);
            TrainingRun second = goOn(model, moons);
            assertThat(second.model()).isSameAs(model);
            assertThat(second.last().loss()).isLessThan(first.history().get(0).loss());
            assertThat(second.history().get(0).loss())
                    .isNotEqualTo(first.history().get(0).loss());
        }
    }

    @ParameterizedTest
    @EnumSource
    void compiledAndEagerTrainingHaveTheSameBits(Loss loss) {
        for (int batchSize : new int[] {0, 33}) {
            TrainingOptions options = OPTIONS.withLoss(loss)
                    .withOptimizer("momentum")
                    .withActivation(Activation.TANH)
                    .withBatchSize(batchSize)
                    .withSteps(15);
            assertThat(Trainer.train(moons, options).history())
                    .isEqualTo(Trainer.train(moons, options.withEager(true)).history());
        }
    }

    /** Checks scaled inputs and targets, validation samples, classes and numbers. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void compiledAndEagerTrainingOfScaledDataHaveTheSameBits(boolean regression) {
        Dataset data = regression ? Datasets.sine(100, 0.1, 3) : clouds;
        for (String scale : List.of("standard", "minmax", "none")) {
            TrainingOptions options =
                    TrainingOptions.forData(data).withScale(scale).withSteps(15);
            TrainingRun compiled = Trainer.train(data, options);
            assertThat(compiled.history())
                    .isEqualTo(Trainer.train(data, options.withEager(true)).history());
            assertThat(compiled.last().validation()).isPresent();
        }
    }

    @Test
    void aNumberIsFittedInItsOwnUnits() {
        double[][] x = new double[100][];
        double[] y = new double[100];
        for (int i = 0; i < 100; i++) {
            x[i] = new double[] {1000 + i};
            y[i] = 5e6 + 1e5 * i;
        }
        Dataset prices = Dataset.regression("prices", x, y).withNames(List.of("area"), "price");
        TrainingRun run = Trainer.train(prices, TrainingOptions.forData(prices));
        assertThat(run.evaluation().score()).isGreaterThan(0.98);
        assertThat(run.model().predict(1050)[0]).isCloseTo(1e7, within(5e5));
        assertThat(run.model().forward(1050.0)[0].data).isEqualTo(run.model().predict(1050)[0]);
        assertThat(run.model().signature()).contains(new Signature(List.of("area"), "price", List.of()));
        // The loss is relative to that of the mean, so it is 1 - R2 plus the penalty.
        TrainingRun plain =
                Trainer.train(prices, TrainingOptions.forData(prices).withAlpha(0));
        assertThat(plain.last().loss()).isCloseTo(1 - plain.last().score(), within(1e-12));
    }

    @Test
    void theScalingKnowsTheTrainingSamplesOnly() {
        TrainingOptions options = TrainingOptions.forData(clouds).withSeed(4);
        MLP model = Trainer.model(clouds, options);
        Dataset training = Split.of(clouds, 0.2, 4).training();
        assertThat(model.inputScaling()).contains(Scaling.standard(training.inputs()));
        assertThat(model.targetScaling()).isEmpty();
        assertThat(model.signature()).isEmpty();
        TrainingRun run = Trainer.train(model, clouds, options, epoch -> true);
        assertThat(run.training()).isEqualTo(training);
        assertThat(run.validation()).contains(Split.of(clouds, 0.2, 4).validation());
        assertThat(run.evaluation().score())
                .isEqualTo(accuracy(run.model(), run.validation().orElseThrow()));
    }

    @Test
    void earlyStoppingKeepsTheBestStep() {
        Dataset noisy = Datasets.moons(60, 0.6, 5);
        TrainingOptions options =
                TrainingOptions.forData(noisy).withAlpha(0).withSteps(1000).withEarlyStopping(25);
        TrainingRun run = Trainer.train(noisy, options);
        TrainingStep best = run.best().orElseThrow();
        assertThat(run.ending()).isEqualTo(Ending.EARLY);
        assertThat(run.last().step()).isEqualTo(best.step() + 25);
        assertThat(run.kept()).isEqualTo(best);
        assertThat(run.message()).startsWith("stopped early and kept the best step: step " + best.step() + " loss ");
        assertThat(run.evaluation().score())
                .isEqualTo(best.validation().orElseThrow().score());
        TrainingRun until = Trainer.train(noisy, options.withEarlyStopping(0), epoch -> epoch.step() < best.step() - 1);
        assertThat(run.model().predict(0.1, 0.2)).containsExactly(until.model().predict(0.1, 0.2));
        assertThat(Trainer.train(noisy, options.withEager(true)).history()).isEqualTo(run.history());
    }

    /** Measuring thousands of samples at each small batch would take longer than the training. */
    @Test
    void miniBatchesMeasureTheValidationSamplesOnceAPass() {
        TrainingOptions options =
                TrainingOptions.forData(moons).withBatchSize(16).withSteps(11);
        List<TrainingStep> history = Trainer.train(moons, options).history();
        for (int step = 0; step < 11; step++) {
            assertThat(history.get(step).validation())
                    .isEqualTo(history.get(step - step % 5).validation());
        }
        assertThat(history.get(5).validation()).isNotEqualTo(history.get(4).validation());
        TrainingRun run = Trainer.train(
                moons, options.withEarlyStopping(3).withSteps(2000).withAlpha(0));
        assertThat(run.ending()).isEqualTo(Ending.EARLY);
        assertThat(run.last().step()).isEqualTo(run.kept().step() + 15);
    }

    @Test
    void whatNeedsValidationOrClassesSaysSo() {
        assertThatThrownBy(() -> Trainer.train(moons, OPTIONS.withEarlyStopping(5)))
                .hasMessage("early stopping needs validation samples; set validation to a fraction such as 0.2");
        assertThatThrownBy(() -> Trainer.train(Datasets.sine(20, 0.1, 1), OPTIONS.withLoss(Loss.HINGE)))
                .hasMessage("hinge needs classes, but sine has numbers to predict; use mse");
        assertThatThrownBy(() -> OPTIONS.withValidation(1))
                .hasMessage("validation must be a fraction of the samples, at least 0 and below 1, got 1.0");
        assertThatThrownBy(() -> OPTIONS.withScale("log"))
                .hasMessage("expected a scale, one of [standard, minmax] or none, got log");
    }

    @Test
    void batchesAreShuffledAndRepeat() {
        TrainingOptions options = OPTIONS.withBatchSize(16).withSteps(20);
        List<TrainingStep> first = Trainer.train(moons, options).history();
        assertThat(Trainer.train(moons, options).history()).isEqualTo(first);
        assertThat(Trainer.train(moons, options.withBatchSize(100)).history())
                .isEqualTo(Trainer.train(moons, options.withBatchSize(0)).history())
                .isNotEqualTo(first);
    }

    @Test
    void eachPassSeesEverySampleOnceInANewOrder() {
        Batches batches = new Batches(10, 4, 5);
        List<Integer> first = pass(batches);
        List<Integer> second = pass(batches);
        assertThat(first).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(second).containsExactlyInAnyOrderElementsOf(first).isNotEqualTo(first);
    }

    @Test
    void theListenerHearsEveryStepAndMayStop() {
        List<TrainingStep> heard = new ArrayList<>();
        TrainingRun run = Trainer.train(moons, OPTIONS, epoch -> {
            heard.add(epoch);
            return epoch.step() < 4;
        });
        assertThat(run.ending()).isEqualTo(Ending.STOPPED);
        assertThat(run.history()).isEqualTo(heard).hasSize(5);
        assertThat(run.message()).startsWith("stopped: step 4 loss 0.369");
    }

    @Test
    void anInterruptEndsTheTrainingAfterTheStepAndKeepsTheModel() {
        TrainingRun run = Trainer.train(moons, OPTIONS, epoch -> {
            if (epoch.step() == 2) {
                Thread.currentThread().interrupt();
            }
            return true;
        });
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertThat(run.interrupted()).isTrue();
        assertThat(run.message()).startsWith("interrupted; the model keeps its progress so far: step 2 loss 0.74");
        // The update of step 2 was made, so continuing measures the notebook's step 3.
        double following = goOn(run.model(), moons).history().get(0).loss();
        assertThat(new TrainingStep(3, following, 0.82, 1))
                .hasToString(GoldenFiles.text("demo_log_microgradj.txt")
                        .lines()
                        .toList()
                        .get(3));
    }

    @Test
    void aDivergingTrainingEndsWithAReasonAndTheModel() {
        TrainingRun run = Trainer.train(moons, OPTIONS.withLoss(Loss.MSE).withLearningRate(LearningRate.constant(10)));
        assertThat(run.ending()).isEqualTo(Ending.DIVERGED);
        assertThat(run.last().loss()).isNotFinite();
        assertThat(run.message()).matches("diverged, the loss at step \\d+ is (nan|inf) at a learning rate of 10.0");
        assertThat(run.model().parameters()).hasSize(337);
    }

    @Test
    void aStepPrintsAsInTheNotebook() {
        assertThat(new TrainingStep(0, 0.8958441028683222, 0.5, 1))
                .hasToString("step 0 loss 0.8958441028683222, accuracy 50.0%");
        assertThat(new TrainingStep(7, 1e-5, 0.57, 1)).hasToString("step 7 loss 1e-05, accuracy 56.99999999999999%");
    }

    @Test
    void optionsAreValidated() {
        assertThatThrownBy(() -> OPTIONS.withHidden(16, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a hidden layer needs at least 1 neuron, got 0");
        assertThatThrownBy(() -> OPTIONS.withSteps(0)).hasMessage("training needs at least 1 step, got 0");
        assertThatThrownBy(() -> OPTIONS.withAlpha(-1))
                .hasMessage("alpha must be a finite number of at least 0, got -1.0");
        assertThatThrownBy(() -> OPTIONS.withBatchSize(-1))
                .hasMessage("the batch size must be at least 1, or 0 for all samples, got -1");
        assertThatThrownBy(() -> OPTIONS.withSeed(1L << 32))
                .hasMessage("a seed must be a whole number from 0 to 4294967295, got 4294967296");
        assertThatThrownBy(() -> OPTIONS.withOptimizer("lion"))
                .hasMessage("expected an optimizer, one of [sgd, momentum, adam, adamw], got lion");
        assertThatThrownBy(() -> Loss.named("l1"))
                .hasMessage("expected a loss, one of [hinge, mse, bce, crossentropy], got l1");
    }

    @Test
    void noHiddenLayerMakesALinearClassifier() {
        Module model = Trainer.train(moons, OPTIONS.withHidden().withSteps(5)).model();
        assertThat(model).hasToString("MLP of [Layer of [LinearNeuron(2)]]");
    }

    private static TrainingRun goOn(MLP model, Dataset data) {
        TrainingOptions options = OPTIONS.withSteps(20).withLearningRate(LearningRate.constant(0.1));
        return Trainer.train(model, data, options, epoch -> true);
    }

    private static List<Integer> pass(Batches batches) {
        List<Integer> seen = new ArrayList<>();
        for (int size : new int[] {4, 4, 2}) {
            int[] batch = batches.next();
            assertThat(batch).hasSize(size);
            for (int sample : batch) {
                seen.add(sample);
            }
        }
        return seen;
    }

    private static double accuracy(MLP model, Dataset data) {
        int right = 0;
        for (int i = 0; i < data.size(); i++) {
            right += model.predictClass(data.inputs()[i]) == data.labels()[i] ? 1 : 0;
        }
        return right / (double) data.size();
    }

    /** Returns three well-separated clouds of points. */
    private static Dataset clouds() {
        NumPyRandom random = new NumPyRandom(0);
        double[][] centres = {{0, 2}, {2, -1}, {-2, -1}};
        double[][] inputs = new double[60][];
        int[] labels = new int[60];
        for (int i = 0; i < 60; i++) {
            labels[i] = i % 3;
            double[] centre = centres[i % 3];
            inputs[i] = new double[] {centre[0] + 0.4 * random.normal(), centre[1] + 0.4 * random.normal()};
        }
        return new Dataset("clouds", inputs, labels, List.of("a", "b", "c"));
    }
}
