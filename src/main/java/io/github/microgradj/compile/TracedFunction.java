package io.github.microgradj.compile;

import io.github.microgradj.compile.kernel.Kernels;
import io.github.microgradj.engine.Value;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A function and the program compiled from it. The function is called for the first sample, then with other numbers to
 * check that its graph does not change, and once for each distinct target, because this is the only way to learn how
 * the constants of the graph depend on the target.
 */
final class TracedFunction {
    /**
     * The maximum number of targets whose constants are cached. If there are more targets, they are probably
     * real-valued measurements, which seldom repeat.
     */
    private static final int REMEMBERED = 10_000;

    private static final int PROBES = 2;

    private final List<Value> parameters;
    private final Value[] parameterArray;
    private final IdentityHashMap<Value, Integer> numbers;
    private final Function function;
    private final boolean hasLoss;
    private final Kernels kernels;
    private final int threads;
    private final Map<TargetVector, double[]> constants = new HashMap<>();
    private @Nullable Trace first;
    private double[] firstConstants = {};
    private boolean[] varies = {};
    private @Nullable BatchRunner runner;

    /** A function of one sample. */
    @FunctionalInterface
    interface Function {
        /** Returns the loss, if there is one, followed by the outputs. */
        List<Value> roots(Value[] x, double[] y);
    }

    /** A target as a map key. */
    private record TargetVector(double[] y) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof TargetVector that && Arrays.equals(y, that.y);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(y);
        }
    }

    /**
     * Creates a function of the given parameters. Duplicates, such as the parameters of a layer that two networks
     * share, count once.
     *
     * @throws IllegalArgumentException if a parameter is not a leaf
     */
    TracedFunction(List<Value> parameters, Function function, boolean hasLoss, Kernels kernels, int threads) {
        this.parameters = parameters.stream().distinct().toList();
        this.parameterArray = this.parameters.toArray(Value[]::new);
        this.numbers = Trace.number(this.parameters);
        this.function = function;
        this.hasLoss = hasLoss;
        this.kernels = kernels;
        this.threads = threads;
    }

    /** Returns the distinct parameters. Callers must not modify the array. */
    Value[] parameters() {
        return parameterArray;
    }

    /**
     * Returns the constants in the graph of the given sample. May invalidate the {@link #runner()}, because a constant
     * that was the same for all samples so far may turn out to depend on the target.
     *
     * @throws IllegalArgumentException if the graph depends on data
     */
    double[] constants(double[] x, double[] y) {
        TargetVector target = new TargetVector(y);
        double[] known = constants.get(target);
        if (known != null) {
            return known;
        }
        double[] found = first == null ? firstConstants(x, y) : constants(first, x, y);
        compare(found, firstConstants);
        if (constants.size() < REMEMBERED) {
            constants.put(new TargetVector(y.clone()), found);
        }
        return found;
    }

    private double[] firstConstants(double[] x, double[] y) {
        Value[] inputs = inputs(x);
        Trace trace = new Trace(numbers, inputs, function.roots(inputs, y));
        probe(trace, x, y);
        first = trace;
        firstConstants = trace.constants();
        varies = new boolean[firstConstants.length];
        return firstConstants;
    }

    /**
     * Returns the constants in the graph of the given sample.
     *
     * @throws IllegalArgumentException if the graph of this sample differs from that of the first
     */
    private double[] constants(Trace expected, double[] x, double[] y) {
        Value[] inputs = inputs(x);
        List<Value> roots = function.roots(inputs, y);
        double[] found = expected.constantsOf(parameters, inputs, roots);
        if (found == null) {
            Trace trace = new Trace(numbers, inputs, roots);
            trace.requireShapeOf(expected);
            found = trace.constants();
        }
        return found;
    }

    private static Value[] inputs(double[] x) {
        return Arrays.stream(x).mapToObj(Value::new).toArray(Value[]::new);
    }

    private void compare(double[] found, double[] before) {
        for (int i = 0; i < found.length; i++) {
            if (!varies[i] && Double.compare(found[i], before[i]) != 0) {
                varies[i] = true;
                runner = null;
            }
        }
    }

    /** Returns the runner of a program that is valid for all samples seen so far. There must have been at least one. */
    BatchRunner runner() {
        BatchRunner made = runner;
        if (made == null) {
            Trace trace = Objects.requireNonNull(first);
            int inputs = inputs(trace);
            Planner planner = new Planner(trace, hasLoss, parameters.size(), inputs, i -> varies[i]);
            made = new BatchRunner(planner.plan(kernels), threads);
            runner = made;
        }
        return made;
    }

    private static int inputs(Trace trace) {
        return trace.nodes().stream()
                .filter(node -> node.kind() == Node.Kind.INPUT)
                .mapToInt(node -> node.index() + 1)
                .max()
                .orElse(0);
    }

    /** Calls the function with other inputs and parameters, of both signs, to reveal a branch on any of them. */
    private void probe(Trace expected, double[] x, double[] y) {
        double[] kept = parameters.stream().mapToDouble(p -> p.data).toArray();
        try {
            for (int probe = 0; probe < PROBES; probe++) {
                for (int i = 0; i < kept.length; i++) {
                    parameters.get(i).data = number(probe, i);
                }
                double[] other = x.clone();
                for (int i = 0; i < x.length; i++) {
                    other[i] = number(probe, kept.length + i);
                }
                expected.requireConstants(constants(expected, other, y));
            }
        } finally {
            for (int i = 0; i < kept.length; i++) {
                parameters.get(i).data = kept[i];
            }
        }
    }

    /**
     * Returns a pseudo-random number between -3 and 3. In every second probe, each number is the negative of the
     * corresponding number in the previous probe.
     */
    private static double number(int probe, int place) {
        int pair = probe / 2;
        double size = 3 * StrictMath.sin(12.9898 * (place + 1) + 78.233 * pair);
        return probe % 2 == 0 ? -size : size;
    }
}
