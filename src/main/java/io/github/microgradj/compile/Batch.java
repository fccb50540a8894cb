package io.github.microgradj.compile;

import io.github.microgradj.compile.kernel.Layout;
import io.github.microgradj.compile.kernel.Matrix;
import java.util.Objects;

/**
 * The samples of a batch, laid out for a compiled function and usable in any number of steps.
 * {@link Compiled#batch(double[][], double[][])} creates a batch, which holds a copy of the numbers.
 */
public final class Batch {
    /** The maximum number of doubles per tile group (48 KB); a larger tile forms its own group. */
    private static final int GROUP = 48 * 128;

    private final TracedFunction source;
    /**
     * The runner of the program for which these samples are laid out. A later batch of the same function may need a
     * different program.
     */
    private BatchRunner runner;

    private int size;
    private int features;
    /**
     * The tile groups. Each tile consists of the block of its inputs and the block of the constants that depend on the
     * target.
     */
    private double[][] groups = {};
    /** The number of tiles per group. */
    private int groupTiles;
    /** The number of doubles per tile. */
    private int tileLength;
    /** The block of outputs of each tile. */
    private double[][] outputs = {};
    /** The number of times that the contents have changed. */
    private int version;

    Batch(TracedFunction source, double[][] x, double[][] y) {
        this.source = source;
        this.runner = layOut(x, y);
    }

    /**
     * Replaces the samples, and reuses the memory if it is large enough. If this method throws, the batch keeps its old
     * samples.
     *
     * @param x samples by features
     * @param y samples by targets
     * @throws IllegalArgumentException if there are no samples, if the shapes do not match, or if the graph of the
     *     function depends on data
     */
    public void fill(double[][] x, double[][] y) {
        runner = layOut(x, y);
    }

    /** Returns the number of samples. */
    public int size() {
        return size;
    }

    /**
     * Returns the given output of the given sample, as computed by the last pass over this batch.
     *
     * @throws IndexOutOfBoundsException if there is no such sample or output; a function compiled from a loss alone has
     *      no outputs
     */
    public double output(int sample, int output) {
        int width = program().rows().outputWidth();
        if (width == 0) {
            throw new IndexOutOfBoundsException(
                    "only a loss was compiled; for outputs, use Compiled.of(parameters, forward, loss)");
        }
        Objects.checkIndex(sample, size());
        Objects.checkIndex(output, width);
        return outputs[sample / Layout.TILE][place(program().rows(), sample, output, width)];
    }

    private BatchRunner layOut(double[][] x, double[][] y) {
        check(x, y);
        double[][] constants = new double[x.length][];
        for (int s = 0; s < x.length; s++) {
            constants[s] = source.constants(x[s], y[s]);
        }
        BatchRunner current = source.runner();
        Program.PerSample rows = current.program().rows();
        size = x.length;
        features = x[0].length;
        allocate(rows);
        for (int s = 0; s < x.length; s++) {
            fill(rows, s, x[s], constants[s]);
        }
        version++;
        return current;
    }

    private static void check(double[][] x, double[][] y) {
        if (x.length == 0 || x.length != y.length) {
            throw new IllegalArgumentException("expected at least 1 sample, and 1 target row for each, got " + x.length
                    + " samples and " + y.length + " target rows");
        }
        for (double[] row : x) {
            if (row.length != x[0].length) {
                throw new IllegalArgumentException("every sample must have the same number of features, got "
                        + row.length + " and " + x[0].length);
            }
        }
    }

    /** Allocates the memory, unless the existing memory is large enough. */
    private void allocate(Program.PerSample rows) {
        int length = Layout.TILE * (rows.widths()[rows.inputs()] + rows.widths()[rows.targets()]);
        if (length != tileLength || tileCount() > groups.length * groupTiles) {
            tileLength = length;
            groupTiles = Math.min(tileCount(), Math.max(1, GROUP / Math.max(1, length)));
            groups = new double[(tileCount() + groupTiles - 1) / groupTiles][groupTiles * length];
        }
        int outputLength = Layout.TILE * rows.outputWidth();
        if (outputs.length < tileCount() || outputs[0].length != outputLength) {
            outputs = new double[tileCount()][outputLength];
        }
    }

