package io.github.microgradj.compile;

import java.util.Arrays;

/**
 * Samples laid out for a compiled function, to be used in any number of steps. Made by {@link Compiled#batch(double[][],
 * double[][])}; keeps a copy of the numbers.
 */
public final class Batch {
    private final Source source;
    private Program program;
    private double[][] x;
    private double[][] y;
    /** For each tile a row for each input that is used, then one for each constant that depends on the target. */
    private double[][][] tiles = {};
    /** For each tile a row for each output. */
    private double[][][] outputs = {};
    /** Counts the changes of what is in the tiles. */
    private int version;

    Batch(Source source, double[][] x, double[][] y) {
        this.source = source;
        this.x = x;
        this.y = y;
        this.program = layOut();
    }

    /**
     * Replaces the samples, in the memory of the old ones where it suffices.
     *
     * @param x samples by features
     * @param y samples by targets
     * @throws IllegalArgumentException if there is no sample, or not one row of {@code y} for each of {@code x}
     */
    public void fill(double[][] x, double[][] y) {
        this.x = x;
        this.y = y;
        program = layOut();
    }

    /** The number of samples. */
    public int size() {
        return x.length;
    }

    /**
     * An output of a sample, as the last pass over this batch computed it.
     *
     * @throws IndexOutOfBoundsException if there is no such sample or output
     */
    public double output(int sample, int output) {
        if (sample >= size()) {
            throw new IndexOutOfBoundsException(sample);
        }
        return outputs[sample / Program.TILE][output][sample % Program.TILE];
    }

    private Program layOut() {
        check();
        double[][] constants = new double[x.length][];
        for (int s = 0; s < x.length; s++) {
            constants[s] = source.constants(x[s], y[s]);
        }
        Program program = source.program();
        int[] targets =
                program.rows().targets().keySet().stream().mapToInt(i -> i).toArray();
        int inputs = program.rows().inputs().length;
        allocate(inputs + targets.length, program.rows().outputs().length);
        for (int s = 0; s < x.length; s++) {
            double[][] tile = tiles[s / Program.TILE];
            int lane = s % Program.TILE;
            for (int i = 0; i < inputs; i++) {
                tile[i][lane] = x[s][i];
            }
            for (int i = 0; i < targets.length; i++) {
                tile[inputs + i][lane] = constants[s][targets[i]];
            }
        }
        version++;
        return program;
    }

    private void check() {
        if (x.length == 0 || x.length != y.length) {
            throw new IllegalArgumentException(
                    "a batch has one target row for each sample and at least one sample, was given " + x.length
                            + " samples and " + y.length + " target rows");
        }
        for (double[] row : x) {
            if (row.length != x[0].length) {
                throw new IllegalArgumentException("every sample has the same number of features, was given "
                        + row.length + " beside " + x[0].length);
            }
        }
    }

    private void allocate(int rows, int outputRows) {
        int count = (x.length + Program.TILE - 1) / Program.TILE;
        if (tiles.length < count || tiles[0].length != rows || outputs[0].length != outputRows) {
            tiles = new double[count][rows][Program.TILE];
            outputs = new double[count][outputRows][Program.TILE];
        }
    }

    /** The program these samples are laid out for: laid out anew if it has changed since. */
    @SuppressWarnings("ReferenceEquality") // A new program lays its rows out in its own way.
    Program program() {
        if (program != source.program()) {
            program = layOut();
        }
        return program;
    }

    /** How many tiles the samples take. */
    int tileCount() {
        return (x.length + Program.TILE - 1) / Program.TILE;
    }

    /** How many samples a tile holds. */
    int lanes(int tile) {
        return Math.min(Program.TILE, x.length - tile * Program.TILE);
    }

    int version() {
        return version;
    }

    /** Copies a tile into the rows of a frame. */
    void load(int tile, double[][] values) {
        int next = 0;
        for (int row : program.rows().inputs()) {
            copy(tile, next++, values, row);
        }
        for (int row : program.rows().targets().values()) {
            copy(tile, next++, values, row);
        }
    }

    private void copy(int tile, int from, double[][] values, int row) {
        if (row >= 0) {
            System.arraycopy(tiles[tile][from], 0, values[row], 0, lanes(tile));
        }
    }

    /** Copies the outputs of a tile from the rows of a frame. */
    void store(int tile, double[][] values) {
        int[] rows = program.rows().outputs();
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(values[rows[i]], 0, outputs[tile][i], 0, lanes(tile));
        }
    }

    /** The outputs of all samples. */
    double[][] outputs() {
        double[][] all = new double[size()][program.rows().outputs().length];
        for (int s = 0; s < all.length; s++) {
            for (int i = 0; i < all[s].length; i++) {
                all[s][i] = output(s, i);
            }
        }
        return all;
    }

    @Override
    public String toString() {
        return "Batch(" + size() + " samples, "
                + Arrays.stream(x).mapToInt(row -> row.length).max().orElse(0) + " features)";
    }
}
