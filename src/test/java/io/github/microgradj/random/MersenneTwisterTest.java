package io.github.microgradj.random;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.microgradj.GoldenFiles;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MersenneTwisterTest {
    static Stream<JsonElement> python() {
        return GoldenFiles.json("rng_streams.json").getAsJsonArray("python").asList().stream();
    }

    static Stream<JsonElement> numpy() {
        return GoldenFiles.json("rng_streams.json").getAsJsonArray("numpy").asList().stream();
    }

    @ParameterizedTest
    @MethodSource("python")
    void aKeyGivesPythonsWords(JsonObject golden) {
        int[] key = {golden.get("seed").getAsInt()};
        assertThat(words(new MersenneTwister(key), 10)).containsExactly(expected(golden));
    }

    @ParameterizedTest
    @MethodSource("numpy")
    void aSingleSeedGivesNumPysWords(JsonObject golden) {
        int seed = golden.get("seed").getAsInt();
        assertThat(words(new MersenneTwister(seed), 10)).containsExactly(expected(golden));
    }

    /**
     * The expected words are the first and the last of the thousand in mt19937ar.out, which the authors publish with
     * their program.
     */
    @Test
    void aLongKeyGivesItsAuthorsWords() {
        long[] words = words(new MersenneTwister(new int[] {0x123, 0x234, 0x345, 0x456}), 1000);
        assertThat(words[0]).isEqualTo(1067595299L);
        assertThat(words[1]).isEqualTo(955945823L);
        assertThat(words[999]).isEqualTo(3460025646L);
    }

    /** The C++ standard ([rand.predef]) fixes the ten thousandth word of {@code mt19937}, whose seed is 5489. */
    @Test
    void theTenThousandthWordIsTheOneOfTheCppStandard() {
        assertThat(words(new MersenneTwister(5489), 10_000)[9_999]).isEqualTo(4123659995L);
    }

    private static long[] words(MersenneTwister twister, int count) {
        return IntStream.generate(twister::nextWord)
                .limit(count)
                .mapToLong(Integer::toUnsignedLong)
                .toArray();
    }

    private static long[] expected(JsonObject golden) {
        return golden.getAsJsonArray("u32").asList().stream()
                .mapToLong(JsonElement::getAsLong)
                .toArray();
    }
}
