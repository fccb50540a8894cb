package io.github.microgradj.compile;

import io.github.microgradj.compile.Instruction.Step;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The memory in which one thread runs a program, tile by tile. Samples whose gradient is zero where the way back enters the
 * first affine block (a hinge that is satisfied) add nothing to any parameter: the others are packed, and the rest of the way
 * runs on them alone.
 */
final class Frame {
    private final Program.PerSample rows;
    private final double[][] values;
    private final double[][] grads;
    private final double[][] packedValues;
    private final double[][] packedGrads;
    private final Step[] forward;
    private final Step[] tail;
    private final Step[] body;
    private final Step[] packedBody;
    /** The rows whose gradients the tail sets and the body reads. */
    private final int[] frontier;
    /** The rows whose values the body reads, but for those that never change. */
    private final int[] reads;

    private final double[] sums = new double[Program.TILE];
    private final int[] active = new int[Program.TILE];
    private @Nullable Batch loaded;
    private int loadedTile;
    private int loadedVersion;

    Frame(Program.PerSample rows) {
        this.rows = rows;
        values = new double[rows.count()][Program.TILE];
        grads = gradients();
        rows.constants().forEach((number, row) -> Arrays.fill(values[row], number));
        frontier = frontier();
        reads = reads();
        packedValues = values.clone();
        for (int row : reads) {
            packedValues[row] = new double[Program.TILE];
        }
        packedGrads = gradients();
        forward = bind(rows.forward(), values, grads);
        tail = bind(rows.tail(), values, grads);
        body = bind(rows.body(), values, grads);
        packedBody = bind(rows.body(), packedValues, packedGrads);
    }

    @SuppressWarnings("NullAway") // A row without a gradient is null, see Instruction.bind.
    private double[][] gradients() {
        return IntStream.range(0, rows.count())
                .mapToObj(row -> rows.wanted().contains(row) ? new double[Program.TILE] : null)
                .toArray(double[][]::new);
    }

    private static Step[] bind(List<Instruction> instructions, double[][] values, double[][] grads) {
        return instructions.stream()
                .map(instruction -> instruction.bind(values, grads))
                .toArray(Step[]::new);
    }

    private int[] frontier() {
        Set<Integer> entered = new HashSet<>(Set.of(rows.loss()));
        rows.tail().forEach(step -> Arrays.stream(step.operands()).forEach(entered::add));
        return rows.body().stream()
                .flatMapToInt(step -> Arrays.stream(step.outputs()))
                .filter(row -> entered.contains(row) && rows.wanted().contains(row))
                .distinct()
                .toArray();
    }

    private int[] reads() {
        return rows.body().stream()
                .flatMapToInt(step -> Arrays.stream(step.backwardReads()))
                .filter(row -> !rows.constants().containsValue(row))
                .distinct()
                .toArray();
    }

    /** Computes a tile and adds its losses to the slice. */
    void forward(Batch batch, int tile, Slice slice) {
        load(batch, tile);
        int lanes = batch.lanes(tile);
        for (Step step : forward) {
            step.forward(lanes);
        }
        if (rows.loss() >= 0) {
            double[] losses = values[rows.loss()];
            double sum = slice.loss;
            for (int l = 0; l < lanes; l++) {
                sum += losses[l];
            }
            slice.loss = sum;
        }
        batch.store(tile, values);
    }

    private void load(Batch batch, int tile) {
        if (loaded != batch || loadedTile != tile || loadedVersion != batch.version()) {
            batch.load(tile, values);
            loaded = batch;
            loadedTile = tile;
            loadedVersion = batch.version();
        }
    }

    /** Goes back through the tile that was computed last; each of its losses counts {@code weight} times. */
    void backward(int lanes, double weight, Slice slice) {
        if (rows.loss() < 0) {
            return;
        }
        Arrays.fill(grads[rows.loss()], 0, lanes, weight);
        run(tail, lanes, slice);
        int count = frontier.length == 0 ? lanes : findActive(lanes);
        if (4 * count > 3 * lanes) {
            run(body, lanes, slice);
        } else if (count > 0) {
            pack(reads, values, packedValues, count);
            pack(frontier, grads, packedGrads, count);
            run(packedBody, count, slice);
        }
    }

    private static void run(Step[] steps, int lanes, Slice slice) {
        for (Step step : steps) {
            step.backward(lanes, slice);
        }
    }

    /** Lists the samples that have a gradient in some row of the frontier. */
    private int findActive(int lanes) {
        double[] sizes = grads[frontier[0]];
        if (frontier.length > 1) {
            sizes = sums;
            Arrays.fill(sums, 0, lanes, 0);
            for (int row : frontier) {
                addSizes(grads[row], lanes);
            }
        }
        int count = 0;
        for (int l = 0; l < lanes; l++) {
            active[count] = l;
            count += sizes[l] != 0 ? 1 : 0;
        }
        return count;
    }

    private void addSizes(double[] row, int lanes) {
        for (int l = 0; l < lanes; l++) {
            sums[l] += Math.abs(row[l]);
        }
    }

    /** Copies the numbers of the active samples, four rows at a time; at the end some twice. */
    private void pack(int[] which, double[][] from, double[][] to, int count) {
        int last = which.length - 1;
        for (int r = 0; r < which.length; r += 4) {
            int r0 = which[r];
            int r1 = which[Math.min(r + 1, last)];
            int r2 = which[Math.min(r + 2, last)];
            int r3 = which[Math.min(r + 3, last)];
            pack(from[r0], from[r1], from[r2], from[r3], to[r0], to[r1], to[r2], to[r3], count);
        }
    }

    private void pack(
            double[] from0,
            double[] from1,
            double[] from2,
            double[] from3,
            double[] to0,
            double[] to1,
            double[] to2,
            double[] to3,
            int count) {
        for (int i = 0; i < count; i++) {
            int lane = active[i];
            to0[i] = from0[lane];
            to1[i] = from1[lane];
            to2[i] = from2[lane];
            to3[i] = from3[lane];
        }
    }
}
