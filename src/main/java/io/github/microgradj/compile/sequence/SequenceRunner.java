package io.github.microgradj.compile.sequence;

import io.github.microgradj.compile.WorkerPool;
import io.github.microgradj.engine.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/**
 * A runner that sums the losses and gradients of several sequences, on several threads if there is enough work. The
 * sequences are divided into slices, whose number depends only on the sequences. The losses and gradients are summed in
 * order within each slice, and the sums of the slices are added in order, so that the result has the same bits for any
 * number of threads.
 */
final class SequenceRunner {
    private static final int MAX_SLICES = 32;
    /** The minimum number of nodes in all sequences of a slice together. Running them takes about 200 us. */
    private static final int MIN_NODES_PER_SLICE = 250_000;

    private final Value[] parameters;
    private final double[] data;
    private final IntFunction<SequenceProgram> planner;
    private final List<SequenceWorker> workers = new ArrayList<>();
    private final List<SequenceSlice> slices = new ArrayList<>();
    private final AtomicInteger next = new AtomicInteger();

    /** The sums over one slice. */
    private static final class SequenceSlice {
        private final double[] grads;
        private double loss;

        SequenceSlice(int parameters) {
            grads = new double[parameters];
        }
    }

    /**
     * Creates a runner.
     *
     * @param parameters the parameters, whose {@code data} is read in each run
     * @param planner creates the program for sequences of a given length
     * @param threads the maximum number of threads
     */
    SequenceRunner(Value[] parameters, IntFunction<SequenceProgram> planner, int threads) {
        this.parameters = parameters;
        this.planner = planner;
        data = new double[parameters.length];
        for (int i = 0; i < Math.max(1, threads); i++) {
            workers.add(new SequenceWorker());
        }
    }

    /**
     * Returns the mean loss over sequences.
     *
     * @param backward whether to compute the gradients of the mean loss as well
     * @throws IndexOutOfBoundsException if an index is negative, or too large for the array from which it selects
     */
    double run(int[][] sequences, boolean backward) {
        long nodes = 0;
        for (int[] sequence : sequences) {
            SequenceProgram program = workers.get(0).program(sequence.length);
            program.check(sequence);
            nodes += program.nodes();
        }
        int count = slices(sequences.length, nodes);
        while (slices.size() < count) {
            slices.add(new SequenceSlice(data.length));
        }
        int helpers = Math.min(workers.size(), count) - 1;
        for (int i = 1; i <= helpers; i++) {
            for (int[] sequence : sequences) {
                workers.get(i).program(sequence.length);
            }
        }
        read();
        next.set(0);
        WorkerPool.ONLY.run(helpers, member -> {
            for (int slice = next.getAndIncrement(); slice < count; slice = next.getAndIncrement()) {
                int from = (int) ((long) sequences.length * slice / count);
                int to = (int) ((long) sequences.length * (slice + 1) / count);
                workers.get(member).run(slices.get(slice), sequences, from, to, backward);
            }
        });
        return total(count, backward) * (1.0 / sequences.length);
    }

    /** Copies the parameters to {@code data}, and to the memory of the first thread. */
    private void read() {
        double[] values = workers.get(0).values;
        for (int i = 0; i < parameters.length; i++) {
            double number = parameters[i].data;
            data[i] = number;
            values[i] = number;
        }
    }

    private static int slices(int sequences, long nodes) {
        long slices = Math.min(nodes / MIN_NODES_PER_SLICE, sequences / CompiledSequence.EXACT);
        return Integer.highestOneBit((int) Math.max(1, Math.min(slices, MAX_SLICES)));
    }

    private double total(int count, boolean backward) {
        SequenceSlice total = slices.get(0);
        for (int s = 1; s < count; s++) {
            SequenceSlice slice = slices.get(s);
            total.loss += slice.loss;
            for (int i = 0; backward && i < data.length; i++) {
                total.grads[i] += slice.grads[i];
            }
        }
        return total.loss;
    }

    /** Returns the parameters as they were read in the last run. */
    double[] data() {
        return data;
    }

    /** Returns the gradients of the last run that computed them. */
    double[] grads() {
        return slices.get(0).grads;
    }

    /**
     * One thread of a run, with its own memory and programs. The programs of the first thread are copied for the other
     * threads.
     */
    private final class SequenceWorker {
        private final Map<Integer, SequenceProgram> programs = new HashMap<>();
        private double[] values = {};
        private double[] grads = {};

        SequenceProgram program(int length) {
            SequenceProgram known = programs.get(length);
            if (known == null) {
                SequenceWorker first = workers.get(0);
                SequenceProgram planned = first == this ? planner.apply(length) : first.program(length);
                if (planned.size() > values.length) {
                    values = new double[planned.size()];
                    grads = new double[planned.size()];
                    programs.replaceAll((key, program) -> program.copy(values, grads));
                }
                known = planned.copy(values, grads);
                programs.put(length, known);
            }
            return known;
        }

        void run(SequenceSlice slice, int[][] sequences, int from, int to, boolean backward) {
            slice.loss = 0;
            if (this != workers.get(0)) {
                System.arraycopy(data, 0, values, 0, data.length);
            }
            for (int i = from; i < to; i++) {
                SequenceProgram program = program(sequences[i].length);
                slice.loss += program.forward(sequences[i]);
                if (backward) {
                    program.backward(i > from, 1.0 / sequences.length);
                }
            }
            if (backward) {
                System.arraycopy(grads, 0, slice.grads, 0, data.length);
            }
        }
    }
}
