package io.github.microgradj.optim;

import io.github.microgradj.text.Repr;

/**
 * The step size, which falls (or rises) linearly over a training run.
 *
 * @param start the rate of step 0, above 0
 * @param end the rate that a step after the last one would have, at least 0
 */
public record LearningRate(double start, double end) {
    public LearningRate {
        if (!(start > 0 && end >= 0 && Double.isFinite(start) && Double.isFinite(end))) {
            throw new IllegalArgumentException(
                    "a learning rate starts above 0 and ends at 0 or above, got " + start + " to " + end);
        }
    }

    /** Returns the same rate for every step. */
    public static LearningRate constant(double rate) {
        return new LearningRate(rate, rate);
    }

    /** Returns a rate that falls from {@code start} towards {@code end}; micrograd's notebook uses 1.0 and 0.1. */
    public static LearningRate linear(double start, double end) {
        return new LearningRate(start, end);
    }

    /** Returns the rate of step {@code step} (from 0) of {@code steps}: {@code start - (start - end)*step/steps}. */
    public double at(int step, int steps) {
        return start - (start - end) * step / steps;
    }

    /** Returns {@code 1.0 to 0.1}, or {@code 0.1} if the rate is constant. */
    @Override
    public String toString() {
        return start == end ? Repr.of(start) : Repr.of(start) + " to " + Repr.of(end);
    }
}
