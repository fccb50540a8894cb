package io.github.microgradj.compile.kernel;

/**
 * Matrix products. Every sum runs in ascending order, one product and one addition at a time (no fused multiply-add), so that
 * all implementations give the same bits. Blocks come in the {@link #layout()}; weights come row by row.
 */
public interface Kernels {
    /** The implementation for this JVM: the Vector API if its module is there, plain loops if not. */
    Kernels BEST = KernelChoice.best();

    /** Arrays that a product reads are this much longer than what is in them: a kernel may read beyond the last row. */
    int PADDING = 8;

    /** How these kernels want the blocks they multiply to lie in memory. */
    Layout layout();

    /**
     * A product of this shape, with room for what it has to copy: for one thread at a time.
     *
     * @param rows the largest number of rows
     * @param depth the largest number of terms in a sum
     * @param columns the number of columns
     */
    Product product(int rows, int depth, int columns);

    /** {@code sums[c] = sum over r of rows[r][c]}. */
    void sumRows(Matrix rows, int count, int columns, double[] sums);

    /** A product of two matrices. */
    interface Product {
        /**
         * {@code c[r][j] = start[r][j] + sum over t < depth of a[r][t]*b[t][j]}. Writes nothing else into the array of {@code c}.
         *
         * @param start may be {@code c}
         */
        void run(Matrix c, Matrix start, Matrix a, Matrix b, int rows, int depth);
    }

    /** The length to allocate for so many numbers. */
    static int padded(int length) {
        return length + PADDING;
    }
}
