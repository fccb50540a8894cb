package io.github.microgradj.train;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * An evenly spaced sample of a series of unknown length. When it is full, every other item is dropped.
 *
 * @param <T> the type of the items
 */
public final class EvenSample<T> {
    private final int most;
    private final List<T> items = new ArrayList<>();
    /** The distance between kept items, a power of two. */
    private int stride = 1;

    /**
     * Creates an empty sample.
     *
     * @param most the maximum number of items kept, at least 2; if the series is longer, at least half of this number
     *     are kept
     * @throws IllegalArgumentException if {@code most} is below 2
     */
    public EvenSample(int most) {
        if (most < 2) {
            throw new IllegalArgumentException("expected a maximum of at least 2 items, got " + most);
        }
        this.most = most;
    }

    /**
     * Adds an item if its index belongs to the sample.
     *
     * @param index the index of the item in the series, from 0
     * @param item creates the item; it is called only if the item is kept
     */
    public void offer(int index, Supplier<? extends T> item) {
        if ((index & (stride - 1)) != 0) {
            return;
        }
        items.add(item.get());
        if (items.size() > most) {
            for (int i = 1; i < items.size(); i++) {
                items.remove(i);
            }
            stride *= 2;
        }
    }

    /** Returns the items kept so far, in order. */
    public List<T> items() {
        return List.copyOf(items);
    }
}
