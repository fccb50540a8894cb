package io.github.microgradj.compile.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.microgradj.compile.kernel.Kernels;
import io.github.microgradj.engine.Value;
import io.github.microgradj.languagemodel.GPT;
import io.github.microgradj.languagemodel.ModelSize;
import io.github.microgradj.languagemodel.Tokenizer;
import io.github.microgradj.random.PythonRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests of the calls to a compiled function of indices. */
class CompiledSequenceTest {
    private final GPT gpt = new GPT(new PythonRandom(1), Tokenizer.of("abcd"), new ModelSize(1, 2, 4, 8));
    private final CompiledSequence compiled = CompiledSequence.of(gpt.parameters(), gpt::loss);
    private int calls;

    private double[] data() {
        return gpt.parameters().stream()
                .mapToDouble(parameter -> parameter.data)
                .toArray();
    }

    @Test
    void aFunctionIsTracedOncePerLength() {
        CompiledSequence counted = CompiledSequence.of(gpt.parameters(), sequence -> {
            calls++;
            return gpt.loss(sequence);
        });
        counted.gradients(new int[] {0, 1, 2}, new int[] {0, 1, 2, 3});
        int before = calls;
        assertThat(before).isEqualTo(4); // One trace and one trial for each of two lengths.
        for (int letter = 0; letter < 5; letter++) {
            counted.step(CompiledSequenceTest::descend, new int[] {letter, 4, 3}, new int[] {letter, 2, 1, 0});
        }
        assertThat(calls).isEqualTo(before);
    }

    private static void descend(double[] data, double[] grads) {
        for (int i = 0; i < data.length; i++) {
            data[i] -= 0.1 * grads[i];
        }
    }

    @Test
    void severalSequencesHaveTheMeanLoss() {
        EagerSequences.assertAgrees(
                gpt.parameters(),
                gpt::loss,
                new int[] {0, 1, 2, 0},
                new int[] {4, 4},
                new int[] {0, 1, 2, 3},
                new int[8]);
    }

    @Test
    void aBatchHasTheSameBitsForAnyNumberOfThreads() {
        GPT large =
                new GPT(new PythonRandom(2), Tokenizer.of("abcdefghijklmnopqrstuvwxyz"), new ModelSize(1, 4, 16, 8));
        Random random = new Random(3);
        int[][] documents = Stream.generate(
                        () -> random.ints(5 + random.nextInt(3), 0, 27).toArray())
                .limit(16 * 8)
                .toArray(int[][]::new);
        int[][] few = Arrays.copyOf(documents, CompiledSequence.EXACT);
        double exact = EagerSequences.gradients(large.parameters(), large::loss, few);
        double[] exactGrads = EagerSequences.grads(large.parameters());
        Set<List<Double>> results = new HashSet<>();
        for (int threads = 1; threads <= 3; threads++) {
            CompiledSequence batches = new CompiledSequence(large.parameters(), large::loss, Kernels.BEST, threads);
            assertThat(batches.gradients(few)).isEqualTo(exact);
            assertThat(EagerSequences.grads(large.parameters())).isEqualTo(exactGrads);
            for (int repetition = 0; repetition < 3; repetition++) {
                double loss = batches.gradients(documents);
                List<Double> result = new ArrayList<>(List.of(loss, batches.loss(documents)));
                Arrays.stream(EagerSequences.grads(large.parameters())).forEach(result::add);
                results.add(result);
            }
        }
        assertThat(results).hasSize(1);
    }

    @Test
    void aStepWhoseLossIsNotFiniteLeavesTheParametersAsTheyAre() {
        Value p = new Value(-1);
        CompiledSequence log = CompiledSequence.of(List.of(p), sequence -> p.log());
        assertThat(log.step(CompiledSequenceTest::descend, new int[0])).isNaN();
        assertThat(p.data).isEqualTo(-1);
    }

    @Test
    void stepsUpdateTheParametersAsTheEngineDoes() {
        int[][] documents = {{0, 3, 1, 0}, {0, 2, 0}, {0, 4, 4, 4, 0}, {0, 1, 0}};
        double[] start = data();
        double[] losses = new double[8];
        for (int k = 0; k < losses.length; k++) {
            losses[k] = compiled.step(CompiledSequenceTest::descend, documents[k % 4]);
        }
        double[] end = data();
        set(start);
        for (int k = 0; k < losses.length; k++) {
            assertThat(EagerSequences.gradients(gpt.parameters(), gpt::loss, documents[k % 4]))
                    .isEqualTo(losses[k]);
            gpt.parameters().forEach(parameter -> parameter.data -= 0.1 * parameter.grad);
        }
        assertThat(data()).isEqualTo(end);
    }

