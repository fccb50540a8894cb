package io.github.microgradj.compile.kernel;

import io.github.microgradj.engine.Op;

/**
 * The kernels that compute the matrix products of compiled programs. Every sum adds its terms in the order of
 * their indices, with a separate multiplication and addition for each (no fused multiply-add), so that all
 * implementations give the same bits. The layout of samples in memory is {@link #layout()}; weights are stored row by
 * row.
 *
 * <p>Each implementation runs its loops or vectors along the dimension that its layout makes contiguous. Take a layer
 * of 16 neurons with 2 inputs, on a tile of 128 samples: {@code Y = B + X W'} is a product with 128 rows, depth 2 and
 * 16 columns.
 * <ul>
 * <li>{@code VectorKernels} (the Vector API) keeps the numbers of a sample contiguous. With vectors of 8 doubles, it
 * computes 8 rows of two vectors at a time, in 16 registers that hold their sums over the whole depth
 * ({@code VectorGemm}). With shorter vectors, it computes 4 rows of two vectors ({@code VectorPackedGemm}), because
 * there are fewer registers.
 * <li>{@link PlainKernels} keeps the numbers of a node contiguous. It computes the transposed product
 * {@code Y' = B' + W X'}, whose 16 rows are 128 samples long, with loops that HotSpot vectorizes. Each loop handles two
 * rows and four terms.
 * <li>{@code SmallMatrixMultiply} computes products that are too small for either. A layer of one neuron uses
 * {@code VectorMatVec} if there are vectors of 8 doubles, and {@code VectorMatVec4} if there are vectors of 4.
 * </ul>
 *
 * <p>Elementwise operations run in {@link OpLoops} or {@link NodeLoops}, for both layouts. With vectors of at least
 * four doubles, {@code VectorNodeLoops} has the loops of some operations.
 */
public interface Kernels {
    /** The implementation for this JVM: the Vector API if its module is present, otherwise plain loops. */
    Kernels BEST = KernelChoice.best();

    /**
     * The number of unused doubles at the end of every array that a product reads. They are needed because a kernel may
     * read past the last row.
     */
    int PADDING = 8;

    /** Returns the faster kernels for a program with the given number of parameters: these or plain loops. */
    default Kernels forParameters(int count) {
        return this;
    }

    /** Returns the memory layout of blocks that these kernels require. */
    Layout layout();

    /**
     * Returns a product of the given shape with its scratch memory. Only one thread at a time may use it.
     *
     * @param rows the largest number of rows
     * @param depth the largest number of terms in a sum
     * @param columns the number of columns
     */
    Product product(int rows, int depth, int columns);

    /**
     * Returns a product of the given shape whose sums add their terms in a given order. By default, it copies both
     * matrices in that order. Every run must have the depth {@code order.length}.
     *
     * @param order the indices of the terms, in the order in which they are added
     */
    default Product orderedProduct(int rows, int[] order, int columns) {
        Product product = product(rows, order.length, columns);
        Matrix left = Matrix.ofSpacedRows(rows, order.length);
        Matrix right = Matrix.ofSpacedRows(order.length, columns);
        return (c, start, a, b, rowsNow, depth) -> {
            a.selectColumns(order, rowsNow, left);
            b.selectRows(order, columns, right);
            product.run(c, start, left, right, rowsNow, depth);
        };
    }

    /** Computes {@code sums[c] = sum over r of rows[r][c]}. */
    void sumRows(Matrix rows, int count, int columns, double[] sums);

    /**
     * Returns the loops of an operation on nodes.
     *
     * @param constant the constant of a unary operation
     * @param length the average length of the runs that the nodes form, or 0 if they form none
     */
    default NodeLoops loops(Op op, double constant, int length) {
        return NodeLoops.of(op, constant);
    }

    /** A product of two matrices. */
    interface Product {
        /**
         * Computes {@code c[r][j] = start[r][j] + sum over t < depth of a[r][t]*b[t][j]}. Writes to no other element of
         * the array of {@code c}.
         *
         * @param start may be {@code c}
         */
        void run(Matrix c, Matrix start, Matrix a, Matrix b, int rows, int depth);
    }

    /** Returns the length to allocate for the given number of doubles. */
    static int padded(int length) {
        return length + PADDING;
    }
}
