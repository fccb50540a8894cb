package io.github.microgradj.compile;

import io.github.microgradj.engine.Op;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One operation on nodes side by side, sample by sample.
 *
 * @param constant of a unary operation, else 0
 * @param outputs the rows it computes
 * @param a the row of each left operand
 * @param b the row of each right operand; of a unary operation whatever
 * @param freshA whether nobody has added to the left operand's gradient before, on the way back
 * @param freshB the same of the right operand
 * @param zeros a row of zeros
 */
record Elementwise(
        Op op, double constant, int[] outputs, int[] a, int[] b, boolean[] freshA, boolean[] freshB, int zeros)
        implements Instruction {
    @Override
    public int[] operands() {
        return Stream.of(a, b).flatMapToInt(Arrays::stream).toArray();
    }

    @Override
    public int[] backwardReads() {
        Reads reads = Reads.of(op, constant);
        return Stream.of(
                        reads.y() ? outputs : new int[0],
                        reads.a() ? a : new int[0],
                        reads.b() && op.arity() == 2 ? b : new int[0])
                .flatMapToInt(Arrays::stream)
                .toArray();
    }

    @Override
    public Step bind(double[][] values, double[][] grads) {
        OpLoops loops = OpLoops.of(op, constant);
        double[][] y = pick(values, outputs);
        double[][] left = pick(values, a);
        double[][] right = pick(values, b);
        double[][] dy = pick(grads, outputs);
        double[][] da = pick(grads, a);
        double[][] db = pick(grads, b);
        double[][] baseA = bases(da, freshA, values[zeros]);
        double[][] baseB = bases(db, freshB, values[zeros]);
        return new Step() {
            @Override
            public void forward(int lanes) {
                loops.forward(y, left, right, lanes);
            }

            @Override
            public void backward(int lanes, Slice slice) {
                loops.backwardA(da, baseA, left, right, y, dy, lanes);
                if (op.arity() == 2) {
                    loops.backwardB(db, baseB, left, right, y, dy, lanes);
                }
            }
        };
    }

    /** What each gradient is added to: zeros if it is fresh, so that no row needs to be cleared. */
    private static double[][] bases(double[][] gradients, boolean[] fresh, double[] zeros) {
        return IntStream.range(0, fresh.length)
                .mapToObj(i -> fresh[i] ? zeros : gradients[i])
                .toArray(double[][]::new);
    }

    static double[][] pick(double[][] rows, int[] places) {
        return Arrays.stream(places).mapToObj(place -> rows[place]).toArray(double[][]::new);
    }
}
