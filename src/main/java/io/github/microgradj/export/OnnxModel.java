package io.github.microgradj.export;

import io.github.microgradj.export.DenseNetwork.Columns;
import io.github.microgradj.export.DenseNetwork.Dense;
import io.github.microgradj.export.DenseNetwork.OutputKind;
import io.github.microgradj.text.JavaLiteral;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * A writer of networks as ONNX models with operator set 13 and IR version 8, which ONNX Runtime 1.12 and later read.
 * This is the graph for any number N of rows:
 *
 * <pre>
 *  input [N, features] -> Sub, Mul (scaling) -> Gemm, activation (each layer) -> logits [N, outputs]
 *  logits -> Softmax, or for a single score Sigmoid -> probabilities [N, classes]
 *  or, for a number, Div, Add (scaling) -> prediction [N, 1]
 * </pre>
 *
 * <p>Numbers are 32-bit floats, as usual in ONNX, or 64-bit doubles. The names of features and classes are stored in
 * the metadata as JSON lists. The field numbers are defined in <a
 * href="https://github.com/onnx/onnx/blob/main/onnx/onnx.proto">onnx.proto</a>.
 */
final class OnnxModel {
    private static final int IR_VERSION = 8;
    private static final int OPERATOR_SET = 13;
    private static final int FLOAT = 1;
    private static final int DOUBLE = 11;
    private static final int ATTRIBUTE_INT = 2;

    private final DenseNetwork network;
    private final boolean isDouble;
    private final Protobuf graph = new Protobuf();

    private OnnxModel(DenseNetwork network, boolean isDouble) {
        this.network = network;
        this.isDouble = isDouble;
    }

    /**
     * Returns the content of the file.
     *
     * @param isDouble whether to write 64-bit instead of 32-bit numbers
     */
    static byte[] of(DenseNetwork network, boolean isDouble) {
        return new OnnxModel(network, isDouble).model().toByteArray();
    }

    private Protobuf model() {
        List<String> outputs = nodes();
        graph.string(2, "microgradj");
        graph.message(11, tensorInfo("input", network.inputs()));
        for (String output : outputs) {
            graph.message(12, tensorInfo(output, width(output)));
        }
        Protobuf model = new Protobuf()
                .integer(1, IR_VERSION)
                .string(2, "microgradj")
                .message(7, graph)
                .message(8, new Protobuf().string(1, "").integer(2, OPERATOR_SET));
        metadata()
                .forEach((key, value) ->
                        model.message(14, new Protobuf().string(1, key).string(2, value)));
        return model;
    }

    private Map<String, String> metadata() {
        Map<String, String> metadata = new TreeMap<>();
        metadata.put("task", network.task().name().toLowerCase(Locale.ROOT));
        if (!network.features().isEmpty()) {
            metadata.put("features", json(network.features()));
        }
        if (!network.targetName().isEmpty()) {
            metadata.put("target", network.targetName());
        }
        if (!network.classes().isEmpty()) {
            metadata.put("classes", json(network.classes()));
        }
        return metadata;
    }

    private static String json(List<String> names) {
        return names.stream().map(JavaLiteral::of).collect(Collectors.joining(", ", "[", "]"));
    }

    private int width(String output) {
        return output.equals("probabilities") ? Math.max(2, network.outputs()) : network.outputs();
    }

    /** Adds the nodes of the graph and returns the names of its outputs. */
    private List<String> nodes() {
        String x = "input";
        if (network.input().isPresent()) {
            Columns scaling = network.input().get();
            node("Sub", "shifted", x, constant("input_shift", scaling.shift()));
            x = node("Mul", "scaled", "shifted", constant("input_factor", scaling.factor()));
        }
        for (int i = 0; i < network.layers().size(); i++) {
            x = layer(x, i, i == network.layers().size() - 1);
        }
        if (network.task() == OutputKind.CLASSIFICATION) {
            probabilities(x);
            return List.of(x, "probabilities");
        }
        return List.of(x);
    }

