package io.github.microgradj.compile.kernel;

import java.util.Arrays;

/**
 * Kernels with plain loops that HotSpot can vectorize: they use arrays without offsets, a single index, and at most
 * eight products in a loop body. The loops run along the longer side of the result, so the rows or columns along that
 * side are copied into separate arrays.
 */
public final class PlainKernels implements Kernels {
    /**
     * The number of doubles of the right matrix that stay in the first-level cache while all rows of the result are
     * computed.
     */
    private static final int ROOM = 2560;

    private static final int BLOCK = 32;
    private static final int LONGEST = 400;

    /** The size of an array header, in doubles. */
    private static final int HEADER = 2;

    /** The minimum length at which copying into contiguous memory pays off. */
    private static final int LONG = 32;

    /** Creates the kernels, which have no state. */
    public PlainKernels() {}

    @Override
    public Layout layout() {
        return Layout.BY_NODES;
    }

    @Override
    public Product product(int rows, int depth, int columns) {
        Scratch scratch = new Scratch(Math.max(rows, columns));
        return (c, start, a, b, rowsNow, depthNow) -> {
            if (a.rowStride() == 1 && rowsNow >= LONG) {
                Matrix left = b.transposed();
                multiply(scratch, c.transposed(), start.transposed(), left, a.transposed(), columns, depthNow, rowsNow);
            } else if (columns >= LONG) {
                multiply(scratch, c, start, a, b, rowsNow, depthNow, columns);
            } else {
                SmallMatrixMultiply.multiply(c, start, a, b, rowsNow, depthNow, columns);
            }
        };
    }

    /**
     * Copies of the parts that are multiplied, and the sums. The arrays of the right part and of the sums are allocated
     * together, and each array, with its header, fills whole cache lines. All of them therefore start at the same
     * offset within a cache line, so that a loop that HotSpot aligns for one array is aligned for all. This makes the
     * loops a tenth to a sixth faster.
     */
    private static final class Scratch {
        final double[] left;
        final double[][] right;
        final double[][] sums;

        Scratch(int longerSide) {
            int length = Math.min(LONGEST, longerSide);
            double[][] lines = new double[BLOCK + longerSide][(length + 9) / 8 * 8 - HEADER];
            left = new double[longerSide * BLOCK];
            right = Arrays.copyOf(lines, BLOCK);
            sums = Arrays.copyOfRange(lines, BLOCK, lines.length);
        }
    }

    private static void multiply(
            Scratch scratch, Matrix c, Matrix start, Matrix a, Matrix b, int rows, int depth, int columns) {
        int parts = (columns + LONGEST - 1) / LONGEST;
        for (int part = 0; part < parts; part++) {
            int j = columns * part / parts;
            int length = columns * (part + 1) / parts - j;
            int block = Math.min(BLOCK, ROOM / length / 4 * 4);
            for (int r = 0; r < rows; r++) {
                copy(start, start.place(r, j), length, scratch.sums[r], 0);
            }
            for (int from = 0; from < depth; from += block) {
                int terms = Math.min(block, depth - from);
                for (int r = 0; r < rows; r++) {
                    copy(a, a.place(r, from), terms, scratch.left, r * BLOCK);
                }
                copy(b, from, terms, j, length, scratch.right);
                add(scratch, terms, rows, length);
            }
            for (int r = 0; r < rows; r++) {
                copyBack(scratch.sums[r], length, c, c.place(r, j));
            }
        }
    }

    private static void copy(Matrix b, int from, int terms, int j, int length, double[][] lines) {
        int t = 0;
        for (; t + 3 < terms && b.columnStride() != 1; t += 4) {
            copyFour(b, b.place(from + t, j), length, lines[t], lines[t + 1], lines[t + 2], lines[t + 3]);
        }
        for (; t < terms; t++) {
            copy(b, b.place(from + t, j), length, lines[t], 0);
        }
    }

    private static void copyFour(
            Matrix from, int place, int length, double[] to0, double[] to1, double[] to2, double[] to3) {
        double[] array = from.array();
        int next = from.rowStride();
        for (int j = 0; j < length; j++) {
            int i = place + j * from.columnStride();
            to0[j] = array[i];
            to1[j] = array[i + next];
            to2[j] = array[i + 2 * next];
            to3[j] = array[i + 3 * next];
        }
    }

