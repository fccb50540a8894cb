package io.github.microgradj.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.microgradj.data.Dataset;
import io.github.microgradj.data.Datasets;
import io.github.microgradj.nn.MLP;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingSnapshotsTest {
    private static final Dataset MOONS = Datasets.moons(100, 0.1, 1337);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 9, 10, 11, 12, 100, 12_345})
    void someOfASeriesAreEvenlySpaced(int length) {
        EvenSample<Integer> some = new EvenSample<>(10);
        IntStream.range(0, length).forEach(i -> some.offer(i, () -> i));
        List<Integer> kept = some.items();
        assertThat(kept).hasSizeBetween(Math.min(length, 5), 10).startsWith(0);
        int stride = kept.size() > 1 ? kept.get(1) : 1;
        assertThat(kept)
                .isEqualTo(IntStream.range(0, kept.size())
                        .mapToObj(i -> i * stride)
                        .toList());
        assertThat(length - 1 - kept.get(kept.size() - 1)).isLessThan(stride);
    }

    @Test
    void lessThanTwoAreRefused() {
        assertThatThrownBy(() -> new EvenSample<>(1)).hasMessage("expected a maximum of at least 2 items, got 1");
    }

    /**
     * Checks that a restored network is the one that the step measured, so that measuring it again gives the same
     * result.
     */
    @ParameterizedTest
    @CsvSource({"7, 100", "60, 20", "2, 2"})
    void snapshotsAreTheNetworkAtEachStep(int steps, int most) {
        TrainingOptions options = TrainingOptions.defaults().withSteps(steps);
        MLP model = Trainer.model(MOONS, options);
        double[] untrained = data(model);
        TrainingSnapshots snapshots = new TrainingSnapshots(model, most);
        TrainingRun run = Trainer.train(model, MOONS, options, snapshots);
        List<TrainingSnapshot> all = snapshots.of(run);
        assertThat(all).hasSizeLessThanOrEqualTo(most + 1);
        assertThat(all.get(0).step()).isZero();
        assertThat(all.get(0).parameters()).isEqualTo(untrained);
        assertThat(all.get(all.size() - 1).step()).isEqualTo(steps);
        assertThat(all.get(all.size() - 1).parameters()).isEqualTo(data(model));
        MLP twin = model.copy();
        for (TrainingSnapshot snapshot : all.subList(0, all.size() - 1)) {
            snapshot.restore(twin);
            TrainingStep measured = Trainer.train(twin, MOONS, options.withSteps(1), epoch -> true)
                    .last();
            TrainingStep recorded = run.history().get(snapshot.step());
            assertThat(measured.loss()).isEqualTo(recorded.loss());
            assertThat(measured.score()).isEqualTo(recorded.score());
        }
    }

    private static double[] data(MLP model) {
        return model.parameters().stream().mapToDouble(p -> p.data).toArray();
    }

    @Test
    void aDivergedTrainingEndsWithItsLastUpdate() {
        TrainingOptions options = TrainingOptions.defaults()
                .withLoss(Loss.MSE)
                .withLearningRate(new io.github.microgradj.optim.LearningRate(1e9, 1e9));
        MLP model = Trainer.model(MOONS, options);
        TrainingSnapshots snapshots = new TrainingSnapshots(model, 100);
        TrainingRun run = Trainer.train(model, MOONS, options, snapshots);
        assertThat(run.ending()).isEqualTo(TrainingRun.Ending.DIVERGED);
        List<TrainingSnapshot> all = snapshots.of(run);
        assertThat(all.get(all.size() - 1).step()).isEqualTo(run.last().step());
    }

    @Test
    void aNetworkOfAnotherShapeIsRefused() {
        TrainingSnapshot snapshot = new TrainingSnapshot(0, new double[3]);
        assertThatThrownBy(() -> snapshot.restore(new MLP(1, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the snapshot has 3 parameters, but the network has 2");
    }
}