    private void set(double[] data) {
        for (int i = 0; i < data.length; i++) {
            gpt.parameters().get(i).data = data[i];
        }
    }

    @Test
    void theLossLeavesGradientsUnchanged() {
        gpt.parameters().forEach(parameter -> parameter.grad = 7);
        int[] document = {0, 1, 2};
        assertThat(compiled.loss(document)).isEqualTo(gpt.loss(Index.of(document)).data);
        assertThat(gpt.parameters())
                .allSatisfy(parameter -> assertThat(parameter.grad).isEqualTo(7));
    }

    @Test
    void editsBetweenCallsAreSeen() {
        Value[] values = {new Value(2), new Value(3)};
        CompiledSequence square = CompiledSequence.of(
                List.of(values), sequence -> sequence[0].select(values).pow(2));
        assertThat(square.gradients(new int[] {1})).isEqualTo(9);
        values[1].data = 5;
        assertThat(square.gradients(new int[] {1})).isEqualTo(25);
        assertThat(values[0].grad).isEqualTo(0);
        assertThat(values[1].grad).isEqualTo(10);
    }

    @Test
    void anIndexThatSelectsNothingIsAnErrorThatChangesNothing() {
        compiled.gradients(new int[] {0, 1});
        double[] before = EagerSequences.grads(gpt.parameters());
        for (int wrong : new int[] {5, -1}) {
            assertThatThrownBy(() -> compiled.gradients(new int[] {0, 1}, new int[] {0, wrong}))
                    .isInstanceOf(IndexOutOfBoundsException.class)
                    .hasMessage("expected an index from 0 to 4 at position 1 of the sequence, got " + wrong);
        }
        assertThat(EagerSequences.grads(gpt.parameters())).isEqualTo(before);
        compiled.gradients(new int[] {0, 1});
        assertThat(EagerSequences.grads(gpt.parameters())).isEqualTo(before);
    }

    @Test
    void aFunctionThatLooksAtANumberIsRejected() {
        Value[] values = {new Value(2), new Value(3)};
        assertRejected(values, sequence -> values[sequence[0].number()], "use");
        assertRejected(values, sequence -> values[0].mul(sequence[0].select(values).data), "a constant");
    }

    @Test
    void aFunctionThatBranchesOnDataIsRejected() {
        Value[] values = {new Value(2), new Value(3)};
        double[] before = {2, 3};
        assertRejected(values, sequence -> values[0].data > 0 ? values[0].exp() : values[0], "node");
        assertRejected(values, sequence -> values[1].data > 0 ? values[0].exp() : values[0].tanh(), "node");
        assertRejected(values, sequence -> values[0].mul(Math.max(0, values[1].data)), "constant");
        assertRejected(values, sequence -> values[0].mul(new Random().nextInt()), "constant");
        assertThat(Arrays.stream(values).mapToDouble(value -> value.data)).containsExactly(before[0], before[1]);
    }

    private static void assertRejected(Value[] values, CompiledSequence.SequenceLoss function, String message) {
        CompiledSequence of = CompiledSequence.of(List.of(values), function);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of.gradients(new int[] {1}))
                .withMessageContaining(message.equals("use") ? "index.select(values)" : "in one call and");
    }

    @Test
    void misuseIsRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CompiledSequence.of(List.of(new Value(1).exp()), gpt::loss))
                .withMessageStartingWith("parameters must be leaves, got the result of exp");
        assertThatIllegalArgumentException()
                .isThrownBy(compiled::gradients)
                .withMessage("expected at least one sequence, got none");
        Value[][] ragged = {{new Value(1)}, {new Value(1), new Value(2)}};
        CompiledSequence selects =
                CompiledSequence.of(List.of(), sequence -> sequence[0].select(ragged)[0]);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> selects.loss(new int[] {0}))
                .withMessage("expected a table with rows of the same length, got rows of 1 and 2 Values");
    }
}
