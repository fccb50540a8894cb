package io.github.microgradj.compile.kernel;

import io.github.microgradj.engine.Op;
import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * A template that is never used directly. {@link VectorNodeLoops} loads it once for each of its operations, as a hidden
 * class. Vectors are used for runs whose left operands are adjacent and, for the gradients of right operands, whose
 * right operands are adjacent, too. All other nodes, and the last ones of a run, are computed one by one.
 */
final class VectorNodeLoopsTemplate implements NodeLoops.FlatLoops {
    private static final VectorSpecies<Double> SPECIES = VectorKernels.SPECIES;
    private static final int WIDTH = SPECIES.length();
    private static final VectorNodeLoops FORMULA =
            HiddenClassTemplate.datum(MethodHandles.lookup(), VectorNodeLoops.class);
    private static final Op OP = FORMULA.op();
    private static final boolean UNARY = OP.arity() == 1;
    private static final NodeLoops.FlatLoops SINGLE = NodeLoops.of(OP, 0).loops;

    VectorNodeLoopsTemplate() {}

    @Override
    public void forward(double[] values, NodeRun[] runs) {
        for (NodeRun run : runs) {
            forward(values, run.y(), run.a(), run.stepA(), run.b(), run.stepB(), run.length());
        }
    }

    private static void forward(double[] values, int y, int a, int stepA, int b, int stepB, int length) {
        VectorNodeLoops.VectorForward formula = FORMULA.forward();
        if (formula == null && stepA == 1) {
            VectorExp.exp(values, y, a, length);
            return;
        }
        int i = 0;
        for (; formula != null && stepA == 1 && i + WIDTH <= length; i += WIDTH) {
            DoubleVector first = DoubleVector.fromArray(SPECIES, values, a + i);
            formula.apply(first, second(values, first, b, stepB, i)).intoArray(values, y + i);
        }
        for (; i < length; i++) {
            values[y + i] = OP.forward().apply(values[a + i * stepA], values[b + i * stepB]);
        }
    }

    /** Returns the right operands, or the left ones again for a unary operation. */
    private static DoubleVector second(double[] values, DoubleVector first, int b, int stepB, int i) {
        if (UNARY) {
            return first;
        }
        return stepB == 1 ? DoubleVector.fromArray(SPECIES, values, b + i) : DoubleVector.broadcast(SPECIES, values[b]);
    }

    @Override
    public void backwardA(double[] values, double[] grads, int y, int a, int stepA, int b, int stepB, int length) {
        int i = 0;
        for (; stepA == 1 && i + WIDTH <= length; i += WIDTH) {
            DoubleVector first = DoubleVector.fromArray(SPECIES, values, a + i);
            DoubleVector result = DoubleVector.fromArray(SPECIES, values, y + i);
            DoubleVector local = FORMULA.da().apply(first, second(values, first, b, stepB, i), result);
            DoubleVector gradient = local.mul(DoubleVector.fromArray(SPECIES, grads, y + i));
            DoubleVector.fromArray(SPECIES, grads, a + i).add(gradient).intoArray(grads, a + i);
        }
        for (; i < length; i++) {
            double second = values[b + i * stepB];
            grads[a + i * stepA] += OP.da().apply(values[a + i * stepA], second, values[y + i]) * grads[y + i];
        }
    }

    @Override
    public void backwardB(double[] values, double[] grads, int y, int a, int stepA, int b, int stepB, int length) {
        int i = 0;
        for (; stepA == 1 && stepB == 1 && i + WIDTH <= length; i += WIDTH) {
            DoubleVector first = DoubleVector.fromArray(SPECIES, values, a + i);
            DoubleVector second = DoubleVector.fromArray(SPECIES, values, b + i);
            DoubleVector result = DoubleVector.fromArray(SPECIES, values, y + i);
            DoubleVector gradient =
                    FORMULA.db().apply(first, second, result).mul(DoubleVector.fromArray(SPECIES, grads, y + i));
            DoubleVector.fromArray(SPECIES, grads, b + i).add(gradient).intoArray(grads, b + i);
        }
        for (; i < length; i++) {
            double second = values[b + i * stepB];
            grads[b + i * stepB] += OP.db().apply(values[a + i * stepA], second, values[y + i]) * grads[y + i];
        }
    }

    @Override
    public void backwardRows(double[] values, double[] grads, NodeRun[] rows) {
        for (NodeRun row : rows) {
            backwardA(values, grads, row.y(), row.a(), 1, row.b(), 0, row.length());
            addInOrder(values, grads, row.y(), row.a(), row.b(), row.length());
        }
    }

    private static void addInOrder(double[] values, double[] grads, int y, int a, int b, int length) {
        double second = values[b];
        double sum = grads[b];
        for (int i = 0; i < length; i++) {
            sum += OP.db().apply(values[a + i], second, values[y + i]) * grads[y + i];
        }
        grads[b] = sum;
    }

    @Override
    public void forwardAt(double[] values, int y, int[] a, int[] b) {
        SINGLE.forwardAt(values, y, a, b);
    }

    @Override
    public void backwardAtA(double[] values, double[] grads, int[] y, int[] a, int[] b) {
        SINGLE.backwardAtA(values, grads, y, a, b);
    }

    @Override
    public void backwardAtB(double[] values, double[] grads, int[] y, int[] a, int[] b) {
        SINGLE.backwardAtB(values, grads, y, a, b);
    }

    @Override
    public void backwardAt(double[] values, double[] grads, int[] y, int[] a, int[] b) {
        SINGLE.backwardAt(values, grads, y, a, b);
    }
}
