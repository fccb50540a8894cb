package io.github.microgradj.compile;

import org.jspecify.annotations.Nullable;

/**
 * The two matrix products of a layer. Every sum runs in ascending order, one product and one addition at a time (no fused
 * multiply-add), so that all implementations give the same bits.
 */
interface Kernels {
    /** The implementation for this JVM: the Vector API if its module is there, plain loops if not. */
    Kernels BEST = KernelChoice.best();

    /** Rows of samples are this much longer than what is in them, up to a multiple of it: a kernel may overwrite the rest. */
    int PADDING = 8;

    /**
     * {@code c[r][l] += sum over t < depth of a[r][t]*b[t][l]} for all rows of {@code c} and {@code l < lanes}.
     *
     * @param c arrays that are rows from their beginning
     * @param start what each row of {@code c} is before; if there is none, what it holds
     * @param depth how many terms are summed; {@code b} may have more rows
     */
    void multiply(Rows c, double @Nullable [] start, Quads a, double[][] b, int depth, int lanes);

    /**
     * {@code c[r][j] += sum over s < samples of p[r][s]*q[j][s]} for all rows of {@code p} and {@code q}. Touches nothing else
     * in the arrays of {@code c}.
     *
     * @param p arrays that are rows from their beginning
     */
    void outer(Rows c, Rows p, double[][] q, int samples, Scratch scratch);

    /** Room for what {@link #outer} has to turn round. */
    final class Scratch {
        /** {@code p}, packed. */
        final Quads packed;
        /** {@code q} by samples. */
        final double[][] panel;
        /** A copy of {@code c}, or of some columns of it, with padding. */
        final double[][] copy;

        final Rows copyRows;

        /**
         * @param rows how many rows {@code p} has
         * @param columns how many rows {@code q} has
         * @param samples the largest number of samples
         */
        Scratch(int rows, int columns, int samples) {
            packed = new Quads(rows, samples);
            panel = new double[samples][padded(columns)];
            copy = new double[rows][padded(columns)];
            copyRows = Rows.of(copy);
        }
    }

    /** The length to allocate for rows of {@code lanes}. */
    static int padded(int lanes) {
        return (lanes + PADDING - 1) / PADDING * PADDING;
    }
}
