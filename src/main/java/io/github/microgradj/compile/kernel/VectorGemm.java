package io.github.microgradj.compile.kernel;

/**
 * A kernel for one part of a product: all rows of some columns. Its sums stay in registers over the depth. There is a
 * separate class for each number of vectors.
 */
interface VectorGemm {
    /**
     * Computes {@code c = start + a*b} for the columns that start at {@code j} and for the terms between {@code from}
     * and {@code to}.
     */
    void multiply(Matrix c, Matrix start, Matrix a, Matrix b, int from, int to, int rows, int j);

    /** Returns the kernel for columns that span the given number of vectors. */
    static VectorGemm of(int vectors) {
        return HiddenClassTemplate.load(VectorGemm.class, VectorGemmTemplate.class, vectors);
    }
}
