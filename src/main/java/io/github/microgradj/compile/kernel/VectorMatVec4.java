package io.github.microgradj.compile.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link VectorMatVec} for vectors of four doubles. Four rows of four terms are transposed in registers by exchanging
 * pairs, then neighbours.
 */
final class VectorMatVec4 {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_256;
    private static final VectorShuffle<Double> BY_TWO = VectorShuffle.fromOp(SPECIES, i -> i ^ 2);
    private static final VectorShuffle<Double> BY_ONE = VectorShuffle.fromOp(SPECIES, i -> i ^ 1);
    private static final VectorMask<Double> TWOS = VectorMask.fromLong(SPECIES, 0b1100);
    private static final VectorMask<Double> ONES = VectorMask.fromLong(SPECIES, 0b1010);

    private VectorMatVec4() {}

    /** Computes {@code c = start + a*b}, as {@link Kernels.Product} specifies. {@link VectorMatVec#fit} must hold. */
    static void multiply(Matrix c, Matrix start, Matrix a, Matrix b, int rows, int depth) {
        double[] into = c.array();
        double[] first = start.array();
        double[] left = a.array();
        double[] right = b.array();
        int full = depth & -4;
        for (int r = 0; r < rows; r += 4) {
            int i0 = a.place(r, 0);
            int i1 = a.place(Math.min(r + 1, rows - 1), 0);
            int i2 = a.place(Math.min(r + 2, rows - 1), 0);
            int i3 = a.place(Math.min(r + 3, rows - 1), 0);
            DoubleVector sum = start.rowStride() == 0
                    ? DoubleVector.broadcast(SPECIES, first[start.offset()])
                    : DoubleVector.fromArray(SPECIES, first, start.offset() + r);
            for (int t = 0; t < depth; t += 4) {
                DoubleVector a0 = DoubleVector.fromArray(SPECIES, left, i0 + t);
                DoubleVector a1 = DoubleVector.fromArray(SPECIES, left, i1 + t);
                DoubleVector a2 = DoubleVector.fromArray(SPECIES, left, i2 + t);
                DoubleVector a3 = DoubleVector.fromArray(SPECIES, left, i3 + t);
                DoubleVector b0 = a0.blend(a2.rearrange(BY_TWO), TWOS);
                DoubleVector b1 = a1.blend(a3.rearrange(BY_TWO), TWOS);
                DoubleVector b2 = a0.rearrange(BY_TWO).blend(a2, TWOS);
                DoubleVector b3 = a1.rearrange(BY_TWO).blend(a3, TWOS);
                a0 = b0.blend(b1.rearrange(BY_ONE), ONES);
                a1 = b0.rearrange(BY_ONE).blend(b1, ONES);
                a2 = b2.blend(b3.rearrange(BY_ONE), ONES);
                a3 = b2.rearrange(BY_ONE).blend(b3, ONES);
                int p = b.offset() + t;
                if (t == full) { // Values beyond the last term are in a3, and perhaps in other vectors.
                    int terms = depth - full;
                    sum = sum.add(a0.mul(right[p]));
                    sum = terms > 1 ? sum.add(a1.mul(right[p + 1])) : sum;
                    sum = terms > 2 ? sum.add(a2.mul(right[p + 2])) : sum;
                    break;
                }
                sum = sum.add(a0.mul(right[p]));
                sum = sum.add(a1.mul(right[p + 1]));
                sum = sum.add(a2.mul(right[p + 2]));
                sum = sum.add(a3.mul(right[p + 3]));
            }
            if (r + 4 <= rows) {
                sum.intoArray(into, c.offset() + r);
            } else {
                sum.intoArray(into, c.offset() + r, SPECIES.indexInRange(r, rows));
            }
        }
    }
}