    private static void copy(Matrix from, int place, int length, double[] to, int i) {
        if (from.columnStride() == 0) {
            Arrays.fill(to, i, i + length, from.array()[place]);
        } else if (from.columnStride() == 1) {
            System.arraycopy(from.array(), place, to, i, length);
        } else {
            for (int j = 0; j < length; j++) {
                to[i + j] = from.array()[place + j * from.columnStride()];
            }
        }
    }

    private static void copyBack(double[] from, int length, Matrix to, int place) {
        if (to.columnStride() == 1) {
            System.arraycopy(from, 0, to.array(), place, length);
            return;
        }
        for (int j = 0; j < length; j++) {
            to.array()[place + j * to.columnStride()] = from[j];
        }
    }

    private static void add(Scratch scratch, int terms, int rows, int length) {
        double[][] sums = scratch.sums;
        int r = 0;
        for (; r + 1 < rows; r += 2) {
            twoRows(sums[r], sums[r + 1], scratch.left, r * BLOCK, scratch.right, terms, length);
        }
        if (r < rows) {
            oneRow(sums[r], scratch.left, r * BLOCK, scratch.right, terms, length);
        }
    }

    private static void twoRows(double[] c, double[] d, double[] a, int place, double[][] b, int terms, int length) {
        int t = 0;
        for (; t + 3 < terms; t += 4) {
            int i = place + t;
            int k = i + BLOCK;
            twoByFour(
                    c, d, b[t], b[t + 1], b[t + 2], b[t + 3], a[i], a[i + 1], a[i + 2], a[i + 3], a[k], a[k + 1],
                    a[k + 2], a[k + 3], length);
        }
        if (t + 1 < terms) {
            int i = place + t;
            int k = i + BLOCK;
            twoByTwo(c, d, b[t], b[t + 1], a[i], a[i + 1], a[k], a[k + 1], length);
            t += 2;
        }
        for (; t < terms; t++) {
            add(c, b[t], a[place + t], length);
            add(d, b[t], a[place + BLOCK + t], length);
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
            int columns) {
        for (int j = 0; j < columns; j++) {
            double x0 = b0[j];
            double x1 = b1[j];
            double x2 = b2[j];
            double x3 = b3[j];
            c[j] = (((c[j] + a0 * x0) + a1 * x1) + a2 * x2) + a3 * x3;
            d[j] = (((d[j] + e0 * x0) + e1 * x1) + e2 * x2) + e3 * x3;
        }
    }

    private static void twoByTwo(
            double[] c, double[] d, double[] b0, double[] b1, double a0, double a1, double e0, double e1, int columns) {
        for (int j = 0; j < columns; j++) {
            double x0 = b0[j];
            double x1 = b1[j];
            c[j] = (c[j] + a0 * x0) + a1 * x1;
            d[j] = (d[j] + e0 * x0) + e1 * x1;
        }
    }

    private static void oneRow(double[] c, double[] a, int place, double[][] b, int terms, int length) {
        int t = 0;
        for (; t + 3 < terms; t += 4) {
            int i = place + t;
            oneByFour(c, b[t], b[t + 1], b[t + 2], b[t + 3], a[i], a[i + 1], a[i + 2], a[i + 3], length);
        }
        for (; t < terms; t++) {
            add(c, b[t], a[place + t], length);
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
            int columns) {
        for (int j = 0; j < columns; j++) {
            c[j] = (((c[j] + a0 * b0[j]) + a1 * b1[j]) + a2 * b2[j]) + a3 * b3[j];
        }
    }

    private static void add(double[] c, double[] b, double a, int columns) {
        for (int j = 0; j < columns; j++) {
            c[j] += a * b[j];
        }
    }

    @Override
    public void sumRows(Matrix rows, int count, int columns, double[] sums) {
        SmallMatrixMultiply.sumRows(rows, count, columns, sums);
    }

    @Override
    public String toString() {
        return "plain loops";
    }
}
