package io.github.microgradj.viz.graph.view;

import java.util.stream.Stream;

/** How dark a gradient is drawn: from 0 for none to 1 for the largest in the picture. */
public final class GradientShade {
    private GradientShade() {}

    /** Returns the largest gradient by size; 0 if there is none. */
    public static double largest(Stream<Double> gradients) {
        return gradients.mapToDouble(Math::abs).filter(Double::isFinite).max().orElse(0);
    }

    /** By the square root, so that small gradients differ from none; infinite ones and those that are no number are largest. */
    public static double of(double gradient, double largest) {
        if (!Double.isFinite(gradient)) {
            return 1;
        }
        return largest == 0 ? 0 : Math.sqrt(Math.abs(gradient) / largest);
    }
}
