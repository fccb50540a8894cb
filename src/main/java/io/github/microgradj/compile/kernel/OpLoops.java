package io.github.microgradj.compile.kernel;

import io.github.microgradj.engine.Op;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;

/**
 * The loops of one operation over contiguous numbers. Every operation has its own class of loops, so that HotSpot
 * inlines its formula into them. This class is the only caller of the loops. In all but the smallest programs it calls
 * more than two implementations, so HotSpot inlines none of them into a step. This is intended: inlined loops would use
 * up the inlining budget of the step, some formulas would remain calls, and a step would be a fifth slower.
 */
public final class OpLoops {
    /**
     * The existing loops, as weak references. Programs hold strong references to the loops that they run. When the last
     * program that uses a class of loops becomes unreachable, the class can be unloaded.
     */
    private static final Map<LoopFormula, WeakReference<OpLoops>> KNOWN = new HashMap<>();

    private final Loops loops;

    /** An operation with its constant, which is 0 for a binary operation. */
    record LoopFormula(Op op, double constant) {}

    /** The loops of an {@link OpLoopsTemplate}. */
    interface Loops {
        void forward(double[] y, double[] a, double[] b, int length);

        void backwardA(double[] into, double[] base, double[] a, double[] b, double[] y, double[] dy, int length);

        void backwardB(double[] into, double[] base, double[] a, double[] b, double[] y, double[] dy, int length);
    }

    private OpLoops(LoopFormula formula) {
        loops = HiddenClassTemplate.load(Loops.class, OpLoopsTemplate.class, formula);
    }

    /**
     * Returns the loops of the given operation.
     *
     * @param constant the constant of a unary operation. Each constant has its own loops, because HotSpot unrolls a
     *      power with a known exponent
     */
    public static synchronized OpLoops of(Op op, double constant) {
        LoopFormula formula = new LoopFormula(op, op.arity() == 1 ? constant : 0);
        WeakReference<OpLoops> known = KNOWN.get(formula);
        OpLoops loops = known == null ? null : known.get();
        if (loops == null) {
            KNOWN.values().removeIf(reference -> reference.get() == null);
            loops = new OpLoops(formula);
            KNOWN.put(formula, new WeakReference<>(loops));
        }
        return loops;
    }

    /** Computes {@code y = op(a, b)}; {@code b} is not read for a unary operation. */
    public void forward(double[] y, double[] a, double[] b, int length) {
        loops.forward(y, a, b, length);
    }

    /** Computes {@code into = base + dy * (partial with respect to a)}. */
    public void backwardA(double[] into, double[] base, double[] a, double[] b, double[] y, double[] dy, int length) {
        loops.backwardA(into, base, a, b, y, dy, length);
    }

    /** Computes {@code into = base + dy * (partial with respect to b)}. */
    public void backwardB(double[] into, double[] base, double[] a, double[] b, double[] y, double[] dy, int length) {
        loops.backwardB(into, base, a, b, y, dy, length);
    }
}
