package io.github.microgradj.export;

import io.github.microgradj.export.DenseNetwork.Columns;
import io.github.microgradj.export.DenseNetwork.Dense;
import io.github.microgradj.text.JavaLiteral;
import io.github.microgradj.text.Repr;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A writer of networks in <a href="https://github.com/huggingface/safetensors">safetensors</a> format: eight bytes with
 * the length of the header, a JSON header padded with spaces to a multiple of eight bytes, and the numbers without
 * gaps. The tensors have PyTorch's names: {@code layers.0.weight}, neurons by inputs, and {@code layers.0.bias}. The
 * rest of the network is stored as metadata, a map of strings in which lists are encoded as JSON.
 * {@link SafetensorsReader} reads these files.
 */
public final class Safetensors {
    static final String WEIGHT = "layers.%d.weight";
    static final String BIAS = "layers.%d.bias";
    private static final int ALIGNMENT = 8;

    /** A named tensor; its last dimension is contiguous in {@code numbers}. */
    record Tensor(String name, int[] shape, double[] numbers) {}

    private Safetensors() {}

    /**
     * Returns the content of the file.
     *
     * @param isSingle whether to write 32-bit numbers instead of 64-bit numbers, with a loss of precision
     */
    static byte[] of(DenseNetwork network, boolean isSingle) {
        return of(tensors(network, ""), network, isSingle);
    }

    /**
     * Reads the network in a file and ignores other tensors.
     *
     * @param file the content of the file
     * @throws IOException with a one-line message if the content is damaged or was not written by microgradj
     */
    public static DenseNetwork read(byte[] file) throws IOException {
        return SafetensorsReader.read(file);
    }

    /** Returns the content of a file with the given tensors and the metadata of a network. */
    static byte[] of(List<Tensor> tensors, DenseNetwork network, boolean isSingle) {
        int width = isSingle ? Float.BYTES : Double.BYTES;
        byte[] header = header(network, tensors, isSingle ? "F32" : "F64", width);
        int numbers = tensors.stream().mapToInt(tensor -> tensor.numbers.length).sum();
        ByteBuffer file = ByteBuffer.allocate(Long.BYTES + header.length + numbers * width)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(header.length)
                .put(header);
        for (Tensor tensor : tensors) {
            for (double number : tensor.numbers) {
                if (isSingle) {
                    file.putFloat((float) number);
                } else {
                    file.putDouble(number);
                }
            }
        }
        return file.array();
    }

    /** Returns the tensors of a network, with a prefix added to their names. */
    static List<Tensor> tensors(DenseNetwork network, String prefix) {
        List<Tensor> tensors = new ArrayList<>();
        for (int i = 0; i < network.layers().size(); i++) {
            Dense layer = network.layers().get(i);
            tensors.add(matrix(prefix + name(WEIGHT, i), layer.weights()));
            tensors.add(new Tensor(prefix + name(BIAS, i), new int[] {layer.biases().length}, layer.biases()));
        }
        return tensors;
    }

    static Tensor matrix(String name, double[][] rows) {
        double[] numbers = Stream.of(rows).flatMapToDouble(DoubleStream::of).toArray();
        return new Tensor(name, new int[] {rows.length, rows[0].length}, numbers);
    }

    static String name(String pattern, int layer) {
        return String.format(Locale.ROOT, pattern, layer);
    }

    private static byte[] header(DenseNetwork network, List<Tensor> tensors, String dtype, int width) {
        Map<String, String> entries = new LinkedHashMap<>();
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata(network).forEach((key, value) -> metadata.put(key, JavaLiteral.of(value)));
        entries.put("__metadata__", object(metadata));
        int begin = 0;
        for (Tensor tensor : tensors) {
            int end = begin + tensor.numbers.length * width;
            String shape =
                    IntStream.of(tensor.shape).mapToObj(String::valueOf).collect(Collectors.joining(",", "[", "]"));
            Map<String, String> entry = new LinkedHashMap<>();
            entry.put("dtype", JavaLiteral.of(dtype));
            entry.put("shape", shape);
            entry.put("data_offsets", "[" + begin + "," + end + "]");
            entries.put(tensor.name, object(entry));
            begin = end;
        }
        byte[] json = object(entries).getBytes(StandardCharsets.UTF_8);
        byte[] padded = new byte[(json.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT];
        Arrays.fill(padded, (byte) ' ');
        System.arraycopy(json, 0, padded, 0, json.length);
        return padded;
    }

    private static Map<String, String> metadata(DenseNetwork network) {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("format", "pt"); // PyTorch's readers expect this entry.
        metadata.put("producer", "microgradj");
        metadata.put("activations", list(network.layers().stream().map(layer -> lower(layer.function()))));
        metadata.put("task", lower(network.task()));
        network.input().ifPresent(scaling -> put(metadata, "input", scaling));
        network.target().ifPresent(scaling -> put(metadata, "target", scaling));
        if (!network.features().isEmpty()) {
            metadata.put("features", list(network.features().stream()));
        }
        if (!network.targetName().isEmpty()) {
            metadata.put("target_name", network.targetName());
        }
        if (!network.classes().isEmpty()) {
            metadata.put("classes", list(network.classes().stream()));
        }
        return metadata;
    }

    private static void put(Map<String, String> metadata, String name, Columns scaling) {
        metadata.put(name + "_scaling", scaling.kind());
        metadata.put(name + "_shift", numbers(scaling.shift()));
        metadata.put(name + "_factor", numbers(scaling.factor()));
    }

    /** Returns a JSON list of the numbers, with enough digits to preserve every bit. */
    private static String numbers(double... numbers) {
        return DoubleStream.of(numbers).mapToObj(Repr::of).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String list(Stream<String> names) {
        return names.map(JavaLiteral::of).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String object(Map<String, String> members) {
        return members.entrySet().stream()
                .map(member -> JavaLiteral.of(member.getKey()) + ":" + member.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }
}
