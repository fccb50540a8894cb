package io.github.microgradj.compile.sequence;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.function.UnaryOperator;

/** The program for all sequences of one length. */
final class SequenceProgram {
    private final Memory memory;
    private final SequenceStep[] forward;
    private final SequenceStep[] backward;
    private final SelectedPlaces selected;
    private final int nodes;

    /**
     * The memory of a program.
     *
     * @param values the value of each node, the parameters first
     * @param grads the gradient of each node
     * @param parameters the number of parameters
     * @param loss the place of the loss, in an array of length 1
     */
    record Memory(double[] values, double[] grads, int parameters, int[] loss) {}

    SequenceProgram(
            Memory memory, SequenceStep[] forward, SequenceStep[] backward, SelectedPlaces selected, int nodes) {
        this.memory = memory;
        this.forward = forward;
        this.backward = backward;
        this.selected = selected;
        this.nodes = nodes;
    }

    /** Returns a program that does the same in other memory, so that another thread can run it. */
    SequenceProgram copy() {
        MemoryCopy to = new MemoryCopy(memory.values);
        SelectedPlaces selectedCopy = selected.copy(to);
        IdentityHashMap<SequenceStep, SequenceStep> copies = new IdentityHashMap<>();
        UnaryOperator<SequenceStep> copy = step -> copies.computeIfAbsent(step, each -> each.copy(to));
        return new SequenceProgram(
                new Memory(to.values(), to.grads(), memory.parameters, to.of(memory.loss)),
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
     * @throws IndexOutOfBoundsException if an index selects nothing
     */
    void check(int[] sequence) {
        selected.check(sequence);
    }

    /** Returns the loss of a sequence. */
    double forward(double[] parameters, int[] sequence) {
        selected.select(sequence);
        System.arraycopy(parameters, 0, memory.values, 0, memory.parameters);
        for (SequenceStep step : forward) {
            step.forward(memory.values);
        }
        return memory.values[memory.loss[0]];
    }

    /**
     * Computes the gradients of the parameters.
     *
     * @param parameterGrads receives them
     * @param add whether to add them to what is there
     * @param weight the derivative with respect to the loss
     */
    void backward(double[] parameterGrads, boolean add, double weight) {
        Arrays.fill(memory.grads, add ? memory.parameters : 0, memory.grads.length, 0);
        if (add) {
            System.arraycopy(parameterGrads, 0, memory.grads, 0, memory.parameters);
        }
        memory.grads[memory.loss[0]] += weight;
        for (SequenceStep step : backward) {
            step.backward(memory.values, memory.grads);
        }
        System.arraycopy(memory.grads, 0, parameterGrads, 0, memory.parameters);
    }
}
