package io.github.microgradj.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.microgradj.data.Dataset;
import io.github.microgradj.data.Datasets;
import io.github.microgradj.nn.Activation;
import io.github.microgradj.optim.LearningRate;
import io.github.microgradj.random.NumPyRandom;
import io.github.microgradj.train.TrainingRun.Ending;
import io.github.microgradj.train.Verdict.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VerdictTest {
    private static final TrainingOptions OPTIONS = TrainingOptions.defaults();

    private final Dataset xor = Datasets.xor(4, 0, 1);

    @Test
    void aTrainingThatLearnedIsFinished() {
        TrainingRun run = Trainer.train(Datasets.moons(100, 0.1, 1337), OPTIONS.withSteps(20));
        assertThat(run.verdict().kind()).isEqualTo(Kind.LEARNED);
        assertThat(run.succeeded()).isTrue();
        assertThat(run.message()).startsWith("finished: step 19 loss ").endsWith("%");
    }

    @Test
    void theLossOfAConstantAnswerIsNamed() {
        TrainingRun run = Trainer.train(
                xor,
                OPTIONS.withHidden(2)
                        .withLoss(Loss.BCE)
                        .withActivation(Activation.SIGMOID)
                        .withSteps(50));
        assertThat(run.verdict().kind()).isEqualTo(Kind.STUCK);
        assertThat(run.succeeded()).isFalse();
        assertThat(run.message())
                .startsWith("not learned: step 49 loss 0.693")
                .endsWith("accuracy 50.0%, no better than always answering \"0\" (50.0%, loss 0.6931 = ln 2); the loss"
                        + " is stuck at that value");
    }

    @Test
    void aLossThatGrewIsTold() {
        TrainingRun run =
                Trainer.train(Datasets.moons(100, 0.1, 1337), OPTIONS.withLearningRate(LearningRate.linear(100, 10)));
        assertThat(run.ending()).isEqualTo(Ending.FINISHED);
        assertThat(run.verdict().kind()).isEqualTo(Kind.DIVERGED);
        assertThat(run.message())
                .startsWith("diverged: step 99 loss ")
                .endsWith(", the loss grew from 0.896 to 3.9e+29 at a learning rate of 100.0");
    }

    @Test
    void threeOfFourAreWithinChance() {
        assertThat(run(xor, OPTIONS, Ending.FINISHED, 1, 0.5, 0.5, 0.75).message())
                .isEqualTo("not learned: step 1 loss 0.5, accuracy 75.0%, hardly better than always answering \"0\""
                        + " (50.0%, loss 1.0000)");
        Dataset many = Datasets.xor(400, 0, 1);
        assertThat(run(many, OPTIONS, Ending.FINISHED, 1, 0.5, 0.5, 0.75)
                        .verdict()
                        .kind())
                .isEqualTo(Kind.LEARNED);
    }

    @Test
    void theLargestClassIsTheAnswerToBeat() {
        Dataset skewed = data(1, 8, 2);
        for (Loss loss : Loss.values()) {
            TrainingRun run = run(skewed, OPTIONS.withLoss(loss), Ending.FINISHED, 1, 0.8, 0.5, 0.8);
            assertThat(run.message())
                    .contains("no better than always answering \"c0\" (80.0%, loss "
                            + switch (loss) {
                                case HINGE -> "0.4000)";
                                case MSE -> "0.6400)";
                                case BCE, CROSSENTROPY -> "0.5004)";
                            });
        }
        assertThat(run(skewed, OPTIONS, Ending.FINISHED, 1, 0.8, 0.1, 1).succeeded())
                .isTrue();
        assertThat(run(data(1, 99, 1), OPTIONS, Ending.FINISHED, 1, 0.8, 0.1, 1).succeeded())
                .isTrue();
    }

    @Test
    void featuresFarFromOneAreTheCause() {
        assertThat(run(data(7.9, 50, 50, 50), OPTIONS, Ending.FINISHED, 1.2, 0.3, 1.19, 1 / 3.0)
                        .message())
                .isEqualTo("not learned: step 1 loss 1.19, accuracy 33.33%, no better than always answering \"c0\""
                        + " (33.3%, loss 1.0986 = ln 3); feature values reach 7.9, far from 1");
        Verdict small =
                run(data(0.01, 5, 5), OPTIONS, Ending.FINISHED, 1, 0.5, 1, 0.5).verdict();
        assertThat(small.evidence()).endsWith("; feature values reach 0.01, far from 1");
        assertThat(small.isFarFromOne()).isTrue();
    }

    @Test
    void otherEndingsAreJudgedToo() {
        assertThat(run(xor, OPTIONS, Ending.INTERRUPTED, 1, 0.5, 1, 0.5).message())
                .isEqualTo(
                        "interrupted; the model keeps its progress so far: step 1 loss 1.0, accuracy 50.0%, no better"
                                + " than always answering \"0\" (50.0%, loss 1.0000)");
        assertThat(run(xor, OPTIONS, Ending.STOPPED, 1, 0.5, 1e9, 1).message())
                .startsWith(
                        "stopped: step 1 loss 1000000000.0, accuracy 100.0%, the loss grew from 1.0 to 1000000000.0");
        assertThat(run(xor, OPTIONS, Ending.DIVERGED, 1, 0.5, Double.NaN, 0).message())
                .isEqualTo("diverged, the loss at step 1 is nan at a learning rate of 1.0");
    }

    /** After a good training run, a single batch may still be classified entirely wrongly, or contain an outlier. */
    @Test
    void batchesAreJudgedByTheWholePass() {
        TrainingOptions options = OPTIONS.withBatchSize(4);
        Dataset ten = data(1, 5, 5);
        assertThat(run(ten, options, Ending.FINISHED, 1, 0.5, 1, 0.5, 1, 0.5, 0.1, 1, 0.1, 1, 20, 0.5)
                        .verdict()
                        .kind())
                .isEqualTo(Kind.LEARNED);
        assertThat(run(ten, options, Ending.FINISHED, 1, 0.5, 1, 0.5, 1, 0.5, 0.9, 0.25, 0.9, 0.25, 0.9, 1)
                        .verdict()
                        .kind())
                .isEqualTo(Kind.NO_BETTER_THAN_CONSTANT);
        assertThat(run(ten, options, Ending.INTERRUPTED, 1, 0.5).verdict().kind())
                .isEqualTo(Kind.NO_BETTER_THAN_CONSTANT);
    }

    @Test
    void aNameOfAnyLengthFitsTheLine() {
        Dataset data = new Dataset(
                "long", new double[][] {{1}, {1}}, new int[] {0, 1}, List.of("\ud83d\ude00".repeat(50), "b"));
        assertThat(run(data, OPTIONS, Ending.FINISHED, 1, 0.5).verdict().evidence())
                .contains("answering \"" + "\ud83d\ude00".repeat(40) + "...\" (");
    }

    @Test
    void deadNeuronsAreTheCause() {
        Dataset moons = Datasets.moons(100, 0.1, 1337);
        TrainingRun run = Trainer.train(
                moons, OPTIONS.withLearningRate(LearningRate.constant(30)).withSteps(30));
        run.model().parameters().forEach(p -> p.data = -1);
        Dataset positive =
                Dataset.regression("positive", new double[][] {{1, 2}, {3, 4}, {5, 5}}, new double[] {1, 2, 9});
        TrainingRun dead = Trainer.train(
                run.model(), positive, OPTIONS.withLearningRate(LearningRate.constant(1e-9)), epoch -> true);
        assertThat(dead.verdict().kind()).isEqualTo(Kind.DEAD);
        assertThat(dead.message())
                .startsWith("not learned: step 99 loss ")
                .endsWith(
                        "always answering the mean, 4.0 (loss 12.6667); all 16 neurons of hidden layer 1 are 0 for every"
                                + " training sample; feature values reach 5.0, far from 1");
    }

    /** Overlapping classes can be separated only by memorising the samples. */
    @Test
    void overfittingIsTold() {
        Dataset noise = Datasets.moons(100, 0.4, 2);
        TrainingRun run =
                Trainer.train(noise, TrainingOptions.forData(noise).withAlpha(0).withSteps(400));
        assertThat(run.verdict().kind()).isEqualTo(Kind.OVERFITTING);
        assertThat(run.succeeded()).isFalse();
        assertThat(run.message())
                .matches(
                        "overfitting: step 399 loss 0\\.\\d+, accuracy [\\d.]+% on 20 validation samples \\(always \"0\":"
                                + " 50\\.0%\\), [\\d.]+% on 80 training samples, the validation loss rose from 0\\.\\d+ at step \\d+"
                                + " to [\\d.]+ while the training loss fell to 0\\.\\d+");
    }

    @Test
    void aLossThatStillFallsIsTold() {
        Dataset sine = Datasets.sine(200, 0.05, 1);
        TrainingRun run = Trainer.train(sine, TrainingOptions.forData(sine).withSteps(30));
        assertThat(run.verdict().kind()).isEqualTo(Kind.STILL_FALLING);
        assertThat(run.message())
                .startsWith("still falling: step 29 loss 0.")
                .containsPattern("the validation loss fell from 0\\.\\d+ to 0\\.\\d+ in the last 6 steps$");
        assertThat(Trainer.train(sine, TrainingOptions.forData(sine)).succeeded())
                .isTrue();
    }

    @Test
    void chanceIsNoBetterThanAConstantOnSamplesKeptForValidation() {
        NumPyRandom random = new NumPyRandom(1);
        double[][] inputs = new double[100][];
        double[] targets = new double[100];
        for (int i = 0; i < 100; i++) {
            inputs[i] = new double[] {random.normal(), random.normal(), random.normal()};
            targets[i] = random.normal();
        }
        Dataset numbers = Dataset.regression("numbers", inputs, targets);
        TrainingRun fit = Trainer.train(numbers, TrainingOptions.forData(numbers));
        assertThat(fit.last().score()).isGreaterThan(0.5); // of training
        assertThat(fit.verdict().kind()).isEqualTo(Kind.NO_BETTER_THAN_CONSTANT);
        int[] labels = Arrays.stream(targets).mapToInt(y -> y > 0 ? 1 : 0).toArray();
        Dataset classes = new Dataset("classes", inputs, labels, List.of("low", "high"));
        TrainingRun run = Trainer.train(classes, TrainingOptions.forData(classes));
        assertThat(run.verdict().kind()).isEqualTo(Kind.NO_BETTER_THAN_CONSTANT);
        assertThat(run.message()).contains("% on 20 validation samples, ").contains("better than always answering \"");
    }

    /** The output for the built-in data sets without options has not changed. */
    @Test
    void theNotebooksTrainingsAreFinished() {
        for (String name : List.of("moons", "circles", "spirals", "blobs", "xor")) {
            TrainingRun run = Trainer.train(Datasets.make(name, 100, 1337), OPTIONS);
            assertThat(run.message()).matches("finished: step 99 loss [\\d.]+, accuracy [\\d.]+%");
        }
    }

    /** Returns a training run whose steps had these losses and accuracies, in turn. */
    private static TrainingRun run(Dataset data, TrainingOptions options, Ending ending, double... measures) {
        List<TrainingStep> history = new ArrayList<>();
        for (int i = 0; i < measures.length; i += 2) {
            history.add(new TrainingStep(i / 2, measures[i], measures[i + 1], 1));
        }
        return new TrainingRun(
                Trainer.model(data, options),
                Trainer.model(data, options),
                data,
                Optional.empty(),
                options,
                history,
                ending);
    }

    /** Returns samples with one feature of the given size, and the given number of samples of each class. */
    private static Dataset data(double size, int... counts) {
        int[] labels = IntStream.range(0, counts.length)
                .flatMap(c -> IntStream.generate(() -> c).limit(counts[c]))
                .toArray();
        double[][] inputs =
                Arrays.stream(labels).mapToObj(label -> new double[] {size}).toArray(double[][]::new);
        return new Dataset(
                "data",
                inputs,
                labels,
                IntStream.range(0, counts.length).mapToObj(c -> "c" + c).toList());
    }
}
