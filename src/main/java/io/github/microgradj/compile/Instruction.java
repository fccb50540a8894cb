package io.github.microgradj.compile;

import org.jspecify.annotations.Nullable;

/**
 * A part of a program that runs for each sample: a layer's product, or an operation on nodes side by side. It works on blocks:
 * arrays with a row for each sample and a column for each node.
 */
interface Instruction {
    /**
     * The instruction on memory of its own.
     *
     * @param values the blocks
     * @param grads the same of gradients; null where no gradient is wanted
     */
    Step bind(double[][] values, double[] @Nullable [] grads);

    /** The blocks that it computes. */
    int[] outputs();

    /** The blocks that it computes from. */
    int[] operands();

    /** The blocks whose values it needs on the way back. */
    int[] backwardReads();

    /** An instruction that knows its memory. */
    interface Step {
        /** Computes the first {@code samples} samples. */
        void forward(int samples);

        /** Adds to the gradients of its operands what those of its outputs pass on, and to the slice what parameters get. */
        void backward(int samples, PartialSum slice);
    }
}
