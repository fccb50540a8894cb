package io.github.microgradj.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A benchmark of how the cost of a step grows with the samples, the width and the depth of a network. It measures
 * several sizes and fits exponents.
 */
final class Growth {
    private static final int SAMPLES = 256;

    private static final List<Growth> TABLE = List.of(
            new Growth("samples", Growth::samples, 100, 1_000, 10_000, 100_000, 1_000_000),
            new Growth("width", Growth::width, 16, 32, 64, 128, 256),
            new Growth("depth", Growth::depth, 1, 2, 4, 8, 16));

    private final String what;
    private final IntFunction<Task> task;
    private final int[] sizes;

    private Growth(String what, IntFunction<Task> task, int... sizes) {
        this.what = what;
        this.task = task;
        this.sizes = sizes;
    }

    private static Task samples(int samples) {
        return Task.moons(samples);
    }

    private static Task width(int width) {
        return Task.moons(SAMPLES, 2, width, width, 1);
    }

    private static Task depth(int hidden) {
        return Task.moons(
                SAMPLES,
                IntStream.concat(
                                IntStream.concat(
                                        IntStream.of(2),
                                        IntStream.generate(() -> 16).limit(hidden)),
                                IntStream.of(1))
                        .toArray());
    }

    /** Returns a benchmark for each size and way to train, such as {@code width64.compiled}. */
    static Stream<Benchmarks.Row> rows() {
        return TABLE.stream().flatMap(growth -> Stream.of(
                        growth.rows("eager", 1, Benchmarks.NONE, EagerSteps::new),
                        growth.rows("plain", Task.STEPS, Benchmarks.ONE_THREAD, CompiledSteps::new),
                        growth.rows("compiled", Task.STEPS, Benchmarks.VECTOR_ONE_THREAD, CompiledSteps::new))
                .flatMap(Function.identity()));
    }

    private Stream<Benchmarks.Row> rows(
            String way, int runs, List<String> flags, Function<Task, Training.Steps> steps) {
        return Arrays.stream(sizes)
                .filter(size -> !way.equals("eager") || size <= 10_000)
                .mapToObj(size -> new Benchmarks.Row(
                        what + size + "." + way, runs, flags, () -> Training.of(task.apply(size), steps)));
    }

    /** Measures all sizes and prints a line for each way to train. */
    static void print() {
        System.out.println("| one step by | way | time at each size | exponent |\n|---|---|---|---|");
        for (Growth growth : TABLE) {
            for (String way : List.of("eager", "plain", "compiled")) {
                growth.print(way);
            }
        }
        System.out.println("\n" + Memory.perNode());
    }

    private void print(String way) {
        int[] measured = Arrays.stream(sizes)
                .filter(size -> !way.equals("eager") || size <= 10_000)
                .toArray();
        double[] times = Arrays.stream(measured)
                .mapToObj(size -> Benchmarks.named(what + size + "." + way))
                .mapToDouble(row -> Measurement.of(row, 1).median())
                .toArray();
        List<String> cells = IntStream.range(0, measured.length)
                .mapToObj(i -> String.format(Locale.ROOT, "%,d: %s", measured[i], Report.time(times[i])))
                .toList();
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %s | %.2f |%n",
                what,
                way,
                String.join(", ", cells),
                exponent(measured, times));
    }

    /** Returns the slope of the least-squares line through the logarithms. */
    private static double exponent(int[] sizes, double[] times) {
        double[] x = Arrays.stream(sizes).mapToDouble(Math::log).toArray();
        double[] y = Arrays.stream(times).map(Math::log).toArray();
        double meanX = Arrays.stream(x).average().orElseThrow();
        double meanY = Arrays.stream(y).average().orElseThrow();
        double covariance = 0;
        double variance = 0;
        for (int i = 0; i < x.length; i++) {
            covariance += (x[i] - meanX) * (y[i] - meanY);
            variance += (x[i] - meanX) * (x[i] - meanX);
        }
        return covariance / variance;
    }
}
