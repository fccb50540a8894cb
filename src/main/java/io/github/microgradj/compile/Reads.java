package io.github.microgradj.compile;

import io.github.microgradj.engine.Op;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * Which numbers the partial derivatives of an operation are computed from. A formula of the table that reads a number gives NaN
 * for a NaN, because none of them has a branch on it; of other operations nothing is known, so they are said to read everything.
 */
record Reads(boolean a, boolean b, boolean y) {
    private static final double[] SAMPLES = {-0.7, 0, 0.3, 1, 1.6};

    static Reads of(Op op, double constant) {
        if (!Op.table().contains(op)) {
            return new Reads(true, true, true);
        }
        double[] second = op.arity() == 1 ? new double[] {constant} : SAMPLES;
        double[] nan = {Double.NaN};
        return new Reads(
                anyNaN(op, nan, second, SAMPLES),
                op.arity() == 2 && anyNaN(op, SAMPLES, nan, SAMPLES),
                anyNaN(op, SAMPLES, second, nan));
    }

    /** A partial derivative that is computed from nothing, as those of a sum; NaN if it is not. HotSpot keeps multiplications by 1. */
    static double constantPartial(Op op, double constant, boolean left) {
        Reads reads = of(op, constant);
        if (reads.a || reads.b || reads.y) {
            return Double.NaN;
        }
        return (left ? op.da() : op.db()).apply(1, op.arity() == 1 ? constant : 1, 1);
    }

    private static boolean anyNaN(Op op, double[] as, double[] bs, double[] ys) {
        return Arrays.stream(as)
                .flatMap(a -> Arrays.stream(bs).flatMap(b -> Arrays.stream(ys)
                        .flatMap(y ->
                                DoubleStream.of(op.da().apply(a, b, y), op.db().apply(a, b, y)))))
                .anyMatch(Double::isNaN);
    }
}
