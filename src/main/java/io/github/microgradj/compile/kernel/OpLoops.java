package io.github.microgradj.compile.kernel;

import io.github.microgradj.engine.Op;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;

/**
 * The loops over one operation, on numbers side by side. Every operation has a class of its own, so that its formula is inlined
 * into them. They are all called from here, where HotSpot sees more than two of them in all but the smallest programs and inlines
 * none: inlined into a whole step they would use up what it grants a method, and now and then it left the formula as a call for
 * each number (a step a fifth slower).
 */
public final class OpLoops {
    /** Weak: a program keeps the loops it runs, and with the last program their class can be unloaded. */
    private static final Map<LoopFormula, WeakReference<OpLoops>> KNOWN = new HashMap<>();

    private final Loops loops;

    /** An operation with its constant, which is 0 of a binary one. */
    record LoopFormula(Op op, double constant) {}

    /** What {@link OpLoopsTemplate} does. */
    interface Loops {
        void forward(double[] y, double[] a, double[] b, int length);

        void backwardA(double[] into, double[] base, double[] a, double[] b, double[] y, double[] dy, int length);

        void backwardB(double[] into, double[] base, double[] a, double[] b, double[] y, double[] dy, int length);
    }

    private OpLoops(LoopFormula formula) {
        loops = HiddenClassTemplate.load(Loops.class, OpLoopsTemplate.class, formula);
    }

    /**
     * The loops of that operation.
     *
     * @param constant of a unary operation, which has loops for each: HotSpot unrolls a power whose exponent it knows
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

    /** {@code y = op(a, b)}; {@code b} is not read of a unary operation. */
    public void forward(double[] y, double[] a, double[] b, int length) {
        loops.forward(y, a, b, length);
    }

    /** {@code into = base + dy * (partial by a)}. */
    public void backwardA(double[] into, double[] base, double[] a, double[] b, double[] y, double[] dy, int length) {
        loops.backwardA(into, base, a, b, y, dy, length);
    }

    /** {@code into = base + dy * (partial by b)}. */
    public void backwardB(double[] into, double[] base, double[] a, double[] b, double[] y, double[] dy, int length) {
        loops.backwardB(into, base, a, b, y, dy, length);
    }
}
