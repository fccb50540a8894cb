package io.github.microgradj.compile.sequence;

import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/** The memory of a copy of a program, so that two threads can run it for different sequences. */
final class MemoryCopy {
    private final IdentityHashMap<int[], int[]> copies = new IdentityHashMap<>();
    private final double[] values;
    private final double[] grads;

    /** Copies the values, which include constants; no gradient is needed. */
    MemoryCopy(double[] values) {
        this.values = values.clone();
        grads = new double[values.length];
    }

    double[] values() {
        return values;
    }

    double[] grads() {
        return grads;
    }

    /** Copies places that depend on the indices. */
    int[] copy(int[] places) {
        return copies.computeIfAbsent(places, int[]::clone);
    }

    /** Returns the copy of the given places, or the same array if they do not depend on the indices. */
    int[] of(int[] places) {
        return copies.getOrDefault(places, places);
    }

    int @Nullable [] ofNullable(int @Nullable [] places) {
        return places == null ? null : of(places);
    }
}
