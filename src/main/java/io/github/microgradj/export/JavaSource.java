package io.github.microgradj.export;

import io.github.microgradj.export.DenseNetwork.Columns;
import io.github.microgradj.export.DenseNetwork.Dense;
import io.github.microgradj.export.DenseNetwork.Nonlinearity;
import io.github.microgradj.export.DenseNetwork.OutputKind;
import io.github.microgradj.text.JavaLiteral;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * A generator of a Java class that computes the outputs of a network. The class has no dependencies and compiles with
 * Java 8 and later. Its results equal those of {@code MLP.predict} bit for bit, because it adds terms in the same order
 * and uses {@link StrictMath}.
 *
 * <p>A class file can hold about 30,000 numeric constants, and one method can initialize about 8,000 of them. The
 * weights and biases of larger networks are therefore written as Base64 strings, which the class decodes when it is
 * loaded.
 */
final class JavaSource {
    private static final int MOST_DECIMALS = 2000;
    /** The maximum length of one Base64 string; the limit for a string constant is 65,535 bytes. */
    private static final int PIECE = 60_000;

    private static final String LAYER = """

                private static double[] layer(double[] x, double[][] weights, double[] biases) {
                    double[] sums = biases.clone();
                    for (int n = 0; n < sums.length; n++) {
                        for (int i = 0; i < x.length; i++) {
                            sums[n] += weights[n][i] * x[i];
                        }
                    }
                    return sums;
                }
            """;

    private static final String CLASS_BY_SIGN = """

                /** Returns the predicted class: 1 if the score is above 0, else 0. */
                public static int predictClass(double... features) {
                    return predict(features)[0] > 0 ? 1 : 0;
                }
            """;

    private static final String CLASS_BY_LARGEST = """

                /** Returns the predicted class: the index of the largest score. */
                public static int predictClass(double... features) {
                    double[] scores = predict(features);
                    int largest = 0;
                    for (int i = 1; i < scores.length; i++) {
                        if (scores[i] > scores[largest]) {
                            largest = i;
                        }
                    }
                    return largest;
                }
            """;

    private static final String LOGISTIC = """

                private static double logistic(double x) {
                    double e = StrictMath.exp(-Math.abs(x));
                    return (x < 0 ? e : 1) / (1 + e);
                }
            """;

    private static final String DECODED = """

                private static double[][] decoded(int rows, String... pieces) {
                    byte[] bytes = java.util.Base64.getDecoder().decode(String.join("", pieces));
                    java.nio.DoubleBuffer numbers = java.nio.ByteBuffer.wrap(bytes).asDoubleBuffer();
                    double[][] decoded = new double[rows][numbers.capacity() / rows];
                    for (double[] row : decoded) {
                        numbers.get(row);
                    }
                    return decoded;
                }
            """;

    private JavaSource() {}

    /**
     * Returns the source of a class.
     *
     * @param name the simple name of the class, a Java identifier
     */
    static String of(DenseNetwork network, String name) {
        List<Dense> layers = network.layers();
        boolean decimals = numbers(network) <= MOST_DECIMALS;
        StringBuilder text =
                new StringBuilder("/** A network trained with microgradj. */\npublic final class " + name + " {\n");
        strings(text, "FEATURES", network.features());
        strings(text, "CLASSES", network.classes());
        network.input().ifPresent(scaling -> scaling(text, "INPUT", scaling));
        network.target().ifPresent(scaling -> scaling(text, "TARGET", scaling));
        for (int i = 0; i < layers.size(); i++) {
            double[][] weights = layers.get(i).weights();
            String rows = decimals
                    ? Stream.of(weights)
                            .map(JavaSource::row)
                            .collect(Collectors.joining(",\n        ", "{\n        ", "\n    }"))
                    : "decoded(" + weights.length + ", "
                            + encoded(Stream.of(weights).flatMapToDouble(DoubleStream::of)) + ")";
            String biases = decimals
                    ? row(layers.get(i).biases())
                    : "decoded(1, " + encoded(DoubleStream.of(layers.get(i).biases())) + ")[0]";
            text.append("    private static final double[][] WEIGHTS_" + i + " = " + rows + ";\n");
            text.append("    private static final double[] BIASES_" + i + " = " + biases + ";\n");
        }
        text.append("\n    private " + name + "() {}\n");
        text.append(predict(network));
        if (network.task() == OutputKind.CLASSIFICATION) {
            text.append(network.outputs() == 1 ? CLASS_BY_SIGN : CLASS_BY_LARGEST);
        }
        names(text, network);
        text.append(LAYER);
        layers.stream()
                .map(Dense::function)
                .distinct()
                .map(JavaSource::function)
                .forEach(text::append);
        text.append(decimals ? "" : DECODED);
        return text.append("}\n").toString();
    }

