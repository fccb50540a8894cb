package io.github.microgradj.compile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.microgradj.compile.kernel.Kernels;
import io.github.microgradj.compile.kernel.Layout;
import io.github.microgradj.engine.Value;
import io.github.microgradj.nn.Activation;
import io.github.microgradj.nn.Losses;
import io.github.microgradj.nn.MLP;
import io.github.microgradj.random.PythonRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Tests of networks of any width on batches of any size. Their results must be bit-for-bit equal to the engine's. */
class NetworksTest {
    private record Shape(int inputs, int[] widths, int samples, Activation activation) {}

    private enum Kind {
        HINGE(1),
        MSE(1),
        BCE(1),
        CROSSENTROPY(3);

        private final int outputs;

        Kind(int outputs) {
            this.outputs = outputs;
        }

        Value of(Value[] scores, double[] y) {
            return switch (this) {
                case HINGE -> Losses.hinge(scores[0], 2 * (y[0] % 2) - 1);
                case MSE -> Losses.mse(scores[0], y[0]);
                case BCE -> Losses.binaryCrossEntropy(scores[0], y[0] % 2);
                case CROSSENTROPY -> Losses.crossEntropy(scores, (int) y[0]);
            };
        }
    }

    @Provide
    Arbitrary<Shape> shapes() {
        Arbitrary<Integer> width = Arbitraries.integers().between(1, 70);
        return Combinators.combine(
                        Arbitraries.integers().between(1, 70),
                        width.array(int[].class).ofMinSize(0).ofMaxSize(2),
                        Arbitraries.integers().between(1, 130),
                        Arbitraries.of(Activation.values()))
                .as(Shape::new);
    }

    @Property(tries = 60)
    void lossAndGradientsAreTheEngines(
            @ForAll("shapes") Shape shape, @ForAll Kind kind, @ForAll @IntRange(max = 99) int seed) {
        MLP model = model(shape, kind, seed);
        Compiled.SampleLoss loss = (x, y) -> kind.of(model.forward(x), y);
        Compiled compiled = Compiled.of(model.parameters(), loss);
        double tolerance = shape.samples <= Layout.TILE ? 0 : 1e-12;
        Eager.assertAgrees(compiled, model.parameters(), loss, inputs(shape, seed), targets(shape.samples), tolerance);
    }

    @Property(tries = 30)
    void predictionsAreTheEngines(@ForAll("shapes") Shape shape, @ForAll @IntRange(max = 99) int seed) {
        MLP model = model(shape, Kind.CROSSENTROPY, seed);
        double[][] x = inputs(shape, seed);
        double[][] scores =
                Compiled.predictor(model.parameters(), model::forward).predict(x);
        for (int s = 0; s < x.length; s++) {
            assertThat(scores[s]).containsExactly(model.predict(x[s]));
        }
    }

    /** Uses enough samples for several threads. */
    @Property(tries = 5)
    void anyNumberOfThreadsGivesTheSameBits(@ForAll @IntRange(min = 300, max = 5000) int samples, @ForAll Kind kind) {
        Shape shape = new Shape(7, new int[] {40, 33}, samples, Activation.TANH);
        MLP model = model(shape, kind, samples);
        double[] alone = afterSteps(model, shape, kind, 1);
        assertThat(afterSteps(model, shape, kind, 2)).containsExactly(alone);
        assertThat(afterSteps(model, shape, kind, 3)).containsExactly(alone);
    }

    private static double[] afterSteps(MLP model, Shape shape, Kind kind, int threads) {
        double[] kept = model.parameters().stream().mapToDouble(p -> p.data).toArray();
        TracedFunction source = new TracedFunction(
                model.parameters(), (x, y) -> List.of(kind.of(model.forward(x), y)), true, Kernels.BEST, threads);
        Compiled compiled = new Compiled(source);
        Batch batch = compiled.batch(inputs(shape, 1), targets(shape.samples));
        compiled.step(batch, 0.1);
        compiled.step(batch, 0.1);
        double[] after = model.parameters().stream().mapToDouble(p -> p.data).toArray();
        for (int i = 0; i < kept.length; i++) {
            model.parameters().get(i).data = kept[i];
        }
        return after;
    }

    private static MLP model(Shape shape, Kind kind, int seed) {
        int[] widths = Arrays.copyOf(shape.widths, shape.widths.length + 1);
        widths[widths.length - 1] = kind.outputs;
        return new MLP(new PythonRandom(seed), shape.activation, shape.inputs, widths);
    }

    private static double[][] inputs(Shape shape, int seed) {
        Random random = new Random(seed);
        double[][] x = new double[shape.samples][shape.inputs];
        for (double[] row : x) {
            for (int i = 0; i < row.length; i++) {
                row[i] = random.nextGaussian();
            }
        }
        return x;
    }

    private static double[][] targets(int samples) {
        double[][] y = new double[samples][1];
        for (int s = 0; s < samples; s++) {
            y[s][0] = s % 3;
        }
        return y;
    }
}
