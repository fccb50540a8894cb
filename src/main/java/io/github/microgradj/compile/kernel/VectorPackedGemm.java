package io.github.microgradj.compile.kernel;

/**
 * A kernel for matrix products on processors with sixteen vector registers. It reads a copy of a part of the right
 * matrix.
 */
interface VectorPackedGemm {
    /**
     * Adds some terms to the sums of the columns that start at {@code j}.
     *
     * @param from the first term in {@code a}
     * @param panel the rows of the right matrix that belong to these terms, without gaps between them
     * @param terms the number of terms
     */
    void multiply(Matrix c, Matrix start, Matrix a, int from, double[] panel, int terms, int rows, int j);

    /**
     * The shape for which a kernel is specialized.
     *
     * @param vectors the number of vectors that the columns span, 1 or 2
     * @param blocks whether {@code a} is stored in blocks of four rows; a block begins where its first row would begin,
     *     and holds the four numbers of the first term, then those of the next term, and so on
     */
    record PackedShape(int vectors, boolean blocks) {}

    /** Returns the kernel for the given shape. */
    static VectorPackedGemm of(int vectors, boolean blocks) {
        return HiddenClassTemplate.load(
                VectorPackedGemm.class, VectorPackedGemmTemplate.class, new PackedShape(vectors, blocks));
    }
}
