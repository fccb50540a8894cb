package io.github.microgradj.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.microgradj.engine.Value;
import io.github.microgradj.nn.Losses;
import io.github.microgradj.nn.MLP;
import io.github.microgradj.random.PythonRandom;
import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Tests that each batch keeps its own numbers. */
class BatchTest {
    private final double[][] x = {{1, 2}, {-1, 0.5}, {0.25, -2}};
    private final double[] y = {1, -1, 1};
    private final MLP model = new MLP(new PythonRandom(1), 2, 5, 4, 1);

    /** The second batch has different targets, so a value that was a constant of the program no longer is one. */
    @Test
    void aBatchKeepsItsNumbersWhateverComesAfterIt() {
        Compiled.SampleLoss loss = (x, y) -> Losses.mse(model.forward(x)[0], y[0]);
        Compiled compiled = Compiled.of(model.parameters(), loss);
        double[][] mine = {{1, 2}, {3, 4}};
        double[][] targets = {{0}, {0}};
        Batch batch = compiled.batch(mine, targets);
        double expected = compiled.loss(batch);
        mine[0][0] = 1000;
        targets[0][0] = 1000;
        Batch other = compiled.batch(x, column(y));
        assertThat(compiled.loss(batch)).isEqualTo(expected);
        assertThat(compiled.loss(other)).isNotEqualTo(expected);
        assertThat(compiled.loss(batch)).isEqualTo(expected);
    }

    @Test
    void aRefusedFillChangesNothing() {
        Compiled compiled = Compiled.of(model.parameters(), (x, y) -> Losses.hinge(model.forward(x), y));
        Batch batch = compiled.batch(x, y);
        double expected = compiled.loss(batch);
        assertThatThrownBy(() -> batch.fill(new double[9][2], new double[8][1]))
                .hasMessageContaining("9 samples and 8 target rows");
        assertThat(batch.size()).isEqualTo(3);
        assertThat(compiled.loss(batch)).isEqualTo(expected);
    }

    @Test
    void aBatchOfAnotherFunctionIsRefused() {
        Compiled compiled = Compiled.of(model.parameters(), (x, y) -> Losses.hinge(model.forward(x), y));
        Batch other = Compiled.of(List.of(new Value(1)), (x, y) -> x[0]).batch(x);
        assertThatThrownBy(() -> compiled.loss(other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("this batch belongs to another function; create a batch with the batch(...) method of"
                        + " Compiled(44 parameters)");
    }

    @Test
    void neitherAPassNorItsProgramKeepsTheSamples() throws InterruptedException {
        Compiled compiled = Compiled.of(model.parameters(), (x, y) -> Losses.hinge(model.forward(x), y));
        WeakReference<Batch> batch = new WeakReference<>(compiled.batch(new double[1000][2], ones(1000)));
        compiled.loss(Objects.requireNonNull(batch.get()));
        for (int i = 0; i < 200 && batch.get() != null; i++) {
            System.gc();
            Thread.sleep(10);
        }
        assertThat(batch.get()).isNull();
        assertThat(compiled).isNotNull();
    }

    private static double[] ones(int length) {
        double[] ones = new double[length];
        Arrays.fill(ones, 1);
        return ones;
    }

    @Test
    void aBatchCanBeFilledAgain() {
        Compiled.SampleLoss loss = (x, y) -> Losses.hinge(model.forward(x), y);
        Compiled compiled = Compiled.of(model.parameters(), loss);
        Batch batch = compiled.batch(x, y);
        compiled.gradients(batch);
        for (int size : new int[] {200, 3_000, 2_100, 5_000}) {
            double[][] more = new double[size][];
            double[][] targets = new double[size][];
            for (int s = 0; s < size; s++) {
                more[s] = new double[] {s % 200 * 0.01, 1 - s * 0.0002};
                targets[s] = new double[] {s % 2 == 0 ? 1 : -1};
            }
            batch.fill(more, targets);
            assertThat(batch.size()).isEqualTo(size);
            assertThat(compiled.gradients(batch)).isEqualTo(compiled.gradients(compiled.batch(more, targets)));
        }
        batch.fill(x, column(y));
        assertThat(compiled.gradients(batch)).isEqualTo(Eager.gradients(model.parameters(), loss, x, column(y)));
    }

    private static double[][] column(double[] of) {
        double[][] column = new double[of.length][1];
        for (int i = 0; i < of.length; i++) {
            column[i][0] = of[i];
        }
        return column;
    }
}
