package io.github.microgradj.compile.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * A matrix product with vectors of four or two doubles, for which there are only sixteen registers. The number of
 * instructions limits its speed, and most of the avoidable instructions compute and check indices. Therefore, each part
 * of the right matrix is first copied into a panel without gaps, and a transposed left matrix into blocks of four rows.
 */
final class VectorPackedProduct implements Kernels.Product {
    private static final VectorSpecies<Double> SPECIES = VectorKernels.SPECIES;
    private static final int WIDTH = SPECIES.length();
    private static final VectorPackedGemm[] BY_ROWS = {VectorPackedGemm.of(1, false), VectorPackedGemm.of(2, false)};
    private static final VectorPackedGemm[] BY_BLOCKS = {VectorPackedGemm.of(1, true), VectorPackedGemm.of(2, true)};

    /** The maximum number of terms in a panel. A panel of this size stays in the first-level cache for all rows. */
    private static final int TERMS = 200;

    private final int columns;
    private final int full;
    private final Matrix edge;
    private final Matrix blocks;
    private final double[] panel;

    VectorPackedProduct(int rows, int depth, int columns) {
        this.columns = columns;
        full = columns / WIDTH * WIDTH;
        edge = Matrix.ofRows(new double[rows * WIDTH], 0, WIDTH);
        blocks = Matrix.ofRows(new double[(rows + 3) / 4 * 4 * depth], 0, depth);
        panel = new double[Math.min(depth, TERMS) * 2 * WIDTH];
    }

    @Override
    public void run(Matrix c, Matrix start, Matrix a, Matrix b, int rows, int depth) {
        boolean transposed = a.columnStride() != 1;
        Matrix left = transposed ? blocks : a;
        VectorPackedGemm[] kernels = transposed ? BY_BLOCKS : BY_ROWS;
        if (transposed) {
            packBlocks(a, rows, depth);
        }
        for (int from = 0; from < depth || from == 0; from += TERMS) {
            int terms = Math.min(TERMS, depth - from);
            Matrix first = from == 0 ? start : c;
            int j = 0;
            for (; j + 2 * WIDTH <= full; j += 2 * WIDTH) {
                pack(b, from, terms, j, 2);
                kernels[1].multiply(c, first, left, from, panel, terms, rows, j);
            }
            for (; j < columns; j += WIDTH) {
                pack(b, from, terms, j, 1);
                if (j < full) {
                    kernels[0].multiply(c, first, left, from, panel, terms, rows, j);
                } else {
                    kernels[0].multiply(edge, from == 0 ? start.from(j) : edge, left, from, panel, terms, rows, 0);
                }
            }
        }
        if (full < columns) {
            VectorKernels.copyEdge(edge, c, rows, full, columns);
        }
    }

    private void pack(Matrix b, int from, int terms, int j, int vectors) {
        double[] right = b.array();
        int next = b.place(from, j);
        for (int t = 0; t < terms; t++) {
            DoubleVector.fromArray(SPECIES, right, next).intoArray(panel, t * vectors * WIDTH);
            if (vectors == 2) {
                DoubleVector.fromArray(SPECIES, right, next + WIDTH).intoArray(panel, t * vectors * WIDTH + WIDTH);
            }
            next += b.rowStride();
        }
    }

    /** Copies a transposed matrix into blocks of four rows. Unused numbers of the last block are arbitrary. */
    private void packBlocks(Matrix a, int rows, int depth) {
        double[] from = a.array();
        double[] to = blocks.array();
        for (int r = 0; r < rows; r += 4) {
            int place = a.place(r, 0);
            int next = blocks.place(r, 0);
            for (int t = 0; t < depth; t++) {
                for (int i = 0; i < 4; i += WIDTH) {
                    DoubleVector.fromArray(SPECIES, from, place + i).intoArray(to, next + i);
                }
                place += a.columnStride();
                next += 4;
            }
        }
    }
}
