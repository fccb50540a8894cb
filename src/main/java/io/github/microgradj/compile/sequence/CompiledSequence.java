package io.github.microgradj.compile.sequence;

import io.github.microgradj.compile.kernel.Kernels;
import io.github.microgradj.engine.Value;
import java.util.Arrays;
import java.util.List;

/**
 * A compiled function of indices. The function is written for one sequence, for example the tokens of a document:
 *
 * <pre>{@code
 * Value loss(Index[] tokens) {
 *     Value sum = new Value(0);
 *     for (int t = 0; t + 1 < tokens.length; t++) {
 *         Value[] scores = linear.forward(tokens[t].select(embeddings));
 *         sum = sum.add(Losses.crossEntropy(scores, tokens[t + 1]));
 *     }
 *     return sum;
 * }
 * var fast = CompiledSequence.of(parameters, this::loss);
 * double loss = fast.gradients(new int[] {0, 5, 13, 13, 1, 0});
 * }</pre>
 *
 * <p>The function is traced when the first sequence of each length arrives, and is not called again for sequences of
 * that length. It may use its indices only to select Values. A branch on their numbers or on the data of Values is
 * rejected. Leaves other than the parameters are constants, which are read when the function is traced.
 *
 * <p>The parameters are read at the start of each call, so edits between calls take effect. The results equal the
 * engine's bit for bit: every sum is computed in the same order as when {@link Value#backward()} is called for one
 * sequence after another. The exception is an index that selects among computed Values: if these share operands that
 * have other uses, the engine's order may depend on which Value the index selects, and the last bits of a gradient may
 * differ. Values that an index could have selected but did not select are computed too, with a gradient of 0.
 *
 * <p>The gradients of up to 16 sequences in one call are summed as the engine sums them, sequence after sequence. A
 * larger number of sequences may be divided into slices: each slice is summed, and then these sums are added. The
 * result does not depend on the number of threads.
 *
 * <p>Only one thread at a time may use an instance. The instance itself divides large batches among all processors.
 */
public final class CompiledSequence {
    /** The maximum number of sequences in a call for which gradients are always summed in the engine's order. */
    static final int EXACT = 16;

    private final Value[] parameters;
    private final SequenceLoss function;
    private final SequenceRunner runner;

    /** A function that computes the loss of a sequence. */
    @FunctionalInterface
    public interface SequenceLoss {
        /** Returns the loss as a graph. */
        Value of(Index[] sequence);
    }

    /** A rule that updates parameters, such as a step of an optimizer. */
    @FunctionalInterface
    public interface Update {
        /**
         * Takes one step, which updates the parameters in place.
         *
         * @param data the parameters
         * @param grads the derivative of the loss with respect to each parameter
         */
        void step(double[] data, double[] grads);
    }

    CompiledSequence(List<Value> parameters, SequenceLoss function, Kernels kernels, int threads) {
        this.parameters = parameters.stream().distinct().toArray(Value[]::new);
        this.function = function;
        for (Value parameter : this.parameters) {
            if (parameter.op() != null) {
                throw new IllegalArgumentException(
                        "parameters must be leaves, got the result of " + parameter.op() + ": " + parameter);
            }
        }
        int count = this.parameters.length;
        runner = new SequenceRunner(
                this.parameters, length -> SequencePlanner.plan(graph(length), count, kernels), threads);
    }

    /**
     * Compiles a loss.
     *
     * @param parameters the parameters whose gradients are computed; duplicates count once
     * @param loss the loss of one sequence
     * @throws IllegalArgumentException if a parameter is not a leaf
     */
    public static CompiledSequence of(List<Value> parameters, SequenceLoss loss) {
        return new CompiledSequence(
                parameters, loss, Kernels.BEST, Runtime.getRuntime().availableProcessors());
    }

    /**
     * Returns the mean loss over the sequences, and leaves the gradients unchanged.
     *
     * @param sequences for each sequence, the numbers of its indices
     * @throws IllegalArgumentException if there is no sequence, or if the function branches on data or on an index
     * @throws IndexOutOfBoundsException if an index is negative, or too large for the array from which it selects
     */
    public double loss(int[]... sequences) {
        return run(sequences, false);
    }

    /**
     * Returns the mean loss over the sequences, and sets the {@code grad} of every parameter without accumulating.
     *
     * @param sequences for each sequence, the numbers of its indices
     * @throws IllegalArgumentException if there is no sequence, or if the function branches on data or on an index
     * @throws IndexOutOfBoundsException if an index is negative, or too large for the array from which it selects
     */
    public double gradients(int[]... sequences) {
        double loss = run(sequences, true);
        double[] grads = runner.grads();
        for (int i = 0; i < parameters.length; i++) {
            parameters[i].grad = grads[i];
        }
        return loss;
    }

    /**
     * Takes one step: computes the gradients, and updates the {@code data} of each parameter. If the loss is not
     * finite, the {@code data} does not change. The {@code grad} fields stay as they are: only the update receives
     * the gradients, because writing them to thousands of Values would lengthen a step by a twentieth.
     *
     * @param sequences for each sequence, the numbers of its indices
     * @return the mean loss before the step
     * @throws IllegalArgumentException if there is no sequence, or if the function branches on data or on an index
     * @throws IndexOutOfBoundsException if an index is negative, or too large for the array from which it selects
     */
    public double step(Update update, int[]... sequences) {
        double loss = run(sequences, true);
        if (Double.isFinite(loss)) {
            double[] data = runner.data();
            update.step(data, runner.grads());
            for (int i = 0; i < parameters.length; i++) {
                parameters[i].data = data[i];
            }
        }
        return loss;
    }

    private double run(int[][] sequences, boolean backward) {
        if (sequences.length == 0) {
            throw new IllegalArgumentException("expected at least one sequence, got none");
        }
        return runner.run(sequences, backward);
    }

    /** Traces the function, then calls it again with other data and other selections to reveal a branch on either. */
    private SequenceGraph graph(int length) {
        SequenceGraph graph = SequenceTrace.graph(parameters, new TracedCall(function, length, 0));
        double[] kept = Arrays.stream(parameters).mapToDouble(each -> each.data).toArray();
        try {
            for (int i = 0; i < kept.length; i++) {
                parameters[i].data = otherNumber(kept[i], i);
            }
            TracedCall other = new TracedCall(function, length, 1);
            if (!GraphMatch.matches(graph, parameters, other)) {
                graph.requireEqual(SequenceTrace.graph(parameters, other));
            }
        } finally {
            for (int i = 0; i < kept.length; i++) {
                parameters[i].data = kept[i];
            }
        }
        return graph;
    }

    /**
     * Returns a pseudo-random number with a magnitude from 1/2 to 3 and the sign opposite to that of {@code number}.
     */
    private static double otherNumber(double number, int parameter) {
        double size = 0.5 + 2.5 * Math.abs(StrictMath.sin(12.9898 * (parameter + 1)));
        return number > 0 || (number == 0 && parameter % 2 == 0) ? -size : size;
    }

    @Override
    public String toString() {
        return "CompiledSequence(" + parameters.length + " parameters)";
    }
}
