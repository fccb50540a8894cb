package io.github.microgradj.compile;

import org.jspecify.annotations.Nullable;

/**
 * A part of a program that runs for each sample: the matrix product of a layer, one operation on a group of nodes, or
 * a copy of scattered nodes into one block. An instruction works on blocks, which are arrays with a row per sample and
 * a column per node.
 */
interface Instruction {
    /**
     * Returns this instruction bound to the given memory.
     *
     * @param values the blocks
     * @param grads the gradients of the blocks; null where none is required
     */
    Step bind(double[][] values, double[] @Nullable [] grads);

    /** Returns the blocks that this instruction computes. */
    int[] outputs();

    /** Returns the blocks from which this instruction computes its outputs. */
    int[] operands();

    /** Returns the blocks whose values the backward pass of this instruction reads. */
    int[] backwardReads();

    /** An instruction bound to memory. */
    interface Step {
        /** Computes the outputs for the first {@code samples} samples. */
        void forward(int samples);

        /**
         * Adds to the gradients of the operands, given the gradients of the outputs, and adds the gradients of
         * parameters to the slice.
         */
        void backward(int samples, PartialSum slice);
    }
}
