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
    public void multiply(double[][] c, double @Nullable [] start, double[][] a, double[][] b, int depth, int lanes) {
        for (int r = 0; r < c.length && start != null; r++) {
            Arrays.fill(c[r], 0, lanes, start[r]);
        }
        for (int from = 0; from < depth; from += BLOCK) {
            int to = Math.min(depth, from + BLOCK);
            int r = 0;
            for (; r + 1 < c.length; r += 2) {
                twoRows(c[r], c[r + 1], a[r], a[r + 1], b, from, to, lanes);
            }
            if (r < c.length) {
                oneRow(c[r], a[r], b, from, to, lanes);
            }
        }
    }

    private static void twoRows(
            double[] c, double[] d, double[] a, double[] e, double[][] b, int from, int to, int lanes) {
        int t = from;
        for (; t + 3 < to; t += 4) {
            double[] b0 = b[t];
            double[] b1 = b[t + 1];
            double[] b2 = b[t + 2];
            double[] b3 = b[t + 3];
            twoByFour(
                    c, d, b0, b1, b2, b3, a[t], a[t + 1], a[t + 2], a[t + 3], e[t], e[t + 1], e[t + 2], e[t + 3],
                    lanes);
        }
        for (; t < to; t++) {
            add(c, b[t], a[t], lanes);
            add(d, b[t], e[t], lanes);
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

    private static void oneRow(double[] c, double[] a, double[][] b, int from, int to, int lanes) {
        int t = from;
        for (; t + 3 < to; t += 4) {
            oneByFour(c, b[t], b[t + 1], b[t + 2], b[t + 3], a[t], a[t + 1], a[t + 2], a[t + 3], lanes);
        }
        for (; t < to; t++) {
            add(c, b[t], a[t], lanes);
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
    public void outer(double[][] c, double[][] p, double[][] q, int samples, double[][] panel) {
        if (q.length >= LONG) {
            Kernels.super.outer(c, p, q, samples, panel);
            return;
        }
        int r = 0;
        for (; r + 3 < p.length; r += 4) {
            int j = 0;
            for (; j + 3 < q.length; j += 4) {
                fourByFour(c, p, q, r, j, samples);
            }
            for (; j < q.length; j++) {
                fourByOne(c, p, q[j], r, j, samples);
            }
        }
        for (; r < p.length; r++) {
            oneByAll(c[r], p[r], q, samples);
        }
    }

    private static void fourByOne(double[][] c, double[][] p, double[] q, int r, int j, int samples) {
        double[] p0 = p[r];
        double[] p1 = p[r + 1];
        double[] p2 = p[r + 2];
        double[] p3 = p[r + 3];
        double c0 = c[r][j];
        double c1 = c[r + 1][j];
        double c2 = c[r + 2][j];
        double c3 = c[r + 3][j];
        for (int s = 0; s < samples; s++) {
            c0 += p0[s] * q[s];
            c1 += p1[s] * q[s];
            c2 += p2[s] * q[s];
            c3 += p3[s] * q[s];
        }
        c[r][j] = c0;
        c[r + 1][j] = c1;
        c[r + 2][j] = c2;
        c[r + 3][j] = c3;
    }

    private static void oneByAll(double[] c, double[] p, double[][] q, int samples) {
        int j = 0;
        for (; j + 3 < q.length; j += 4) {
            oneByFour(c, p, q, j, samples);
        }
        for (; j < q.length; j++) {
            double sum = c[j];
            for (int s = 0; s < samples; s++) {
                sum += p[s] * q[j][s];
            }
            c[j] = sum;
        }
    }

    private static void oneByFour(double[] c, double[] p, double[][] q, int j, int samples) {
        double[] q0 = q[j];
        double[] q1 = q[j + 1];
        double[] q2 = q[j + 2];
        double[] q3 = q[j + 3];
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
    private static void fourByFour(double[][] c, double[][] p, double[][] q, int r, int j, int samples) {
        double[] p0 = p[r];
        double[] p1 = p[r + 1];
        double[] p2 = p[r + 2];
        double[] p3 = p[r + 3];
        double[] q0 = q[j];
        double[] q1 = q[j + 1];
        double[] q2 = q[j + 2];
        double[] q3 = q[j + 3];
        double c00 = c[r][j];
        double c01 = c[r][j + 1];
        double c02 = c[r][j + 2];
        double c03 = c[r][j + 3];
        double c10 = c[r + 1][j];
        double c11 = c[r + 1][j + 1];
        double c12 = c[r + 1][j + 2];
        double c13 = c[r + 1][j + 3];
        double c20 = c[r + 2][j];
        double c21 = c[r + 2][j + 1];
        double c22 = c[r + 2][j + 2];
        double c23 = c[r + 2][j + 3];
        double c30 = c[r + 3][j];
        double c31 = c[r + 3][j + 1];
        double c32 = c[r + 3][j + 2];
        double c33 = c[r + 3][j + 3];
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
        store(c[r], j, c00, c01, c02, c03);
        store(c[r + 1], j, c10, c11, c12, c13);
        store(c[r + 2], j, c20, c21, c22, c23);
        store(c[r + 3], j, c30, c31, c32, c33);
    }

    private static void store(double[] c, int j, double c0, double c1, double c2, double c3) {
        c[j] = c0;
        c[j + 1] = c1;
        c[j + 2] = c2;
        c[j + 3] = c3;
    }
}
