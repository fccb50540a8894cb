package io.github.microgradj.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of every data set in the registry. A new one is tested without a change to this file. */
class DatasetsTest {
    private static final long LAST_SEED = 4294967295L;

    @Provide
    static Arbitrary<String> names() {
        return Arbitraries.of(Datasets.names());
    }

    static List<String> everyName() {
        return Datasets.names();
    }

    @Property(tries = 300)
    void everySetHasTheSizeAskedForAndEveryClassInEvenShares(
            @ForAll("names") String name,
            @ForAll @IntRange(min = 10, max = 301) int samples,
            @ForAll @DoubleRange(max = 5) double noise,
            @ForAll @LongRange(max = LAST_SEED) long seed) {
        Dataset data = Datasets.make(name, samples, noise, seed);
        assertThat(data.name()).isEqualTo(name);
        assertThat(data.size()).isEqualTo(samples);
        assertThat(data.features()).isEqualTo(data.isRegression() ? 1 : 2);
        assertThat(Arrays.stream(data.targets())).hasSize(samples).allMatch(Double::isFinite);
        assertThat(Arrays.stream(data.inputs()).flatMapToDouble(Arrays::stream)).allMatch(Double::isFinite);
        int share = samples / Math.max(1, data.classes());
        for (int label = 0; label < data.classes(); label++) {
            assertThat(count(data, label)).isBetween(share, share + 1);
        }
        assertThat(data.classNames())
                .isEqualTo(IntStream.range(0, data.classes())
                        .mapToObj(Integer::toString)
                        .toList());
    }

    @Property(tries = 100)
    void aSeedRepeats(@ForAll("names") String name, @ForAll @LongRange(max = LAST_SEED) long seed) {
        assertThat(Datasets.make(name, 20, seed)).isEqualTo(Datasets.make(name, 20, seed));
    }

    @Property(tries = 100)
    void anotherSeedGivesAnotherSet(
            @ForAll("names") String name,
            @ForAll @LongRange(max = LAST_SEED) long seed,
            @ForAll @LongRange(max = LAST_SEED) long other) {
        if (seed != other) {
            assertThat(Datasets.make(name, 20, seed)).isNotEqualTo(Datasets.make(name, 20, other));
        }
    }

    @Property(tries = 50)
    void noiseMovesSamplesButNotTheirOrder(
            @ForAll("names") String name, @ForAll @LongRange(max = LAST_SEED) long seed) {
        Dataset exact = Datasets.make(name, 30, 0, seed);
        Dataset noisy = Datasets.make(name, 30, 1e-3, seed);
        if (exact.isRegression()) {
            assertThat(noisy.inputs()).isDeepEqualTo(exact.inputs());
            assertThat(noisy.targets()).isNotEqualTo(exact.targets()).containsExactly(exact.targets(), within(0.01));
            return;
        }
        assertThat(noisy.labels()).isEqualTo(exact.labels());
        for (int i = 0; i < 30; i++) {
            assertThat(distance(noisy.inputs()[i], exact.inputs()[i])).isBetween(1e-9, 0.01);
        }
    }

    @Test
    void theRegistryHasTheSetsOfTheNotebookAndMore() {
        assertThat(Datasets.names()).contains("moons", "circles", "spirals", "blobs", "xor");
        assertThat(Datasets.make("moons", 100, 1337)).isEqualTo(Datasets.moons(100, 0.1, 1337));
        assertThat(Datasets.make("moons", 100, 0.3, 7)).isEqualTo(Datasets.moons(100, 0.3, 7));
        assertThat(Datasets.make("blobs", 90, 7)).isEqualTo(Datasets.blobs(90, 3, 7));
    }

    @Test
    void anUnknownNameIsAnsweredWithTheKnownOnes() {
        String known = " (the data sets are " + String.join(", ", Datasets.names()) + ")";
        assertThatThrownBy(() -> Datasets.make("mooons", 100, 1337))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no data set is named \"mooons\"; did you mean moons?" + known);
        assertThatThrownBy(() -> Datasets.make("iris", 100, 0.1, 1337))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no data set is named \"iris\"" + known);
    }

    @ParameterizedTest
    @MethodSource("everyName")
    void tooFewSamplesAreRefused(String name) {
        int classes = Datasets.make(name, 10, 1).classes();
        if (classes == 0) {
            assertThat(Datasets.make(name, 1, 1).size()).isEqualTo(1);
            assertThatThrownBy(() -> Datasets.make(name, 0, 1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(name + " needs at least 1 sample, got 0");
            return;
        }
        assertThat(Datasets.make(name, classes, 1).labels())
                .contains(IntStream.range(0, classes).toArray());
        assertThatThrownBy(() -> Datasets.make(name, classes - 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(name + " has " + classes + " classes, so it needs at least " + classes + " samples, got "
                        + (classes - 1));
        assertThatThrownBy(() -> Datasets.make(name, -5, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
    void impossibleNoiseIsRefused(double noise) {
        for (String name : Datasets.names()) {
            assertThatThrownBy(() -> Datasets.make(name, 10, noise, 1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("expected noise with a finite standard deviation of at least 0, got " + noise);
        }
    }

    @Test
    void impossibleShapesAreRefused() {
        assertThatThrownBy(() -> Datasets.circles(10, 0, 1, 1)).hasMessageContaining("below 1, got 1.0");
        assertThatThrownBy(() -> Datasets.circles(10, 0, Double.NaN, 1)).hasMessageContaining("got NaN");
        assertThatThrownBy(() -> Datasets.blobs(10, 1, 1)).hasMessage("expected at least 2 centers for blobs, got 1");
        assertThatThrownBy(() -> Datasets.spirals(10, 0, 0, 1))
                .hasMessage("expected at least 2 arms for spirals, got 0");
        assertThatThrownBy(() -> Datasets.moons(10, 0, -1)).hasMessageContaining("0 to 4294967295, got -1");
    }

    @Test
    void xorWithoutNoiseIsTheTruthTable() {
        Dataset table = Datasets.xor(4, 0, 1);
        assertThat(table.inputs()).isDeepEqualTo(new double[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}});
        assertThat(table.labels()).containsExactly(0, 1, 1, 0);
    }

    @Test
    void theSineWithoutNoiseIsTheSine() {
        Dataset sine = Datasets.sine(50, 0, 3);
        for (int i = 0; i < 50; i++) {
            double x = sine.inputs()[i][0];
            assertThat(x).isBetween(-3.0, 3.0);
            assertThat(sine.targets()[i]).isEqualTo(StrictMath.sin(x));
        }
    }

    @Property(tries = 50)
    void spiralsWithoutNoiseLieOnTheirArms(
            @ForAll @IntRange(min = 2, max = 6) int arms, @ForAll @IntRange(min = 6, max = 100) int samples) {
        Dataset data = Datasets.spirals(samples, arms, 0, 1);
        for (int i = 0; i < samples; i++) {
            double x = data.inputs()[i][0];
            double y = data.inputs()[i][1];
            double radius = Math.hypot(x, y);
            double turns = radius + data.labels()[i] / (double) arms;
            assertThat(radius).isBetween(0.01, 1 + 1e-12);
            assertThat(x).isCloseTo(radius * Math.cos(2 * Math.PI * turns), within(1e-12));
            assertThat(y).isCloseTo(radius * Math.sin(2 * Math.PI * turns), within(1e-12));
        }
    }

    private static int count(Dataset data, int label) {
        return (int) Arrays.stream(data.labels()).filter(each -> each == label).count();
    }

    private static double distance(double[] a, double[] b) {
        return Math.hypot(a[0] - b[0], a[1] - b[1]);
    }
}
