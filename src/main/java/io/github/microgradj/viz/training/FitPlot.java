package io.github.microgradj.viz.training;

import io.github.microgradj.data.Dataset;
import io.github.microgradj.data.Split;
import io.github.microgradj.nn.MLP;
import io.github.microgradj.viz.plot.Curves;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The fit of a regression as a plot. For a single feature, it shows the samples and the network's curve; for several
 * features, the predicted values against the true values, with the line on which both are equal.
 */
public final class FitPlot {
    /** The maximum number of training samples that are shown; the same limit applies to validation samples. */
    private static final int MOST_SAMPLES = 2_000;

    private static final int CURVE = 200;

    private FitPlot() {}

    /**
     * Returns the plot of a network's fit to samples.
     *
     * @param split the training samples and the validation samples, if some samples were held out for validation
     * @throws IllegalArgumentException if the samples have classes, or if the network does not have one input for each
     *     feature and a single output
     */
    public static Curves of(MLP model, Dataset data, Optional<Split> split) {
        if (!isPossible(data)) {
            throw new IllegalArgumentException("a fit needs numbers to predict, but " + data.name() + " has classes");
        }
        if (model.inputs() != data.features() || model.outputs() != 1) {
            throw new IllegalArgumentException("the model has input size " + model.inputs() + " and output size "
                    + model.outputs() + ", but " + data.name() + " needs input size " + data.features()
                    + " and output size 1");
        }
        Map<String, Dataset> samples = new LinkedHashMap<>();
        split.ifPresentOrElse(
                parts -> {
                    samples.put("training samples", parts.training());
                    samples.put("validation samples", parts.validation());
                },
                () -> samples.put("samples", data));
        return of(model, data, samples, MOST_SAMPLES);
    }

    /** Returns whether the data set has numbers to predict, so that a fit can be drawn. */
    static boolean isPossible(Dataset data) {
        return data.isRegression();
    }

    /** Returns the plot of the given named sets of samples, with at most {@code most} samples of each set. */
    static Curves of(MLP model, Dataset data, Map<String, Dataset> samples, int most) {
        return data.features() == 1 ? curve(model, data, samples, most) : identity(model, data, samples, most);
    }

    /** Returns the title, which names the quantities on both axes. */
    static String title(Dataset data) {
        return data.features() == 1
                ? target(data) + " against " + feature(data)
                : "predicted against actual" + named(data);
    }

    private static String feature(Dataset data) {
        return data.featureNames().isEmpty() ? "x" : data.featureNames().get(0);
    }

    private static String target(Dataset data) {
        return data.targetName().isEmpty() ? "y" : data.targetName();
    }

    private static String named(Dataset data) {
        return data.targetName().isEmpty() ? "" : " " + data.targetName();
    }

    private static Curves curve(MLP model, Dataset data, Map<String, Dataset> samples, int most) {
        Curves curves = Curves.titled(title(data), feature(data), target(data));
        for (Map.Entry<String, Dataset> entry : samples.entrySet()) {
            Dataset some = some(entry.getValue(), most);
            curves = curves.withPoints(name(some, entry), column(some.inputs()), some.targets());
        }
        double[] x = places(data);
        return curves.with("network", x, predicted(model, rows(x)));
    }

    /** Returns samples with a single feature, given its values. */
    static double[][] rows(double[] x) {
        return Arrays.stream(x).mapToObj(at -> new double[] {at}).toArray(double[][]::new);
    }

    static double[] predicted(MLP model, double[][] inputs) {
        return column(model.predict(inputs));
    }

    /** Returns evenly spaced values of the only feature, over its range. */
    static double[] places(Dataset data) {
        double low = Arrays.stream(column(data.inputs())).min().orElse(0);
        double high = Arrays.stream(column(data.inputs())).max().orElse(0);
        return IntStream.rangeClosed(0, CURVE)
                .mapToDouble(i -> low + (high - low) * i / CURVE)
                .toArray();
    }

    private static Curves identity(MLP model, Dataset data, Map<String, Dataset> samples, int most) {
        Map<String, double[][]> points = new LinkedHashMap<>();
        samples.forEach((kind, all) -> {
            Dataset some = some(all, most);
            points.put(
                    name(some, Map.entry(kind, all)), new double[][] {some.targets(), predicted(model, some.inputs())});
        });
        double[] ends = ends(points.values().stream());
        Curves curves = Curves.titled(title(data), "actual" + named(data), "predicted" + named(data))
                .with("predicted = actual", ends, ends);
        for (Map.Entry<String, double[][]> each : points.entrySet()) {
            curves = curves.withPoints(each.getKey(), each.getValue()[0], each.getValue()[1]);
        }
        return curves;
    }

    /** Returns the smallest and the largest finite number. */
    private static double[] ends(Stream<double[][]> points) {
        double[] finite = points.flatMap(Arrays::stream)
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .toArray();
        return new double[] {
            Arrays.stream(finite).min().orElse(0), Arrays.stream(finite).max().orElse(0)
        };
    }

    private static String name(Dataset shown, Map.Entry<String, Dataset> entry) {
        int all = entry.getValue().size();
        return shown.size() == all ? all + " " + entry.getKey() : shown.size() + " of " + all + " " + entry.getKey();
    }

    /** Returns at most {@code most} of the samples, evenly spaced. */
    static Dataset some(Dataset data, int most) {
        return data.size() <= most
                ? data
                : data.select(IntStream.range(0, most)
                        .map(i -> (int) ((long) i * data.size() / most))
                        .toArray());
    }

    static double[] column(double[][] rows) {
        return Arrays.stream(rows).mapToDouble(row -> row[0]).toArray();
    }
}
