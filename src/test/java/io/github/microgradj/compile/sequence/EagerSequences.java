package io.github.microgradj.compile.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.microgradj.compile.kernel.Kernels;
import io.github.microgradj.compile.kernel.PlainKernels;
import io.github.microgradj.engine.Value;
import java.util.List;

/** The engine, sequence after sequence, as the reference for compiled functions of indices. */
final class EagerSequences {
    private EagerSequences() {}

    /** Sets the gradient of every parameter to that of the mean loss, and returns the mean loss. */
    static double gradients(List<Value> parameters, CompiledSequence.SequenceLoss function, int[]... sequences) {
        parameters.forEach(parameter -> parameter.grad = 0);
        double weight = 1.0 / sequences.length;
        double sum = 0;
        for (int[] sequence : sequences) {
            Value loss = function.of(Index.of(sequence));
            sum += loss.data;
            if (loss.op() == null) {
                loss.grad += weight;
            } else {
                loss.mul(weight).backward();
            }
        }
        return sum * weight;
    }

    static double[] grads(List<Value> parameters) {
        return parameters.stream()
                .mapToDouble(parameter -> parameter.grad + 0.0)
                .toArray();
    }

    /** Checks that the compiled function gives the engine's loss and gradients, bit for bit, with both kernels. */
    static void assertAgrees(List<Value> parameters, CompiledSequence.SequenceLoss function, int[]... sequences) {
        for (Kernels kernels : List.of(new PlainKernels(), Kernels.BEST)) {
            double loss = new CompiledSequence(parameters, function, kernels, 1).gradients(sequences);
            double[] gradients = grads(parameters);
            assertThat(loss + 0.0).isEqualTo(gradients(parameters, function, sequences) + 0.0);
            assertThat(gradients).isEqualTo(grads(parameters));
        }
    }

    /** Checks that the compiled function gives almost the engine's loss and gradients. */
    static void assertIsClose(List<Value> parameters, CompiledSequence.SequenceLoss function, int[] sequence) {
        double loss = CompiledSequence.of(parameters, function).gradients(sequence);
        double[] gradients = grads(parameters);
        assertThat(loss + 0.0).isEqualTo(gradients(parameters, function, sequence) + 0.0);
        double[] expected = grads(parameters);
        for (int i = 0; i < expected.length; i++) {
            assertThat(gradients[i]).isCloseTo(expected[i], within(1e-9 * Math.max(1e-3, Math.abs(expected[i]))));
        }
    }
}
