package io.github.microgradj.random;

import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.microgradj.GoldenFiles;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests against CPython's random numbers. */
class PythonRandomTest {
    static Stream<JsonElement> streams() {
        return Stream.of("rng_streams.json", "rng_wide_seeds.json")
                .flatMap(file -> GoldenFiles.json(file).getAsJsonArray("python").asList().stream());
    }

    static Stream<JsonElement> uniformStreams() {
        return GoldenFiles.json("rng_streams.json").getAsJsonArray("python").asList().stream();
    }

    @ParameterizedTest
    @MethodSource("streams")
    void randomDrawsWhatPythonDraws(JsonObject golden) {
        PythonRandom python = seeded(golden);
        double[] expected = GoldenFiles.numbers(golden.getAsJsonArray("random"));
        assertThat(draw(python::random, expected.length)).containsExactly(expected);
    }

    @ParameterizedTest
    @MethodSource("uniformStreams")
    void uniformDrawsWhatPythonDraws(JsonObject golden) {
        PythonRandom python = seeded(golden);
        double[] expected = GoldenFiles.numbers(golden.getAsJsonArray("uniform_m1_1"));
        assertThat(draw(() -> python.uniform(-1, 1), expected.length)).containsExactly(expected);
    }

    static Stream<JsonElement> draws() {
        return GoldenFiles.json("rng_draws.json").getAsJsonArray("draws").asList().stream();
    }

    @ParameterizedTest
    @MethodSource("draws")
    void shuffleMovesWhatPythonMoves(JsonObject golden) {
        List<Integer> items = IntStream.range(0, 30).boxed().collect(toList());
        seeded(golden).shuffle(items);
        assertThat(items).isEqualTo(integers(golden, "shuffled"));
    }

    @ParameterizedTest
    @MethodSource("draws")
    void belowDrawsWhatRandrangeDraws(JsonObject golden) {
        PythonRandom python = seeded(golden);
        double[] bounds = GoldenFiles.numbers(GoldenFiles.json("rng_draws.json").getAsJsonArray("bounds"));
        assertThat(Arrays.stream(bounds)
                        .map(bound -> python.below((long) bound))
                        .toArray())
                .containsExactly(GoldenFiles.numbers(golden.getAsJsonArray("below")));
    }

    @ParameterizedTest
    @MethodSource("draws")
    void choiceDrawsWhatChoicesDraws(JsonObject golden) {
        PythonRandom python = seeded(golden);
        double[] weights =
                GoldenFiles.numbers(GoldenFiles.json("rng_draws.json").getAsJsonArray("weights"));
        List<Integer> drawn =
                Stream.generate(() -> python.choice(weights)).limit(40).toList();
        assertThat(drawn).isEqualTo(integers(golden, "choices"));
    }

    @ParameterizedTest
    @MethodSource("draws")
    void gaussIsWithinTwoUnitsInTheLastPlaceOfPython(JsonObject golden) {
        PythonRandom python = seeded(golden);
        for (double expected : GoldenFiles.numbers(golden.getAsJsonArray("gauss"))) {
            double drawn = python.gauss(0, 0.08);
            assertThat(Math.abs(drawn - expected))
                    .as("%s, expected %s", drawn, expected)
                    .isLessThanOrEqualTo(2 * Math.ulp(expected));
        }
    }

    @Test
    void choiceRefusesWeightsWithoutASum() {
        PythonRandom python = new PythonRandom(1);
        assertThatThrownBy(() -> python.choice(0, 0))
                .hasMessage("expected weights with a finite sum above 0, got a sum of 0.0");
        assertThatThrownBy(() -> python.choice(Double.NaN, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 50)
    void seedingStartsTheStreamAfresh(@ForAll long seed, @ForAll @LongRange(min = 0, max = 700) long before) {
        PythonRandom used = new PythonRandom(1);
        draw(used::random, before);
        used.seed(seed);
        assertThat(draw(used::random, 20)).containsExactly(draw(new PythonRandom(seed)::random, 20));
    }

    @Property(tries = 50)
    void aSeedAndItsNegativeAreTheSame(@ForAll long seed) {
        assertThat(draw(new PythonRandom(seed)::random, 3)).containsExactly(draw(new PythonRandom(-seed)::random, 3));
    }

    @Test
    void thereIsOneSharedGenerator() {
        PythonRandom.shared().seed(1337);
        assertThat(PythonRandom.shared().random()).isEqualTo(0.6177528569514706);
        assertThat(PythonRandom.shared().random()).isEqualTo(0.5332655736050008);
    }

    private static List<Integer> integers(JsonObject golden, String name) {
        return Arrays.stream(GoldenFiles.numbers(golden.getAsJsonArray(name)))
                .mapToObj(number -> (int) number)
                .toList();
    }

    private static PythonRandom seeded(JsonObject golden) {
        return new PythonRandom(golden.get("seed").getAsLong());
    }

    private static double[] draw(DoubleSupplier stream, long count) {
        return DoubleStream.generate(stream).limit(count).toArray();
    }
}
