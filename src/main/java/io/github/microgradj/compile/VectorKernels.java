package io.github.microgradj.compile;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The kernels on the Vector API: columns lie in lanes, and sixteen vectors of sums stay in registers over the depth. The large
 * methods call nothing but the Vector API: HotSpot inlines that whatever its size, but no helper of ours, and a vector that is
 * passed on is an object. Where fewer rows are left than a method computes, it computes the last one several times.
 */
final class VectorKernels implements Kernels {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED.length() > PADDING
            ? DoubleVector.SPECIES_512
            : DoubleVector.SPECIES_PREFERRED;
    private static final int WIDTH = SPECIES.length();

    /** Terms of a product whose part of b stays in the first-level cache while all rows of the result pass by. */
    private static final int BLOCK = 128;

    /** So many times a number is read again if copying it first is to pay. */
    private static final int MANY = 32;

    @Override
    public Layout layout() {
        return Layout.BY_SAMPLES;
    }

    @Override
    public Product product(int rows, int depth, int columns) {
        int full = columns / WIDTH * WIDTH;
        Matrix edge = Matrix.ofRows(new double[rows * WIDTH], 0, WIDTH);
        Matrix left = Matrix.ofSpacedRows(rows, depth);
        Matrix right = Matrix.ofSpacedRows(depth, columns);
        return (c, start, a0, b0, rowsNow, depthNow) -> {
            if (columns == 1) {
                multiplyColumn(c, start, a0, b0, rowsNow, depthNow);
                return;
            }
            Matrix a = a0;
            Matrix b = b0;
            if (Matrix.clash(a.columnStride()) && columns >= MANY) {
                a.transposed().turnInto(left, depthNow, rowsNow);
                a = left;
            }
            if (Matrix.clash(b.rowStride()) && rowsNow >= MANY) {
                b.copyTo(right, depthNow, columns);
                b = right;
            }
            if (full > 0) {
                multiply(c, start, a, b, rowsNow, depthNow, full);
            }
            if (full < columns) {
                multiply(edge, start.from(full), a, b.from(full), rowsNow, depthNow, WIDTH);
                copyEdge(edge, c, rowsNow, full, columns);
            }
        };
    }

    private static void multiplyColumn(Matrix c, Matrix start, Matrix a, Matrix b, int rows, int depth) {
        if (WIDTH == 8 && VectorDots.fit(c, start, a, b)) {
            VectorDots.multiply(c, start, a, b, rows, depth);
        } else {
            Tiles.multiply(c, start, a, b, rows, depth, 1);
        }
    }

    /** The last columns are computed in an array of their own, because a vector reaches beyond them. */
    private static void copyEdge(Matrix edge, Matrix c, int rows, int from, int to) {
        for (int r = 0; r < rows; r++) {
            for (int j = from; j < to; j++) {
                c.array()[c.place(r, j)] = edge.array()[r * WIDTH + j - from];
            }
        }
    }

    private static void multiply(Matrix c, Matrix start, Matrix a, Matrix b, int rows, int depth, int columns) {
        for (int from = 0; from < depth || from == 0; from += BLOCK) {
            Matrix first = from == 0 ? start : c;
            int to = Math.min(depth, from + BLOCK);
            int j = 0;
            for (; j + 2 * WIDTH <= columns; j += 2 * WIDTH) {
                eightByTwo(c, first, a, b, from, to, rows, j);
            }
            for (; j < columns; j += WIDTH) {
                eightByOne(c, first, a, b, from, to, rows, j);
            }
        }
    }

