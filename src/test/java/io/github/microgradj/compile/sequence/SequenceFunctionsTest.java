package io.github.microgradj.compile.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.microgradj.engine.Value;
import io.github.microgradj.languagemodel.GPT;
import io.github.microgradj.languagemodel.ModelSize;
import io.github.microgradj.languagemodel.Tokenizer;
import io.github.microgradj.random.PythonRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Tests that compiled functions of indices give the engine's results, bit for bit. */
class SequenceFunctionsTest {
    private static final int LETTERS = 5;

    private final Random random = new Random(1);
    private final List<Value> parameters = new ArrayList<>();

    private Value[][] matrix(int rows, int columns) {
        Value[][] matrix = RandomFunction.matrix(random, rows, columns);
        Stream.of(matrix).forEach(row -> parameters.addAll(List.of(row)));
        return matrix;
    }

    @Property(tries = 150)
    void randomFunctions(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int nodes, @ForAll @IntRange(max = 6) int length) {
        RandomFunction function = new RandomFunction(seed, nodes, false);
        EagerSequences.assertAgrees(
                function.parameters(), function, sequence(seed, length), sequence(seed + 1, length));
    }

    @Property(tries = 60)
    void selectionsAmongResults(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int nodes, @ForAll @IntRange(max = 6) int length) {
        RandomFunction function = new RandomFunction(seed, nodes, true);
        EagerSequences.assertIsClose(function.parameters(), function, sequence(seed, length));
    }

    private static int[] sequence(long seed, int length) {
        return new Random(seed).ints(length, 0, RandomFunction.LETTERS).toArray();
    }

    @Property(tries = 12)
    void gpts(
            @ForAll @IntRange(min = 1, max = 3) int layers,
            @ForAll @IntRange(min = 1, max = 2) int heads,
            @ForAll @IntRange(min = 2, max = 7) int length) {
        GPT gpt = gpt(new ModelSize(layers, heads, 4, 6));
        int[][] documents = Stream.generate(() -> letters(length)).limit(3).toArray(int[][]::new);
        EagerSequences.assertAgrees(gpt.parameters(), gpt::loss, documents);
    }

    private static GPT gpt(ModelSize size) {
        return new GPT(new PythonRandom(1), Tokenizer.of("abcd"), size);
    }

    private int[] letters(int length) {
        return random.ints(length, 0, LETTERS).toArray();
    }

    @Test
    void anMlpOnEmbeddingsThatMeetsTheSameLetterTwice() {
        Value[][] table = matrix(LETTERS, 3);
        Value[][] hidden = matrix(7, 6);
        Value[][] output = matrix(LETTERS, 7);
        Value[] biases = matrix(1, 7)[0];
        assertAgrees(sequence -> mean(sequence, t -> {
            Value[] before = sequence[Math.max(0, t - 1)].select(table);
            Value[] x = Stream.of(sequence[t].select(table), before)
                    .flatMap(Stream::of)
                    .toArray(Value[]::new);
            return loss(layer(output, tanh(layer(hidden, x, biases)), null), sequence[t + 1]);
        }));
    }

    @Test
    void anMlpWhoseOutputsHaveTheWeightsOfItsEmbeddings() {
        Value[][] table = matrix(LETTERS, 3);
        Value[][] hidden = matrix(3, 3);
        assertAgrees(sequence -> mean(sequence, t -> {
            Value[] x = tanh(layer(hidden, sequence[t].select(table), null));
            return loss(layer(table, x, null), sequence[t + 1]);
        }));
    }

    @Test
    void aBigram() {
        Value[][] table = matrix(LETTERS, LETTERS);
        assertAgrees(sequence -> mean(sequence, t -> loss(sequence[t].select(table), sequence[t + 1])));
    }

    @Test
    void aRecurrentNetworkOfTwoLayers() {
        Value[][] table = matrix(LETTERS, 3);
        Value[][] first = matrix(4, 7);
        Value[][] second = matrix(4, 8);
        Value[][] output = matrix(LETTERS, 4);
        Value[] biases = matrix(1, 4)[0];
        assertAgrees(sequence -> {
            Value[] state = biases;
            Value[] above = biases;
            Value sum = new Value(0);
            for (int t = 0; t + 1 < sequence.length; t++) {
                Value[] x = sequence[t].select(table);
                state = tanh(layer(first, concat(x, state), biases));
                above = tanh(layer(second, concat(state, above), null));
                sum = sum.add(loss(layer(output, above, null), sequence[t + 1]));
            }
            return sum;
        });
    }

