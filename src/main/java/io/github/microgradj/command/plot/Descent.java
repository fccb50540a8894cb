package io.github.microgradj.command.plot;

import io.github.microgradj.optim.SGD;
import io.github.microgradj.viz.plot.ScalarFunction;
import io.github.microgradj.viz.plot.ScalarFunction.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Gradient descent on a function: each step goes from a place against the gradient there, as far as rate times gradient. */
final class Descent {
    /** Where the gradient is this small beside the largest on the way, the walk has arrived. */
    private static final double ARRIVED = 1e-6;

    /**
     * A place on the way.
     *
     * @param gradient the derivative by each coordinate
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

        /** Whether downhill points the other way than at another place, as on the two sides of a valley. */
        boolean isAcross(DescentStep other) {
            double dot = 0;
            for (int i = 0; i < gradient.length; i++) {
                dot += gradient[i] * other.gradient[i];
            }
            return dot < 0;
        }
    }

    /** How a walk ended. */
    enum DescentEnding {
        /** The gradient is zero at the start. */
        STUCK,
        /** The gradient is next to nothing. */
        CONVERGED,
        /** A value or a gradient is no longer a finite number. */
        OVERFLOWED,
        /** The function is larger than at the start. */
        DIVERGED,
        /** The function has fallen no further for a while, nor grown: each step jumps over the valley. */
        BOUNCING,
        /** The function falls, and the steeper the further. */
        FALLING,
        /** The steps are too short to change the function. */
        CREEPING,
        /** The steps are used up on the way down. */
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

    /** @param most the number of steps after which it ends at the latest */
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

    /** What differs by no more than this is the same value. */
    private double tolerance() {
        return 1e-6
                * steps.stream()
                        .mapToDouble(step -> Math.abs(step.value()))
                        .max()
                        .orElse(0);
    }

    /** The first step at which the function was as small as it ever was. */
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

    /** All places, the first of them where it started. */
    List<DescentStep> steps() {
        return steps;
    }

    DescentStep first() {
        return steps.get(0);
    }

    DescentStep last() {
        return steps.get(steps.size() - 1);
    }

    /** A coordinate of each of the first places. */
    double[] coordinates(int index, int count) {
        return steps.stream()
                .limit(count)
                .mapToDouble(step -> step.place()[index])
                .toArray();
    }

    /** The function at each of the first places. */
    double[] values(int count) {
        return steps.stream().limit(count).mapToDouble(DescentStep::value).toArray();
    }

    /** How many places a picture shows: of a walk that runs away only those that leave the beginning visible. */
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
