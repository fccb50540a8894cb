package io.github.microgradj.optim;

import io.github.microgradj.text.Repr;

/**
 * A learning rate that changes linearly over a training run.
 *
 * @param start the learning rate of step 0, above 0
 * @param end the learning rate at the end of the schedule, which is one step after the last step; at least 0
 */
public record LearningRate(double start, double end) {
    public LearningRate {
        if (!(start > 0 && end >= 0 && Double.isFinite(start) && Double.isFinite(end))) {
            throw new IllegalArgumentException(
                    "expected a learning rate that starts above 0 and ends at 0 or above, got " + start + " to " + end);
        }
    }

    /** Returns a learning rate that is the same for every step. */
    public static LearningRate constant(double rate) {
        return new LearningRate(rate, rate);
    }

    /**
     * Returns a learning rate that changes linearly from {@code start} towards {@code end}; micrograd's notebook uses
     * 1.0 and 0.1.
     */
    public static LearningRate linear(double start, double end) {
        return new LearningRate(start, end);
    }

    /** Returns the learning rate of a step, counted from 0: {@code start - (start - end)*step/steps}. */
    public double at(int step, int steps) {
        return start - (start - end) * step / steps;
    }

    /** Returns text such as {@code 1.0 to 0.1}, or {@code 0.1} if the learning rate is constant. */
    @Override
    public String toString() {
        return start == end ? Repr.of(start) : Repr.of(start) + " to " + Repr.of(end);
    }
}
