package io.github.microgradj.compile.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Kernels on the Vector API. Vectors span columns, and up to 24 vectors of sums stay in registers over the depth. The
 * large methods call only the Vector API, which HotSpot inlines at any size. It does not inline our own helpers, and a
 * vector passed to one of them would be allocated as an object.
 */
final class VectorKernels implements Kernels {
    static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED.length() > PADDING
            ? DoubleVector.SPECIES_512
            : DoubleVector.SPECIES_PREFERRED;
    private static final int WIDTH = SPECIES.length();

    /** The kernels by width. Machines with 8-wide vectors have 32 registers and can hold more sums; others have 16. */
    private static final VectorGemm[] PANELS = WIDTH == 8
            ? new VectorGemm[] {VectorGemm.of(1), VectorGemm.of(2), VectorGemm.of(3)}
            : new VectorGemm[] {VectorGemm.of(1)};

    /** The number of terms whose part of b stays in the first-level cache while all rows of the result are computed. */
    private static final int BLOCK = 128;

    /** The minimum number of reads of each number at which it pays off to copy the matrix first. */
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
            if (Matrix.aliasesInCache(a.columnStride()) && columns >= MANY) {
                a.transposed().transposeInto(left, depthNow, rowsNow);
                a = left;
            }
            if (Matrix.aliasesInCache(b.rowStride()) && rowsNow >= MANY) {
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
        if (WIDTH == 8 && VectorMatVec.fit(c, start, a, b)) {
            VectorMatVec.multiply(c, start, a, b, rows, depth);
        } else {
            SmallMatrixMultiply.multiply(c, start, a, b, rows, depth, 1);
        }
    }

    /** Copies the last columns. They are computed in a separate array, because a vector extends beyond them. */
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
            int vectors;
            for (int j = 0; j < columns; j += vectors * WIDTH) {
                vectors = vectors((columns - j) / WIDTH);
                PANELS[vectors - 1].multiply(c, first, a, b, from, to, rows, j);
            }
        }
    }

    /**
     * Returns the number of remaining vectors to process next. Four are processed as two and two, which is faster than
     * three and one.
     */
    private static int vectors(int left) {
        return Math.min(left == 4 ? 2 : left, PANELS.length);
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
