package io.github.microgradj.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.microgradj.GoldenFiles;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests against scikit-learn: the same call gives the same samples in the same order. */
class ScikitLearnTest {
    static Stream<JsonElement> sets() {
        return GoldenFiles.json("scikit_learn_sets.json").getAsJsonArray("sets").asList().stream();
    }

    @ParameterizedTest
    @MethodSource("sets")
    void smallOddAndExtremeSets(JsonObject golden) {
        int samples = golden.get("samples").getAsInt();
        double noise = golden.get("noise").getAsDouble();
        long seed = golden.get("seed").getAsLong();
        assertSame(
                golden,
                switch (golden.get("generator").getAsString()) {
                    case "moons" -> Datasets.moons(samples, noise, seed);
                    case "circles" ->
                        Datasets.circles(samples, noise, golden.get("factor").getAsDouble(), seed);
                    default -> Datasets.blobs(samples, golden.get("centers").getAsInt(), noise, seed);
                });
    }

    @Test
    void theMoonsOfTheNotebook() {
        assertSame(GoldenFiles.json("moons_demo_seed1337.json"), Datasets.moons(100, 0.1, 1337));
    }

    @Test
    void circlesOfAnotherFactor() {
        assertSame(GoldenFiles.json("circles_n100_noise0.05_factor0.5_rs7.json"), Datasets.circles(100, 0.05, 0.5, 7));
    }

    @Test
    void theInnerCircleHasScikitLearnsFactor() {
        assertThat(Datasets.circles(9, 0.1, 11)).isEqualTo(Datasets.circles(9, 0.1, 0.8, 11));
    }

    private static void assertSame(JsonObject golden, Dataset data) {
        JsonArray inputs = golden.getAsJsonArray("X");
        JsonArray labels = golden.getAsJsonArray("y");
        assertThat(data.size()).isEqualTo(inputs.size());
        for (int i = 0; i < data.size(); i++) {
            assertThat(data.labels()[i]).isEqualTo(labels.get(i).getAsInt());
            double[] expected = GoldenFiles.numbers(inputs.get(i).getAsJsonArray());
            assertThat(data.inputs()[i]).containsExactly(expected, within(1e-14));
        }
    }
}
