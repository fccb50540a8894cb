package io.github.microgradj.compile;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.jspecify.annotations.Nullable;

/**
 * The kernels on the Vector API: four rows by four vectors of sums stay in registers over the depth. Computes the padding along
 * with the rest, so that no tail needs a mask. The large methods call nothing but the Vector API: HotSpot inlines that whatever
 * its size, but no helper of ours, and a vector that is passed on is an object.
 */
final class VectorKernels implements Kernels {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED.length() > PADDING
            ? DoubleVector.SPECIES_512
            : DoubleVector.SPECIES_PREFERRED;
    private static final int WIDTH = SPECIES.length();

    /** Terms of a product whose part of b stays in the first-level cache while all rows of the result pass by. */
    private static final int BLOCK = 64;

    private final PlainKernels plain = new PlainKernels();

    @Override
    public void multiply(Rows c, double @Nullable [] start, Quads a, double[][] b, int depth, int lanes) {
        multiply(c, start, a, b, depth, 0, lanes);
    }

    @Override
    public void outer(Rows c, Rows p, double[][] q, int samples, Scratch scratch) {
        if (q.length < WIDTH) {
            plain.outer(c, p, q, samples, scratch);
            return;
        }
        scratch.packed.pack(p, samples);
        Transpose.of(q, samples, scratch.panel);
        int full = q.length / WIDTH * WIDTH;
        multiply(c, null, scratch.packed, scratch.panel, samples, 0, full);
        if (full < q.length) {
            tail(c, scratch, samples, full, q.length);
        }
    }

    /** The last columns on a copy, because a vector reaches beyond them. */
    private static void tail(Rows c, Scratch scratch, int samples, int from, int to) {
        for (int r = 0; r < c.count(); r++) {
            for (int j = from; j < to; j++) {
                scratch.copy[r][j] = c.get(r, j);
            }
        }
        multiply(scratch.copyRows, null, scratch.packed, scratch.panel, samples, from, to);
        for (int r = 0; r < c.count(); r++) {
            for (int j = from; j < to; j++) {
                c.set(r, j, scratch.copy[r][j]);
            }
        }
    }

    private static void multiply(
            Rows c, double @Nullable [] start, Quads a, double[][] b, int depth, int lane, int lanes) {
        for (int from = 0; from < depth || from == 0; from += BLOCK) {
            double @Nullable [] first = from == 0 ? start : null;
            int to = Math.min(depth, from + BLOCK);
            int l = lane;
            for (; l + 3 * WIDTH < lanes; l += 4 * WIDTH) {
                rowsByFour(c, first, a, b, from, to, l);
            }
            for (; l + WIDTH < lanes; l += 2 * WIDTH) {
                rowsByTwo(c, first, a, b, from, to, l);
            }
            for (; l < lanes; l += WIDTH) {
                rowsByOne(c, first, a, b, from, to, l);
            }
        }
    }

    private static void rowsByFour(Rows c, double @Nullable [] start, Quads a, double[][] b, int from, int to, int l) {
        int r = 0;
        for (; r + 3 < c.count(); r += 4) {
            fourByFour(c, start, a.array(), a.place(r), b, from, to, r, l);
        }
        for (; r < c.count(); r++) {
            oneByFour(c, start, a.array(), a.place(r), b, from, to, r, l);
        }
    }

    private static void rowsByTwo(Rows c, double @Nullable [] start, Quads a, double[][] b, int from, int to, int l) {
        int r = 0;
        for (; r + 3 < c.count(); r += 4) {
            fourByTwo(c, start, a.array(), a.place(r), b, from, to, r, l);
        }
        for (; r < c.count(); r++) {
            oneByOne(c, start, a.array(), a.place(r), b, from, to, r, l);
            oneByOne(c, start, a.array(), a.place(r), b, from, to, r, l + WIDTH);
        }
    }

    private static void rowsByOne(Rows c, double @Nullable [] start, Quads a, double[][] b, int from, int to, int l) {
        int r = 0;
        for (; r + 3 < c.count(); r += 4) {
            fourByOne(c, start, a.array(), a.place(r), b, from, to, r, l);
        }
        for (; r < c.count(); r++) {
            oneByOne(c, start, a.array(), a.place(r), b, from, to, r, l);
        }
    }

