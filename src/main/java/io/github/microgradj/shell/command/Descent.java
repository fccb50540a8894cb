package io.github.microgradj.shell.command;

import io.github.microgradj.optim.SGD;
import io.github.microgradj.viz.ScalarFunction;
import io.github.microgradj.viz.ScalarFunction.Sample;
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
    record Step(double[] place, double value, double[] gradient) {
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
    }

    /** How a walk ended. */
    enum Ending {
        /** The gradient is zero at the start. */
        STUCK,
        /** The gradient is next to nothing. */
        CONVERGED,
        /** A value or a gradient is no longer a finite number. */
        OVERFLOWED,
        /** The function is larger than at the start. */
        DIVERGED,
        /** The function is not smaller than at the start: each step jumps over the valley. */
        BOUNCING,
        /** The function falls, and the steeper the further. */
        FALLING,
        /** The steps are used up on the way down. */
        UNDERWAY
    }

    private final List<Step> steps = new ArrayList<>();
    private final Ending ending;

    private Descent(ScalarFunction function, double[] from, double rate, int most) {
        double[] place = from.clone();
        SGD rule = new SGD();
        double steepest = 0;
        for (int i = 0; ; i++) {
            Sample sample = function.sample(place);
            Step step = new Step(place.clone(), sample.value(), sample.gradient());
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

    private Ending ending(double steepest) {
        Step first = first();
        Step last = last();
        if (!last.isFinite()) {
            return Ending.OVERFLOWED;
        }
        if (steepest == 0) {
            return Ending.STUCK;
        }
        if (last.steepness() <= ARRIVED * steepest) {
            return Ending.CONVERGED;
        }
        double highest =
                steps.stream().mapToDouble(step -> Math.abs(step.value())).max().orElse(0);
        double rise = last.value() - first.value();
        if (rise > 1e-6 * highest) {
            return Ending.DIVERGED;
        }
        if (rise > -1e-6 * highest && steps.size() > 2) {
            return Ending.BOUNCING;
        }
        return last.steepness() > 2 * first.steepness() && last.steepness() == steepest
                ? Ending.FALLING
                : Ending.UNDERWAY;
    }

    Ending ending() {
        return ending;
    }

    /** All places, the first of them where it started. */
    List<Step> steps() {
        return steps;
    }

    Step first() {
        return steps.get(0);
    }

    Step last() {
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
        return steps.stream().limit(count).mapToDouble(Step::value).toArray();
    }

    /** How many places a picture shows: of a walk that runs away only those that leave the beginning visible. */
    int shown() {
        int count = (int) steps.stream().takeWhile(Step::isFinite).count();
        if (ending != Ending.DIVERGED && ending != Ending.OVERFLOWED) {
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
