package io.github.microgradj.compile;

import io.github.microgradj.engine.Op;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * The numbers on which the partial derivatives of an operation depend: its operands {@code a} and {@code b}, and its
 * result {@code y}. For operations in the table of {@link Op}, they are found by evaluating the formulas: a number is
 * not read if changing it does not change the result. Other operations are assumed to read all numbers.
 */
record PartialOperands(boolean a, boolean b, boolean y) {
    private static final double[] SAMPLES = {-0.7, 0, 0.3, 1, 1.6};
    private static final double[] READ = {-1.3, -0.7, 0, 0.3, 1, 1.6, Double.NaN};

    static PartialOperands of(Op op, double constant) {
        if (!Op.table().contains(op)) {
            return new PartialOperands(true, true, true);
        }
        double[] second = op.arity() == 1 ? new double[] {constant} : SAMPLES;
        boolean a = false;
        boolean b = false;
        boolean y = false;
        for (Op.Partial partial : new Op.Partial[] {op.da(), op.db()}) {
            for (double t : SAMPLES) {
                for (double s : second) {
                    a |= varies(x -> partial.apply(x, s, t));
                    y |= varies(x -> partial.apply(t, s, x));
                }
                for (double s : SAMPLES) {
                    b |= op.arity() == 2 && varies(x -> partial.apply(s, x, t));
                }
            }
        }
        return new PartialOperands(a, b, y);
    }

    private static boolean varies(DoubleUnaryOperator partial) {
        double first = partial.applyAsDouble(READ[0]);
        return Arrays.stream(READ).anyMatch(x -> Double.compare(partial.applyAsDouble(x), first) != 0);
    }

    /**
     * Returns the value of a partial derivative that is constant, such as that of a sum, or NaN for any other. Callers
     * omit multiplications by 1, which HotSpot does not remove.
     */
    static double constantPartial(Op op, double constant, boolean left) {
        PartialOperands reads = of(op, constant);
        if (reads.a || reads.b || reads.y) {
            return Double.NaN;
        }
        return (left ? op.da() : op.db()).apply(1, op.arity() == 1 ? constant : 1, 1);
    }
}