    private static void fourByFour(
            Rows c, double @Nullable [] start, double[] a, int i, double[][] b, int from, int to, int r, int l) {
        double[] c0 = c.arrays()[r];
        int k0 = c.places()[r] + l;
        double[] c1 = c.arrays()[r + 1];
        int k1 = c.places()[r + 1] + l;
        double[] c2 = c.arrays()[r + 2];
        int k2 = c.places()[r + 2] + l;
        double[] c3 = c.arrays()[r + 3];
        int k3 = c.places()[r + 3] + l;
        DoubleVector s00, s01, s02, s03, s10, s11, s12, s13, s20, s21, s22, s23, s30, s31, s32, s33;
        if (start == null) {
            s00 = DoubleVector.fromArray(SPECIES, c0, k0);
            s01 = DoubleVector.fromArray(SPECIES, c0, k0 + WIDTH);
            s02 = DoubleVector.fromArray(SPECIES, c0, k0 + 2 * WIDTH);
            s03 = DoubleVector.fromArray(SPECIES, c0, k0 + 3 * WIDTH);
            s10 = DoubleVector.fromArray(SPECIES, c1, k1);
            s11 = DoubleVector.fromArray(SPECIES, c1, k1 + WIDTH);
            s12 = DoubleVector.fromArray(SPECIES, c1, k1 + 2 * WIDTH);
            s13 = DoubleVector.fromArray(SPECIES, c1, k1 + 3 * WIDTH);
            s20 = DoubleVector.fromArray(SPECIES, c2, k2);
            s21 = DoubleVector.fromArray(SPECIES, c2, k2 + WIDTH);
            s22 = DoubleVector.fromArray(SPECIES, c2, k2 + 2 * WIDTH);
            s23 = DoubleVector.fromArray(SPECIES, c2, k2 + 3 * WIDTH);
            s30 = DoubleVector.fromArray(SPECIES, c3, k3);
            s31 = DoubleVector.fromArray(SPECIES, c3, k3 + WIDTH);
            s32 = DoubleVector.fromArray(SPECIES, c3, k3 + 2 * WIDTH);
            s33 = DoubleVector.fromArray(SPECIES, c3, k3 + 3 * WIDTH);
        } else {
            s00 = DoubleVector.broadcast(SPECIES, start[r]);
            s01 = s00;
            s02 = s00;
            s03 = s00;
            s10 = DoubleVector.broadcast(SPECIES, start[r + 1]);
            s11 = s10;
            s12 = s10;
            s13 = s10;
            s20 = DoubleVector.broadcast(SPECIES, start[r + 2]);
            s21 = s20;
            s22 = s20;
            s23 = s20;
            s30 = DoubleVector.broadcast(SPECIES, start[r + 3]);
            s31 = s30;
            s32 = s30;
            s33 = s30;
        }
        for (int t = from; t < to; t++) {
            double[] row = b[t];
            DoubleVector b0 = DoubleVector.fromArray(SPECIES, row, l);
            DoubleVector b1 = DoubleVector.fromArray(SPECIES, row, l + WIDTH);
            DoubleVector b2 = DoubleVector.fromArray(SPECIES, row, l + 2 * WIDTH);
            DoubleVector b3 = DoubleVector.fromArray(SPECIES, row, l + 3 * WIDTH);
            DoubleVector w = DoubleVector.broadcast(SPECIES, a[i + 4 * t]);
            s00 = s00.add(b0.mul(w));
            s01 = s01.add(b1.mul(w));
            s02 = s02.add(b2.mul(w));
            s03 = s03.add(b3.mul(w));
            w = DoubleVector.broadcast(SPECIES, a[i + 4 * t + 1]);
            s10 = s10.add(b0.mul(w));
            s11 = s11.add(b1.mul(w));
            s12 = s12.add(b2.mul(w));
            s13 = s13.add(b3.mul(w));
            w = DoubleVector.broadcast(SPECIES, a[i + 4 * t + 2]);
            s20 = s20.add(b0.mul(w));
            s21 = s21.add(b1.mul(w));
            s22 = s22.add(b2.mul(w));
            s23 = s23.add(b3.mul(w));
            w = DoubleVector.broadcast(SPECIES, a[i + 4 * t + 3]);
            s30 = s30.add(b0.mul(w));
            s31 = s31.add(b1.mul(w));
            s32 = s32.add(b2.mul(w));
            s33 = s33.add(b3.mul(w));
        }
        s00.intoArray(c0, k0);
        s01.intoArray(c0, k0 + WIDTH);
        s02.intoArray(c0, k0 + 2 * WIDTH);
        s03.intoArray(c0, k0 + 3 * WIDTH);
        s10.intoArray(c1, k1);
        s11.intoArray(c1, k1 + WIDTH);
        s12.intoArray(c1, k1 + 2 * WIDTH);
        s13.intoArray(c1, k1 + 3 * WIDTH);
        s20.intoArray(c2, k2);
        s21.intoArray(c2, k2 + WIDTH);
        s22.intoArray(c2, k2 + 2 * WIDTH);
        s23.intoArray(c2, k2 + 3 * WIDTH);
        s30.intoArray(c3, k3);
        s31.intoArray(c3, k3 + WIDTH);
        s32.intoArray(c3, k3 + 2 * WIDTH);
        s33.intoArray(c3, k3 + 3 * WIDTH);
    }

