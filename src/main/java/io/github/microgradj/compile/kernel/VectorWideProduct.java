package io.github.microgradj.compile.kernel;

/**
 * A matrix product with vectors of eight doubles. There are 32 registers, up to 24 of which hold sums. Matrices are
 * read in place, unless their rows compete for the same cache sets.
 */
final class VectorWideProduct implements Kernels.Product {
    private static final int WIDTH = VectorKernels.SPECIES.length();
    private static final VectorGemm[] PANELS = {
        VectorGemm.of(1, false), VectorGemm.of(2, false), VectorGemm.of(3, false)
    };
    private static final VectorGemm[] ORDERED_PANELS = {
        VectorGemm.of(1, true), VectorGemm.of(2, true), VectorGemm.of(3, true)
    };

    /**
     * The number of terms of each sum that are added in one pass. The part of {@code b} that a pass reads stays in the
     * L1 cache while all rows of the result are computed.
     */
    private static final int BLOCK = 128;

    /** The minimum number of times each number must be read for a copy of the matrix to pay off. */
    private static final int MANY = 32;

    private final int columns;
    private final int[] order;
    private final VectorGemm[] panels;
    private final int full;
    private final Matrix edge;
    private final Matrix left;
    private final Matrix right;

    /**
     * Creates a product.
     *
     * @param order the order in which the terms of each sum are added; empty for the order of their indices
     */
    VectorWideProduct(int rows, int depth, int columns, int... order) {
        this.columns = columns;
        this.order = order;
        panels = order.length == 0 ? PANELS : ORDERED_PANELS;
        full = columns / WIDTH * WIDTH;
        edge = Matrix.ofRows(new double[rows * WIDTH], 0, WIDTH);
        left = Matrix.ofSpacedRows(rows, depth);
        right = Matrix.ofSpacedRows(depth, columns);
    }

    @Override
    public void run(Matrix c, Matrix start, Matrix a0, Matrix b0, int rows, int depth) {
        Matrix a = a0;
        Matrix b = b0;
        if (Matrix.aliasesInCache(a.columnStride()) && columns >= MANY) {
            a.transposed().transposeInto(left, depth, rows);
            a = left;
        }
        if (Matrix.aliasesInCache(b.rowStride()) && rows >= MANY) {
            b.copyTo(right, depth, columns);
            b = right;
        }
        if (full > 0) {
            multiply(c, start, a, b, rows, depth, full);
        }
        if (full < columns) {
            multiply(edge, start.from(full), a, b.from(full), rows, depth, WIDTH);
            VectorKernels.copyEdge(edge, c, rows, full, columns);
        }
    }

    private void multiply(Matrix c, Matrix start, Matrix a, Matrix b, int rows, int depth, int columns) {
        for (int from = 0; from < depth || from == 0; from += BLOCK) {
            Matrix first = from == 0 ? start : c;
            int to = Math.min(depth, from + BLOCK);
            int vectors;
            for (int j = 0; j < columns; j += vectors * WIDTH) {
                vectors = vectors((columns - j) / WIDTH);
                panels[vectors - 1].multiply(c, first, a, b, order, from, to, rows, j);
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
}
