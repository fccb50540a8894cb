package io.github.microgradj.compile;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Plain loops of the shape that HotSpot's compiler turns into vector instructions: arrays without offsets, one index, and no
 * more than eight products in a body.
 */
final class PlainKernels implements Kernels {
    /** Terms of a product whose rows stay in the first-level cache while all rows of the result pass by. */
    private static final int BLOCK = 32;

    /** From so many lanes on a vector loop is worth transposing for. */
    private static final int LONG = 48;

    @Override
    public void multiply(Rows c, double @Nullable [] start, Quads a, double[][] b, int depth, int lanes) {
        double[][] rows = c.arrays();
        for (int r = 0; r < rows.length && start != null; r++) {
            Arrays.fill(rows[r], 0, lanes, start[r]);
        }
        for (int from = 0; from < depth; from += BLOCK) {
            int to = Math.min(depth, from + BLOCK);
            int r = 0;
            for (; r + 1 < rows.length; r += 2) {
                twoRows(rows[r], rows[r + 1], a.array(), a.place(r), a.place(r + 1), b, from, to, lanes);
            }
            if (r < rows.length) {
                oneRow(rows[r], a.array(), a.place(r), b, from, to, lanes);
            }
        }
    }

    /** {@code p} and {@code q} are where the rows of a matrix begin. */
    private static void twoRows(
            double[] c, double[] d, double[] a, int p, int q, double[][] b, int from, int to, int lanes) {
        int t = from;
        for (; t + 3 < to; t += 4) {
            int i = p + 4 * t;
            int j = q + 4 * t;
            twoByFour(
                    c, d, b[t], b[t + 1], b[t + 2], b[t + 3], a[i], a[i + 4], a[i + 8], a[i + 12], a[j], a[j + 4],
                    a[j + 8], a[j + 12], lanes);
        }
        for (; t < to; t++) {
            add(c, b[t], a[p + 4 * t], lanes);
            add(d, b[t], a[q + 4 * t], lanes);
        }
    }

    private static void twoByFour(
            double[] c,
            double[] d,
            double[] b0,
            double[] b1,
            double[] b2,
            double[] b3,
            double a0,
            double a1,
            double a2,
            double a3,
            double e0,
            double e1,
            double e2,
            double e3,
            int lanes) {
        for (int l = 0; l < lanes; l++) {
            double x0 = b0[l];
            double x1 = b1[l];
            double x2 = b2[l];
            double x3 = b3[l];
            c[l] = (((c[l] + a0 * x0) + a1 * x1) + a2 * x2) + a3 * x3;
            d[l] = (((d[l] + e0 * x0) + e1 * x1) + e2 * x2) + e3 * x3;
        }
    }

    private static void oneRow(double[] c, double[] a, int p, double[][] b, int from, int to, int lanes) {
        int t = from;
        for (; t + 3 < to; t += 4) {
            int i = p + 4 * t;
            oneByFour(c, b[t], b[t + 1], b[t + 2], b[t + 3], a[i], a[i + 4], a[i + 8], a[i + 12], lanes);
        }
        for (; t < to; t++) {
            add(c, b[t], a[p + 4 * t], lanes);
        }
    }

    private static void oneByFour(
            double[] c,
            double[] b0,
            double[] b1,
            double[] b2,
            double[] b3,
            double a0,
            double a1,
            double a2,
            double a3,
            int lanes) {
        for (int l = 0; l < lanes; l++) {
            c[l] = (((c[l] + a0 * b0[l]) + a1 * b1[l]) + a2 * b2[l]) + a3 * b3[l];
        }
    }

    private static void add(double[] c, double[] b, double a, int lanes) {
        for (int l = 0; l < lanes; l++) {
            c[l] += a * b[l];
        }
    }

    @Override
    public void outer(Rows c, Rows p, double[][] q, int samples, Scratch scratch) {
        if (q.length >= LONG) {
            outerOnCopy(c, p, q, samples, scratch);
            return;
        }
        int r = 0;
        for (; r + 3 < p.count(); r += 4) {
            int j = 0;
            for (; j + 3 < q.length; j += 4) {
                fourByFour(c, p.arrays(), q, r, j, samples);
            }
            for (; j < q.length; j++) {
                fourByOne(c, p.arrays(), q[j], r, j, samples);
            }
        }
        for (; r < p.count(); r++) {
            oneByAll(c, p.arrays()[r], q, r, samples);
        }
    }

    private void outerOnCopy(Rows c, Rows p, double[][] q, int samples, Scratch scratch) {
        scratch.packed.pack(p, samples);
        Transpose.of(q, samples, scratch.panel);
        for (int r = 0; r < c.count(); r++) {
            c.copyTo(scratch.copy[r], r, 0, q.length);
        }
        multiply(scratch.copyRows, null, scratch.packed, scratch.panel, samples, q.length);
        for (int r = 0; r < c.count(); r++) {
            c.copyFrom(scratch.copy[r], r, 0, q.length);
        }
    }

