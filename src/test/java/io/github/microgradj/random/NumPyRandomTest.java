package io.github.microgradj.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.microgradj.GoldenFiles;
import java.util.Arrays;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests against NumPy's {@code RandomState}. */
class NumPyRandomTest {
    static Stream<JsonElement> streams() {
        return GoldenFiles.json("rng_streams.json").getAsJsonArray("numpy").asList().stream();
    }

    static Stream<JsonElement> wideSeeds() {
        return GoldenFiles.json("rng_wide_seeds.json").getAsJsonArray("numpy").asList().stream();
    }

    @ParameterizedTest
    @MethodSource("streams")
    void randomDrawsWhatNumPyDraws(JsonObject golden) {
        double[] expected = GoldenFiles.numbers(golden.getAsJsonArray("random_sample"));
        assertThat(draw(seeded(golden)::random, expected.length)).containsExactly(expected);
    }

    @ParameterizedTest
    @MethodSource("streams")
    void normalDrawsWhatNumPyDrawsUpToTheLogarithm(JsonObject golden) {
        double[] expected = GoldenFiles.numbers(golden.getAsJsonArray("normal"));
        assertWithinUnitsInTheLastPlace(draw(seeded(golden)::normal, expected.length), expected);
    }

    @ParameterizedTest
    @MethodSource("streams")
    void shuffleMovesWhatNumPyMoves(JsonObject golden) {
        int[] items = IntStream.range(0, 20).toArray();
        seeded(golden).shuffle(items);
        assertThat(items).containsExactly(integers(golden, "shuffle20"));
    }

    @ParameterizedTest
    @MethodSource("wideSeeds")
    void seedsReachAllThirtyTwoBitsAndStreamsGoOnPastTheFirstBlock(JsonObject golden) {
        double[] random = draw(seeded(golden)::random, 1300);
        assertThat(Arrays.copyOfRange(random, 1296, 1300))
                .containsExactly(GoldenFiles.numbers(golden.getAsJsonArray("random_from_1296")));

        double[] normal = draw(seeded(golden)::normal, 1001);
        assertWithinUnitsInTheLastPlace(
                Arrays.copyOfRange(normal, 996, 1001), GoldenFiles.numbers(golden.getAsJsonArray("normal_from_996")));

        int[] items = IntStream.range(0, 1000).toArray();
        seeded(golden).shuffle(items);
        assertThat(Arrays.copyOf(items, 20)).containsExactly(integers(golden, "shuffle1000_first20"));
    }

    @Property(tries = 100)
    void shufflingOnlyReorders(@ForAll int[] items, @ForAll @IntRange(min = 0) int seed) {
        int[] shuffled = items.clone();
        new NumPyRandom(seed).shuffle(shuffled);
        assertThat(shuffled).containsExactlyInAnyOrder(items);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 4294967296L})
    void refusesSeedsThatNumPyRefuses(long seed) {
        assertThatThrownBy(() -> new NumPyRandom(seed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a seed must be a whole number from 0 to 4294967295, got " + seed);
    }

    /**
     * Allows for glibc's logarithm, which differs from StrictMath's by at most one unit in the last place. The product
     * and the root pass the difference on.
     */
    private static void assertWithinUnitsInTheLastPlace(double[] actual, double[] expected) {
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i]).isCloseTo(expected[i], within(Math.ulp(expected[i])));
        }
    }

    private static NumPyRandom seeded(JsonObject golden) {
        return new NumPyRandom(golden.get("seed").getAsLong());
    }

    private static double[] draw(DoubleSupplier stream, int count) {
        return DoubleStream.generate(stream).limit(count).toArray();
    }

    private static int[] integers(JsonObject golden, String key) {
        return golden.getAsJsonArray(key).asList().stream()
                .mapToInt(JsonElement::getAsInt)
                .toArray();
    }
}