    private static void eightByTwo(Matrix c, Matrix start, Matrix a, Matrix b, int from, int to, int rows, int j) {
        double[] into = c.array();
        double[] first = start.array();
        double[] left = a.array();
        int step = a.columnStride();
        double[] right = b.array();
        int stride = b.rowStride();
        int place = b.offset() + j;
        for (int r = 0; r < rows; r += 8) {
            int r1 = Math.min(r + 1, rows - 1);
            int r2 = Math.min(r + 2, rows - 1);
            int r3 = Math.min(r + 3, rows - 1);
            int r4 = Math.min(r + 4, rows - 1);
            int r5 = Math.min(r + 5, rows - 1);
            int r6 = Math.min(r + 6, rows - 1);
            int r7 = Math.min(r + 7, rows - 1);
            DoubleVector s00, s01, s10, s11, s20, s21, s30, s31, s40, s41, s50, s51, s60, s61, s70, s71;
            int k = start.offset() + r * start.rowStride() + j;
            s00 = DoubleVector.fromArray(SPECIES, first, k);
            s01 = DoubleVector.fromArray(SPECIES, first, k + WIDTH);
            if (start.rowStride() == 0) {
                s10 = s00;
                s11 = s01;
                s20 = s00;
                s21 = s01;
                s30 = s00;
                s31 = s01;
                s40 = s00;
                s41 = s01;
                s50 = s00;
                s51 = s01;
                s60 = s00;
                s61 = s01;
                s70 = s00;
                s71 = s01;
            } else {
                k = start.offset() + r1 * start.rowStride() + j;
                s10 = DoubleVector.fromArray(SPECIES, first, k);
                s11 = DoubleVector.fromArray(SPECIES, first, k + WIDTH);
                k = start.offset() + r2 * start.rowStride() + j;
                s20 = DoubleVector.fromArray(SPECIES, first, k);
                s21 = DoubleVector.fromArray(SPECIES, first, k + WIDTH);
                k = start.offset() + r3 * start.rowStride() + j;
                s30 = DoubleVector.fromArray(SPECIES, first, k);
                s31 = DoubleVector.fromArray(SPECIES, first, k + WIDTH);
                k = start.offset() + r4 * start.rowStride() + j;
                s40 = DoubleVector.fromArray(SPECIES, first, k);
                s41 = DoubleVector.fromArray(SPECIES, first, k + WIDTH);
                k = start.offset() + r5 * start.rowStride() + j;
                s50 = DoubleVector.fromArray(SPECIES, first, k);
                s51 = DoubleVector.fromArray(SPECIES, first, k + WIDTH);
                k = start.offset() + r6 * start.rowStride() + j;
                s60 = DoubleVector.fromArray(SPECIES, first, k);
                s61 = DoubleVector.fromArray(SPECIES, first, k + WIDTH);
                k = start.offset() + r7 * start.rowStride() + j;
                s70 = DoubleVector.fromArray(SPECIES, first, k);
                s71 = DoubleVector.fromArray(SPECIES, first, k + WIDTH);
            }
            int i0 = a.offset() + r * a.rowStride();
            int i1 = a.offset() + r1 * a.rowStride();
            int i2 = a.offset() + r2 * a.rowStride();
            int i3 = a.offset() + r3 * a.rowStride();
            int i4 = a.offset() + r4 * a.rowStride();
            int i5 = a.offset() + r5 * a.rowStride();
            int i6 = a.offset() + r6 * a.rowStride();
            int i7 = a.offset() + r7 * a.rowStride();
            for (int t = from; t < to; t++) {
                DoubleVector b0 = DoubleVector.fromArray(SPECIES, right, place + t * stride);
                DoubleVector b1 = DoubleVector.fromArray(SPECIES, right, place + t * stride + WIDTH);
                DoubleVector w = DoubleVector.broadcast(SPECIES, left[i0 + t * step]);
                s00 = s00.add(b0.mul(w));
                s01 = s01.add(b1.mul(w));
                w = DoubleVector.broadcast(SPECIES, left[i1 + t * step]);
                s10 = s10.add(b0.mul(w));
                s11 = s11.add(b1.mul(w));
                w = DoubleVector.broadcast(SPECIES, left[i2 + t * step]);
                s20 = s20.add(b0.mul(w));
                s21 = s21.add(b1.mul(w));
                w = DoubleVector.broadcast(SPECIES, left[i3 + t * step]);
                s30 = s30.add(b0.mul(w));
                s31 = s31.add(b1.mul(w));
                w = DoubleVector.broadcast(SPECIES, left[i4 + t * step]);
                s40 = s40.add(b0.mul(w));
                s41 = s41.add(b1.mul(w));
                w = DoubleVector.broadcast(SPECIES, left[i5 + t * step]);
                s50 = s50.add(b0.mul(w));
                s51 = s51.add(b1.mul(w));
                w = DoubleVector.broadcast(SPECIES, left[i6 + t * step]);
                s60 = s60.add(b0.mul(w));
                s61 = s61.add(b1.mul(w));
                w = DoubleVector.broadcast(SPECIES, left[i7 + t * step]);
                s70 = s70.add(b0.mul(w));
                s71 = s71.add(b1.mul(w));
            }
            k = c.offset() + r * c.rowStride() + j;
            s00.intoArray(into, k);
            s01.intoArray(into, k + WIDTH);
            k = c.offset() + r1 * c.rowStride() + j;
            s10.intoArray(into, k);
            s11.intoArray(into, k + WIDTH);
            k = c.offset() + r2 * c.rowStride() + j;
            s20.intoArray(into, k);
            s21.intoArray(into, k + WIDTH);
            k = c.offset() + r3 * c.rowStride() + j;
            s30.intoArray(into, k);
            s31.intoArray(into, k + WIDTH);
            k = c.offset() + r4 * c.rowStride() + j;
            s40.intoArray(into, k);
            s41.intoArray(into, k + WIDTH);
            k = c.offset() + r5 * c.rowStride() + j;
            s50.intoArray(into, k);
            s51.intoArray(into, k + WIDTH);
            k = c.offset() + r6 * c.rowStride() + j;
            s60.intoArray(into, k);
            s61.intoArray(into, k + WIDTH);
            k = c.offset() + r7 * c.rowStride() + j;
            s70.intoArray(into, k);
            s71.intoArray(into, k + WIDTH);
        }
    }