    private static void fourByOne(Rows c, double[][] p, double[] q, int r, int j, int samples) {
        double[] p0 = p[r];
        double[] p1 = p[r + 1];
        double[] p2 = p[r + 2];
        double[] p3 = p[r + 3];
        double c0 = c.get(r, j);
        double c1 = c.get(r + 1, j);
        double c2 = c.get(r + 2, j);
        double c3 = c.get(r + 3, j);
        for (int s = 0; s < samples; s++) {
            c0 += p0[s] * q[s];
            c1 += p1[s] * q[s];
            c2 += p2[s] * q[s];
            c3 += p3[s] * q[s];
        }
        c.set(r, j, c0);
        c.set(r + 1, j, c1);
        c.set(r + 2, j, c2);
        c.set(r + 3, j, c3);
    }

    private static void oneByAll(Rows c, double[] p, double[][] q, int r, int samples) {
        int j = 0;
        for (; j + 3 < q.length; j += 4) {
            oneByFour(c.arrays()[r], c.places()[r] + j, p, q[j], q[j + 1], q[j + 2], q[j + 3], samples);
        }
        for (; j < q.length; j++) {
            double sum = c.get(r, j);
            for (int s = 0; s < samples; s++) {
                sum += p[s] * q[j][s];
            }
            c.set(r, j, sum);
        }
    }

    private static void oneByFour(
            double[] c, int j, double[] p, double[] q0, double[] q1, double[] q2, double[] q3, int samples) {
        double c0 = c[j];
        double c1 = c[j + 1];
        double c2 = c[j + 2];
        double c3 = c[j + 3];
        for (int s = 0; s < samples; s++) {
            c0 += p[s] * q0[s];
            c1 += p[s] * q1[s];
            c2 += p[s] * q2[s];
            c3 += p[s] * q3[s];
        }
        store(c, j, c0, c1, c2, c3);
    }

    /** Sixteen sums in registers: the order of a sum forbids vectors along the samples. */
    private static void fourByFour(Rows c, double[][] p, double[][] q, int r, int j, int samples) {
        double[] p0 = p[r];
        double[] p1 = p[r + 1];
        double[] p2 = p[r + 2];
        double[] p3 = p[r + 3];
        double[] q0 = q[j];
        double[] q1 = q[j + 1];
        double[] q2 = q[j + 2];
        double[] q3 = q[j + 3];
        double c00 = c.get(r, j);
        double c01 = c.get(r, j + 1);
        double c02 = c.get(r, j + 2);
        double c03 = c.get(r, j + 3);
        double c10 = c.get(r + 1, j);
        double c11 = c.get(r + 1, j + 1);
        double c12 = c.get(r + 1, j + 2);
        double c13 = c.get(r + 1, j + 3);
        double c20 = c.get(r + 2, j);
        double c21 = c.get(r + 2, j + 1);
        double c22 = c.get(r + 2, j + 2);
        double c23 = c.get(r + 2, j + 3);
        double c30 = c.get(r + 3, j);
        double c31 = c.get(r + 3, j + 1);
        double c32 = c.get(r + 3, j + 2);
        double c33 = c.get(r + 3, j + 3);
        for (int s = 0; s < samples; s++) {
            double a0 = p0[s];
            double a1 = p1[s];
            double a2 = p2[s];
            double a3 = p3[s];
            double b0 = q0[s];
            double b1 = q1[s];
            double b2 = q2[s];
            double b3 = q3[s];
            c00 += a0 * b0;
            c01 += a0 * b1;
            c02 += a0 * b2;
            c03 += a0 * b3;
            c10 += a1 * b0;
            c11 += a1 * b1;
            c12 += a1 * b2;
            c13 += a1 * b3;
            c20 += a2 * b0;
            c21 += a2 * b1;
            c22 += a2 * b2;
            c23 += a2 * b3;
            c30 += a3 * b0;
            c31 += a3 * b1;
            c32 += a3 * b2;
            c33 += a3 * b3;
        }
        store(c.arrays()[r], c.places()[r] + j, c00, c01, c02, c03);
        store(c.arrays()[r + 1], c.places()[r + 1] + j, c10, c11, c12, c13);
        store(c.arrays()[r + 2], c.places()[r + 2] + j, c20, c21, c22, c23);
        store(c.arrays()[r + 3], c.places()[r + 3] + j, c30, c31, c32, c33);
    }

    private static void store(double[] c, int j, double c0, double c1, double c2, double c3) {
        c[j] = c0;
        c[j + 1] = c1;
        c[j + 2] = c2;
        c[j + 3] = c3;
    }
}
