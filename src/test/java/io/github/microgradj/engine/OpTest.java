package io.github.microgradj.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

/** Tests of every row of the table. A new operation is tested without a change to this file. */
class OpTest {
    /** The operations with a kink: for binary ones where the operands are equal, for unary ones at 0. */
    private static final Set<Op> KINKED = Set.of(Op.RELU, Op.LEAKY_RELU, Op.ABS, Op.MAX, Op.MIN);

    @Provide
    Arbitrary<Op> ops() {
        return Arbitraries.of(Op.table());
    }

    @Property
    void partialDerivativesMatchCentralDifferences(
            @ForAll("ops") Op op, @ForAll @DoubleRange(max = 1) double s, @ForAll @DoubleRange(max = 1) double t) {
        double a = op.low() + s * (op.high() - op.low());
        double b = op.low() + t * (op.high() - op.low());
        double h = 1e-6;
        if (KINKED.contains(op) && Math.abs(op.arity() == 2 ? a - b : a) <= h) {
            return;
        }
        double y = op.forward().apply(a, b);
        double da = (op.forward().apply(a + h, b) - op.forward().apply(a - h, b)) / (2 * h);
        assertThat(op.da().apply(a, b, y)).isCloseTo(da, within(1e-7 * Math.max(1, Math.abs(da))));
        if (op.arity() == 2) {
            double db = (op.forward().apply(a, b + h) - op.forward().apply(a, b - h)) / (2 * h);
            assertThat(op.db().apply(a, b, y)).isCloseTo(db, within(1e-7 * Math.max(1, Math.abs(db))));
        }
    }

    @Test
    void theTableHasTheOperationsOfMicrogradAndMore() {
        assertThat(Op.table())
                .extracting(Op::symbol)
                .containsExactly(
                        "+",
                        "-",
                        "*",
                        "/",
                        "**",
                        "**",
                        "max",
                        "min",
                        "neg",
                        "exp",
                        "log",
                        "log1p",
                        "sqrt",
                        "abs",
                        "sin",
                        "cos",
                        "tanh",
                        "sigmoid",
                        "softplus",
                        "ReLU",
                        "LeakyReLU");
    }

    @Test
    void saturatedFunctionsNeitherOverflowNorBecomeNaN() {
        for (double x : List.of(-1e308, -1000.0, 1000.0, 1e308)) {
            for (Op op : List.of(Op.SIGMOID, Op.SOFTPLUS, Op.TANH, Op.RELU)) {
                double y = op.forward().apply(x, 0);
                assertThat(y)
                        .isEqualTo(
                                x < 0
                                        ? (op.equals(Op.TANH) ? -1 : 0)
                                        : op.equals(Op.SIGMOID) || op.equals(Op.TANH) ? 1 : x);
                assertThat(op.da().apply(x, 0, y)).isIn(0.0, 1.0);
            }
        }
    }

    @Test
    void reluKeepsNaN() {
        assertThat(Op.RELU.forward().apply(Double.NaN, 0)).isNaN();
        assertThat(Op.LEAKY_RELU.forward().apply(Double.NaN, 0)).isNaN();
    }

    /** PyTorch's leaky_relu: the slope of the negative side holds at 0, too. */
    @Test
    void leakyReluHasASlopeBelowAndAtZero() {
        for (double x : List.of(-1e308, -3.0, -0.5, -0.0, 0.0)) {
            double y = Op.LEAKY_RELU.forward().apply(x, 0);
            assertThat(y).isEqualTo(0.01 * x);
            assertThat(Op.LEAKY_RELU.da().apply(x, 0, y)).isEqualTo(0.01);
        }
        for (double x : List.of(Double.MIN_VALUE, 0.5, 1e308)) {
            assertThat(Op.LEAKY_RELU.forward().apply(x, 0)).isEqualTo(x);
            assertThat(Op.LEAKY_RELU.da().apply(x, 0, x)).isEqualTo(1);
        }
    }

    @Test
    void smallIntegerPowersAreRepeatedMultiplication() {
        assertThat(Op.POW.forward().apply(1.1, 3)).isEqualTo(1.1 * 1.1 * 1.1);
        assertThat(Op.POW.forward().apply(3, -2)).isEqualTo(1.0 / 9);
        assertThat(Op.POW.forward().apply(2, 0.5)).isEqualTo(StrictMath.sqrt(2));
        assertThat(Op.POW.forward().apply(2, 100)).isEqualTo(StrictMath.pow(2, 100));
    }
}
