package io.github.microgradj.train;

import io.github.microgradj.random.NumPyRandom;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * An iterator that returns the samples for each step: all samples in order, or the next slice of a permutation, which
 * is reshuffled after its last slice.
 */
final class Batches {
    private final int[] order;
    private final int batchSize;
    private final NumPyRandom random;
    private int position;

    Batches(int samples, int batchSize, long seed) {
        this.order = IntStream.range(0, samples).toArray();
        this.batchSize = batchSize == 0 ? samples : Math.min(batchSize, samples);
        this.random = new NumPyRandom(seed);
    }

    /** Returns the number of steps needed to use every sample once. */
    int stepsOfAPass() {
        return (order.length + batchSize - 1) / batchSize;
    }

    /** Returns the indices of the samples for the next step; the last slice of a permutation may be shorter. */
    int[] next() {
        if (batchSize == order.length) {
            return order;
        }
        if (position == 0) {
            random.shuffle(order);
        }
        int end = Math.min(position + batchSize, order.length);
        int[] batch = Arrays.copyOfRange(order, position, end);
        position = end == order.length ? 0 : end;
        return batch;
    }
}
