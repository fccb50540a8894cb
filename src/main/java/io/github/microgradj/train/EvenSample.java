package io.github.microgradj.train;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Some items of a series of unknown length, evenly spaced: whenever there are too many, every other one goes.
 *
 * @param <T> what the series is of
 */
public final class EvenSample<T> {
    private final int most;
    private final List<T> items = new ArrayList<>();
    /** A power of two. */
    private int stride = 1;

    /** @param most how many are kept at most, at least 2; not less than half as many are */
    public EvenSample(int most) {
        if (most < 2) {
            throw new IllegalArgumentException("at least 2 items are kept, was given " + most);
        }
        this.most = most;
    }

    /**
     * Takes an item if it is one of those to keep.
     *
     * @param index counts the items, from 0
     * @param item makes it, if it is kept
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

    /** Those kept so far, the first of the series first. */
    public List<T> items() {
        return List.copyOf(items);
    }
}
