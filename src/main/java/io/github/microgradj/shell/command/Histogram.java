package io.github.microgradj.shell.command;

import io.github.microgradj.engine.Value;
import io.github.microgradj.shell.CommandFailure;
import io.github.microgradj.viz.Curves;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** How often numbers of a size occur. */
final class Histogram {
    private static final int BINS = 30;

    private Histogram() {}

    /** The numbers of parameters, counted in bins of one width; one that is not finite is left out and told. */
    static Curves of(String name, List<Value> parameters, ToDoubleFunction<Value> number) throws CommandFailure {
        double[] all = parameters.stream().mapToDouble(number).toArray();
        double[] finite = Arrays.stream(all).filter(Double::isFinite).toArray();
        if (finite.length == 0) {
            throw new CommandFailure("none of the " + all.length + " " + name + " is a finite number");
        }
        double low = Arrays.stream(finite).min().orElseThrow();
        double high = Arrays.stream(finite).max().orElseThrow();
        double width = high > low ? (high - low) / BINS : 1;
        double[] middles = new double[BINS];
        double[] counts = new double[BINS];
        for (int bin = 0; bin < BINS; bin++) {
            middles[bin] = low + (bin + 0.5) * width;
        }
        for (double value : finite) {
            counts[(int) Math.min(BINS - 1, (value - low) / width)]++;
        }
        String left = finite.length < all.length ? ", without " + (all.length - finite.length) + " not finite" : "";
        return Curves.titled("how many of " + finite.length + " " + name + " have a size" + left, name)
                .with("number of " + name, middles, counts);
    }
}
