package io.github.microgradj.compile;

import io.github.microgradj.engine.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A runner that executes a program over batches, on several threads if there is enough work. The number of slices of a
 * batch depends only on the amount of work. Each slice sums its samples in order, and the slices are added in order, so
 * that the result has the same bits for any number of threads.
 */
final class BatchRunner {
    private static final int MAX_SLICES = 32;
    /**
     * The minimum number of multiplications per slice. Smaller slices do not pay off: waking a thread and moving
     * weights and sums between cores take microseconds.
     */
    private static final double MIN_WORK_PER_SLICE = 1e6;

    private final Program program;
    private final double workPerSample;
    private final @Nullable Worker[] workers;
    private final List<PartialSum> slices = new ArrayList<>();
    private final AtomicInteger next = new AtomicInteger();
    private final WorkerPool.Share share;
    private int sliceCount;
    private boolean alone;
    private boolean backward;
    private @Nullable Batch batch;

    BatchRunner(Program program, int threads) {
        this.program = program;
        workPerSample = Arrays.stream(program.rows().widths()).sum()
                + program.affine().stream().mapToDouble(Affine::products).sum();
        workers = new Worker[Math.max(1, threads)];
        share = member -> worker(member).compute();
    }

    Program program() {
        return program;
    }

    /**
     * Runs the program over the whole batch.
     *
     * @param parameters the parameters, which are read at the start
     * @param backward whether to run the backward pass as well
     * @return the sums over all samples
     */
    PartialSum run(Batch batch, Value[] parameters, boolean backward) {
        program.begin(parameters);
        this.batch = batch;
        this.backward = backward;
        sliceCount = slices(batch);
        while (slices.size() < sliceCount) {
            slices.add(program.newSlice());
        }
        next.set(0);
        int helpers = Math.min(workers.length, sliceCount) - 1;
        alone = helpers == 0;
        WorkerPool.ONLY.run(helpers, share);
        this.batch = null;
        PartialSum total = slices.get(0);
        for (int i = 1; i < sliceCount; i++) {
            total.append(slices.get(i));
        }
        return total;
    }

    /**
     * Returns the number of slices, which is a power of two. The number of threads is usually a power of two as well,
     * so all threads get equally many slices.
     */
    private int slices(Batch batch) {
        double slices = Math.min(workPerSample * batch.size() / MIN_WORK_PER_SLICE, MAX_SLICES);
        return Integer.highestOneBit(Math.max(1, Math.min((int) slices, batch.tileCount())));
    }

    private Worker worker(int member) {
        Worker known = workers[member];
        if (known == null) {
            known = new Worker();
            workers[member] = known;
        }
        return known;
    }

    /**
     * One thread of a run, which processes slices until none is left. It writes the numbers of each tile to its own
     * memory, away from that of other threads. A cache line to which two distant cores write costs each of them 0.2 us
     * per tile.
     */
    private final class Worker {
        private final TileBuffers frame = new TileBuffers(program.rows());
        private final PartialSum own = program.newSlice();

        void compute() {
            Batch all = Objects.requireNonNull(batch);
            int number = next.getAndIncrement();
            while (number < sliceCount) {
                PartialSum slice = slices.get(number);
                if (alone) {
                    run(all, number, slice);
                } else {
                    run(all, number, own);
                    slice.set(own);
                }
                number = next.getAndIncrement();
            }
        }

        private void run(Batch of, int number, PartialSum slice) {
            slice.clear();
            int tiles = of.tileCount();
            int end = (int) ((long) tiles * (number + 1) / sliceCount);
            for (int tile = (int) ((long) tiles * number / sliceCount); tile < end; tile++) {
                frame.forward(of, tile, slice);
                if (backward) {
                    frame.backward(of.samples(tile), 1.0 / of.size(), slice);
                }
            }
        }
    }
}
