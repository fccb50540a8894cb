package io.github.microgradj.compile.kernel;

/**
 * A kernel for one part of a product: all rows of some columns. Its sums stay in registers over the depth. There is a
 * separate class for each shape.
 */
interface VectorGemm {
    /**
     * Computes {@code c = start + a*b} for the columns that start at {@code j} and for the terms from {@code from} to
     * {@code to - 1}.
     *
     * @param order the order in which the terms are added; not read unless the kernel has an order
     */
    void multiply(Matrix c, Matrix start, Matrix a, Matrix b, int[] order, int from, int to, int rows, int j);

    /**
     * The shape for which a kernel is specialized.
     *
     * @param vectors the number of vectors that the columns span, 1 to 3
     * @param ordered whether the terms are added in a given order, instead of by their indices
     */
    record GemmShape(int vectors, boolean ordered) {}

    /** Returns the kernel for the given shape. */
    static VectorGemm of(int vectors, boolean ordered) {
        return HiddenClassTemplate.load(VectorGemm.class, VectorGemmTemplate.class, new GemmShape(vectors, ordered));
    }
}
