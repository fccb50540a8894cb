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
        for (int r = 0; r < c.length && start != null; r++) {
            fill(c[r], start[r], lanes);
        }
        int l = 0;
        for (; l + WIDTH < lanes; l += 2 * WIDTH) {
            for (int r = 0; r < c.length; r += 4) {
                fourByTwo(c, a, b, r, l, depth);
            }
        }
        for (; l < lanes; l += WIDTH) {
            for (int r = 0; r < c.length; r += 4) {
                fourByOne(c, a, b, r, l, depth);
            }
        }
    }

    /** Where fewer than four rows are left, the last of them is computed several times: that costs nothing more. */
    private static double[] row(double[][] rows, int r, int count) {
        return rows[Math.min(r, count - 1)];
    }

    private static void fourByTwo(double[][] c, double[][] a, double[][] b, int r, int l, int depth) {
        int rows = c.length;
        double[] c0 = c[r];
        double[] c1 = row(c, r + 1, rows);
        double[] c2 = row(c, r + 2, rows);
        double[] c3 = row(c, r + 3, rows);
        double[] a0 = a[r];
        double[] a1 = row(a, r + 1, rows);
        double[] a2 = row(a, r + 2, rows);
        double[] a3 = row(a, r + 3, rows);
        DoubleVector s00 = load(c0, l);
        DoubleVector s01 = load(c0, l + WIDTH);
        DoubleVector s10 = load(c1, l);
        DoubleVector s11 = load(c1, l + WIDTH);
        DoubleVector s20 = load(c2, l);
        DoubleVector s21 = load(c2, l + WIDTH);
        DoubleVector s30 = load(c3, l);
        DoubleVector s31 = load(c3, l + WIDTH);
        for (int t = 0; t < depth; t++) {
            double[] row = b[t];
            DoubleVector b0 = load(row, l);
            DoubleVector b1 = load(row, l + WIDTH);
            s00 = s00.add(b0.mul(a0[t]));
            s01 = s01.add(b1.mul(a0[t]));
            s10 = s10.add(b0.mul(a1[t]));
            s11 = s11.add(b1.mul(a1[t]));
            s20 = s20.add(b0.mul(a2[t]));
            s21 = s21.add(b1.mul(a2[t]));
            s30 = s30.add(b0.mul(a3[t]));
            s31 = s31.add(b1.mul(a3[t]));
        }
        s00.intoArray(c0, l);
        s01.intoArray(c0, l + WIDTH);
        s10.intoArray(c1, l);
        s11.intoArray(c1, l + WIDTH);
        s20.intoArray(c2, l);
        s21.intoArray(c2, l + WIDTH);
        s30.intoArray(c3, l);
        s31.intoArray(c3, l + WIDTH);
    }

    private static void fourByOne(double[][] c, double[][] a, double[][] b, int r, int l, int depth) {
        int rows = c.length;
        double[] c0 = c[r];
        double[] c1 = row(c, r + 1, rows);
        double[] c2 = row(c, r + 2, rows);
        double[] c3 = row(c, r + 3, rows);
        double[] a0 = a[r];
        double[] a1 = row(a, r + 1, rows);
        double[] a2 = row(a, r + 2, rows);
        double[] a3 = row(a, r + 3, rows);
        DoubleVector s0 = load(c0, l);
        DoubleVector s1 = load(c1, l);
        DoubleVector s2 = load(c2, l);
        DoubleVector s3 = load(c3, l);
        for (int t = 0; t < depth; t++) {
            DoubleVector row = load(b[t], l);
            s0 = s0.add(row.mul(a0[t]));
            s1 = s1.add(row.mul(a1[t]));
            s2 = s2.add(row.mul(a2[t]));
            s3 = s3.add(row.mul(a3[t]));
        }
        s0.intoArray(c0, l);
        s1.intoArray(c1, l);
        s2.intoArray(c2, l);
        s3.intoArray(c3, l);
    }

    private static void fill(double[] row, double number, int lanes) {
        DoubleVector numbers = DoubleVector.broadcast(SPECIES, number);
        for (int l = 0; l < lanes; l += WIDTH) {
            numbers.intoArray(row, l);
        }
    }

    private static DoubleVector load(double[] row, int l) {
        return DoubleVector.fromArray(SPECIES, row, l);
    }
}
