package io.github.microgradj.compile.kernel;

import io.github.microgradj.engine.Op;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;

/**
 * The loops of one operation over nodes whose values are in one flat array and whose gradients are in another. As in
 * {@link OpLoops}, every operation has its own class of loops, so that HotSpot inlines its formula into them.
 */
public final class NodeLoops {
    private static final Map<OpLoops.LoopFormula, WeakReference<NodeLoops>> KNOWN = new HashMap<>();

    private final FlatLoops loops;

    /** The loops of a {@link NodeLoopsTemplate}. */
    interface FlatLoops {
        void forward(double[] values, int y, int a, int stepA, int b, int stepB, int length);

        void forwardAt(double[] values, int y, int[] a, int[] b);

        void backwardA(double[] values, double[] grads, int y, int a, int stepA, int b, int stepB, int length);

        void backwardB(double[] values, double[] grads, int y, int a, int stepA, int b, int stepB, int length);

        void backwardRow(double[] values, double[] grads, int y, int a, int b, int length);

        void backwardAtA(double[] values, double[] grads, int[] y, int[] a, int[] b);

        void backwardAtB(double[] values, double[] grads, int[] y, int[] a, int[] b);

        void backwardAt(double[] values, double[] grads, int[] y, int[] a, int[] b);
    }

    private NodeLoops(OpLoops.LoopFormula formula) {
        loops = HiddenClassTemplate.load(FlatLoops.class, NodeLoopsTemplate.class, formula);
    }

    /**
     * Returns the loops of the given operation.
     *
     * @param constant the constant of a unary operation
     */
    public static synchronized NodeLoops of(Op op, double constant) {
        OpLoops.LoopFormula formula = new OpLoops.LoopFormula(op, op.arity() == 1 ? constant : 0);
        WeakReference<NodeLoops> known = KNOWN.get(formula);
        NodeLoops loops = known == null ? null : known.get();
        if (loops == null) {
            KNOWN.values().removeIf(reference -> reference.get() == null);
            loops = new NodeLoops(formula);
            KNOWN.put(formula, new WeakReference<>(loops));
        }
        return loops;
    }

    /**
     * Computes contiguous nodes. If the step of an operand is 1, the nodes of that operand are contiguous; if the step
     * is 0, all results share one operand node.
     */
    public void forward(double[] values, int y, int a, int stepA, int b, int stepB, int length) {
        loops.forward(values, y, a, stepA, b, stepB, length);
    }

    /** Computes contiguous nodes whose operands may be anywhere. */
    public void forwardAt(double[] values, int y, int[] a, int[] b) {
        loops.forwardAt(values, y, a, b);
    }

    /** Adds to the gradients of the left operands of contiguous nodes. */
    public void backwardA(double[] values, double[] grads, int y, int a, int stepA, int b, int stepB, int length) {
        loops.backwardA(values, grads, y, a, stepA, b, stepB, length);
    }

    /** Adds to the gradients of the right operands of contiguous nodes. */
    public void backwardB(double[] values, double[] grads, int y, int a, int stepA, int b, int stepB, int length) {
        loops.backwardB(values, grads, y, a, stepA, b, stepB, length);
    }

    /** Adds to the gradients of contiguous left operands, and to the gradient of their common right operand. */
    public void backwardRow(double[] values, double[] grads, int y, int a, int b, int length) {
        loops.backwardRow(values, grads, y, a, b, length);
    }

    /**
     * Adds to the gradients of operands that may be anywhere, node after node.
     *
     * @param left whether the left operands have gradients
     * @param right whether the right operands have gradients
     */
    public void backwardAt(double[] values, double[] grads, int[] y, int[] a, int[] b, boolean left, boolean right) {
        if (left && right) {
            loops.backwardAt(values, grads, y, a, b);
        } else if (left) {
            loops.backwardAtA(values, grads, y, a, b);
        } else if (right) {
            loops.backwardAtB(values, grads, y, a, b);
        }
    }
}
