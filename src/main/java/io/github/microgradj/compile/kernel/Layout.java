package io.github.microgradj.compile.kernel;

/**
 * How a block lies in memory: the numbers of some nodes, its columns, for some samples, its rows. Without gaps either way, so that
 * what is done number by number needs not know.
 */
public enum Layout {
    /** The numbers of one sample side by side: for kernels whose vectors reach over nodes. */
    BY_SAMPLES,
    /** The numbers of one node side by side: for kernels whose loops run over samples, which are many even in small networks. */
    BY_NODES;

    /** Samples that run together: their blocks fit the caches next to the processor. */
    public static final int TILE = 128;

    /** The distance of samples in a block of so many nodes. */
    public int sampleStride(int width) {
        return this == BY_SAMPLES ? width : 1;
    }

    /** The distance of nodes in a block of so many samples. */
    public int nodeStride(int samples) {
        return this == BY_SAMPLES ? 1 : samples;
    }

    /** A block as matrices. */
    public Views views(double[] block, int width) {
        return new Views(this, block, width);
    }

    /** A block as a matrix of samples by nodes, and as the same turned round, for any number of samples. */
    public static final class Views {
        private final Layout layout;
        private final double[] block;
        private final int width;
        private final Matrix[] normal = new Matrix[TILE + 1];
        private final Matrix[] transposed = new Matrix[TILE + 1];

        private Views(Layout layout, double[] block, int width) {
            this.layout = layout;
            this.block = block;
            this.width = width;
        }

        /** Returns the block of so many samples, a row for each. */
        public Matrix normal(int samples) {
            if (normal[samples] == null) {
                normal[samples] = new Matrix(block, 0, layout.sampleStride(width), layout.nodeStride(samples));
                transposed[samples] = normal[samples].transposed();
            }
            return normal[samples];
        }

        /** Returns the block of so many samples, a column for each. */
        public Matrix transposed(int samples) {
            normal(samples);
            return transposed[samples];
        }
    }
}
