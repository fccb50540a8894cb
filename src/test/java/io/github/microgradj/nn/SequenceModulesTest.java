package io.github.microgradj.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.microgradj.compile.sequence.Index;
import io.github.microgradj.engine.Value;
import io.github.microgradj.random.PythonRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests of the modules of a GPT: Linear, Embedding, RMSNorm and Attention. */
class SequenceModulesTest {
    private final PythonRandom random = new PythonRandom(7);

    @Test
    void aLinearMapSumsWeightedInputs() {
        Linear linear = new Linear(random, 1, 3, 2);
        set(linear, 1, 2, 3, 4, 5, 6);
        assertThat(data(linear.forward(Shapes.values(new double[] {1, 10, 100}))))
                .containsExactly(321, 654);
    }

    @Test
    void weightsAreDrawnRowByRow() {
        PythonRandom same = new PythonRandom(7);
        List<Double> drawn = new ArrayList<>();
        new Linear(random, 0.5, 3, 2).parameters().forEach(weight -> drawn.add(weight.data));
        new Embedding(random, 2, 2, 2).parameters().forEach(number -> drawn.add(number.data));
        for (int i = 0; i < drawn.size(); i++) {
            assertThat(drawn.get(i)).isEqualTo(same.gauss(0, i < 6 ? 0.5 : 2));
        }
        assertThat(drawn).hasSize(10);
    }

    @Test
    void anEmbeddingReturnsItsOwnParameters() {
        Embedding embedding = new Embedding(random, 1, 3, 2);
        assertThat(embedding.forward(1))
                .containsExactly(
                        embedding.parameters().get(2), embedding.parameters().get(3));
        assertThat(embedding.forward(Index.of(1))).containsExactly(embedding.forward(1));
        embedding.forward(1)[0] = new Value(0);
        assertThat(embedding.forward(1)[0]).isSameAs(embedding.parameters().get(2));
    }

    @Test
    void aNormHasARootMeanSquareOfOne() {
        double[] y = data(new RMSNorm().forward(Shapes.values(new double[] {300, -400, 0, 0})));
        assertThat(y).containsExactly(new double[] {1.2, -1.6, 0, 0}, within(1e-9));
    }

    @Test
    void attentionWeightsAreThoseOfEarlierPositionsAndSumToOne() {
        Attention attention = new Attention(random, 0.5, 4, 2);
        Value[][][] weights = attention.weights(rows(3, 4));
        assertThat(weights).hasDimensions(2, 3);
        for (Value[][] head : weights) {
            for (int t = 0; t < 3; t++) {
                assertThat(head[t]).hasSize(t + 1);
                assertThat(Arrays.stream(data(head[t])).sum()).isCloseTo(1, within(1e-12));
            }
        }
        assertThat(weights[0][2][0].data).isNotEqualTo(weights[1][2][0].data);
    }

    @Test
    void attentionDoesNotSeeLaterPositions() {
        Attention attention = new Attention(random, 0.5, 4, 2);
        Value[][] x = rows(4, 4);
        Value[][] all = attention.forward(x);
        Value[][] some = attention.forward(Arrays.copyOf(x, 2));
        assertThat(data(some[0])).containsExactly(data(all[0]));
        assertThat(data(some[1])).containsExactly(data(all[1]));
        x[0] = Shapes.values(new double[] {1, 2, 3, 4});
        assertThat(data(attention.forward(x)[3])).isNotEqualTo(data(all[3]));
    }

    @Test
    void attentionOfOnePositionIsTheOutputOfItsValue() {
        Attention attention = new Attention(random, 0.5, 2, 1);
        set(attention, 9, 9, 9, 9, 9, 9, 9, 9, 1, 2, 3, 4, 0, 1, 1, 0);
        assertThat(data(attention.forward(new Value[][] {Shapes.values(new double[] {1, 10})})[0]))
                .containsExactly(43, 21);
    }

    @Test
    void gradientsOfNormAndAttentionAgreeWithDifferences() {
        Attention attention = new Attention(random, 0.5, 4, 2);
        Value[][] x = rows(3, 4);
        List<Value> leaves = new ArrayList<>(attention.parameters());
        Arrays.stream(x).forEach(row -> leaves.addAll(List.of(row)));
        GradientCheck check = GradientCheck.of(() -> sum(attention.forward(new RMSNorm().forward(x))), leaves);
        assertThat(check.passed(1e-6)).as(check.toString()).isTrue();
    }

    @Test
    void wrongArgumentsAreRefused() {
        assertThatThrownBy(() -> new Linear(2, 3).forward(new Value(1))).hasMessage("Linear takes 2 inputs, got 1");
        assertThatThrownBy(() -> new Linear(0, 3)).hasMessage("expected at least 1 input, got 0");
        assertThatThrownBy(() -> new Embedding(3, 2).forward(3)).hasMessage("expected an index from 0 to 2, got 3");
        assertThatThrownBy(() -> new Attention(6, 4))
                .hasMessage(
                        "expected at least 1 head and a width that is a multiple of the number of heads, got width 6 and 4 heads");
        assertThatThrownBy(() -> new RMSNorm().forward()).hasMessage("expected at least 1 number to scale, got 0");
    }

    @Test
    void descriptionsGiveTheShapes() {
        assertThat(List.of(new Linear(2, 3), new Embedding(27, 4), new Attention(4, 2), new RMSNorm())
                        .toString())
                .isEqualTo("[Linear(2, 3), Embedding(27, 4), Attention(4, heads=2), RMSNorm()]");
    }

    private Value[][] rows(int n, int width) {
        return Shapes.normal(random, 1, n, width);
    }

    private static Value sum(Value[][] rows) {
        Value sum = new Value(0);
        for (Value[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                sum = sum.add(row[i].mul(i + 1));
            }
        }
        return sum;
    }

    private static void set(Module module, double... numbers) {
        for (int i = 0; i < numbers.length; i++) {
            module.parameters().get(i).data = numbers[i];
        }
    }

    private static double[] data(Value[] values) {
        return Arrays.stream(values).mapToDouble(value -> value.data).toArray();
    }
}
