package io.github.microgradj.command.plot;

import io.github.microgradj.optim.SGD;
import io.github.microgradj.viz.plot.ScalarFunction;
import io.github.microgradj.viz.plot.ScalarFunction.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A run of gradient descent on a function. Each step moves against the gradient: x -= rate * f'(x). */
final class Descent {
    /** The threshold for convergence, as a fraction of the largest gradient so far. */
    private static final double ARRIVED = 1e-6;

    /**
     * A point of the descent.
     *
     * @param place the coordinates
     * @param value the function's value
     * @param gradient the derivative with respect to each coordinate
     */
    record DescentStep(double[] place, double value, double[] gradient) {
        double steepness() {
            double sum = 0;
            for (double part : gradient) {
                sum = Math.hypot(sum, part);
            }
            return sum;
        }

        boolean isFinite() {
            return Double.isFinite(value) && Double.isFinite(steepness());
        }

        /**
         * Returns whether the gradients of the two steps point in opposite directions, as on the two sides of a valley.
         */
        boolean isAcross(DescentStep other) {
            double dot = 0;
            for (int i = 0; i < gradient.length; i++) {
                dot += gradient[i] * other.gradient[i];
            }
            return dot < 0;
        }
    }

    /** The ways in which a descent can end. */
    enum DescentEnding {
        /** The gradient is zero at the start. */
        STUCK,
        /** The gradient is close to zero. */
        CONVERGED,
        /** A value or a gradient is not finite. */
        OVERFLOWED,
        /** The function's value is larger than at the start. */
        DIVERGED,
        /** The function's value does not decrease any further, because each step jumps across the valley. */
        BOUNCING,
        /** The function's value decreases, most steeply at the last step. */
        FALLING,
        /** The steps are too short to change the function's value noticeably. */
        CREEPING,
        /** The function's value was still decreasing at the last step. */
        UNDERWAY
    }

    private final List<DescentStep> steps = new ArrayList<>();
    private final DescentEnding ending;

    private Descent(ScalarFunction function, double[] from, double rate, int most) {
        double[] place = from.clone();
        SGD rule = new SGD();
        double steepest = 0;
        for (int i = 0; ; i++) {
            Sample sample = function.sample(place);
            DescentStep step = new DescentStep(place.clone(), sample.value(), sample.gradient());
            steps.add(step);
            steepest = Math.max(steepest, step.steepness());
            if (i == most || !step.isFinite() || step.steepness() <= ARRIVED * steepest) {
                break;
            }
            rule.step(place, step.gradient(), rate);
        }
        this.ending = ending(steepest);
    }

    /**
     * Runs gradient descent.
     *
     * @param most the maximum number of steps
     */
    static Descent walk(ScalarFunction function, double[] from, double rate, int most) {
        return new Descent(function, from, rate, most);
    }

    private DescentEnding ending(double steepest) {
        DescentStep first = first();
        DescentStep last = last();
        if (!last.isFinite()) {
            return DescentEnding.OVERFLOWED;
        }
        if (steepest == 0) {
            return DescentEnding.STUCK;
        }
        if (last.steepness() <= ARRIVED * steepest) {
            return DescentEnding.CONVERGED;
        }
        double rise = last.value() - first.value();
        if (isBouncing()) {
            return DescentEnding.BOUNCING;
        }
        if (rise > tolerance()) {
            return DescentEnding.DIVERGED;
        }
        if (rise > -tolerance()) {
            return DescentEnding.CREEPING;
        }
        return last.steepness() > 2 * first.steepness() && last.steepness() == steepest
                ? DescentEnding.FALLING
                : DescentEnding.UNDERWAY;
    }

    /** Returns the largest difference between two values that still count as equal. */
    private double tolerance() {
        return 1e-6
                * steps.stream()
                        .mapToDouble(step -> Math.abs(step.value()))
                        .max()
                        .orElse(0);
    }

    /** Returns the index of the first point whose value is the smallest, within the tolerance. */
    int lowest() {
        double lowest = steps.stream().mapToDouble(DescentStep::value).min().orElse(0);
        int first = 0;
        while (steps.get(first).value() > lowest + tolerance()) {
            first++;
        }
        return first;
    }

    private boolean isBouncing() {
        int count = steps.size() - 1;
        boolean falls = count - lowest() < Math.max(2, count / 4);
        boolean grows = highest(count / 2 + 1, count + 1) > highest(0, count / 2 + 1) + tolerance();
        return !falls && !grows && last().isAcross(steps.get(count - 1));
    }

    private double highest(int from, int to) {
        return steps.subList(from, to).stream()
                .mapToDouble(DescentStep::value)
                .max()
                .orElse(0);
    }

    DescentEnding ending() {
        return ending;
    }

    /** Returns all points, starting with the initial one. */
    List<DescentStep> steps() {
        return steps;
    }

    DescentStep first() {
        return steps.get(0);
    }

    DescentStep last() {
        return steps.get(steps.size() - 1);
    }

    /** Returns one coordinate of each of the first {@code count} points. */
    double[] coordinates(int index, int count) {
        return steps.stream()
                .limit(count)
                .mapToDouble(step -> step.place()[index])
                .toArray();
    }

    /** Returns the function's value at each of the first {@code count} points. */
    double[] values(int count) {
        return steps.stream().limit(count).mapToDouble(DescentStep::value).toArray();
    }

    /**
     * Returns the number of points to show in a picture. If the descent diverges, omits the late points, which would
     * make the start invisible.
     */
    int shown() {
        int count = (int) steps.stream().takeWhile(DescentStep::isFinite).count();
        if (ending != DescentEnding.DIVERGED && ending != DescentEnding.OVERFLOWED) {
            return count;
        }
        int shown = Math.min(count, 2);
        double stride = shown < 2 ? 0 : distance(0, 1);
        while (shown < count && distance(0, shown) <= 50 * stride) {
            shown++;
        }
        return shown;
    }

    private double distance(int from, int to) {
        double[] a = steps.get(from).place();
        double[] b = steps.get(to).place();
        double[] apart = new double[a.length];
        Arrays.setAll(apart, i -> Math.abs(a[i] - b[i]));
        return Arrays.stream(apart).max().orElse(0);
    }
}