    private static void fourByTwo(
            Rows c, double @Nullable [] start, double[] a, int i, double[][] b, int from, int to, int r, int l) {
        double[] c0 = c.arrays()[r];
        int k0 = c.places()[r] + l;
        double[] c1 = c.arrays()[r + 1];
        int k1 = c.places()[r + 1] + l;
        double[] c2 = c.arrays()[r + 2];
        int k2 = c.places()[r + 2] + l;
        double[] c3 = c.arrays()[r + 3];
        int k3 = c.places()[r + 3] + l;
        DoubleVector s00, s01, s10, s11, s20, s21, s30, s31;
        if (start == null) {
            s00 = DoubleVector.fromArray(SPECIES, c0, k0);
            s01 = DoubleVector.fromArray(SPECIES, c0, k0 + WIDTH);
            s10 = DoubleVector.fromArray(SPECIES, c1, k1);
            s11 = DoubleVector.fromArray(SPECIES, c1, k1 + WIDTH);
            s20 = DoubleVector.fromArray(SPECIES, c2, k2);
            s21 = DoubleVector.fromArray(SPECIES, c2, k2 + WIDTH);
            s30 = DoubleVector.fromArray(SPECIES, c3, k3);
            s31 = DoubleVector.fromArray(SPECIES, c3, k3 + WIDTH);
        } else {
            s00 = DoubleVector.broadcast(SPECIES, start[r]);
            s01 = s00;
            s10 = DoubleVector.broadcast(SPECIES, start[r + 1]);
            s11 = s10;
            s20 = DoubleVector.broadcast(SPECIES, start[r + 2]);
            s21 = s20;
            s30 = DoubleVector.broadcast(SPECIES, start[r + 3]);
            s31 = s30;
        }
        for (int t = from; t < to; t++) {
            double[] row = b[t];
            DoubleVector b0 = DoubleVector.fromArray(SPECIES, row, l);
            DoubleVector b1 = DoubleVector.fromArray(SPECIES, row, l + WIDTH);
            DoubleVector w = DoubleVector.broadcast(SPECIES, a[i + 4 * t]);
            s00 = s00.add(b0.mul(w));
            s01 = s01.add(b1.mul(w));
            w = DoubleVector.broadcast(SPECIES, a[i + 4 * t + 1]);
            s10 = s10.add(b0.mul(w));
            s11 = s11.add(b1.mul(w));
            w = DoubleVector.broadcast(SPECIES, a[i + 4 * t + 2]);
            s20 = s20.add(b0.mul(w));
            s21 = s21.add(b1.mul(w));
            w = DoubleVector.broadcast(SPECIES, a[i + 4 * t + 3]);
            s30 = s30.add(b0.mul(w));
            s31 = s31.add(b1.mul(w));
        }
        s00.intoArray(c0, k0);
        s01.intoArray(c0, k0 + WIDTH);
        s10.intoArray(c1, k1);
        s11.intoArray(c1, k1 + WIDTH);
        s20.intoArray(c2, k2);
        s21.intoArray(c2, k2 + WIDTH);
        s30.intoArray(c3, k3);
        s31.intoArray(c3, k3 + WIDTH);
    }