    private String layer(String x, int index, boolean last) {
        Dense layer = network.layers().get(index);
        String weights = "layers_" + index + "_weight";
        double[] flat =
                Stream.of(layer.weights()).flatMapToDouble(DoubleStream::of).toArray();
        tensor(weights, flat, layer.biases().length, flat.length / layer.biases().length);
        boolean restored = last && network.target().isPresent();
        String sums = last && !restored ? output() : "layer_" + index;
        // Transposes the weights, because their rows are neurons and Gemm computes x W by default.
        graph.message(
                1,
                operator("Gemm", sums, x, weights, constant("layers_" + index + "_bias", layer.biases()))
                        .message(5, attribute("transB", ATTRIBUTE_INT).integer(3, 1)));
        if (restored) {
            Columns scaling = network.target().get();
            node("Div", "unscaled", sums, constant("target_factor", scaling.factor()));
            return node("Add", output(), "unscaled", constant("target_shift", scaling.shift()));
        }
        String active = "activation_" + index;
        return switch (layer.function()) {
            case LINEAR -> sums;
            case RELU -> node("Relu", active, sums);
            case TANH -> node("Tanh", active, sums);
            case SIGMOID -> node("Sigmoid", active, sums);
            case LEAKYRELU -> leakyRelu(active, sums, index);
        };
    }

    private String output() {
        return switch (network.task()) {
            case CLASSIFICATION -> "logits";
            case REGRESSION -> "prediction";
            case SCORES -> "scores";
        };
    }

    /** Adds max(x, 0.01 x) in place of LeakyRelu, which ONNX Runtime supports only in single precision. */
    private String leakyRelu(String active, String sums, int index) {
        String slope = node("Mul", "leak_" + index, sums, constant("slope_" + index, DenseNetwork.LEAK));
        return node("Max", active, sums, slope);
    }

    private void probabilities(String logits) {
        if (network.outputs() > 1) {
            graph.message(
                    1,
                    operator("Softmax", "probabilities", logits)
                            .message(5, attribute("axis", ATTRIBUTE_INT).integer(3, 1)));
            return;
        }
        node("Sigmoid", "second", logits);
        node("Neg", "opposite", logits);
        node("Sigmoid", "first", "opposite");
        graph.message(
                1,
                operator("Concat", "probabilities", "first", "second")
                        .message(5, attribute("axis", ATTRIBUTE_INT).integer(3, 1)));
    }

    private String node(String type, String output, String... inputs) {
        graph.message(1, operator(type, output, inputs));
        return output;
    }

    private static Protobuf operator(String type, String output, String... inputs) {
        Protobuf node = new Protobuf();
        for (String input : inputs) {
            node.string(1, input);
        }
        return node.string(2, output).string(3, output).string(4, type);
    }

    /** Returns an attribute without its value. Readers reject an attribute without a kind. */
    private static Protobuf attribute(String name, int kind) {
        return new Protobuf().string(1, name).integer(20, kind);
    }

    private String constant(String name, double... values) {
        tensor(name, values, values.length);
        return name;
    }

    private void tensor(String name, double[] values, int... dimensions) {
        ByteBuffer raw = ByteBuffer.allocate(values.length * (isDouble ? 8 : 4)).order(ByteOrder.LITTLE_ENDIAN);
        for (double value : values) {
            if (isDouble) {
                raw.putDouble(value);
            } else {
                raw.putFloat((float) value);
            }
        }
        Protobuf tensor = new Protobuf();
        for (int dimension : dimensions) {
            tensor.integer(1, dimension);
        }
        graph.message(5, tensor.integer(2, type()).string(8, name).bytes(9, raw.array()));
    }

    private int type() {
        return isDouble ? DOUBLE : FLOAT;
    }

    /** Returns the type of an input or output: a matrix with any number N of rows. */
    private Protobuf tensorInfo(String name, int columns) {
        Protobuf shape =
                new Protobuf().message(1, new Protobuf().string(2, "N")).message(1, new Protobuf().integer(1, columns));
        Protobuf tensor = new Protobuf().integer(1, type()).message(2, shape);
        return new Protobuf().string(1, name).message(2, new Protobuf().message(1, tensor));
    }
}
