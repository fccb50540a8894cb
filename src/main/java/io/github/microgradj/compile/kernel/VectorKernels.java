package io.github.microgradj.compile.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The kernels on the Vector API: columns lie in samples, and up to 24 vectors of sums stay in registers over the depth. The large
 * methods call nothing but the Vector API: HotSpot inlines that whatever its size, but no helper of ours, and a vector that is
 * passed on is an object.
 */
final class VectorKernels implements Kernels {
    static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED.length() > PADDING
            ? DoubleVector.SPECIES_512
            : DoubleVector.SPECIES_PREFERRED;
    private static final int WIDTH = SPECIES.length();

    /** Sums of more vectors stay in registers where there are 32 of those; narrower ones come in sixteens. */
    private static final VectorGemm[] PANELS = WIDTH == 8
            ? new VectorGemm[] {VectorGemm.of(1), VectorGemm.of(2), VectorGemm.of(3)}
            : new VectorGemm[] {VectorGemm.of(1)};

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
            int vectors;
            for (int j = 0; j < columns; j += vectors * WIDTH) {
                vectors = vectors((columns - j) / WIDTH);
                PANELS[vectors - 1].multiply(c, first, a, b, from, to, rows, j);
            }
        }
    }

    /** How many of so many vectors to take next: two and two are quicker than three and one. */
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
