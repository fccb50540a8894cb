package io.github.microgradj.compile;

import org.jspecify.annotations.Nullable;

/**
 * The two matrix products of a layer, on rows of doubles. Every sum runs in ascending order, one product and one addition at a
 * time (no fused multiply-add), so that all implementations give the same bits.
 */
interface Kernels {
    /** The implementation for this JVM: the Vector API if its module is there, plain loops if not. */
    Kernels BEST = KernelChoice.best();

    /** Rows are this much longer than what is in them, up to a multiple of it: a kernel may overwrite the rest. */
    int PADDING = 8;

    /**
     * {@code c[r][l] += sum over t < depth of a[r][t]*b[t][l]} for all rows of {@code c} and {@code l < lanes}.
     *
     * @param start what each row of {@code c} is before; if there is none, what it holds
     * @param depth how many terms are summed; {@code b} may have more rows
     */
    void multiply(double[][] c, double @Nullable [] start, double[][] a, double[][] b, int depth, int lanes);

    /**
     * {@code c[r][j] += sum over s < samples of p[r][s]*q[j][s]} for all rows of {@code p} and {@code q}.
     *
     * @param panel at least {@code samples} rows of at least {@code padded(q.length)}, overwritten
     */
    default void outer(double[][] c, double[][] p, double[][] q, int samples, double[][] panel) {
        Transpose.of(q, samples, panel);
        multiply(c, null, p, panel, samples, q.length);
    }

    /** The length to allocate for rows of {@code lanes}. */
    static int padded(int lanes) {
        return (lanes + PADDING - 1) / PADDING * PADDING;
    }
}
