package io.github.microgradj.compile.sequence;

import io.github.microgradj.compile.kernel.NodeLoops;

/**
 * A step that computes nodes with the same operation.
 */
final class NodeGroup implements SequenceStep {
    private final NodeLoops loops;
    private final Operands all;
    private final int y;
    private final int length;
    private final int stepA;
    private final int stepB;
    private final boolean inOrder;

    /**
     * The places of the operands.
     *
     * @param a the places of the left operands, in the order of the nodes in memory
     * @param b the places of the right operands; those of the left ones for a unary operation
     * @param backwardY the places of the nodes, in the order of the backward pass
     * @param backwardA the places of the left operands in that order
     * @param backwardB the places of the right operands in that order
     * @param left whether the left operands have gradients
     * @param right whether the right operands have gradients
     * @param fixed whether no place depends on an index
     * @param distinct whether no operand occurs twice
     */
    record Operands(
            int[] a,
            int[] b,
            int[] backwardY,
            int[] backwardA,
            int[] backwardB,
            boolean left,
            boolean right,
            boolean fixed,
            boolean distinct) {}

    NodeGroup(NodeLoops loops, int y, Operands all) {
        this.loops = loops;
        this.all = all;
        this.y = y;
        length = all.a.length;
        stepA = all.fixed ? step(all.a) : -1;
        stepB = all.fixed ? step(all.b) : -1;
        inOrder = stepA >= 0
                && stepB >= 0
                && (!all.left || stepA == 1)
                && (!all.right || stepB == 1)
                && (all.distinct || !(all.left && all.right));
    }

    private static int step(int[] places) {
        int step = places.length > 1 ? places[1] - places[0] : 1;
        for (int i = 0; i < places.length; i++) {
            if (places[i] != places[0] + i * step) {
                return -1;
            }
        }
        return step == 0 || step == 1 ? step : -1;
    }

    @Override
    public void forward(double[] values) {
        if (stepA >= 0 && stepB >= 0) {
            loops.forward(values, y, all.a[0], stepA, all.b[0], stepB, length);
        } else {
            loops.forwardAt(values, y, all.a, all.b);
        }
    }

    @Override
    public void backward(double[] values, double[] grads) {
        if (!inOrder) {
            loops.backwardAt(values, grads, all.backwardY, all.backwardA, all.backwardB, all.left, all.right);
            return;
        }
        if (all.left) {
            loops.backwardA(values, grads, y, all.a[0], stepA, all.b[0], stepB, length);
        }
        if (all.right) {
            loops.backwardB(values, grads, y, all.a[0], stepA, all.b[0], stepB, length);
        }
    }
}
