package io.github.microgradj.compile;

import io.github.microgradj.compile.Instruction.Step;
import io.github.microgradj.compile.kernel.Kernels;
import io.github.microgradj.compile.kernel.Layout;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The memory in which one thread runs a program, tile by tile. Where the backward pass enters the first affine block,
 * the gradient of a sample may be zero, as for a satisfied hinge. Such a sample adds nothing to the gradient of any
 * parameter. The other samples are packed, and the rest of the backward pass runs on them alone.
 */
final class TileBuffers {
    private final Program.PerSample rows;
    private final double[][] values;
    private final double[] @Nullable [] grads;
    private final double[][] packedValues;
    private final double[] @Nullable [] packedGrads;
    private final Step[] forward;
    private final Step[] tail;
    private final Step[] body;
    private final Step[] packedBody;
    /** The blocks whose gradients the tail sets and the body reads. */
    private final int[] frontier;
    /** The blocks whose values the body reads, except those that never change. */
    private final int[] reads;

    private final double[] sums = new double[Layout.TILE];
    private final int[] active = new int[Layout.TILE];
    private @Nullable Batch loaded;
    private int loadedVersion;

    @SuppressWarnings("UnusedVariable") // Stored so that HotSpot does not eliminate Batch.fetch.
    private double fetched;

    TileBuffers(Program.PerSample rows) {
        this.rows = rows;
        values = Arrays.stream(rows.widths()).mapToObj(TileBuffers::block).toArray(double[][]::new);
        grads = gradients();
        rows.constants().forEach((block, number) -> Arrays.fill(values[block], number));
        frontier = frontier();
        reads = reads();
        packedValues = values.clone();
        for (int block : reads) {
            packedValues[block] = new double[values[block].length];
        }
        packedGrads = gradients();
        forward = bind(rows.forward(), values, grads);
        tail = bind(rows.tail(), values, grads);
        body = bind(rows.body(), values, grads);
        packedBody = bind(rows.body(), packedValues, packedGrads);
    }

    private double[] @Nullable [] gradients() {
        double[] @Nullable [] blocks = new double[rows.widths().length][];
        for (int block : rows.requiresGrad()) {
            blocks[block] = block(rows.widths()[block]);
        }
        return blocks;
    }

    private static double[] block(int width) {
        return new double[Kernels.padded(Layout.TILE * width)];
    }

    private static Step[] bind(List<Instruction> instructions, double[][] values, double[] @Nullable [] grads) {
        return instructions.stream()
                .map(instruction -> instruction.bind(values, grads))
                .toArray(Step[]::new);
    }

    private int[] frontier() {
        Set<Integer> entered = new HashSet<>(Set.of(rows.loss()));
        rows.tail().forEach(step -> Arrays.stream(step.operands()).forEach(entered::add));
        return rows.body().stream()
                .flatMapToInt(step -> Arrays.stream(step.outputs()))
                .filter(block -> entered.contains(block) && rows.requiresGrad().contains(block))
                .distinct()
                .toArray();
    }

    private int[] reads() {
        return rows.body().stream()
                .flatMapToInt(step -> Arrays.stream(step.backwardReads()))
                .filter(block -> !rows.constants().containsKey(block))
                .distinct()
                .toArray();
    }

    /** Computes a tile and adds its losses to the slice. */
    void forward(Batch batch, int tile, PartialSum slice) {
        load(batch, tile);
        int samples = batch.samples(tile);
        for (Step step : forward) {
            step.forward(samples);
        }
        if (rows.loss() >= 0) {
            double[] losses = values[rows.loss()];
            double sum = slice.loss;
            for (int l = 0; l < samples; l++) {
                sum += losses[l];
            }
            slice.loss = sum;
        }
        batch.store(tile, values);
    }

    /**
     * Loads a tile. If a batch has only one tile, that tile is loaded only once. Larger batches are not remembered:
     * storing a reference marks a card of the garbage collector's table, and one cache line of that table covers 32 KB,
     * including the buffers of other threads.
     */
    private void load(Batch batch, int tile) {
        boolean only = batch.tileCount() == 1;
        if (only && loaded == batch && loadedVersion == batch.version()) {
            return;
        }
        fetched += batch.fetch(tile);
        batch.load(tile, values);
        if (only) {
            loaded = batch;
            loadedVersion = batch.version();
        } else if (loaded != null) {
            loaded = null;
        }
    }

    /** Runs the backward pass through the last computed tile, whose losses all have the given weight. */
    void backward(int samples, double weight, PartialSum slice) {
        if (rows.loss() < 0) {
            return;
        }
        Arrays.fill(grads[rows.loss()], 0, samples, weight);
        run(tail, samples, slice);
        int count = frontier.length == 0 ? samples : findActive(samples);
        if (4 * count > 3 * samples) {
            run(body, samples, slice);
        } else if (count > 0) {
            pack(reads, values, samples, packedValues, count);
            pack(frontier, grads, samples, packedGrads, count);
            run(packedBody, count, slice);
        }
    }

    private static void run(Step[] steps, int samples, PartialSum slice) {
        for (Step step : steps) {
            step.backward(samples, slice);
        }
    }

    /**
     * Lists the samples that have a nonzero gradient in some block of the frontier, and returns their number. Compares
     * the bits of each number, not the number itself, with zero. If a comparison of doubles has the same result
     * throughout the first step, HotSpot compiles it to a branch, which later steps mispredict.
     */
    private int findActive(int samples) {
        double[] sizes = grads[frontier[0]];
        if (frontier.length > 1 || rows.widths()[frontier[0]] > 1) {
            sizes = sums;
            addSizes(samples);
        }
        int count = 0;
        for (int l = 0; l < samples; l++) {
            active[count] = l;
            long bits = Double.doubleToRawLongBits(sizes[l]) << 1;
            count += (int) ((bits | -bits) >>> 63);
        }
        return count;
    }

    private void addSizes(int samples) {
        Arrays.fill(sums, 0, samples, 0);
        for (int block : frontier) {
            int width = rows.widths()[block];
            int stride = rows.layout().sampleStride(width);
            for (int j = 0; j < width; j++) {
                int k = j * rows.layout().nodeStride(samples);
                for (int l = 0; l < samples; l++) {
                    sums[l] += Math.abs(grads[block][k + l * stride]);
                }
            }
        }
    }

    /** Copies the numbers of the active samples. */
    private void pack(int[] blocks, double[][] from, int samples, double[][] to, int count) {
        for (int block : blocks) {
            int width = rows.widths()[block];
            if (rows.layout() == Layout.BY_NODES || width == 1) {
                for (int j = 0; j < width; j++) {
                    packNode(from[block], j * samples, to[block], j * count, count);
                }
            } else {
                for (int i = 0; i < count; i++) {
                    System.arraycopy(from[block], active[i] * width, to[block], i * width, width);
                }
            }
        }
    }

    private void packNode(double[] from, int k, double[] to, int j, int count) {
        for (int i = 0; i < count; i++) {
            to[j + i] = from[k + active[i]];
        }
    }
}
