package io.github.microgradj.python.value;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** A slice {@code start:stop:step}; each of its parts may be None. */
public record Slice(
        @Nullable Object start,
        @Nullable Object stop,
        @Nullable Object step) {
    /**
     * The indices that a slice selects: {@code count} indices that begin at {@code first} and are {@code step} apart.
     */
    public record Indices(int first, int step, int count) {}

    /**
     * Returns the indices that this slice selects from a sequence of this length, like {@code slice.indices(length)}.
     */
    public Indices of(int length) {
        int by = step == null ? 1 : bound(step, Integer.MAX_VALUE);
        if (by == 0) {
            throw PythonError.value("slice step cannot be zero");
        }
        int low = by < 0 ? -1 : 0;
        int high = by < 0 ? length - 1 : length;
        int first = start == null ? (by < 0 ? high : low) : clamped(bound(start, Integer.MAX_VALUE), length, low, high);
        int last = stop == null ? (by < 0 ? low : high) : clamped(bound(stop, Integer.MAX_VALUE), length, low, high);
        long distance = by < 0 ? (long) first - last : (long) last - first;
        long stride = Math.abs((long) by);
        return new Indices(first, by, distance <= 0 ? 0 : (int) ((distance + stride - 1) / stride));
    }

    private static int clamped(int index, int length, int low, int high) {
        long from = index < 0 ? (long) index + length : index;
        return (int) Math.max(low, Math.min(high, from));
    }

    private static int bound(Object index, int most) {
        Number number = PythonNumbers.plain(index);
        if (number == null || number instanceof Double) {
            throw PythonError.type("slice indices must be integers or None or have an __index__ method");
        }
        BigInteger exact = PythonNumbers.big(number);
        return exact.bitLength() < 31 ? exact.intValue() : exact.signum() * most;
    }
}
