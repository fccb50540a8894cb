package io.github.microgradj.compile.kernel;

import io.github.microgradj.engine.Op;
import java.lang.invoke.MethodHandles;

/**
 * A template that is never used directly. {@link OpLoops#of} loads it once for each operation and constant, as a hidden
 * class that has them as its class data. HotSpot then compiles each copy for its formula alone.
 */
final class OpLoopsTemplate implements OpLoops.Loops {
    private static final OpLoops.LoopFormula FORMULA =
            HiddenClassTemplate.datum(MethodHandles.lookup(), OpLoops.LoopFormula.class);
    private static final Op OP = FORMULA.op();
    private static final double CONSTANT = FORMULA.constant();

    OpLoopsTemplate() {}

    @Override
    public void forward(double[] y, double[] a, double[] b, int length) {
        for (int i = 0; i < length; i++) {
            y[i] = OP.forward().apply(a[i], OP.arity() == 1 ? CONSTANT : b[i]);
        }
    }

    @Override
    public void backwardA(double[] into, double[] base, double[] a, double[] b, double[] y, double[] dy, int length) {
        for (int i = 0; i < length; i++) {
            into[i] = base[i] + OP.da().apply(a[i], OP.arity() == 1 ? CONSTANT : b[i], y[i]) * dy[i];
        }
    }

    @Override
    public void backwardB(double[] into, double[] base, double[] a, double[] b, double[] y, double[] dy, int length) {
        for (int i = 0; i < length; i++) {
            into[i] = base[i] + OP.db().apply(a[i], OP.arity() == 1 ? CONSTANT : b[i], y[i]) * dy[i];
        }
    }
}
