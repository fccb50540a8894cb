package io.github.microgradj.compile;

import io.github.microgradj.engine.Op;

/** A part of a program that runs once a step, on slots: a value and a gradient for each node that depends on no sample. */
interface SlotStep {
    void forward(double[] values);

    /** Adds to the gradients of its operands. */
    void backward(double[] values, double[] grads);

    /**
     * One operation on nodes side by side.
     *
     * @param y the first slot it computes
     * @param a the slot of each left operand
     * @param b the slot of each right operand, or of a unary operation's constant
     */
    record Group(OpLoops loops, int y, int[] a, int[] b) implements SlotStep {
        Group(Op op, int y, int[] a, int[] b) {
            this(OpLoops.of(op), y, a, b);
        }

        @Override
        public void forward(double[] values) {
            loops.forward(values, y, a, b);
        }

        @Override
        public void backward(double[] values, double[] grads) {
            loops.backward(values, grads, y, a, b);
        }
    }

    /**
     * A chain of additions {@code ((t0 + t1) + t2) + ...}.
     *
     * @param y the slot of the sum
     * @param terms the slots of its terms
     */
    record Sum(int y, int[] terms) implements SlotStep {
        @Override
        public void forward(double[] values) {
            double sum = values[terms[0]];
            for (int i = 1; i < terms.length; i++) {
                sum = Op.ADD.forward().apply(sum, values[terms[i]]);
            }
            values[y] = sum;
        }

        @Override
        public void backward(double[] values, double[] grads) {
            for (int term : terms) {
                grads[term] += grads[y];
            }
        }
    }
}
