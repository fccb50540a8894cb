package io.github.microgradj.compile.kernel;

import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * A template that is never used directly. {@link VectorPackedGemm#of} loads it once for each shape. Four rows by two
 * vectors of sums need twelve of sixteen registers. With more sums, HotSpot moves some of them to memory and back for
 * each term. In the loop over the terms, the distances between numbers are constants, so HotSpot checks the bounds of
 * the arrays once before the loop. If fewer than four rows are left, the kernel writes sums that it then overwrites.
 */
final class VectorPackedGemmTemplate implements VectorPackedGemm {
    private static final VectorSpecies<Double> SPECIES = VectorKernels.SPECIES;
    private static final int WIDTH = SPECIES.length();
    private static final VectorPackedGemm.PackedShape SHAPE =
            HiddenClassTemplate.datum(MethodHandles.lookup(), VectorPackedGemm.PackedShape.class);
    private static final boolean TWO = SHAPE.vectors() == 2;
    private static final boolean BLOCKS = SHAPE.blocks();
    private static final int STEP = SHAPE.vectors() * WIDTH;

    VectorPackedGemmTemplate() {}

    @Override
    public void multiply(Matrix c, Matrix start, Matrix a, int from, double[] panel, int terms, int rows, int j) {
        double[] into = c.array();
        double[] first = start.array();
        double[] left = a.array();
        int lastSum = c.place(rows - 1, j);
        int lastStart = start.place(rows - 1, j);
        int lastLeft = a.place(rows - 1, from);
        for (int r = 0; r < rows; r += 4) {
            DoubleVector s10, s20, s30;
            DoubleVector s11, s21, s31;
            int k = start.place(r, j);
            DoubleVector s00 = DoubleVector.fromArray(SPECIES, first, k);
            DoubleVector s01 = TWO ? DoubleVector.fromArray(SPECIES, first, k + WIDTH) : s00;
            if (start.rowStride() == 0) {
                s10 = s00;
                s11 = s01;
                s20 = s00;
                s21 = s01;
                s30 = s00;
                s31 = s01;
            } else {
                k = Math.min(k + start.rowStride(), lastStart);
                s10 = DoubleVector.fromArray(SPECIES, first, k);
                s11 = TWO ? DoubleVector.fromArray(SPECIES, first, k + WIDTH) : s10;
                k = Math.min(k + start.rowStride(), lastStart);
                s20 = DoubleVector.fromArray(SPECIES, first, k);
                s21 = TWO ? DoubleVector.fromArray(SPECIES, first, k + WIDTH) : s20;
                k = Math.min(k + start.rowStride(), lastStart);
                s30 = DoubleVector.fromArray(SPECIES, first, k);
                s31 = TWO ? DoubleVector.fromArray(SPECIES, first, k + WIDTH) : s30;
            }
            int i0 = BLOCKS ? a.place(r, 0) + 4 * from : a.place(r, from);
            int i1 = Math.min(i0 + a.rowStride(), lastLeft);
            int i2 = Math.min(i1 + a.rowStride(), lastLeft);
            int i3 = Math.min(i2 + a.rowStride(), lastLeft);
            for (int t = 0; t < terms; t++) {
                DoubleVector b0 = DoubleVector.fromArray(SPECIES, panel, t * STEP);
                DoubleVector b1 = TWO ? DoubleVector.fromArray(SPECIES, panel, t * STEP + WIDTH) : b0;
                DoubleVector w = DoubleVector.broadcast(SPECIES, left[BLOCKS ? i0 + 4 * t : i0 + t]);
                s00 = s00.add(b0.mul(w));
                s01 = TWO ? s01.add(b1.mul(w)) : s01;
                w = DoubleVector.broadcast(SPECIES, left[BLOCKS ? i0 + 4 * t + 1 : i1 + t]);
                s10 = s10.add(b0.mul(w));
                s11 = TWO ? s11.add(b1.mul(w)) : s11;
                w = DoubleVector.broadcast(SPECIES, left[BLOCKS ? i0 + 4 * t + 2 : i2 + t]);
                s20 = s20.add(b0.mul(w));
                s21 = TWO ? s21.add(b1.mul(w)) : s21;
                w = DoubleVector.broadcast(SPECIES, left[BLOCKS ? i0 + 4 * t + 3 : i3 + t]);
                s30 = s30.add(b0.mul(w));
                s31 = TWO ? s31.add(b1.mul(w)) : s31;
            }
            int k0 = c.place(r, j);
            int k1 = Math.min(k0 + c.rowStride(), lastSum);
            int k2 = Math.min(k1 + c.rowStride(), lastSum);
            k = Math.min(k2 + c.rowStride(), lastSum);
            // In reverse order: rows past the end are also written to the last row, which must then be overwritten.
            s30.intoArray(into, k);
            if (TWO) {
                s31.intoArray(into, k + WIDTH);
            }
            s20.intoArray(into, k2);
            if (TWO) {
                s21.intoArray(into, k2 + WIDTH);
            }
            s10.intoArray(into, k1);
            if (TWO) {
                s11.intoArray(into, k1 + WIDTH);
            }
            s00.intoArray(into, k0);
            if (TWO) {
                s01.intoArray(into, k0 + WIDTH);
            }
        }
    }
}
