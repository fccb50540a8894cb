package io.github.microgradj.compile.sequence;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.function.UnaryOperator;

/** A program that computes the loss and the gradients of any sequence of a given length. */
final class SequenceProgram {
    private final Memory memory;
    private final SequenceStep[] forward;
    private final SequenceStep[] backward;
    private final SelectedPlaces selected;
    private final int nodes;

    /**
     * The memory of a program.
     *
     * @param values the value of each node: first the parameters, then the constants, then the computed nodes
     * @param grads the gradient of each node
     * @param size the number of values and gradients that the program uses
     * @param parameters the number of parameters
     * @param constants the constants, which are written for each sequence
     * @param loss the place of the loss, in an array of length 1
     */
    record Memory(double[] values, double[] grads, int size, int parameters, double[] constants, int[] loss) {
        private Memory copy(MemoryCopy to) {
            return new Memory(to.values(), to.grads(), size, parameters, constants, to.of(loss));
        }
    }

    SequenceProgram(
            Memory memory, SequenceStep[] forward, SequenceStep[] backward, SelectedPlaces selected, int nodes) {
        this.memory = memory;
        this.forward = forward;
        this.backward = backward;
        this.selected = selected;
        this.nodes = nodes;
    }

    /** Returns the minimum length of the arrays in which the program runs. */
    int size() {
        return memory.size;
    }

    /** Returns a program that does the same in other memory, whose arrays have at least {@link #size()} elements. */
    SequenceProgram copy(double[] values, double[] grads) {
        MemoryCopy to = new MemoryCopy(values, grads);
        SelectedPlaces selectedCopy = selected.copy(to);
        IdentityHashMap<SequenceStep, SequenceStep> copies = new IdentityHashMap<>();
        UnaryOperator<SequenceStep> copy = step -> copies.computeIfAbsent(step, each -> each.copy(to));
        return new SequenceProgram(
                memory.copy(to),
                Arrays.stream(forward).map(copy).toArray(SequenceStep[]::new),
                Arrays.stream(backward).map(copy).toArray(SequenceStep[]::new),
                selectedCopy,
                nodes);
    }

    /** Returns the number of nodes of the graph. */
    int nodes() {
        return nodes;
    }

    /**
     * Checks the indices of a sequence.
     *
     * @throws IndexOutOfBoundsException if an index is negative, or too large for the array from which it selects
     */
    void check(int[] sequence) {
        selected.check(sequence);
    }

    /** Returns the loss of a sequence. The first values must already be those of the parameters. */
    double forward(int[] sequence) {
        selected.select(sequence);
        System.arraycopy(memory.constants, 0, memory.values, memory.parameters, memory.constants.length);
        for (SequenceStep step : forward) {
            step.forward(memory.values);
        }
        return memory.values[memory.loss[0]];
    }

    /**
     * Computes the gradients of the parameters for the sequence of the last forward pass. They are the first numbers of
     * the gradients.
     *
     * @param add whether to add to the gradients of the parameters that are already there
     * @param weight the derivative of the mean loss with respect to the loss of this sequence
     */
    void backward(boolean add, double weight) {
        Arrays.fill(memory.grads, add ? memory.parameters : 0, memory.size, 0);
        memory.grads[memory.loss[0]] += weight;
        for (SequenceStep step : backward) {
            step.backward(memory.values, memory.grads);
        }
    }
}
