package io.github.microgradj.viz.plot;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A check of whether a number next to a trajectory clearly belongs to its point. Readers assign a number to the nearest
 * point.
 *
 * @param x the horizontal position of each point
 * @param y the vertical position of each point, in the same unit
 */
record TrajectoryLabels(double[] x, double[] y) {
    /** The minimum ratio of a number's distance from any other point to its distance from its own point. */
    private static final double CLEARLY = 1.1;
    /** The distance below which two points look like one. */
    private static final double SAME = 1;

    static TrajectoryLabels of(int places, IntToDoubleFunction x, IntToDoubleFunction y) {
        return new TrajectoryLabels(
                IntStream.range(0, places).mapToDouble(x).toArray(),
                IntStream.range(0, places).mapToDouble(y).toArray());
    }

    /** Returns whether a point is clearly the nearest to the rectangle of its number. */
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
