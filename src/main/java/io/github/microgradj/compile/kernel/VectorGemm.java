package io.github.microgradj.compile.kernel;

/**
 * A part of a product: all rows of some columns. Its sums stay in registers over the depth. Every width has its own
 * class.
 */
interface VectorGemm {
    /**
     * Computes {@code c = start + a*b} for the columns from {@code j} on and the terms from {@code from} to {@code to}.
     */
    void multiply(Matrix c, Matrix start, Matrix a, Matrix b, int from, int to, int rows, int j);

    /** Returns the panel that is this many vectors wide. */
    static VectorGemm of(int vectors) {
        return HiddenClassTemplate.load(VectorGemm.class, VectorGemmTemplate.class, vectors);
    }
}
