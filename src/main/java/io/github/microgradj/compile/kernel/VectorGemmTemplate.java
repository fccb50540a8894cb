package io.github.microgradj.compile.kernel;

import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * A template that is never used directly. {@link VectorGemm#of} loads it once for each shape, so that HotSpot omits the
 * code that a narrower kernel does not need. If fewer rows are left than the kernel computes at once, it computes the
 * last row several times.
 */
final class VectorGemmTemplate implements VectorGemm {
    private static final VectorSpecies<Double> SPECIES = VectorKernels.SPECIES;
    private static final int WIDTH = SPECIES.length();
    private static final VectorGemm.GemmShape SHAPE =
            HiddenClassTemplate.datum(MethodHandles.lookup(), VectorGemm.GemmShape.class);
    private static final boolean TWO = SHAPE.vectors() >= 2;
    private static final boolean THREE = SHAPE.vectors() >= 3;

    VectorGemmTemplate() {}

    @Override
    public void multiply(Matrix c, Matrix start, Matrix a, Matrix b, int[] order, int from, int to, int rows, int j) {
        double[] into = c.array();
        double[] first = start.array();
        double[] left = a.array();
        int step = a.columnStride();
        double[] right = b.array();
        int stride = b.rowStride();
        int place = b.offset() + j;
        int lastSum = c.place(rows - 1, j);
        int lastStart = start.place(rows - 1, j);
        int lastLeft = a.place(rows - 1, 0);
        for (int r = 0; r < rows; r += 8) {
            DoubleVector s00, s10, s20, s30, s40, s50, s60, s70;
            DoubleVector s01, s11, s21, s31, s41, s51, s61, s71;
            DoubleVector s02, s12, s22, s32, s42, s52, s62, s72;
            int k = start.offset() + r * start.rowStride() + j;
            s00 = DoubleVector.fromArray(SPECIES, first, k);
            s01 = TWO ? DoubleVector.fromArray(SPECIES, first, k + WIDTH) : s00;
            s02 = THREE ? DoubleVector.fromArray(SPECIES, first, k + 2 * WIDTH) : s00;
            if (start.rowStride() == 0) {
                s10 = s00;
                s11 = s01;
                s12 = s02;
                s20 = s00;
                s21 = s01;
                s22 = s02;
                s30 = s00;
                s31 = s01;
                s32 = s02;
                s40 = s00;
                s41 = s01;
                s42 = s02;
                s50 = s00;
                s51 = s01;
                s52 = s02;
                s60 = s00;
                s61 = s01;
                s62 = s02;
                s70 = s00;
                s71 = s01;
                s72 = s02;
            } else {
                k = Math.min(k + start.rowStride(), lastStart);
                s10 = DoubleVector.fromArray(SPECIES, first, k);
                s11 = TWO ? DoubleVector.fromArray(SPECIES, first, k + WIDTH) : s10;
                s12 = THREE ? DoubleVector.fromArray(SPECIES, first, k + 2 * WIDTH) : s10;
                k = Math.min(k + start.rowStride(), lastStart);
                s20 = DoubleVector.fromArray(SPECIES, first, k);
                s21 = TWO ? DoubleVector.fromArray(SPECIES, first, k + WIDTH) : s20;
                s22 = THREE ? DoubleVector.fromArray(SPECIES, first, k + 2 * WIDTH) : s20;
                k = Math.min(k + start.rowStride(), lastStart);
                s30 = DoubleVector.fromArray(SPECIES, first, k);
                s31 = TWO ? DoubleVector.fromArray(SPECIES, first, k + WIDTH) : s30;
                s32 = THREE ? DoubleVector.fromArray(SPECIES, first, k + 2 * WIDTH) : s30;
                k = Math.min(k + start.rowStride(), lastStart);
                s40 = DoubleVector.fromArray(SPECIES, first, k);
                s41 = TWO ? DoubleVector.fromArray(SPECIES, first, k + WIDTH) : s40;
                s42 = THREE ? DoubleVector.fromArray(SPECIES, first, k + 2 * WIDTH) : s40;
                k = Math.min(k + start.rowStride(), lastStart);
                s50 = DoubleVector.fromArray(SPECIES, first, k);
                s51 = TWO ? DoubleVector.fromArray(SPECIES, first, k + WIDTH) : s50;
                s52 = THREE ? DoubleVector.fromArray(SPECIES, first, k + 2 * WIDTH) : s50;
                k = Math.min(k + start.rowStride(), lastStart);
                s60 = DoubleVector.fromArray(SPECIES, first, k);
                s61 = TWO ? DoubleVector.fromArray(SPECIES, first, k + WIDTH) : s60;
                s62 = THREE ? DoubleVector.fromArray(SPECIES, first, k + 2 * WIDTH) : s60;
                k = Math.min(k + start.rowStride(), lastStart);
                s70 = DoubleVector.fromArray(SPECIES, first, k);
                s71 = TWO ? DoubleVector.fromArray(SPECIES, first, k + WIDTH) : s70;
                s72 = THREE ? DoubleVector.fromArray(SPECIES, first, k + 2 * WIDTH) : s70;
            }
            int i0 = a.offset() + r * a.rowStride();
            int i1 = Math.min(i0 + a.rowStride(), lastLeft);
            int i2 = Math.min(i1 + a.rowStride(), lastLeft);
            int i3 = Math.min(i2 + a.rowStride(), lastLeft);
            int i4 = Math.min(i3 + a.rowStride(), lastLeft);
            int i5 = Math.min(i4 + a.rowStride(), lastLeft);
            int i6 = Math.min(i5 + a.rowStride(), lastLeft);
            int i7 = Math.min(i6 + a.rowStride(), lastLeft);
            for (int i = from; i < to; i++) {
                int t = SHAPE.ordered() ? order[i] : i;
                int p = place + t * stride;
                DoubleVector b0 = DoubleVector.fromArray(SPECIES, right, p);
                DoubleVector b1 = TWO ? DoubleVector.fromArray(SPECIES, right, p + WIDTH) : b0;
                DoubleVector b2 = THREE ? DoubleVector.fromArray(SPECIES, right, p + 2 * WIDTH) : b0;
                DoubleVector w = DoubleVector.broadcast(SPECIES, left[i0 + t * step]);
                s00 = s00.add(b0.mul(w));
                s01 = TWO ? s01.add(b1.mul(w)) : s01;
                s02 = THREE ? s02.add(b2.mul(w)) : s02;
                w = DoubleVector.broadcast(SPECIES, left[i1 + t * step]);
                s10 = s10.add(b0.mul(w));
                s11 = TWO ? s11.add(b1.mul(w)) : s11;
                s12 = THREE ? s12.add(b2.mul(w)) : s12;
                w = DoubleVector.broadcast(SPECIES, left[i2 + t * step]);
                s20 = s20.add(b0.mul(w));
                s21 = TWO ? s21.add(b1.mul(w)) : s21;
                s22 = THREE ? s22.add(b2.mul(w)) : s22;
                w = DoubleVector.broadcast(SPECIES, left[i3 + t * step]);
                s30 = s30.add(b0.mul(w));
                s31 = TWO ? s31.add(b1.mul(w)) : s31;
                s32 = THREE ? s32.add(b2.mul(w)) : s32;
                w = DoubleVector.broadcast(SPECIES, left[i4 + t * step]);
                s40 = s40.add(b0.mul(w));
                s41 = TWO ? s41.add(b1.mul(w)) : s41;
                s42 = THREE ? s42.add(b2.mul(w)) : s42;
                w = DoubleVector.broadcast(SPECIES, left[i5 + t * step]);
                s50 = s50.add(b0.mul(w));
                s51 = TWO ? s51.add(b1.mul(w)) : s51;
                s52 = THREE ? s52.add(b2.mul(w)) : s52;
                w = DoubleVector.broadcast(SPECIES, left[i6 + t * step]);
                s60 = s60.add(b0.mul(w));
                s61 = TWO ? s61.add(b1.mul(w)) : s61;
                s62 = THREE ? s62.add(b2.mul(w)) : s62;
                w = DoubleVector.broadcast(SPECIES, left[i7 + t * step]);
                s70 = s70.add(b0.mul(w));
                s71 = TWO ? s71.add(b1.mul(w)) : s71;
                s72 = THREE ? s72.add(b2.mul(w)) : s72;
            }
            k = c.offset() + r * c.rowStride() + j;
            s00.intoArray(into, k);
            if (TWO) {
                s01.intoArray(into, k + WIDTH);
            }
            if (THREE) {
                s02.intoArray(into, k + 2 * WIDTH);
            }
            k = Math.min(k + c.rowStride(), lastSum);
            s10.intoArray(into, k);
            if (TWO) {
                s11.intoArray(into, k + WIDTH);
            }
            if (THREE) {
                s12.intoArray(into, k + 2 * WIDTH);
            }
            k = Math.min(k + c.rowStride(), lastSum);
            s20.intoArray(into, k);
            if (TWO) {
                s21.intoArray(into, k + WIDTH);
            }
            if (THREE) {
                s22.intoArray(into, k + 2 * WIDTH);
            }
            k = Math.min(k + c.rowStride(), lastSum);
            s30.intoArray(into, k);
            if (TWO) {
                s31.intoArray(into, k + WIDTH);
            }
            if (THREE) {
                s32.intoArray(into, k + 2 * WIDTH);
            }
            k = Math.min(k + c.rowStride(), lastSum);
            s40.intoArray(into, k);
            if (TWO) {
                s41.intoArray(into, k + WIDTH);
            }
            if (THREE) {
                s42.intoArray(into, k + 2 * WIDTH);
            }
            k = Math.min(k + c.rowStride(), lastSum);
            s50.intoArray(into, k);
            if (TWO) {
                s51.intoArray(into, k + WIDTH);
            }
            if (THREE) {
                s52.intoArray(into, k + 2 * WIDTH);
            }
            k = Math.min(k + c.rowStride(), lastSum);
            s60.intoArray(into, k);
            if (TWO) {
                s61.intoArray(into, k + WIDTH);
            }
            if (THREE) {
                s62.intoArray(into, k + 2 * WIDTH);
            }
            k = Math.min(k + c.rowStride(), lastSum);
            s70.intoArray(into, k);
            if (TWO) {
                s71.intoArray(into, k + WIDTH);
            }
            if (THREE) {
                s72.intoArray(into, k + 2 * WIDTH);
            }
        }
    }
}
