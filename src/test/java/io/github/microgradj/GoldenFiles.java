package io.github.microgradj;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.microgradj.data.Dataset;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;

/** The reference data of {@code src/test/resources/golden}. */
public final class GoldenFiles {
    private GoldenFiles() {}

    public static String text(String name) {
        try (InputStream in = GoldenFiles.class.getResourceAsStream("/golden/" + name)) {
            assertThat(in).as(name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compares text with an approved file. {@code -Dgolden.update} first overwrites the file; review its changes. */
    public static void check(String name, String text) throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(Path.of("src/test/resources/golden", name), text);
            return;
        }
        assertThat(text).isEqualTo(text(name));
    }

    public static JsonObject json(String name) {
        return JsonParser.parseString(text(name)).getAsJsonObject();
    }

    public static double[] numbers(JsonArray array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(element -> element.getAsDouble())
                .toArray();
    }

    public static List<String> strings(JsonArray array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(element -> element.getAsString())
                .toList();
    }

    /**
     * Returns a data set of two classes. The inputs are under the key {@code X} of the object, and the labels (0 or 1)
     * are under the given key.
     */
    public static Dataset dataset(JsonObject json, String labels) {
        double[][] inputs = StreamSupport.stream(json.getAsJsonArray("X").spliterator(), false)
                .map(row -> numbers(row.getAsJsonArray()))
                .toArray(double[][]::new);
        int[] classes = StreamSupport.stream(json.getAsJsonArray(labels).spliterator(), false)
                .mapToInt(label -> label.getAsInt())
                .toArray();
        return new Dataset("golden", inputs, classes, List.of("0", "1"));
    }

    /** Returns the notebook's data: 100 moons with noise 0.1 and seed 1337. */
    public static Dataset moons() {
        return dataset(json("moons_demo_seed1337.json"), "y");
    }
}
