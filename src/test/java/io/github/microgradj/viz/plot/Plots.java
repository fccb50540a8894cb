package io.github.microgradj.viz.plot;

import io.github.microgradj.engine.Value;
import io.github.microgradj.random.PythonRandom;
import io.github.microgradj.viz.picture.Picture;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/** One plot of each kind, for tests and the gallery. */
public final class Plots {
    private Plots() {}

    public static Map<String, Picture> all() {
        Map<String, Picture> all = new LinkedHashMap<>();
        all.put("function", function("x -> x.tanh()", -3, 3, Value::tanh));
        all.put("pole", function("x -> 1 / x", -2, 2, x -> x.pow(-1)));
        all.put("loss", loss());
        all.put("contour", contour());
        all.put("gaps", gaps());
        all.put("descend", descend());
        all.put("descend in two variables", descendInTwo());
        all.put("histogram", histogram("400 weights", 400));
        all.put(
                "panels",
                Panels.ofCurves(List.of(function("tanh", -3, 3, Value::tanh), function("relu", -3, 3, Value::relu))));
        return all;
    }

    static ScalarFunction bowl() {
        return ScalarFunction.of(2, v -> v[0].pow(2).add(v[1].pow(2)).sub(v[0].mul(v[1])));
    }

    static Curves function(String title, double from, double to, Function<Value, Value> function) {
        ScalarFunction asked = ScalarFunction.of(1, v -> function.apply(v[0]));
        double[] x = IntStream.rangeClosed(0, 200)
                .mapToDouble(i -> from + (to - from) * i / 200)
                .toArray();
        return Curves.titled(title, "x")
                .with("f(x)", x, Arrays.stream(x).map(asked::value).toArray())
                .withDashed(
                        "f'(x)",
                        x,
                        Arrays.stream(x)
                                .map(at -> asked.sample(at).gradient()[0])
                                .toArray());
    }

    private static Curves loss() {
        double[] steps = IntStream.range(0, 100).asDoubleStream().toArray();
        double[] losses = Arrays.stream(steps).map(step -> 2 / (1 + step / 5)).toArray();
        return Curves.titled("loss by step", "step").with("loss", steps, losses);
    }

    static Contour contour() {
        return Contour.of(bowl(), "(x, y) -> x*x + y*y - x*y", "x", "y", new double[] {-3, -3}, new double[] {3, 3});
    }

    static Contour gaps() {
        ScalarFunction log = ScalarFunction.of(2, v -> v[0].add(v[1]).log());
        return Contour.of(log, "(x, y) -> (x + y).log()", "x", "y", new double[] {-1, -1}, new double[] {3, 3});
    }

    private static Curves descend() {
        double[] x = {4, 3.2, 2.56, 2.048, 1.638, 1.311, 1.049, 0.839, 0.671, 0.537, 0.429};
        double[] places =
                IntStream.rangeClosed(0, 100).mapToDouble(i -> -2 + i * 0.07).toArray();
        return Curves.titled("x -> x*x", "x")
                .with("x*x", places, Arrays.stream(places).map(at -> at * at).toArray())
                .withTrail(
                        "gradient descent",
                        x,
                        Arrays.stream(x).map(at -> at * at).toArray());
    }

    private static Contour descendInTwo() {
        double[] x = {3, 2, 1.44, 1.088, 0.845, 0.666, 0.528, 0.421};
        double[] y = {1, 1.2, 1.12, 0.96, 0.794, 0.645, 0.52, 0.418};
        return contour().withTrail("gradient descent", x, y);
    }

    static Histogram histogram(String title, int count) {
        PythonRandom random = new PythonRandom(1337);
        double[] numbers = IntStream.range(0, count)
                .mapToDouble(i -> random.uniform(-1, 1) + random.uniform(-1, 1))
                .toArray();
        return Histogram.of(title, "weights", numbers);
    }
}
