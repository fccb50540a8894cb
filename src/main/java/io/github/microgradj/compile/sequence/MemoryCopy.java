package io.github.microgradj.compile.sequence;

import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The memory in which a copy of a program runs. All programs of a thread, one for each sequence length, share the same
 * memory. They never run at the same time, and sharing keeps the memory in the second-level cache.
 */
final class MemoryCopy {
    private final IdentityHashMap<int[], int[]> copies = new IdentityHashMap<>();
    private final double[] values;
    private final double[] grads;

    MemoryCopy(double[] values, double[] grads) {
        this.values = values;
        this.grads = grads;
    }

    double[] values() {
        return values;
    }

    double[] grads() {
        return grads;
    }

    /** Returns the copy of an array of places that depend on the indices. Creates the copy if there is none. */
    int[] copy(int[] places) {
        return copies.computeIfAbsent(places, int[]::clone);
    }

    /** Returns the copy of the given array of places, or the array itself if no place depends on an index. */
    int[] of(int[] places) {
        return copies.getOrDefault(places, places);
    }

    int @Nullable [] ofNullable(int @Nullable [] places) {
        return places == null ? null : of(places);
    }
}