    private static void fourByOne(
            Rows c, double @Nullable [] start, double[] a, int i, double[][] b, int from, int to, int r, int l) {
        double[] c0 = c.arrays()[r];
        int k0 = c.places()[r] + l;
        double[] c1 = c.arrays()[r + 1];
        int k1 = c.places()[r + 1] + l;
        double[] c2 = c.arrays()[r + 2];
        int k2 = c.places()[r + 2] + l;
        double[] c3 = c.arrays()[r + 3];
        int k3 = c.places()[r + 3] + l;
        DoubleVector s00, s10, s20, s30;
        if (start == null) {
            s00 = DoubleVector.fromArray(SPECIES, c0, k0);
            s10 = DoubleVector.fromArray(SPECIES, c1, k1);
            s20 = DoubleVector.fromArray(SPECIES, c2, k2);
            s30 = DoubleVector.fromArray(SPECIES, c3, k3);
        } else {
            s00 = DoubleVector.broadcast(SPECIES, start[r]);
            s10 = DoubleVector.broadcast(SPECIES, start[r + 1]);
            s20 = DoubleVector.broadcast(SPECIES, start[r + 2]);
            s30 = DoubleVector.broadcast(SPECIES, start[r + 3]);
        }
        for (int t = from; t < to; t++) {
            double[] row = b[t];
            DoubleVector b0 = DoubleVector.fromArray(SPECIES, row, l);
            DoubleVector w = DoubleVector.broadcast(SPECIES, a[i + 4 * t]);
            s00 = s00.add(b0.mul(w));
            w = DoubleVector.broadcast(SPECIES, a[i + 4 * t + 1]);
            s10 = s10.add(b0.mul(w));
            w = DoubleVector.broadcast(SPECIES, a[i + 4 * t + 2]);
            s20 = s20.add(b0.mul(w));
            w = DoubleVector.broadcast(SPECIES, a[i + 4 * t + 3]);
            s30 = s30.add(b0.mul(w));
        }
        s00.intoArray(c0, k0);
        s10.intoArray(c1, k1);
        s20.intoArray(c2, k2);
        s30.intoArray(c3, k3);
    }

    private static void oneByFour(
            Rows c, double @Nullable [] start, double[] a, int i, double[][] b, int from, int to, int r, int l) {
        double[] c0 = c.arrays()[r];
        int k0 = c.places()[r] + l;
        DoubleVector s00, s01, s02, s03;
        if (start == null) {
            s00 = DoubleVector.fromArray(SPECIES, c0, k0);
            s01 = DoubleVector.fromArray(SPECIES, c0, k0 + WIDTH);
            s02 = DoubleVector.fromArray(SPECIES, c0, k0 + 2 * WIDTH);
            s03 = DoubleVector.fromArray(SPECIES, c0, k0 + 3 * WIDTH);
        } else {
            s00 = DoubleVector.broadcast(SPECIES, start[r]);
            s01 = s00;
            s02 = s00;
            s03 = s00;
        }
        for (int t = from; t < to; t++) {
            double[] row = b[t];
            DoubleVector b0 = DoubleVector.fromArray(SPECIES, row, l);
            DoubleVector b1 = DoubleVector.fromArray(SPECIES, row, l + WIDTH);
            DoubleVector b2 = DoubleVector.fromArray(SPECIES, row, l + 2 * WIDTH);
            DoubleVector b3 = DoubleVector.fromArray(SPECIES, row, l + 3 * WIDTH);
            DoubleVector w = DoubleVector.broadcast(SPECIES, a[i + 4 * t]);
            s00 = s00.add(b0.mul(w));
            s01 = s01.add(b1.mul(w));
            s02 = s02.add(b2.mul(w));
            s03 = s03.add(b3.mul(w));
        }
        s00.intoArray(c0, k0);
        s01.intoArray(c0, k0 + WIDTH);
        s02.intoArray(c0, k0 + 2 * WIDTH);
        s03.intoArray(c0, k0 + 3 * WIDTH);
    }

    private static void oneByOne(
            Rows c, double @Nullable [] start, double[] a, int i, double[][] b, int from, int to, int r, int l) {
        double[] c0 = c.arrays()[r];
        int k0 = c.places()[r] + l;
        DoubleVector s00;
        if (start == null) {
            s00 = DoubleVector.fromArray(SPECIES, c0, k0);
        } else {
            s00 = DoubleVector.broadcast(SPECIES, start[r]);
        }
        for (int t = from; t < to; t++) {
            double[] row = b[t];
            DoubleVector b0 = DoubleVector.fromArray(SPECIES, row, l);
            DoubleVector w = DoubleVector.broadcast(SPECIES, a[i + 4 * t]);
            s00 = s00.add(b0.mul(w));
        }
        s00.intoArray(c0, k0);
    }
}
