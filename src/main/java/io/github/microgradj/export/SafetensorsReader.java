package io.github.microgradj.export;

import io.github.microgradj.export.DenseNetwork.Columns;
import io.github.microgradj.export.DenseNetwork.Dense;
import io.github.microgradj.export.DenseNetwork.Nonlinearity;
import io.github.microgradj.export.DenseNetwork.OutputKind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.json.JSONArray;
import org.json.JSONException;
import org.json.JSONObject;
import org.json.JSONParserConfiguration;

/**
 * A reader of the files that {@link Safetensors} writes. It validates the whole file: an invalid header or offset
 * causes an {@link IOException} with a one-line message.
 */
final class SafetensorsReader {
    /** The maximum length of the header in bytes, the same as in the reference implementation. */
    private static final long MOST_HEADER = 100_000_000;

    private static final JSONParserConfiguration STRICT = new JSONParserConfiguration().withStrictMode(true);

    /** The location of a tensor in the data, in bytes. */
    private record Place(String name, boolean isSingle, int[] shape, long begin, long end) {}

    private final ByteBuffer data;
    private final JSONObject metadata;
    private final Map<String, Place> places = new LinkedHashMap<>();

    private SafetensorsReader(byte[] file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.remaining() < Long.BYTES) {
            throw new IOException("not a safetensors file: it has only " + bytes.remaining() + " bytes");
        }
        long length = bytes.getLong();
        if (length < 0 || length > MOST_HEADER) {
            throw new IOException("not a safetensors file: expected a header of at most 100,000,000 bytes, got "
                    + Long.toUnsignedString(length));
        }
        if (length > bytes.remaining()) {
            throw new IOException("the file was cut short: it declares a header of " + length + " bytes, but only "
                    + bytes.remaining() + " bytes follow");
        }
        byte[] header = new byte[(int) length];
        bytes.get(header);
        JSONObject entries = header(header);
        data = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
        metadata = entries.optJSONObject("__metadata__", new JSONObject());
        for (String name : entries.keySet()) {
            if (!name.equals("__metadata__")) {
                places.put(name, place(name, entries.optJSONObject(name)));
            }
        }
        requireNoGapsOrOverlaps();
    }

    /**
     * Reads the network in a file.
     *
     * @throws IOException with a one-line message if the content is damaged or was not written by microgradj
     */
    static DenseNetwork read(byte[] file) throws IOException {
        try {
            return new SafetensorsReader(file).network();
        } catch (JSONException e) {
            throw new IOException("the metadata is damaged: " + firstLine(e), e);
        }
    }

    private static JSONObject header(byte[] header) throws IOException {
        if (header.length == 0 || header[0] != '{') {
            throw new IOException("not a safetensors file: the header does not begin with {");
        }
        try {
            return new JSONObject(new String(header, StandardCharsets.UTF_8).stripTrailing(), STRICT);
        } catch (JSONException | StackOverflowError e) {
            throw new IOException("the header is not valid JSON: " + firstLine(e), e);
        }
    }

    private static String firstLine(Throwable e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private Place place(String name, JSONObject entry) throws IOException {
        if (entry == null) {
            throw new IOException("tensor " + shown(name) + " has no description");
        }
        String dtype = entry.optString("dtype");
        if (!dtype.equals("F64") && !dtype.equals("F32")) {
            throw new IOException("tensor " + shown(name) + " has type " + shown(dtype) + "; expected F64 or F32");
        }
        long[] shape = whole(name, entry.optJSONArray("shape"));
        long[] offsets = whole(name, entry.optJSONArray("data_offsets"));
        long bytes = dtype.equals("F64") ? Double.BYTES : Float.BYTES;
        try {
            for (long dimension : shape) {
                bytes = Math.multiplyExact(bytes, dimension);
            }
        } catch (ArithmeticException e) {
            bytes = -1;
        }
        if (offsets.length != 2 || offsets[0] > offsets[1] || offsets[1] > data.capacity()) {
            throw new IOException("tensor " + shown(name) + " is outside the file: its offsets are "
                    + entry.opt("data_offsets") + "; the file has " + data.capacity() + " bytes of numbers");
        }
        if (offsets[1] - offsets[0] != bytes) {
            throw new IOException("tensor " + shown(name) + " of shape " + entry.opt("shape") + " does not fit "
                    + (offsets[1] - offsets[0]) + " bytes");
        }
        int[] dimensions = new int[shape.length];
        for (int i = 0; i < shape.length; i++) {
            dimensions[i] = (int) shape[i];
        }
        return new Place(name, dtype.equals("F32"), dimensions, offsets[0], offsets[1]);
    }

    private static long[] whole(String name, JSONArray numbers) throws IOException {
        if (numbers == null) {
            throw new IOException("tensor " + shown(name) + " has no shape or no offsets");
        }
        long[] whole = new long[numbers.length()];
        for (int i = 0; i < whole.length; i++) {
            if (!(numbers.get(i) instanceof Integer || numbers.get(i) instanceof Long) || numbers.getLong(i) < 0) {
                throw new IOException("tensor " + shown(name) + " has the size or offset "
                        + shown(numbers.get(i).toString()) + ", expected a whole number of at least 0");
            }
            whole[i] = numbers.getLong(i);
        }
        return whole;
    }

    private void requireNoGapsOrOverlaps() throws IOException {
        long end = 0;
        for (Place place : places.values().stream()
                .sorted(Comparator.comparingLong(Place::begin).thenComparingLong(Place::end))
                .toList()) {
            if (place.begin != end) {
                throw new IOException("tensor " + shown(place.name) + " begins at byte " + place.begin
                        + ", but the previous one ends at byte " + end);
            }
            end = place.end;
        }
        if (end != data.capacity()) {
            throw new IOException(
                    "the tensors end at byte " + end + ", but the file has " + data.capacity() + " bytes of numbers");
        }
    }

    private DenseNetwork network() throws IOException {
        if (!metadata.has("activations")) {
            throw new IOException("the file was not written by microgradj: it has no metadata about activations");
        }
        JSONArray functions = new JSONArray(metadata.getString("activations"), STRICT);
        List<Dense> layers = new ArrayList<>();
        int width = -1;
        for (int i = 0; i < functions.length(); i++) {
            Place weights = tensor(Safetensors.name(Safetensors.WEIGHT, i), 2);
            Place biases = tensor(Safetensors.name(Safetensors.BIAS, i), 1);
            int neurons = weights.shape[0];
            int inputs = weights.shape[1];
            if (neurons == 0 || inputs == 0 || biases.shape[0] != neurons || (width >= 0 && inputs != width)) {
                throw new IOException("layer " + i + " is inconsistent: " + neurons + " neurons with " + inputs
                        + " inputs, " + biases.shape[0] + " biases"
                        + (width < 0 ? "" : ", after a layer with output size " + width));
            }
            layers.add(new Dense(
                    rows(numbers(weights), neurons, inputs),
                    numbers(biases),
                    constant(Nonlinearity.class, functions.getString(i))));
            width = neurons;
        }
        if (layers.isEmpty()) {
            throw new IOException("the network has no layers");
        }
        return new DenseNetwork(
                layers,
                columns("input", layers.get(0).weights()[0].length),
                columns("target", width),
                constant(OutputKind.class, metadata.optString("task", "scores")),
                names("features"),
                metadata.optString("target_name"),
                names("classes"));
    }

    private Place tensor(String name, int dimensions) throws IOException {
        Place place = places.get(name);
        if (place == null || place.shape.length != dimensions) {
            throw new IOException("expected a tensor " + name + " with " + dimensions
                    + (dimensions == 1 ? " dimension" : " dimensions"));
        }
        return place;
    }

    private double[] numbers(Place place) {
        ByteBuffer numbers =
                data.slice((int) place.begin, (int) (place.end - place.begin)).order(ByteOrder.LITTLE_ENDIAN);
        double[] result = new double[numbers.capacity() / (place.isSingle ? Float.BYTES : Double.BYTES)];
        for (int i = 0; i < result.length; i++) {
            result[i] = place.isSingle ? numbers.getFloat() : numbers.getDouble();
        }
        return result;
    }

    private static double[][] rows(double[] numbers, int rows, int columns) {
        return IntStream.range(0, rows)
                .mapToObj(r -> Arrays.copyOfRange(numbers, r * columns, (r + 1) * columns))
                .toArray(double[][]::new);
    }

    private Optional<Columns> columns(String name, int expected) throws IOException {
        if (!metadata.has(name + "_scaling")) {
            return Optional.empty();
        }
        double[] shift = list(name + "_shift", expected);
        return Optional.of(new Columns(metadata.getString(name + "_scaling"), shift, list(name + "_factor", expected)));
    }

    private double[] list(String key, int expected) throws IOException {
        JSONArray numbers = new JSONArray(metadata.getString(key), STRICT);
        if (numbers.length() != expected) {
            throw new IOException("expected " + expected + " numbers for " + key + ", got " + numbers.length());
        }
        return IntStream.range(0, expected).mapToDouble(numbers::getDouble).toArray();
    }

    private List<String> names(String key) {
        if (!metadata.has(key)) {
            return List.of();
        }
        JSONArray names = new JSONArray(metadata.getString(key), STRICT);
        return IntStream.range(0, names.length()).mapToObj(names::getString).toList();
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String name) throws IOException {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).equals(name)) {
                return constant;
            }
        }
        throw new IOException("the metadata has " + shown(name) + ", which this version does not support");
    }

    /** Returns a name for an error message: in quotes, shortened, and with control characters replaced. */
    private static String shown(String name) {
        String clean = name.codePoints()
                .map(c -> Character.isISOControl(c) ? '?' : c)
                .limit(40)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return '"' + clean + '"';
    }
}
