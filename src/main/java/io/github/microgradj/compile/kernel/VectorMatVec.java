package io.github.microgradj.compile.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * The product of a matrix and a single column, as in a layer of one neuron. The order of its sums rules out vectors
 * along a row. Instead, eight rows of eight terms are transposed in registers, and each lane sums a row. The
 * transposition exchanges groups of four, then pairs, then neighbours. Each time, half of a vector stays and the other
 * half comes from another vector.
 */
final class VectorMatVec {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_512;
    private static final VectorShuffle<Double> BY_FOUR = VectorShuffle.fromOp(SPECIES, i -> i ^ 4);
    private static final VectorShuffle<Double> BY_TWO = VectorShuffle.fromOp(SPECIES, i -> i ^ 2);
    private static final VectorShuffle<Double> BY_ONE = VectorShuffle.fromOp(SPECIES, i -> i ^ 1);
    private static final VectorMask<Double> FOURS = VectorMask.fromLong(SPECIES, 0b1111_0000);
    private static final VectorMask<Double> TWOS = VectorMask.fromLong(SPECIES, 0b1100_1100);
    private static final VectorMask<Double> ONES = VectorMask.fromLong(SPECIES, 0b1010_1010);

    private VectorMatVec() {}

    /** Returns whether rows and columns are contiguous wherever whole vectors are read or written. */
    static boolean fit(Matrix c, Matrix start, Matrix a, Matrix b) {
        return c.rowStride() == 1 && start.rowStride() <= 1 && a.columnStride() == 1 && b.rowStride() == 1;
    }

    /** Computes {@code c = start + a*b}, as {@link Kernels.Product} specifies. */
    static void multiply(Matrix c, Matrix start, Matrix a, Matrix b, int rows, int depth) {
        double[] into = c.array();
        double[] first = start.array();
        double[] left = a.array();
        double[] right = b.array();
        int full = depth & -8;
        for (int r = 0; r < rows; r += 8) {
            int i0 = a.place(r, 0);
            int i1 = a.place(Math.min(r + 1, rows - 1), 0);
            int i2 = a.place(Math.min(r + 2, rows - 1), 0);
            int i3 = a.place(Math.min(r + 3, rows - 1), 0);
            int i4 = a.place(Math.min(r + 4, rows - 1), 0);
            int i5 = a.place(Math.min(r + 5, rows - 1), 0);
            int i6 = a.place(Math.min(r + 6, rows - 1), 0);
            int i7 = a.place(Math.min(r + 7, rows - 1), 0);
            DoubleVector sum = start.rowStride() == 0
                    ? DoubleVector.broadcast(SPECIES, first[start.offset()])
                    : DoubleVector.fromArray(SPECIES, first, start.offset() + r);
            for (int t = 0; t < depth; t += 8) {
                DoubleVector a0 = DoubleVector.fromArray(SPECIES, left, i0 + t);
                DoubleVector a1 = DoubleVector.fromArray(SPECIES, left, i1 + t);
                DoubleVector a2 = DoubleVector.fromArray(SPECIES, left, i2 + t);
                DoubleVector a3 = DoubleVector.fromArray(SPECIES, left, i3 + t);
                DoubleVector a4 = DoubleVector.fromArray(SPECIES, left, i4 + t);
                DoubleVector a5 = DoubleVector.fromArray(SPECIES, left, i5 + t);
                DoubleVector a6 = DoubleVector.fromArray(SPECIES, left, i6 + t);
                DoubleVector a7 = DoubleVector.fromArray(SPECIES, left, i7 + t);
                DoubleVector b0 = a0.blend(a4.rearrange(BY_FOUR), FOURS);
                DoubleVector b1 = a1.blend(a5.rearrange(BY_FOUR), FOURS);
                DoubleVector b2 = a2.blend(a6.rearrange(BY_FOUR), FOURS);
                DoubleVector b3 = a3.blend(a7.rearrange(BY_FOUR), FOURS);
                DoubleVector b4 = a0.rearrange(BY_FOUR).blend(a4, FOURS);
                DoubleVector b5 = a1.rearrange(BY_FOUR).blend(a5, FOURS);
                DoubleVector b6 = a2.rearrange(BY_FOUR).blend(a6, FOURS);
                DoubleVector b7 = a3.rearrange(BY_FOUR).blend(a7, FOURS);
                a0 = b0.blend(b2.rearrange(BY_TWO), TWOS);
                a1 = b1.blend(b3.rearrange(BY_TWO), TWOS);
                a2 = b0.rearrange(BY_TWO).blend(b2, TWOS);
                a3 = b1.rearrange(BY_TWO).blend(b3, TWOS);
                a4 = b4.blend(b6.rearrange(BY_TWO), TWOS);
                a5 = b5.blend(b7.rearrange(BY_TWO), TWOS);
                a6 = b4.rearrange(BY_TWO).blend(b6, TWOS);
                a7 = b5.rearrange(BY_TWO).blend(b7, TWOS);
                b0 = a0.blend(a1.rearrange(BY_ONE), ONES);
                b1 = a0.rearrange(BY_ONE).blend(a1, ONES);
                b2 = a2.blend(a3.rearrange(BY_ONE), ONES);
                b3 = a2.rearrange(BY_ONE).blend(a3, ONES);
                b4 = a4.blend(a5.rearrange(BY_ONE), ONES);
                b5 = a4.rearrange(BY_ONE).blend(a5, ONES);
                b6 = a6.blend(a7.rearrange(BY_ONE), ONES);
                b7 = a6.rearrange(BY_ONE).blend(a7, ONES);
                int p = b.offset() + t;
                if (t == full) { // Values beyond the last term are in b7, and perhaps in other vectors.
                    int terms = depth - full;
                    sum = sum.add(b0.mul(right[p]));
                    sum = terms > 1 ? sum.add(b1.mul(right[p + 1])) : sum;
                    sum = terms > 2 ? sum.add(b2.mul(right[p + 2])) : sum;
                    sum = terms > 3 ? sum.add(b3.mul(right[p + 3])) : sum;
                    sum = terms > 4 ? sum.add(b4.mul(right[p + 4])) : sum;
                    sum = terms > 5 ? sum.add(b5.mul(right[p + 5])) : sum;
                    sum = terms > 6 ? sum.add(b6.mul(right[p + 6])) : sum;
                    break;
                }
                sum = sum.add(b0.mul(right[p]));
                sum = sum.add(b1.mul(right[p + 1]));
                sum = sum.add(b2.mul(right[p + 2]));
                sum = sum.add(b3.mul(right[p + 3]));
                sum = sum.add(b4.mul(right[p + 4]));
                sum = sum.add(b5.mul(right[p + 5]));
                sum = sum.add(b6.mul(right[p + 6]));
                sum = sum.add(b7.mul(right[p + 7]));
            }
            if (r + 8 <= rows) {
                sum.intoArray(into, c.offset() + r);
            } else {
                sum.intoArray(into, c.offset() + r, SPECIES.indexInRange(r, rows));
            }
        }
    }
}
