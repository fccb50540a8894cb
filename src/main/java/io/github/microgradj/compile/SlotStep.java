package io.github.microgradj.compile;

import io.github.microgradj.compile.kernel.OpLoops;
import io.github.microgradj.engine.Op;

/**
 * A part of a program that runs once per step, on slots. A slot holds the value and the gradient of a node that does
 * not depend on a sample.
 */
interface SlotStep {
    void forward(double[] values);

    /** Adds to the gradients of the operands. */
    void backward(double[] grads);

    /** One operation on a group of nodes, whose numbers form a single row. */
    final class Group implements SlotStep {
        private final OpLoops loops;
        private final boolean binary;
        private final SlotIndices outputs;
        private final SlotIndices left;
        private final SlotIndices right;
        private final double[] y;
        private final double[] ownA;
        private final double[] ownB;
        private final double[] gradient;
        private final double[] passedOn;
        private final double[] zeros;
        private double[] a;
        private double[] b;

        /**
         * Creates the step.
         *
         * @param op the operation
         * @param constant the constant of a unary operation, otherwise 0
         * @param outputs the slots that the step computes
         * @param left the slot of each left operand
         * @param right the slot of each right operand; empty for a unary operation
         */
        Group(Op op, double constant, int[] outputs, int[] left, int[] right) {
            loops = OpLoops.of(op, constant);
            binary = op.arity() == 2;
            this.outputs = new SlotIndices(outputs);
            this.left = new SlotIndices(left);
            this.right = new SlotIndices(right);
            y = new double[outputs.length];
            ownA = new double[outputs.length];
            ownB = new double[outputs.length];
            gradient = new double[outputs.length];
            passedOn = new double[outputs.length];
            zeros = new double[outputs.length];
            a = ownA;
            b = ownB;
        }

        @Override
        public void forward(double[] values) {
            a = left.row(values, ownA);
            b = binary ? right.row(values, ownB) : a;
            loops.forward(y, a, b, outputs.size());
            outputs.scatter(y, values);
        }

        @Override
        public void backward(double[] grads) {
            outputs.gather(grads, gradient);
            boolean direct = left.areFirst();
            loops.backwardA(direct ? grads : passedOn, direct ? grads : zeros, a, b, y, gradient, y.length);
            finish(left, grads);
            if (binary) {
                direct = right.areFirst();
                loops.backwardB(direct ? grads : passedOn, direct ? grads : zeros, a, b, y, gradient, y.length);
                finish(right, grads);
            }
        }

        /** Adds the gradients to the slots if they were computed in a separate row. */
        private void finish(SlotIndices operand, double[] grads) {
            if (!operand.areFirst()) {
                operand.scatterAdd(passedOn, grads);
            }
        }
    }

    /** A chain of additions {@code ((t0 + t1) + t2) + ...}. */
    final class Sum implements SlotStep {
        private final int output;
        private final SlotIndices terms;
        private final double[] row;

        Sum(int output, int[] terms) {
            this.output = output;
            this.terms = new SlotIndices(terms);
            this.row = new double[terms.length];
        }

        @Override
        public void forward(double[] values) {
            terms.gather(values, row);
            double sum = row[0];
            for (int i = 1; i < row.length; i++) {
                sum = Op.ADD.forward().apply(sum, row[i]);
            }
            values[output] = sum;
        }

        @Override
        public void backward(double[] grads) {
            terms.add(grads[output], grads);
        }
    }
}
