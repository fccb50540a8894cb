package io.github.microgradj.compile.sequence;

import io.github.microgradj.engine.Op;

/**
 * A step that computes nodes one after another, because they cannot be computed together. Each may have a different
 * operation. The nodes are in the order of the backward pass, which begins with the last node.
 *
 * @param ops the operation of each node
 * @param constants the constants of unary operations
 * @param y the place of each node
 * @param a the place of the left operand of each node
 * @param b the place of the right operand of each node; for a unary operation, that of the left operand
 * @param left for each node, whether its left operand has a gradient
 * @param right for each node, whether it has a right operand with a gradient
 */
record SingleNodes(Op[] ops, double[] constants, int[] y, int[] a, int[] b, boolean[] left, boolean[] right)
        implements SequenceStep {
    @Override
    public void forward(double[] values) {
        for (int i = ops.length - 1; i >= 0; i--) {
            values[y[i]] = ops[i].forward().apply(values[a[i]], second(values, i));
        }
    }

    private double second(double[] values, int i) {
        return ops[i].arity() == 1 ? constants[i] : values[b[i]];
    }

    @Override
    public void backward(double[] values, double[] grads) {
        for (int i = 0; i < ops.length; i++) {
            double first = values[a[i]];
            double second = second(values, i);
            double result = values[y[i]];
            double gradient = grads[y[i]];
            if (left[i]) {
                grads[a[i]] += ops[i].da().apply(first, second, result) * gradient;
            }
            if (right[i]) {
                grads[b[i]] += ops[i].db().apply(first, second, result) * gradient;
            }
        }
    }

    @Override
    public SequenceStep copy(MemoryCopy memory) {
        return new SingleNodes(ops, constants, y, memory.of(a), memory.of(b), left, right);
    }
}
