package io.github.microgradj.compile;

import io.github.microgradj.compile.kernel.OpLoops;
import io.github.microgradj.engine.Op;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One operation on a group of nodes, applied to whole blocks.
 *
 * @param constant the constant of a unary operation, otherwise 0
 * @param width the number of nodes
 * @param y the block that the operation computes
 * @param a the block of the left operands
 * @param b the block of the right operands; for a unary operation, the block of the left ones
 * @param firstContributionA whether the backward pass has not yet added anything to the gradients of the left operands
 * @param firstContributionB whether the backward pass has not yet added anything to the gradients of the right operands
 * @param zeros a block of zeros
 */
record Elementwise(
        Op op,
        double constant,
        int width,
        int y,
        int a,
        int b,
        boolean firstContributionA,
        boolean firstContributionB,
        int zeros)
        implements Instruction {
    @Override
    public int[] outputs() {
        return new int[] {y};
    }

    @Override
    public int[] operands() {
        return new int[] {a, b};
    }

    @Override
    public int[] backwardReads() {
        PartialOperands reads = PartialOperands.of(op, constant);
        return Stream.of(
                        reads.y() ? new int[] {y} : new int[0],
                        reads.a() ? new int[] {a} : new int[0],
                        reads.b() && op.arity() == 2 ? new int[] {b} : new int[0])
                .flatMapToInt(Arrays::stream)
                .toArray();
    }

    @Override
    public Step bind(double[][] values, double[] @Nullable [] grads) {
        return new Bound(values, grads);
    }

    private final class Bound implements Step {
        private final OpLoops loops = OpLoops.of(op, constant);
        private final double[] valuesY;
        private final double[] valuesA;
        private final double[] valuesB;
        private final double @Nullable [] dy;
        private final double @Nullable [] da;
        private final double @Nullable [] db;
        private final double[] zero;

        Bound(double[][] values, double[] @Nullable [] grads) {
            valuesY = values[y];
            valuesA = values[a];
            valuesB = values[b];
            zero = values[zeros];
            dy = grads[y];
            da = grads[a];
            db = op.arity() == 2 ? grads[b] : null;
        }

        @Override
        public void forward(int samples) {
            loops.forward(valuesY, valuesA, valuesB, samples * width);
        }

        @Override
        public void backward(int samples, PartialSum slice) {
            int length = samples * width;
            if (dy != null && da != null) {
                loops.backwardA(da, firstContributionA ? zero : da, valuesA, valuesB, valuesY, dy, length);
            }
            if (dy != null && db != null) {
                loops.backwardB(db, firstContributionB ? zero : db, valuesA, valuesB, valuesY, dy, length);
            }
        }
    }
}
