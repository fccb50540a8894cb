package io.github.microgradj.compile.sequence;

/** A step of a program. It computes the units of a group, or a series of groups with a single operation each. */
interface SequenceStep {
    /** Computes the values. */
    void forward(double[] values);

    /** Returns a copy of this step that uses other memory. */
    SequenceStep copy(MemoryCopy memory);

    /** Adds to the gradients of the operands, in the order of the engine. */
    void backward(double[] values, double[] grads);
}
