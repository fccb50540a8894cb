package io.github.microgradj.compile;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.jspecify.annotations.Nullable;

/**
 * The kernels on the Vector API: four rows by two vectors of sums stay in registers over the whole depth. Computes the padding
 * along with the rest, so that no tail needs a mask.
 */
final class VectorKernels implements Kernels {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED.length() > PADDING
            ? DoubleVector.SPECIES_512
            : DoubleVector.SPECIES_PREFERRED;
    private static final int WIDTH = SPECIES.length();

    @Override
    public void multiply(double[][] c, double @Nullable [] start, double[][] a, double[][] b, int depth, int lanes) {
        int l = 0;
        for (; l + WIDTH < lanes; l += 2 * WIDTH) {
            int r = 0;
            for (; r + 3 < c.length; r += 4) {
                fourByTwo(c, start, a, b, r, l, depth);
            }
            for (; r < c.length; r++) {
                oneByTwo(c, start, a[r], b, r, l, depth);
            }
        }
        for (; l < lanes; l += WIDTH) {
            int r = 0;
            for (; r + 3 < c.length; r += 4) {
                fourByOne(c, start, a, b, r, l, depth);
            }
            for (; r < c.length; r++) {
                oneByOne(c, start, a[r], b, r, l, depth);
            }
        }
    }

    private static void fourByTwo(
            double[][] c, double @Nullable [] start, double[][] a, double[][] b, int r, int l, int depth) {
        double[] a0 = a[r];
        double[] a1 = a[r + 1];
        double[] a2 = a[r + 2];
        double[] a3 = a[r + 3];
        DoubleVector c00 = start(c, start, r, l);
        DoubleVector c01 = start(c, start, r, l + WIDTH);
        DoubleVector c10 = start(c, start, r + 1, l);
        DoubleVector c11 = start(c, start, r + 1, l + WIDTH);
        DoubleVector c20 = start(c, start, r + 2, l);
        DoubleVector c21 = start(c, start, r + 2, l + WIDTH);
        DoubleVector c30 = start(c, start, r + 3, l);
        DoubleVector c31 = start(c, start, r + 3, l + WIDTH);
        for (int t = 0; t < depth; t++) {
            double[] row = b[t];
            DoubleVector b0 = load(row, l);
            DoubleVector b1 = load(row, l + WIDTH);
            c00 = c00.add(b0.mul(a0[t]));
            c01 = c01.add(b1.mul(a0[t]));
            c10 = c10.add(b0.mul(a1[t]));
            c11 = c11.add(b1.mul(a1[t]));
            c20 = c20.add(b0.mul(a2[t]));
            c21 = c21.add(b1.mul(a2[t]));
            c30 = c30.add(b0.mul(a3[t]));
            c31 = c31.add(b1.mul(a3[t]));
        }
        c00.intoArray(c[r], l);
        c01.intoArray(c[r], l + WIDTH);
        c10.intoArray(c[r + 1], l);
        c11.intoArray(c[r + 1], l + WIDTH);
        c20.intoArray(c[r + 2], l);
        c21.intoArray(c[r + 2], l + WIDTH);
        c30.intoArray(c[r + 3], l);
        c31.intoArray(c[r + 3], l + WIDTH);
    }

    private static void fourByOne(
            double[][] c, double @Nullable [] start, double[][] a, double[][] b, int r, int l, int depth) {
        double[] a0 = a[r];
        double[] a1 = a[r + 1];
        double[] a2 = a[r + 2];
        double[] a3 = a[r + 3];
        DoubleVector c0 = start(c, start, r, l);
        DoubleVector c1 = start(c, start, r + 1, l);
        DoubleVector c2 = start(c, start, r + 2, l);
        DoubleVector c3 = start(c, start, r + 3, l);
        for (int t = 0; t < depth; t++) {
            DoubleVector row = load(b[t], l);
            c0 = c0.add(row.mul(a0[t]));
            c1 = c1.add(row.mul(a1[t]));
            c2 = c2.add(row.mul(a2[t]));
            c3 = c3.add(row.mul(a3[t]));
        }
        c0.intoArray(c[r], l);
        c1.intoArray(c[r + 1], l);
        c2.intoArray(c[r + 2], l);
        c3.intoArray(c[r + 3], l);
    }

    private static void oneByTwo(
            double[][] c, double @Nullable [] start, double[] a, double[][] b, int r, int l, int depth) {
        DoubleVector c0 = start(c, start, r, l);
        DoubleVector c1 = start(c, start, r, l + WIDTH);
        for (int t = 0; t < depth; t++) {
            double[] row = b[t];
            c0 = c0.add(load(row, l).mul(a[t]));
            c1 = c1.add(load(row, l + WIDTH).mul(a[t]));
        }
        c0.intoArray(c[r], l);
        c1.intoArray(c[r], l + WIDTH);
    }

    private static void oneByOne(
            double[][] c, double @Nullable [] start, double[] a, double[][] b, int r, int l, int depth) {
        DoubleVector c0 = start(c, start, r, l);
        for (int t = 0; t < depth; t++) {
            c0 = c0.add(load(b[t], l).mul(a[t]));
        }
        c0.intoArray(c[r], l);
    }

    private static DoubleVector start(double[][] c, double @Nullable [] start, int r, int l) {
        return start == null ? load(c[r], l) : DoubleVector.broadcast(SPECIES, start[r]);
    }

    private static DoubleVector load(double[] row, int l) {
        return DoubleVector.fromArray(SPECIES, row, l);
    }
}
