package io.github.microgradj.viz.graph.view;

import java.util.stream.Stream;

/** The shade of a gradient, from 0 for a zero gradient to 1 for the largest in the picture. */
public final class GradientShade {
    private GradientShade() {}

    /** Returns the largest absolute value of the finite gradients, or 0 if there is none. */
    public static double largest(Stream<Double> gradients) {
        return gradients.mapToDouble(Math::abs).filter(Double::isFinite).max().orElse(0);
    }

    /**
     * Returns the shade of a gradient: sqrt(|gradient| / largest), so that small gradients can be distinguished from
     * zero. An infinite gradient or NaN has shade 1.
     */
    public static double of(double gradient, double largest) {
        if (!Double.isFinite(gradient)) {
            return 1;
        }
        return largest == 0 ? 0 : Math.sqrt(Math.abs(gradient) / largest);
    }
}
