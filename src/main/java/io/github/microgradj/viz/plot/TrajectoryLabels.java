package io.github.microgradj.viz.plot;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Tells which place of a walk a number seems to belong to: readers take it for the nearest one's.
 *
 * @param x how far to the right each place is drawn
 * @param y how far down each place is drawn, in the same unit
 */
record TrajectoryLabels(double[] x, double[] y) {
    /** As many times the distance of a number's own place as the next place is away at least. */
    private static final double CLEARLY = 1.1;
    /** Places nearer to each other than this are drawn as one. */
    private static final double SAME = 1;

    static TrajectoryLabels of(int places, IntToDoubleFunction x, IntToDoubleFunction y) {
        return new TrajectoryLabels(
                IntStream.range(0, places).mapToDouble(x).toArray(),
                IntStream.range(0, places).mapToDouble(y).toArray());
    }

    /** Whether a place is clearly the nearest to the rectangle in which its number would stand. */
    boolean isNearest(int place, double left, double top, double width, double height) {
        double nearest = CLEARLY * distance(place, left, top, width, height);
        return IntStream.range(0, x.length)
                .filter(other -> Math.hypot(x[other] - x[place], y[other] - y[place]) >= SAME)
                .allMatch(other -> distance(other, left, top, width, height) > nearest);
    }

    private double distance(int place, double left, double top, double width, double height) {
        double across = Math.max(0, Math.max(left - x[place], x[place] - left - width));
        double down = Math.max(0, Math.max(top - y[place], y[place] - top - height));
        return Math.hypot(across, down);
    }
}
