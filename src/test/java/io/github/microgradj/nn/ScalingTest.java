package io.github.microgradj.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.microgradj.compile.Compiled;
import io.github.microgradj.engine.Value;
import io.github.microgradj.random.NumPyRandom;
import io.github.microgradj.random.PythonRandom;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScalingTest {
    private static final double[][] SAMPLES = {{1, 10, 7}, {2, 30, 7}, {3, 50, 7}};

    /** The expected numbers come from scikit-learn's StandardScaler. */
    @Test
    void standardHasMeanZeroAndDeviationOneInEachColumn() {
        Scaling scaling = Scaling.standard(SAMPLES);
        assertThat(scaling.scale(new double[] {3, 10, 8}))
                .containsExactly(new double[] {Math.sqrt(1.5), -Math.sqrt(1.5), 1}, within(1e-15));
        assertThat(scaling.restore(scaling.scale(new double[] {3, 10, 8})))
                .containsExactly(new double[] {3, 10, 8}, within(1e-14));
        assertThat(scaling).hasToString("Scaling(standard, 3 columns)");
    }

    @Test
    void minmaxHasTheRangeFromZeroToOne() {
        assertThat(Scaling.minmax(SAMPLES).scale(new double[] {1.5, 50, 7})).containsExactly(0.25, 1, 0);
        assertThat(Scaling.of("minmax", SAMPLES)).isEqualTo(Scaling.minmax(SAMPLES));
    }

    /** The mean of three times 0.1 is not exactly 0.1, so a constant feature would have a tiny deviation. */
    @Test
    void aConstantColumnIsOnlyShifted() {
        double[][] constant = {{0.1, Double.MIN_VALUE}, {0.1, 0}, {0.1, 0}};
        for (Scaling scaling : List.of(Scaling.standard(constant), Scaling.minmax(constant))) {
            assertThat(scaling.factor()).containsExactly(1, 1);
        }
    }

    @Test
    void whatCannotScaleIsRefused() {
        assertThatThrownBy(() -> Scaling.of("robust", SAMPLES))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected a scaling, one of [standard, minmax], got robust");
        assertThatThrownBy(() -> Scaling.standard(new double[0][]))
                .hasMessage("expected at least 1 sample to fit a scaling, got 0");
        assertThatThrownBy(() -> Scaling.standard(new double[][] {{Double.NaN}, {1}}))
                .hasMessageContaining("a shift of nan");
        assertThatThrownBy(() -> new Scaling("minmax", new double[1], new double[2]))
                .hasMessageEndingWith("got 1 and 2");
        assertThatThrownBy(() -> model(1).withInputScaling(Scaling.standard(new double[][] {{1}})))
                .hasMessage("a scaling of the inputs needs 3 columns, got 1");
    }

    @Test
    void aScaledNetworkTakesAndReturnsRawNumbers() {
        MLP plain = model(2);
        Scaling in = Scaling.standard(SAMPLES);
        Scaling out = Scaling.standard(new double[][] {{100, 1}, {300, 2}});
        MLP scaled = plain.withInputScaling(in).withTargetScaling(out);
        assertThat(scaled.parameters()).isEqualTo(plain.parameters());
        double[] x = {1.5, 42, 7};
        double[] expected = out.restore(plain.predict(in.scale(x)));
        assertThat(scaled.predict(x)).containsExactly(expected);
        assertThat(Arrays.stream(scaled.forward(x)).mapToDouble(y -> y.data)).containsExactly(box(expected));
        assertThat(plain.inputScaling()).isEmpty();
    }

    /** From 500 samples on, predictions use compiled code. */
    @Test
    void manySamplesHaveTheSameBitsCompiled() {
        NumPyRandom random = new NumPyRandom(3);
        double[][] x = IntStream.range(0, 600)
                .mapToObj(s -> new double[] {random.normal(), 1000 * random.normal(), 7})
                .toArray(double[][]::new);
        MLP scaled = model(2).withInputScaling(Scaling.standard(x))
                .withTargetScaling(Scaling.minmax(new double[][] {{-3, 5}, {9, 6}}));
        double[][] outputs = scaled.predict(x);
        for (int s = 0; s < x.length; s++) {
            assertThat(outputs[s]).containsExactly(scaled.predict(x[s]));
        }
    }

    @Test
    void gradientsThroughAScalingAgreeCompiledAndEager() {
        MLP scaled = model(1).withInputScaling(Scaling.standard(SAMPLES))
                .withTargetScaling(Scaling.standard(new double[][] {{100}, {300}}));
        double[] targets = {100, 120, 300};
        scaled.zeroGrad();
        double sum = 0;
        for (int s = 0; s < SAMPLES.length; s++) {
            Value error = Losses.mse(scaled.forward(SAMPLES[s])[0], targets[s]);
            error.mul(1.0 / 3).backward();
            sum += error.data;
        }
        double[] eager = scaled.parameters().stream().mapToDouble(p -> p.grad).toArray();
        Compiled compiled = Compiled.of(scaled.parameters(), (x, y) -> Losses.mse(scaled.forward(x)[0], y[0]));
        assertThat(compiled.gradients(compiled.batch(SAMPLES, targets))).isEqualTo(sum * (1.0 / 3));
        assertThat(scaled.parameters().stream().mapToDouble(p -> p.grad)).containsExactly(box(eager));
    }

    @Test
    void aCopyHasParametersOfItsOwn() {
        MLP model = model(1).withInputScaling(Scaling.standard(SAMPLES))
                .withSignature(new Signature(List.of("a", "b", "c"), "y", List.of()));
        MLP copy = model.copy();
        double before = model.predict(1, 2, 3)[0];
        assertThat(copy.predict(1, 2, 3)[0]).isEqualTo(before);
        copy.parameters().forEach(p -> p.data += 1);
        assertThat(model.predict(1, 2, 3)[0]).isEqualTo(before);
        assertThat(copy.signature()).isEqualTo(model.signature());
    }

    @Test
    void aSignatureFitsItsNetwork() {
        assertThatThrownBy(() -> model(1).withSignature(new Signature(List.of("a"), "y", List.of())))
                .hasMessage("a signature needs 3 columns, got 1");
        assertThatThrownBy(() -> model(3).withSignature(new Signature(List.of(), "y", List.of("a", "b"))))
                .hasMessage("a network with 3 outputs needs a signature with as many classes, got 2");
        assertThat(model(1).withSignature(new Signature(List.of(), "y", List.of("a", "b")))
                        .signature())
                .isPresent();
        assertThatThrownBy(() -> new Signature(List.of(), "y", List.of("a"))).hasMessageContaining("got [a]");
    }

    @Test
    void initializersDrawWithinTheirBounds() {
        assertThat(largest(Initializer.UNIFORM)).isBetween(0.99, 1.0);
        assertThat(largest(Initializer.HE)).isBetween(0.99 * Math.sqrt(6.0 / 50), Math.sqrt(6.0 / 50));
        assertThat(largest(Initializer.GLOROT)).isBetween(0.99 * Math.sqrt(6.0 / 90), Math.sqrt(6.0 / 90));
        assertThat(Initializer.suiting(Activation.LEAKYRELU)).isEqualTo(Initializer.named("he"));
        assertThat(Initializer.suiting(Activation.TANH)).isEqualTo(Initializer.GLOROT);
        assertThatThrownBy(() -> Initializer.named("zero"))
                .hasMessage("expected an initializer, one of [uniform, he, glorot], got zero");
    }

    private static double largest(Initializer initializer) {
        MLP model = new MLP(new PythonRandom(1), Activation.RELU, initializer, 50, 40);
        return model.parameters().stream()
                .mapToDouble(p -> Math.abs(p.data))
                .max()
                .orElseThrow();
    }

    private static MLP model(int outputs) {
        return new MLP(new PythonRandom(5), Activation.TANH, 3, 4, outputs);
    }

    private static Double[] box(double[] numbers) {
        return Arrays.stream(numbers).boxed().toArray(Double[]::new);
    }
}
