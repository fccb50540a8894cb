package io.github.microgradj.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Runs a program over batches, on several threads if there is enough to do. A batch is cut into slices by its size alone; each
 * slice sums its samples in their order, and the slices are added up in theirs: any number of threads gives the same bits.
 */
final class Runner {
    private static final int MAX_SLICES = 32;
    /** Multiplications below which waking another thread costs more than it saves. */
    private static final double ENOUGH = 1e6;

    private final Program program;
    private final double workPerSample;
    private final List<Worker> workers = new ArrayList<>();
    private final List<Slice> slices = new ArrayList<>();
    private final AtomicInteger next = new AtomicInteger();
    private final Team.Share share;
    private int sliceCount;
    private boolean backward;
    private @Nullable Batch batch;

    Runner(Program program, int threads) {
        this.program = program;
        workPerSample = Arrays.stream(program.rows().widths()).sum()
                + program.affine().stream().mapToDouble(Affine::products).sum();
        IntStream.range(0, Math.max(1, threads)).forEach(i -> workers.add(new Worker()));
        share = member -> workers.get(member).compute();
    }

    /**
     * Runs over the whole batch.
     *
     * @param backward whether to go back for gradients, or to stop at the losses
     * @return the sums over all samples
     */
    Slice run(Batch batch, boolean backward) {
        this.batch = batch;
        this.backward = backward;
        sliceCount = Math.min(MAX_SLICES, batch.tileCount());
        while (slices.size() < sliceCount) {
            slices.add(program.newSlice());
        }
        next.set(0);
        boolean alone = workPerSample * batch.size() < ENOUGH;
        int helpers = alone ? 0 : Math.min(workers.size(), sliceCount) - 1;
        Team.ONLY.run(helpers, share);
        Slice total = slices.get(0);
        for (int i = 1; i < sliceCount; i++) {
            total.append(slices.get(i));
        }
        return total;
    }

    /** One thread's share: takes the next slice until none is left. */
    private final class Worker {
        private final Frame frame = new Frame(program.rows());

        void compute() {
            Batch all = Objects.requireNonNull(batch);
            int slice = next.getAndIncrement();
            while (slice < sliceCount) {
                run(all, slice);
                slice = next.getAndIncrement();
            }
        }

        private void run(Batch of, int number) {
            Slice slice = slices.get(number);
            slice.clear();
            int tiles = of.tileCount();
            int end = (int) ((long) tiles * (number + 1) / sliceCount);
            for (int tile = (int) ((long) tiles * number / sliceCount); tile < end; tile++) {
                frame.forward(of, tile, slice);
                if (backward) {
                    frame.backward(of.lanes(tile), 1.0 / of.size(), slice);
                }
            }
        }
    }
}
