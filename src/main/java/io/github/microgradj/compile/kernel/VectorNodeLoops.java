package io.github.microgradj.compile.kernel;

import io.github.microgradj.engine.Op;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import org.jspecify.annotations.Nullable;

/**
 * The formulas of operations on vectors, with the same bits as those of {@link Op}, and the loops that use them.
 * HotSpot vectorizes none of the loops of {@link NodeLoops}, because it cannot tell whether a loop reads what it wrote
 * to the same array.
 *
 * @param op the operation
 * @param forward y = f(a, b); null for the exponential function, which {@link VectorExp} computes
 * @param da the partial derivative with respect to a
 * @param db the partial derivative with respect to b
 */
record VectorNodeLoops(Op op, @Nullable VectorForward forward, VectorPartial da, VectorPartial db) {
    private static final DoubleVector ZERO = DoubleVector.zero(VectorKernels.SPECIES);
    private static final DoubleVector ONE = DoubleVector.broadcast(VectorKernels.SPECIES, 1);
    private static final List<VectorNodeLoops> TABLE = List.of(
            new VectorNodeLoops(Op.ADD, DoubleVector::add, (a, b, y) -> ONE, (a, b, y) -> ONE),
            new VectorNodeLoops(Op.SUB, DoubleVector::sub, (a, b, y) -> ONE, (a, b, y) -> ONE.neg()),
            new VectorNodeLoops(Op.MUL, DoubleVector::mul, (a, b, y) -> b, (a, b, y) -> a),
            new VectorNodeLoops(Op.DIV, DoubleVector::div, (a, b, y) -> ONE.div(b), (a, b, y) -> minusRatio(y, b)),
            new VectorNodeLoops(Op.MAX, DoubleVector::max, (a, b, y) -> larger(a, b), (a, b, y) -> larger(b, a)),
            new VectorNodeLoops(Op.RELU, (a, b) -> a.max(ZERO), (a, b, y) -> isPositive(y), (a, b, y) -> ZERO),
            new VectorNodeLoops(Op.EXP, null, (a, b, y) -> y, (a, b, y) -> ZERO));
    private static final Map<Op, NodeLoops> LOOPS =
            TABLE.stream().collect(Collectors.toUnmodifiableMap(VectorNodeLoops::op, VectorNodeLoops::load));

    /** The function that computes the values of an operation. */
    interface VectorForward {
        DoubleVector apply(DoubleVector a, DoubleVector b);
    }

    /** The function that computes partial derivatives of an operation. */
    interface VectorPartial {
        DoubleVector apply(DoubleVector a, DoubleVector b, DoubleVector y);
    }

    /** Returns the loops of an operation, with vectors if there is a formula for it. */
    static NodeLoops of(Op op, double constant) {
        NodeLoops loops = LOOPS.get(op);
        return loops == null ? NodeLoops.of(op, constant) : loops;
    }

    private static NodeLoops load(VectorNodeLoops formula) {
        return new NodeLoops(
                HiddenClassTemplate.load(NodeLoops.FlatLoops.class, VectorNodeLoopsTemplate.class, formula));
    }

    private static DoubleVector minusRatio(DoubleVector y, DoubleVector b) {
        return y.neg().div(b);
    }

    /** Returns the derivative of max(a, b) with respect to a. */
    private static DoubleVector larger(DoubleVector a, DoubleVector b) {
        return ONE.blend(0.5, a.compare(VectorOperators.EQ, b)).blend(0, a.compare(VectorOperators.LT, b));
    }

    /** Returns the derivative of y = max(a, 0), which is NaN if y is. */
    private static DoubleVector isPositive(DoubleVector y) {
        return y.blend(1, y.compare(VectorOperators.GT, 0));
    }
}
