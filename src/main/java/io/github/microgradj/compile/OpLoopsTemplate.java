package io.github.microgradj.compile;

import io.github.microgradj.engine.Op;
import java.lang.constant.ConstantDescs;
import java.lang.invoke.MethodHandles;

/**
 * Never used under its own name: {@link OpLoops#of} loads it once for every operation, as a hidden class whose data is the
 * operation. HotSpot then compiles each copy for its formula alone.
 */
final class OpLoopsTemplate implements OpLoops {
    private static final Formula FORMULA = formula();
    private static final Op OP = FORMULA.op();
    private static final double CONSTANT = FORMULA.constant();

    OpLoopsTemplate() {}

    private static Formula formula() {
        try {
            return MethodHandles.classData(MethodHandles.lookup(), ConstantDescs.DEFAULT_NAME, Formula.class);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void forward(double[][] y, double[][] a, double[][] b, int lanes) {
        int i = 0;
        for (; i + 1 < y.length; i += 2) {
            forward(y[i], y[i + 1], a[i], a[i + 1], b[i], b[i + 1], lanes);
        }
        if (i < y.length) {
            forward(y[i], a[i], b[i], lanes);
        }
    }

    /** Two rows at a time: what HotSpot puts before and behind a vector loop takes as long as the loop. */
    private static void forward(double[] y, double[] z, double[] a, double[] c, double[] b, double[] d, int lanes) {
        for (int l = 0; l < lanes; l++) {
            y[l] = forward(a[l], b[l]);
            z[l] = forward(c[l], d[l]);
        }
    }

    private static void forward(double[] y, double[] a, double[] b, int lanes) {
        for (int l = 0; l < lanes; l++) {
            y[l] = forward(a[l], b[l]);
        }
    }

    private static double forward(double a, double b) {
        return OP.forward().apply(a, OP.arity() == 1 ? CONSTANT : b);
    }

    @Override
    public void backwardA(
            double[][] into, double[][] base, double[][] a, double[][] b, double[][] y, double[][] dy, int lanes) {
        for (int i = 0; i < y.length; i++) {
            if (into[i] != null) {
                backwardA(into[i], base[i], a[i], b[i], y[i], dy[i], lanes);
            }
        }
    }

    private static void backwardA(
            double[] into, double[] base, double[] a, double[] b, double[] y, double[] dy, int lanes) {
        for (int l = 0; l < lanes; l++) {
            into[l] = base[l] + OP.da().apply(a[l], OP.arity() == 1 ? CONSTANT : b[l], y[l]) * dy[l];
        }
    }

    @Override
    public void backwardB(
            double[][] into, double[][] base, double[][] a, double[][] b, double[][] y, double[][] dy, int lanes) {
        for (int i = 0; i < y.length; i++) {
            if (into[i] != null) {
                backwardB(into[i], base[i], a[i], b[i], y[i], dy[i], lanes);
            }
        }
    }

    private static void backwardB(
            double[] into, double[] base, double[] a, double[] b, double[] y, double[] dy, int lanes) {
        for (int l = 0; l < lanes; l++) {
            into[l] = base[l] + OP.db().apply(a[l], OP.arity() == 1 ? CONSTANT : b[l], y[l]) * dy[l];
        }
    }
}
