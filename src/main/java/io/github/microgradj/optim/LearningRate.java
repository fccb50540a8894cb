package io.github.microgradj.optim;

import io.github.microgradj.text.Repr;

/**
 * The size of each step: falls (or rises) in a straight line over a training.
 *
 * @param start the rate of step 0, above 0
 * @param end the rate that the step after the last would have, at least 0
 */
public record LearningRate(double start, double end) {
    public LearningRate {
        if (!(start > 0 && end >= 0 && Double.isFinite(start) && Double.isFinite(end))) {
            throw new IllegalArgumentException(
                    "a learning rate starts above 0 and ends at 0 or above, was given " + start + " to " + end);
        }
    }

    /** The same rate at every step. */
    public static LearningRate constant(double rate) {
        return new LearningRate(rate, rate);
    }

    /** A rate that falls from {@code start} towards {@code end}; micrograd's notebook has 1.0 and 0.1. */
    public static LearningRate linear(double start, double end) {
        return new LearningRate(start, end);
    }

    /** The rate of step {@code step}, counted from 0, of {@code steps}: {@code start - (start - end)*step/steps}. */
    public double at(int step, int steps) {
        return start - (start - end) * step / steps;
    }

    /** {@code 1.0 to 0.1}. */
    @Override
    public String toString() {
        return start == end ? Repr.of(start) : Repr.of(start) + " to " + Repr.of(end);
    }
}
