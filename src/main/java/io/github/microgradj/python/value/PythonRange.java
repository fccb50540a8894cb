package io.github.microgradj.python.value;

import java.util.AbstractList;

/** A range {@code range(start, stop, step)}: an immutable list of ints that are computed on demand. */
public final class PythonRange extends AbstractList<Long> {
    private final long start;
    private final long stop;
    private final long step;
    private final int size;

    /**
     * Creates a range.
     *
     * @throws PythonError if the step is 0 or there are more than 2^31 - 1 numbers
     */
    public PythonRange(long start, long stop, long step) {
        if (step == 0) {
            throw PythonError.value("range() arg 3 must not be zero");
        }
        this.start = start;
        this.stop = stop;
        this.step = step;
        boolean empty = step > 0 ? start >= stop : start <= stop;
        double count = empty ? 0 : Math.ceil(((double) stop - start) / step);
        if (count > Integer.MAX_VALUE) {
            throw new PythonError("OverflowError", "a range can have at most 2,147,483,647 numbers");
        }
        size = empty ? 0 : (int) (Math.floorDiv(stop - start - Long.signum(step), step) + 1);
    }

    long start() {
        return start;
    }

    long stop() {
        return stop;
    }

    long step() {
        return step;
    }

    @Override
    public Long get(int index) {
        return start + index * step;
    }

    @Override
    public int size() {
        return size;
    }

    /** Returns the range of the numbers that a slice selects. */
    public PythonRange slice(Slice.Indices span) {
        long first = start + span.first() * step;
        return new PythonRange(first, first + span.step() * step * span.count(), span.step() * step);
    }

    /** Returns {@code repr(self)}. */
    @Override
    public String toString() {
        return "range(" + start + ", " + stop + (step == 1 ? "" : ", " + step) + ")";
    }
}
