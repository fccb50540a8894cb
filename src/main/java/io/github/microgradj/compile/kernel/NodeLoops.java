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

    final FlatLoops loops;

    /** The loops of a {@link NodeLoopsTemplate} or of a {@code VectorNodeLoopsTemplate}. */
    interface FlatLoops {
        void forward(double[] values, NodeRun[] runs);

        void forwardAt(double[] values, int y, int[] a, int[] b);

        void backwardA(double[] values, double[] grads, int y, int a, int stepA, int b, int stepB, int length);

        void backwardB(double[] values, double[] grads, int y, int a, int stepA, int b, int stepB, int length);

        void backwardRows(double[] values, double[] grads, NodeRun[] rows);

        void backwardAtA(double[] values, double[] grads, int[] y, int[] a, int[] b);

        void backwardAtB(double[] values, double[] grads, int[] y, int[] a, int[] b);

        void backwardAt(double[] values, double[] grads, int[] y, int[] a, int[] b);
    }

    NodeLoops(FlatLoops loops) {
        this.loops = loops;
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
            loops = new NodeLoops(HiddenClassTemplate.load(FlatLoops.class, NodeLoopsTemplate.class, formula));
            KNOWN.put(formula, new WeakReference<>(loops));
        }
        return loops;
    }

    /** Computes runs of nodes. */
    public void forward(double[] values, NodeRun[] runs) {
        loops.forward(values, runs);
    }

    /** Computes nodes that are contiguous in memory, from operands that may be anywhere. */
    public void forwardAt(double[] values, int y, int[] a, int[] b) {
        loops.forwardAt(values, y, a, b);
    }

    /**
     * Adds to the gradients of a run's operands: first to those of the left operands, then to those of the right ones.
     *
     * @param left whether the left operands have gradients
     * @param right whether the right operands have gradients
     */
    public void backward(double[] values, double[] grads, NodeRun run, boolean left, boolean right) {
        if (left) {
            loops.backwardA(values, grads, run.y(), run.a(), run.stepA(), run.b(), run.stepB(), run.length());
        }
        if (right) {
            loops.backwardB(values, grads, run.y(), run.a(), run.stepA(), run.b(), run.stepB(), run.length());
        }
    }

    /** Adds to the gradients of each row's left operands and to the gradient of its common right operand. */
    public void backwardRows(double[] values, double[] grads, NodeRun[] rows) {
        loops.backwardRows(values, grads, rows);
    }

    /**
     * Adds to the gradients of operands that may be anywhere in memory, node by node.
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
