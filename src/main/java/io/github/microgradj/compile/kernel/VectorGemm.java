package io.github.microgradj.compile.kernel;

/**
 * A part of a product: all rows of some columns. Its sums stay in registers over the depth. Every width has a class of its own.
 */
interface VectorGemm {
    /** {@code c = start + a*b} over the columns from j on, and the terms in between. */
    void multiply(Matrix c, Matrix start, Matrix a, Matrix b, int from, int to, int rows, int j);

    /** The panel of so many vectors side by side. */
    static VectorGemm of(int vectors) {
        return HiddenClassTemplate.load(VectorGemm.class, VectorGemmTemplate.class, vectors);
    }
}
