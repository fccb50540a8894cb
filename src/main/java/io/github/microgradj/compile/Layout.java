package io.github.microgradj.compile;

/**
 * How a block lies in memory: the numbers of some nodes, its columns, for some samples, its rows. Without gaps either way, so that
 * what is done number by number needs not know.
 */
enum Layout {
    /** The numbers of one sample side by side: for kernels whose vectors reach over nodes. */
    BY_SAMPLES,
    /** The numbers of one node side by side: for kernels whose loops run over samples, which are many even in small networks. */
    BY_NODES;

    /** The distance of samples in a block of so many nodes. */
    int sampleStride(int width) {
        return this == BY_SAMPLES ? width : 1;
    }

    /** The distance of nodes in a block of so many samples. */
    int nodeStride(int lanes) {
        return this == BY_SAMPLES ? 1 : lanes;
    }

    /** A block as matrices. */
    Views views(double[] block, int width) {
        return new Views(this, block, width);
    }

    /** A block as a matrix of samples by nodes, and as the same turned round, for any number of samples. */
    static final class Views {
        private final Layout layout;
        private final double[] block;
        private final int width;
        private final Matrix[] straight = new Matrix[Program.TILE + 1];
        private final Matrix[] turned = new Matrix[Program.TILE + 1];

        private Views(Layout layout, double[] block, int width) {
            this.layout = layout;
            this.block = block;
            this.width = width;
        }

        Matrix straight(int lanes) {
            if (straight[lanes] == null) {
                straight[lanes] = new Matrix(block, 0, layout.sampleStride(width), layout.nodeStride(lanes));
                turned[lanes] = straight[lanes].transposed();
            }
            return straight[lanes];
        }

        Matrix turned(int lanes) {
            straight(lanes);
            return turned[lanes];
        }
    }
}
