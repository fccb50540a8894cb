package io.github.microgradj.compile.kernel;

import io.github.microgradj.engine.Op;
import java.lang.invoke.MethodHandles;

/**
 * A template that is never used directly. {@link NodeLoops#of} loads it once for each operation and constant, as a
 * hidden class.
 */
final class NodeLoopsTemplate implements NodeLoops.FlatLoops {
    private static final OpLoops.LoopFormula FORMULA =
            HiddenClassTemplate.datum(MethodHandles.lookup(), OpLoops.LoopFormula.class);
    private static final Op OP = FORMULA.op();
    private static final double CONSTANT = FORMULA.constant();
    private static final boolean UNARY = OP.arity() == 1;

    NodeLoopsTemplate() {}

    @Override
    public void forward(double[] values, NodeRun[] runs) {
        for (NodeRun run : runs) {
            forward(values, run.y(), run.a(), run.stepA(), run.b(), run.stepB(), run.length());
        }
    }

    private static void forward(double[] values, int y, int a, int stepA, int b, int stepB, int length) {
        for (int i = 0; i < length; i++) {
            values[y + i] = OP.forward().apply(values[a + i * stepA], UNARY ? CONSTANT : values[b + i * stepB]);
        }
    }

    @Override
    public void forwardAt(double[] values, int y, int[] a, int[] b) {
        for (int i = 0; i < a.length; i++) {
            values[y + i] = OP.forward().apply(values[a[i]], UNARY ? CONSTANT : values[b[i]]);
        }
    }

    @Override
    public void backwardA(double[] values, double[] grads, int y, int a, int stepA, int b, int stepB, int length) {
        for (int i = 0; i < length; i++) {
            double second = UNARY ? CONSTANT : values[b + i * stepB];
            grads[a + i * stepA] += OP.da().apply(values[a + i * stepA], second, values[y + i]) * grads[y + i];
        }
    }

    @Override
    public void backwardB(double[] values, double[] grads, int y, int a, int stepA, int b, int stepB, int length) {
        for (int i = 0; i < length; i++) {
            double second = UNARY ? CONSTANT : values[b + i * stepB];
            grads[b + i * stepB] += OP.db().apply(values[a + i * stepA], second, values[y + i]) * grads[y + i];
        }
    }

    @Override
    public void backwardRows(double[] values, double[] grads, NodeRun[] rows) {
        for (NodeRun row : rows) {
            backwardRow(values, grads, row.y(), row.a(), row.b(), row.length());
        }
    }

    private static void backwardRow(double[] values, double[] grads, int y, int a, int b, int length) {
        double second = values[b];
        double sum = grads[b];
        for (int i = 0; i < length; i++) {
            double first = values[a + i];
            double gradient = grads[y + i];
            grads[a + i] += OP.da().apply(first, second, values[y + i]) * gradient;
            sum += OP.db().apply(first, second, values[y + i]) * gradient;
        }
        grads[b] = sum;
    }

    @Override
    public void backwardAtA(double[] values, double[] grads, int[] y, int[] a, int[] b) {
        for (int i = 0; i < y.length; i++) {
            double second = UNARY ? CONSTANT : values[b[i]];
            grads[a[i]] += OP.da().apply(values[a[i]], second, values[y[i]]) * grads[y[i]];
        }
    }

    @Override
    public void backwardAtB(double[] values, double[] grads, int[] y, int[] a, int[] b) {
        for (int i = 0; i < y.length; i++) {
            double second = UNARY ? CONSTANT : values[b[i]];
            grads[b[i]] += OP.db().apply(values[a[i]], second, values[y[i]]) * grads[y[i]];
        }
    }

    @Override
    public void backwardAt(double[] values, double[] grads, int[] y, int[] a, int[] b) {
        for (int i = 0; i < y.length; i++) {
            double first = values[a[i]];
            double second = UNARY ? CONSTANT : values[b[i]];
            double gradient = grads[y[i]];
            grads[a[i]] += OP.da().apply(first, second, values[y[i]]) * gradient;
            grads[b[i]] += OP.db().apply(first, second, values[y[i]]) * gradient;
        }
    }
}