    private void fill(Program.PerSample rows, int sample, double[] x, double[] constants) {
        double[] group = group(sample / Layout.TILE);
        int start = start(sample / Layout.TILE);
        int width = rows.widths()[rows.inputs()];
        for (int i = 0; i < width; i++) {
            group[start + place(rows, sample, i, width)] = x[i];
        }
        start += Layout.TILE * width;
        int[] numbers = rows.targetNumbers();
        for (int i = 0; i < numbers.length; i++) {
            group[start + place(rows, sample, i, numbers.length)] = constants[numbers[i]];
        }
    }

    private double[] group(int tile) {
        return groups[tile / groupTiles];
    }

    /** Returns the offset of a tile in its group. */
    private int start(int tile) {
        return tile % groupTiles * tileLength;
    }

    /** Returns the offset of a number in the block of its tile. */
    private int place(Program.PerSample rows, int sample, int node, int width) {
        int samples = samples(sample / Layout.TILE);
        return sample % Layout.TILE * rows.layout().sampleStride(width)
                + node * rows.layout().nodeStride(samples);
    }

    /** Returns whether this batch belongs to the given function. */
    boolean isOf(TracedFunction function) {
        return source == function;
    }

    Program program() {
        return runner.program();
    }

    /** Runs the function over all samples; see {@link BatchRunner#run}. */
    PartialSum run(boolean backward) {
        return runner.run(this, source.parameters(), backward);
    }

    /** Returns the number of tiles. */
    int tileCount() {
        return (size + Layout.TILE - 1) / Layout.TILE;
    }

    /** Returns the number of samples in a tile. */
    int samples(int tile) {
        return Math.min(Layout.TILE, size - tile * Layout.TILE);
    }

    int version() {
        return version;
    }

    /**
     * Prefetches a tile group when its first tile is due, by reading one number per cache line. These sequential reads
     * start the hardware prefetcher. Without them, every tile would wait for memory, because the computations on a tile
     * disturb the prefetcher.
     *
     * @return the sum of the numbers read; it must be stored, or HotSpot would eliminate the reads
     */
    double fetch(int tile) {
        double sum = 0;
        if (tile % groupTiles == 0 && groupTiles > 1) {
            double[] group = group(tile);
            for (int i = 0; i < group.length; i += Matrix.LINE) {
                sum += group[i];
            }
        }
        return sum;
    }

    /** Copies a tile into the blocks of a thread's buffers. */
    void load(int tile, double[][] values) {
        Program.PerSample rows = program().rows();
        int samples = samples(tile);
        int width = rows.widths()[rows.inputs()];
        double[] group = group(tile);
        int start = start(tile);
        System.arraycopy(group, start, values[rows.inputs()], 0, samples * width);
        start += Layout.TILE * width;
        System.arraycopy(group, start, values[rows.targets()], 0, samples * rows.widths()[rows.targets()]);
    }

    /** Copies the outputs of a tile from the blocks of a thread's buffers. */
    void store(int tile, double[][] values) {
        Program.PerSample rows = program().rows();
        if (rows.outputs() >= 0) {
            System.arraycopy(values[rows.outputs()], 0, outputs[tile], 0, samples(tile) * rows.outputWidth());
        }
    }

    /** Returns the outputs of all samples. */
    double[][] outputs() {
        double[][] all = new double[size][program().rows().outputWidth()];
        for (int s = 0; s < all.length; s++) {
            for (int i = 0; i < all[s].length; i++) {
                all[s][i] = output(s, i);
            }
        }
        return all;
    }

    @Override
    public String toString() {
        return "Batch(" + size + " samples, " + features + " features)";
    }
}
