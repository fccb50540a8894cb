package io.github.microgradj.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.microgradj.compile.sequence.Index;
import io.github.microgradj.engine.Graph;
import io.github.microgradj.engine.Value;
import io.github.microgradj.random.PythonRandom;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LossesTest {
    private final Value[] z = values(1.5, -0.3, 2.2);

    /** Every loss, for three predictions. The tests check each row's derivatives, numerical stability and graph. */
    private static final List<Function<Value[], Value>> LOSSES = List.of(
            z -> Losses.mse(z, new double[] {1, 2, 3}),
            z -> Losses.hinge(z, new double[] {1, 1, -1}),
            z -> Losses.binaryCrossEntropy(z, new double[] {1, 0, 0.25}),
            z -> Losses.crossEntropy(z, 2),
            z -> Losses.crossEntropy(z, Index.of(2)),
            z -> Losses.crossEntropy(z, new double[] {0.5, 0.25, 0.25}),
            z -> Losses.softmax(z)[1]);

    @Test
    void valuesAreThoseOfTheTextbook() {
        assertThat(Losses.mse(z, new double[] {1, 2, 3}).data).isCloseTo(2.06, within(1e-15));
        assertThat(Losses.hinge(z, new double[] {1, 1, -1}).data).isEqualTo(1.5);
        assertThat(Losses.binaryCrossEntropy(z, new double[] {1, 0, 0.25}).data)
                .isCloseTo(0.8369506140733253, within(1e-15));
        assertThat(Losses.crossEntropy(z, 2).data).isCloseTo(0.4565829119611804, within(1e-15));
        assertThat(Losses.crossEntropy(z, Index.of(2)).data).isCloseTo(0.4565829119611804, within(1e-15));
        assertThat(data(Losses.softmax(z)))
                .containsExactly(
                        new double[] {0.3145592230573109, 0.05199628985121955, 0.6334444870914695}, within(1e-15));
    }

    @Test
    void hingeHasMicrogradsOrderOfOperations() {
        double y = 1;
        double expected = Math.max((0.1 * -y) + 1, 0) + Math.max((0.7 * y) + 1, 0);
        assertThat(Losses.hinge(values(0.1, 0.7), new double[] {1, -1}).data).isEqualTo(expected * (1.0 / 2));
    }

    @Test
    void l2IsTheSumOfSquares() {
        MLP model = new MLP(new PythonRandom(1), 2, 3, 1);
        Value penalty = Losses.l2(model);
        penalty.backward();
        double expected = 0;
        for (Value p : model.parameters()) {
            expected += p.data * p.data;
            assertThat(p.grad).isEqualTo(2 * p.data);
        }
        assertThat(penalty.data).isEqualTo(expected);
    }

    @Property(tries = 100)
    void derivativesMatchCentralDifferences(
            @ForAll @IntRange(max = 5) int loss,
            @ForAll @Size(3) List<@DoubleRange(min = -0.9, max = 0.9) Double> logits) {
        Value[] leaves = logits.stream().map(Value::new).toArray(Value[]::new);
        GradientCheck check = GradientCheck.of(() -> LOSSES.get(loss).apply(leaves), leaves);
        assertThat(check.passed(1e-7)).as(check.toString()).isTrue();
    }

    @Test
    void logitsOfAThousandNeitherOverflowNorBecomeNaN() {
        assertThat(Losses.binaryCrossEntropy(new Value(-1000), 1).data).isEqualTo(1000);
        assertThat(Losses.binaryCrossEntropy(new Value(1000), 1).data).isEqualTo(0);
        assertThat(Losses.crossEntropy(values(1000, -1000, 0), 0).data).isEqualTo(0);
        assertThat(Losses.crossEntropy(values(1000, -1000, 0), 1).data).isEqualTo(2000);
        assertThat(Losses.crossEntropy(values(1000, -1000, 0), Index.of(1)).data)
                .isEqualTo(2000);
        assertThat(data(Losses.softmax(values(-1000, 1000)))).containsExactly(0, 1);
        assertThat(data(Losses.softmax(values(-1000, -1000)))).containsExactly(new double[] {0.5, 0.5}, within(1e-12));
        for (Function<Value[], Value> loss : LOSSES) {
            Value[] extremes = values(1000, -1000, 1000);
            loss.apply(extremes).backward();
            assertThat(extremes).allSatisfy(leaf -> assertThat(leaf.grad).isFinite());
        }
    }

    @Test
    void theGraphHasTheSameShapeWhateverTheNumbersAre() {
        for (Function<Value[], Value> loss : LOSSES) {
            assertThat(shape(loss.apply(values(1000, -1000, 0)))).isEqualTo(shape(loss.apply(values(-1, 2, 3))));
        }
        assertThat(shape(Losses.crossEntropy(z, 0))).isEqualTo(shape(Losses.crossEntropy(z, 2)));
        assertThat(shape(Losses.hinge(z[0], 1))).isEqualTo(shape(Losses.hinge(z[0], -1)));
    }

    /**
     * Compares with 60 digits, for logits of any size, in any order, with excluded classes. A double is within 4 ulp of
     * the exact result. A small result also has the rounding error of its exponent, a difference of logits: up to
     * |log(p)| ulp.
     */
    @Property(tries = 300)
    void softmaxAndCrossEntropyAreExact(
            @ForAll @Size(min = 1, max = 12) List<@From("logits") Double> logits, @ForAll int seed) {
        double[] z = logits.stream().mapToDouble(logit -> logit).toArray();
        int target = Math.floorMod(seed, z.length);
        if (z[target] == Double.NEGATIVE_INFINITY) {
            z[target] = 0;
        }
        Value[] leaves = values(z);
        Value loss = Losses.crossEntropy(leaves, target);
        assertClose(loss.data, Exact.crossEntropy(z, target));
        loss.backward();
        assertThat(Losses.crossEntropy(leaves, Index.of(target)).data)
                .isCloseTo(loss.data, within(1e-15 + 4 * Math.ulp(loss.data)));
        Value[] probabilities = Losses.softmax(leaves);
        for (int i = 0; i < z.length; i++) {
            BigDecimal probability = Exact.softmax(z, i);
            assertClose(probabilities[i].data, probability);
            assertThat(leaves[i].grad).isCloseTo(probability.doubleValue() - (i == target ? 1 : 0), within(1e-15));
        }
    }

    @Provide
    Arbitrary<Double> logits() {
        return Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.doubles().between(-5, 5)),
                Tuple.of(4, Arbitraries.doubles().between(-800, 800)),
                Tuple.of(2, Arbitraries.of(-1e300, -1e20, -1e9, -0.0, 0.0, 1e-300, 1e9, 1e20, 1e300)),
                Tuple.of(1, Arbitraries.just(Double.NEGATIVE_INFINITY)));
    }

    @Property(tries = 300)
    void binaryCrossEntropyIsExact(@ForAll @DoubleRange(min = -800, max = 800) double z, @ForAll boolean likely) {
        Value logit = new Value(z);
        Value loss = Losses.binaryCrossEntropy(logit, likely ? 1 : 0);
        assertClose(loss.data, Exact.softplus(new BigDecimal(likely ? -z : z)));
        loss.backward();
        double p = Exact.softmax(new double[] {0, z}, 1).doubleValue();
        assertThat(logit.grad).isCloseTo(p - (likely ? 1 : 0), within(1e-15));
    }

    private static void assertClose(double actual, BigDecimal exact) {
        double expected = exact.doubleValue();
        double ulps = new BigDecimal(actual).subtract(exact).abs().doubleValue() / Math.ulp(expected);
        assertThat(ulps)
                .as("%s is exactly %s", actual, expected)
                .isLessThan(4 + (expected < 1 && expected > 0 ? -Math.log(expected) : 0));
    }

    @Test
    void theOrderOfTheClassesDoesNotMatter() {
        for (double[] z :
                new double[][] {{-1e20, 2, 1}, {2, -1e20, 1}, {2, 1, -1e20}, {Double.NEGATIVE_INFINITY, 2, 1}}) {
            int target = z[0] == 2 ? 0 : 1;
            Value[] leaves = values(z);
            Value loss = Losses.crossEntropy(leaves, target);
            loss.backward();
            assertThat(loss.data).isEqualTo(0.31326168751822286);
            assertThat(leaves[target].grad).isCloseTo(-0.2689414213699951, within(1e-15));
        }
        assertThat(data(Losses.softmax(values(-1e30, 0.1, 0.2))))
                .containsExactly(new double[] {0, 0.47502081252106, 0.52497918747894}, within(1e-15));
        assertThat(data(Losses.softmax(values(Double.NEGATIVE_INFINITY, 0)))).containsExactly(0, 1);
    }

    @Test
    void oneClassIsCertain() {
        assertThat(Losses.softmax(values(7))[0].data).isEqualTo(1);
        assertThat(Losses.crossEntropy(values(7), 0).data).isEqualTo(0);
    }

    @Test
    void misuseIsRefusedWithTheValueGiven() {
        assertThatThrownBy(() -> Losses.hinge(z, new double[] {1, 0, 1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected -1 or 1 as the target of hinge, got 0.0");
        assertThatThrownBy(() -> Losses.binaryCrossEntropy(z[0], -1))
                .hasMessage("expected a target from 0 to 1 for binaryCrossEntropy, got -1.0");
        assertThatThrownBy(() -> Losses.crossEntropy(z, 3))
                .hasMessage("expected a class from 0 to 2 for crossEntropy, got 3");
        assertThatThrownBy(() -> Losses.mse(z, new double[2]))
                .hasMessage("expected at least 1 prediction, and 1 target for each, got 3 predictions and 2 targets");
        assertThatThrownBy(() -> Losses.mse(new Value[0], new double[0])).hasMessageContaining("0 predictions");
        assertThatThrownBy(() -> Losses.softmax(new Value[0]))
                .hasMessage("expected at least 1 logit for softmax, got 0");
    }

    private static List<String> shape(Value root) {
        List<Value> nodes = Graph.of(root).nodes();
        return nodes.stream()
                .map(node -> node.symbol()
                        + node.operands().stream().map(nodes::indexOf).toList())
                .toList();
    }

    private static Value[] values(double... data) {
        return Arrays.stream(data).mapToObj(Value::new).toArray(Value[]::new);
    }

    private static double[] data(Value[] values) {
        return Arrays.stream(values).mapToDouble(value -> value.data).toArray();
    }
}
