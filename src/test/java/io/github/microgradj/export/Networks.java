package io.github.microgradj.export;

import io.github.microgradj.export.DenseNetwork.Columns;
import io.github.microgradj.export.DenseNetwork.Dense;
import io.github.microgradj.export.DenseNetwork.Nonlinearity;
import io.github.microgradj.export.DenseNetwork.OutputKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** Random networks of every kind, and their outputs, computed directly from the definition. */
final class Networks {
    /** Names that break out of strings, comments or lines unless they are escaped. */
    static final List<String> HOSTILE = List.of(
            "a\"b\\",
            "*/ é 日本 \uD83D\uDE00",
            "line\nbreak\t",
            "\\u0022 @DATA@ '''",
            "{\"a\":1}",
            "\\u002a/ */",
            "%s %d 100%",
            "{x} ${x} {0}",
            "",
            " ",
            "\u0000\u001b[31m\u0085\u2028\u202e",
            "\"\"\" # \\",
            "<b>&amp;</b>",
            "long ".repeat(400));

    private Networks() {}

    /** Returns a network for each activation, task and scaling. */
    static List<DenseNetwork> all() {
        List<DenseNetwork> networks = new ArrayList<>();
        Random random = new Random(1);
        for (Nonlinearity function : Nonlinearity.values()) {
            for (OutputKind task : OutputKind.values()) {
                for (int outputs : task == OutputKind.REGRESSION ? new int[] {1} : new int[] {1, 3}) {
                    networks.add(network(random, function, task, outputs, false));
                    networks.add(network(random, function, task, outputs, true));
                }
            }
        }
        networks.add(hostile());
        return networks;
    }

    /** Returns a network whose features and classes have all {@link #HOSTILE} names. */
    static DenseNetwork hostile() {
        Random random = new Random(3);
        int size = HOSTILE.size();
        List<Dense> layers = new ArrayList<>();
        for (Nonlinearity function : List.of(Nonlinearity.TANH, Nonlinearity.LINEAR)) {
            double[][] weights = IntStream.range(0, size)
                    .mapToObj(n -> numbers(random, size, 1))
                    .toArray(double[][]::new);
            layers.add(new Dense(weights, numbers(random, size, 1), function));
        }
        return new DenseNetwork(
                layers,
                Optional.of(columns(random, size)),
                Optional.empty(),
                OutputKind.CLASSIFICATION,
                HOSTILE,
                "kind */ \"\n\\u000a",
                HOSTILE);
    }

    static DenseNetwork network(Random random, Nonlinearity function, OutputKind task, int outputs, boolean scaled) {
        int[] widths = {4, 7, 5, outputs};
        List<Dense> layers = new ArrayList<>();
        for (int i = 1; i < widths.length; i++) {
            int inputs = widths[i - 1];
            double[][] weights = IntStream.range(0, widths[i])
                    .mapToObj(n -> numbers(random, inputs, 1))
                    .toArray(double[][]::new);
            layers.add(new Dense(
                    weights, numbers(random, widths[i], 1), i == widths.length - 1 ? Nonlinearity.LINEAR : function));
        }
        boolean names = task != OutputKind.SCORES;
        return new DenseNetwork(
                layers,
                scaled ? Optional.of(columns(random, 4)) : Optional.empty(),
                scaled && task == OutputKind.REGRESSION ? Optional.of(columns(random, 1)) : Optional.empty(),
                task,
                names ? HOSTILE.subList(0, 4) : List.of(),
                names ? "target \"x\"" : "",
                task == OutputKind.CLASSIFICATION ? HOSTILE.subList(0, Math.max(2, outputs)) : List.of());
    }

    private static Columns columns(Random random, int size) {
        double[] factor = numbers(random, size, 1);
        for (int i = 0; i < size; i++) {
            factor[i] = 0.5 + Math.abs(factor[i]);
        }
        return new Columns("standard", numbers(random, size, 3), factor);
    }

    static double[] numbers(Random random, int size, double reach) {
        return random.doubles(size, -reach, reach).toArray();
    }

    /** Returns the outputs for a sample. */
    static double[] predict(DenseNetwork network, double... x) {
        double[] y = x.clone();
        network.input().ifPresent(scaling -> {
            for (int i = 0; i < y.length; i++) {
                y[i] = (y[i] - scaling.shift()[i]) * scaling.factor()[i];
            }
        });
        double[] values = y;
        for (Dense layer : network.layers()) {
            double[] sums = layer.biases().clone();
            for (int n = 0; n < sums.length; n++) {
                for (int i = 0; i < values.length; i++) {
                    sums[n] += layer.weights()[n][i] * values[i];
                }
                sums[n] = applied(layer.function(), sums[n]);
            }
            values = sums;
        }
        double[] outputs = values;
        network.target().ifPresent(scaling -> outputs[0] = outputs[0] / scaling.factor()[0] + scaling.shift()[0]);
        return outputs;
    }

    private static double applied(Nonlinearity function, double x) {
        return switch (function) {
            case LINEAR -> x;
            case RELU -> Math.max(x, 0);
            case LEAKYRELU -> x > 0 ? x : 0.01 * x;
            case TANH -> StrictMath.tanh(x);
            case SIGMOID -> (x < 0 ? StrictMath.exp(x) : 1) / (1 + StrictMath.exp(-Math.abs(x)));
        };
    }
}