    @Test
    void aConvolutionWhoseWindowsOverlap() {
        Value[][] table = matrix(LETTERS, 3);
        Value[][] kernel = matrix(LETTERS, 6);
        assertAgrees(sequence -> {
            Value[][] x = Stream.of(sequence)
                    .map(letter -> tanh(letter.select(table)))
                    .toArray(Value[][]::new);
            return mean(sequence, t -> loss(layer(kernel, concat(x[t], x[t + 1]), null), sequence[t + 1]));
        });
    }

    @Test
    void aPenaltyOnAllParameters() {
        Value[][] table = matrix(LETTERS, 3);
        Value[][] output = matrix(LETTERS, 3);
        CompiledSequence.SequenceLoss plain =
                sequence -> mean(sequence, t -> loss(layer(output, sequence[t].select(table), null), sequence[t + 1]));
        assertAgrees(sequence -> plain.of(sequence).add(penalty()));
        assertAgrees(sequence -> penalty().add(plain.of(sequence)));
    }

    private Value penalty() {
        return parameters.stream()
                .map(each -> each.mul(each))
                .reduce(Value::add)
                .orElseThrow()
                .mul(0.01);
    }

    @Test
    void layersWhoseApplicationsDependOnEachOther() {
        Value[][] f = matrix(3, 3);
        Value[][] g = matrix(3, 3);
        Value[][] table = matrix(LETTERS, 3);
        assertAgrees(sequence -> mean(sequence, t -> {
            Value[] x = sequence[t].select(table);
            Value[] fg = layer(f, tanh(layer(g, x, null)), null);
            Value[] gf = layer(g, tanh(layer(f, x, null)), null);
            return dot(fg, gf);
        }));
    }

    @Test
    void resultsThatAreNotComputed() {
        Value[] values = matrix(1, LETTERS)[0];
        assertAgrees(sequence -> values[1]);
        assertAgrees(sequence -> new Value(2));
        assertAgrees(sequence -> sequence[0].select(values));
        assertAgrees(sequence -> sequence[1].select(
                new Value[] {sequence[0].select(values), values[0].exp(), values[1], values[2].mul(2), new Value(3)}));
    }

    private void assertAgrees(CompiledSequence.SequenceLoss function) {
        for (int length : new int[] {2, 5, 9}) {
            EagerSequences.assertAgrees(parameters, function, letters(length), new int[length], letters(length));
        }
    }

    private interface PositionLoss {
        Value of(int position);
    }

    private static Value mean(Index[] sequence, PositionLoss loss) {
        Value sum = new Value(0);
        for (int t = 0; t + 1 < sequence.length; t++) {
            sum = sum.add(loss.of(t));
        }
        return sum.div(sequence.length - 1.0);
    }

    private static Value[] layer(Value[][] weights, Value[] x, Value @Nullable [] start) {
        Value[] y = new Value[weights.length];
        for (int o = 0; o < y.length; o++) {
            y[o] = start == null ? dot(weights[o], x) : dot(weights[o], x).add(start[o]);
        }
        return y;
    }

    private static Value dot(Value[] a, Value[] b) {
        return RandomFunction.dot(a, b);
    }

    private static Value[] concat(Value[] a, Value[] b) {
        return Stream.of(a, b).flatMap(Stream::of).toArray(Value[]::new);
    }

    private static Value[] tanh(Value[] x) {
        return Stream.of(x).map(Value::tanh).toArray(Value[]::new);
    }

    private static Value loss(Value[] scores, Index target) {
        Value largest = Arrays.stream(scores).reduce(Value::max).orElseThrow();
        Value[] powers =
                Stream.of(scores).map(score -> score.sub(largest).exp()).toArray(Value[]::new);
        Value total = Stream.of(powers).reduce(Value::add).orElseThrow();
        return target.select(Stream.of(powers).map(power -> power.div(total)).toArray(Value[]::new))
                .log()
                .neg();
    }

    @Test
    void theRowsOfALayerAtManyPositionsAreOneGroup() {
        GPT gpt = gpt(new ModelSize(2, 2, 4, 8));
        Value[] all = gpt.parameters().toArray(Value[]::new);
        SequenceGraph graph = SequenceTrace.graph(all, new TracedCall(gpt::loss, 7, 0));
        List<UnitGroup> groups = GradientOrder.ordered(graph, UnitGrouping.groups(graph));
        assertThat(groups).filteredOn(UnitGroup::isLayer).hasSize(9).allSatisfy(group -> assertThat(group.rows())
                .hasSize(6));
        assertThat(groups).hasSizeLessThan(120);
    }
}