    private static long numbers(DenseNetwork network) {
        return network.layers().stream()
                .mapToLong(layer -> layer.biases().length * (layer.weights()[0].length + 1L))
                .sum();
    }

    private static void strings(StringBuilder text, String name, List<String> strings) {
        if (!strings.isEmpty()) {
            text.append("    private static final String[] " + name + " = {"
                    + strings.stream().map(JavaLiteral::of).collect(Collectors.joining(", ")) + "};\n");
        }
    }

    private static void scaling(StringBuilder text, String name, Columns scaling) {
        text.append("    private static final double[] " + name + "_SHIFT = " + row(scaling.shift()) + ";\n");
        text.append("    private static final double[] " + name + "_FACTOR = " + row(scaling.factor()) + ";\n");
    }

    /** Returns an array initializer. Java's decimal literals preserve every bit. */
    private static String row(double... numbers) {
        return DoubleStream.of(numbers).mapToObj(Double::toString).collect(Collectors.joining(", ", "{", "}"));
    }

    private static String encoded(DoubleStream numbers) {
        double[] all = numbers.toArray();
        ByteBuffer bytes = ByteBuffer.allocate(all.length * Double.BYTES);
        bytes.asDoubleBuffer().put(all);
        String encoded = Base64.getEncoder().encodeToString(bytes.array());
        StringBuilder pieces = new StringBuilder();
        for (int i = 0; i < encoded.length(); i += PIECE) {
            pieces.append(i == 0 ? "" : ",\n        ")
                    .append(JavaLiteral.of(encoded.substring(i, Math.min(encoded.length(), i + PIECE))));
        }
        return pieces.toString();
    }

    private static String predict(DenseNetwork network) {
        StringBuilder text = new StringBuilder(
                """

                    /** Returns the network's %s for a sample of %d features. */
                    public static double[] predict(double... features) {
                        if (features.length != %2$d) {
                            throw new IllegalArgumentException("expected %2$d features, got " + features.length);
                        }
                        double[] x = features.clone();
                """.formatted(network.task() == OutputKind.REGRESSION ? "prediction" : "scores", network.inputs()));
        if (network.input().isPresent()) {
            text.append("""
                            for (int i = 0; i < x.length; i++) {
                                x[i] = (x[i] - INPUT_SHIFT[i]) * INPUT_FACTOR[i];
                            }
                    """);
        }
        for (int i = 0; i < network.layers().size(); i++) {
            Nonlinearity function = network.layers().get(i).function();
            String sums = "layer(x, WEIGHTS_" + i + ", BIASES_" + i + ")";
            text.append("        x = " + (function == Nonlinearity.LINEAR ? sums : name(function) + "(" + sums + ")")
                    + ";\n");
        }
        if (network.target().isPresent()) {
            text.append("""
                            for (int i = 0; i < x.length; i++) {
                                x[i] = x[i] / TARGET_FACTOR[i] + TARGET_SHIFT[i];
                            }
                    """);
        }
        return text.append("        return x;\n    }\n").toString();
    }

    private static void names(StringBuilder text, DenseNetwork network) {
        if (!network.features().isEmpty()) {
            text.append("""

                        /** Returns the names of the features, in the order of {@link #predict}. */
                        public static String[] features() {
                            return FEATURES.clone();
                        }
                    """);
        }
        if (!network.classes().isEmpty()) {
            text.append("""

                        /** Returns the names of the classes, in the order of {@link #predictClass}. */
                        public static String[] classes() {
                            return CLASSES.clone();
                        }
                    """);
        }
    }

    private static String name(Nonlinearity function) {
        return function.name().toLowerCase(Locale.ROOT);
    }

    private static String function(Nonlinearity function) {
        String formula =
                switch (function) {
                    case LINEAR -> "";
                    case RELU -> "Math.max(x[i], 0)";
                    case LEAKYRELU -> "Math.max(x[i], 0.01 * x[i])";
                    case TANH -> "StrictMath.tanh(x[i])";
                    case SIGMOID -> "logistic(x[i])";
                };
        if (formula.isEmpty()) {
            return "";
        }
        return """

                    private static double[] %s(double[] x) {
                        for (int i = 0; i < x.length; i++) {
                            x[i] = %s;
                        }
                        return x;
                    }
                """.formatted(name(function), formula) + (function == Nonlinearity.SIGMOID ? LOGISTIC : "");
    }
}