    private static void eightByOne(Matrix c, Matrix start, Matrix a, Matrix b, int from, int to, int rows, int j) {
        double[] into = c.array();
        double[] first = start.array();
        double[] left = a.array();
        int step = a.columnStride();
        double[] right = b.array();
        int stride = b.rowStride();
        int place = b.offset() + j;
        for (int r = 0; r < rows; r += 8) {
            int r1 = Math.min(r + 1, rows - 1);
            int r2 = Math.min(r + 2, rows - 1);
            int r3 = Math.min(r + 3, rows - 1);
            int r4 = Math.min(r + 4, rows - 1);
            int r5 = Math.min(r + 5, rows - 1);
            int r6 = Math.min(r + 6, rows - 1);
            int r7 = Math.min(r + 7, rows - 1);
            DoubleVector s00, s10, s20, s30, s40, s50, s60, s70;
            int k = start.offset() + r * start.rowStride() + j;
            s00 = DoubleVector.fromArray(SPECIES, first, k);
            if (start.rowStride() == 0) {
                s10 = s00;
                s20 = s00;
                s30 = s00;
                s40 = s00;
                s50 = s00;
                s60 = s00;
                s70 = s00;
            } else {
                k = start.offset() + r1 * start.rowStride() + j;
                s10 = DoubleVector.fromArray(SPECIES, first, k);
                k = start.offset() + r2 * start.rowStride() + j;
                s20 = DoubleVector.fromArray(SPECIES, first, k);
                k = start.offset() + r3 * start.rowStride() + j;
                s30 = DoubleVector.fromArray(SPECIES, first, k);
                k = start.offset() + r4 * start.rowStride() + j;
                s40 = DoubleVector.fromArray(SPECIES, first, k);
                k = start.offset() + r5 * start.rowStride() + j;
                s50 = DoubleVector.fromArray(SPECIES, first, k);
                k = start.offset() + r6 * start.rowStride() + j;
                s60 = DoubleVector.fromArray(SPECIES, first, k);
                k = start.offset() + r7 * start.rowStride() + j;
                s70 = DoubleVector.fromArray(SPECIES, first, k);
            }
            int i0 = a.offset() + r * a.rowStride();
            int i1 = a.offset() + r1 * a.rowStride();
            int i2 = a.offset() + r2 * a.rowStride();
            int i3 = a.offset() + r3 * a.rowStride();
            int i4 = a.offset() + r4 * a.rowStride();
            int i5 = a.offset() + r5 * a.rowStride();
            int i6 = a.offset() + r6 * a.rowStride();
            int i7 = a.offset() + r7 * a.rowStride();
            for (int t = from; t < to; t++) {
                DoubleVector b0 = DoubleVector.fromArray(SPECIES, right, place + t * stride);
                DoubleVector w = DoubleVector.broadcast(SPECIES, left[i0 + t * step]);
                s00 = s00.add(b0.mul(w));
                w = DoubleVector.broadcast(SPECIES, left[i1 + t * step]);
                s10 = s10.add(b0.mul(w));
                w = DoubleVector.broadcast(SPECIES, left[i2 + t * step]);
                s20 = s20.add(b0.mul(w));
                w = DoubleVector.broadcast(SPECIES, left[i3 + t * step]);
                s30 = s30.add(b0.mul(w));
                w = DoubleVector.broadcast(SPECIES, left[i4 + t * step]);
                s40 = s40.add(b0.mul(w));
                w = DoubleVector.broadcast(SPECIES, left[i5 + t * step]);
                s50 = s50.add(b0.mul(w));
                w = DoubleVector.broadcast(SPECIES, left[i6 + t * step]);
                s60 = s60.add(b0.mul(w));
                w = DoubleVector.broadcast(SPECIES, left[i7 + t * step]);
                s70 = s70.add(b0.mul(w));
            }
            k = c.offset() + r * c.rowStride() + j;
            s00.intoArray(into, k);
            k = c.offset() + r1 * c.rowStride() + j;
            s10.intoArray(into, k);
            k = c.offset() + r2 * c.rowStride() + j;
            s20.intoArray(into, k);
            k = c.offset() + r3 * c.rowStride() + j;
            s30.intoArray(into, k);
            k = c.offset() + r4 * c.rowStride() + j;
            s40.intoArray(into, k);
            k = c.offset() + r5 * c.rowStride() + j;
            s50.intoArray(into, k);
            k = c.offset() + r6 * c.rowStride() + j;
            s60.intoArray(into, k);
            k = c.offset() + r7 * c.rowStride() + j;
            s70.intoArray(into, k);
        }
    }

    @Override
    public void sumRows(Matrix rows, int count, int columns, double[] sums) {
        int j = 0;
        for (; j + WIDTH <= columns; j += WIDTH) {
            DoubleVector sum = DoubleVector.zero(SPECIES);
            for (int r = 0; r < count; r++) {
                sum = sum.add(DoubleVector.fromArray(SPECIES, rows.array(), rows.place(r, j)));
            }
            sum.intoArray(sums, j);
        }
        for (; j < columns; j++) {
            double sum = 0;
            for (int r = 0; r < count; r++) {
                sum += rows.array()[rows.place(r, j)];
            }
            sums[j] = sum;
        }
    }
}
