package io.github.microgradj.compile;

import io.github.microgradj.engine.Op;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The loops over one operation, on numbers side by side. Every operation has a class of its own, so that its formula is inlined. */
interface OpLoops {
    /** {@code y = op(a, b)}; {@code b} is not read of a unary operation. */
    void forward(double[] y, double[] a, double[] b, int length);

    /** {@code into = base + dy * (partial by a)}. */
    void backwardA(double[] into, double[] base, double[] a, double[] b, double[] y, double[] dy, int length);

    /** {@code into = base + dy * (partial by b)}. */
    void backwardB(double[] into, double[] base, double[] a, double[] b, double[] y, double[] dy, int length);

    /**
     * The loops of that operation.
     *
     * @param constant of a unary operation, which has loops for each: HotSpot unrolls a power whose exponent it knows
     */
    static OpLoops of(Op op, double constant) {
        return Cache.LOOPS.computeIfAbsent(new Formula(op, op.arity() == 1 ? constant : 0), Cache::define);
    }

    /** An operation with its constant. */
    record Formula(Op op, double constant) {}

    /** A class for each formula: what made it stays. */
    final class Cache {
        private static final Map<Formula, OpLoops> LOOPS = new ConcurrentHashMap<>();

        private Cache() {}

        private static OpLoops define(Formula formula) {
            return Template.load(OpLoops.class, "OpLoopsTemplate", formula);
        }
    }
}
