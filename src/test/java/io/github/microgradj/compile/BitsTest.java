package io.github.microgradj.compile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.microgradj.compile.kernel.Kernels;
import io.github.microgradj.data.Dataset;
import io.github.microgradj.data.Datasets;
import io.github.microgradj.engine.Value;
import io.github.microgradj.nn.Activation;
import io.github.microgradj.nn.Losses;
import io.github.microgradj.nn.MLP;
import io.github.microgradj.random.PythonRandom;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/**
 * Tests of the results of a training run, down to the last bit. They are the same on Java 17 and 25, with and without
 * the Vector API, on one thread and on several. The expected numbers were recorded once; they change if the order of a
 * sum changes.
 */
class BitsTest {
    /** Runs these tests in a JVM with other options, for {@link VectorLengthsTest}. */
    public static void main(String[] arguments) {
        BitsTest test = new BitsTest();
        test.hingeAndWeightDecayOnFewSamples();
        test.hingeAndWeightDecayOnManySamples();
        test.crossEntropyOnManySamples();
        test.squaredErrorOnManySamples();
    }

    @Test
    void hingeAndWeightDecayOnFewSamples() {
        assertBits(Activation.RELU, 100, this::hinge, 0x4fdf115a);
    }

    @Test
    void hingeAndWeightDecayOnManySamples() {
        assertBits(Activation.RELU, 10_000, this::hinge, 0x3ae0fd69);
    }

    @Test
    void crossEntropyOnManySamples() {
        assertBits(Activation.TANH, 4_099, (model, label) -> logits -> Losses.crossEntropy(logits, label), 0x1dd72763);
    }

    @Test
    void squaredErrorOnManySamples() {
        assertBits(Activation.SIGMOID, 3_000, (model, label) -> scores -> Losses.mse(scores[0], label), 0x417930a5);
    }

    private interface SampleLoss {
        Value of(Value[] scores);
    }

    private SampleLoss hinge(MLP model, int label) {
        return scores ->
                Losses.hinge(scores[0], 2 * label - 1).add(Losses.l2(model).mul(1e-4));
    }

    private static void assertBits(
            Activation activation, int samples, BiFunction<MLP, Integer, SampleLoss> loss, int bits) {
        for (int threads = 1; threads <= 3; threads++) {
            assertThat(Integer.toHexString(train(activation, samples, loss, threads)))
                    .as("bits of the parameters after a training on %d threads", threads)
                    .isEqualTo(Integer.toHexString(bits));
        }
    }

    private static int train(
            Activation activation, int samples, BiFunction<MLP, Integer, SampleLoss> loss, int threads) {
        Dataset data = Datasets.moons(samples, 0.1, 1337);
        double[][] y = new double[samples][1];
        for (int s = 0; s < samples; s++) {
            y[s][0] = data.labels()[s];
        }
        MLP model = new MLP(new PythonRandom(1337), activation, 2, 17, 16, 3);
        TracedFunction.Function function =
                (x, target) -> List.of(loss.apply(model, (int) target[0]).of(model.forward(x)));
        Compiled compiled = new Compiled(new TracedFunction(model.parameters(), function, true, Kernels.BEST, threads));
        Batch batch = compiled.batch(data.inputs(), y);
        int bits = 1;
        for (int step = 0; step < 10; step++) {
            bits = 31 * bits + Double.hashCode(compiled.step(batch, 0.1));
        }
        for (Value parameter : model.parameters()) {
            bits = 31 * bits + Double.hashCode(parameter.data);
        }
        return bits;
    }
}
