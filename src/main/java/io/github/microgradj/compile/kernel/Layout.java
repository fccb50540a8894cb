package io.github.microgradj.compile.kernel;

/**
 * The memory layout of a block, which has a column per node and a row per sample. Neither layout has gaps, so
 * elementwise code works with both.
 */
public enum Layout {
    /** The numbers of one sample are contiguous, for kernels whose vectors span nodes. */
    BY_SAMPLES,
    /**
     * The numbers of one node are contiguous, for kernels that loop over samples. These loops are long even for small
     * networks.
     */
    BY_NODES;

    /**
     * The number of samples that are processed together. It is small enough for their blocks to fit into the inner
     * caches.
     */
    public static final int TILE = 128;

    /** Returns the distance between samples in a block of the given number of nodes. */
    public int sampleStride(int width) {
        return this == BY_SAMPLES ? width : 1;
    }

    /** Returns the distance between nodes in a block of the given number of samples. */
    public int nodeStride(int samples) {
        return this == BY_SAMPLES ? 1 : samples;
    }

    /** Returns views of a block as matrices. */
    public Views views(double[] block, int width) {
        return new Views(this, block, width);
    }

    /** Views of a block as a matrix of samples by nodes and as its transpose, for any number of samples. */
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

        /** Returns the view with a row per sample, for the given number of samples. */
        public Matrix normal(int samples) {
            if (normal[samples] == null) {
                normal[samples] = new Matrix(block, 0, layout.sampleStride(width), layout.nodeStride(samples));
                transposed[samples] = normal[samples].transposed();
            }
            return normal[samples];
        }

        /** Returns the view with a column per sample, for the given number of samples. */
        public Matrix transposed(int samples) {
            normal(samples);
            return transposed[samples];
        }
    }
}
