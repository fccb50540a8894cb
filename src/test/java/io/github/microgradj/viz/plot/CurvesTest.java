package io.github.microgradj.viz.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.microgradj.viz.terminal.ColorLevel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CurvesTest {
    private static final double[] PLACES =
            IntStream.rangeClosed(-300, 300).mapToDouble(i -> i / 100.0).toArray();

    private static double[] at(DoubleUnaryOperator function) {
        return Arrays.stream(PLACES).map(function).toArray();
    }

    private static Curves square() {
        return Curves.titled("x -> x**2", "x")
                .with("x**2", PLACES, at(x -> x * x))
                .withDashed("2x", PLACES, at(x -> 2 * x));
    }

    @ParameterizedTest
    @CsvSource({"40, NONE", "40, TRUECOLOR", "80, NONE", "80, TRUECOLOR", "120, NONE", "120, ANSI_256"})
    void everyLineFitsAndNothingIsCut(int columns, ColorLevel colors) {
        for (boolean unicode : List.of(true, false)) {
            List<String> lines = square().terminal(columns, columns / 5, colors, unicode);
            List<String> plain = lines.stream()
                    .map(line -> line.replaceAll("\033\\[[0-9;]*m", ""))
                    .toList();
            assertThat(plain).allMatch(line -> line.length() <= columns).hasSize(columns / 5 + 4);
            assertThat(String.join("", plain)).contains("x**2", "2x");
            assertThat(String.join("", lines).contains("\033")).isEqualTo(colors != ColorLevel.NONE);
            assertThat(String.join("", plain).chars().allMatch(c -> c < 128)).isEqualTo(!unicode);
        }
    }

    @Test
    void aPoleAndWhatIsNoNumberAreGapsAndDoNotFlattenTheRest(@TempDir Path folder) throws Exception {
        Curves pole =
                Curves.titled("1/x", "x").with("1/x", PLACES, at(x -> 1 / x)).with("log", PLACES, at(Math::log));
        assertThat(pole.y().high()).isLessThan(50);
        assertThat(pole.terminal(60, 12, ColorLevel.NONE, true)).allMatch(line -> line.length() <= 60);
        assertThat(Files.readString(pole.save(folder.resolve("pole.svg")))).contains("1/x");
        Curves nothing = Curves.titled("nothing", "x").with("nothing", PLACES, at(x -> Double.NaN));
        assertThat(nothing.terminal(60, 12, ColorLevel.NONE, true))
                .noneMatch(line -> line.matches(".*[\u2801-\u28ff].*"));
    }

    @Test
    void pointsAreNotJoinedAndNoneIsAnOutlier() {
        double[] x = {0.5, 3.5, 1.5, 2.5};
        Curves points = Curves.titled("points", "x").withPoints("points", x, new double[] {0, 0, 0, 1e6});
        assertThat(points.y().high()).isGreaterThan(1e6);
        assertThat(points.terminal(40, 8, ColorLevel.NONE, true).stream()
                        .flatMapToInt(String::chars)
                        .filter(c -> c > DotGrid.BRAILLE && c <= DotGrid.BRAILLE + 255)
                        .count())
                .isEqualTo(x.length);
    }

    @Test
    void stepsAreShownWholeHoweverFarTheFirstLies() {
        double[] steps = IntStream.range(0, 100).asDoubleStream().toArray();
        double[] loss =
                Arrays.stream(steps).map(step -> step == 0 ? 1000 : 1 / step).toArray();
        assertThat(Curves.titled("loss", "step").with("loss", steps, loss).y().high())
                .isGreaterThanOrEqualTo(1000);
    }

    @Test
    void thereIsAValueAtEachPlace() {
        assertThatThrownBy(() -> Curves.titled("", "").with("f", new double[2], new double[3]))
                .hasMessage("a curve must have one y for each x, got 2 x and 3 y");
    }

    @Test
    void longNamesLeaveRoomForThePlot(@TempDir Path folder) {
        String code = "x.tanh() + ".repeat(1000);
        Curves curves = Curves.titled("x -> " + code, "x").with(code, PLACES, PLACES);
        assertThat(curves.save(folder.resolve("long.svg"))).content().hasSizeLessThan(50_000);
        assertThat(curves.terminal(60, ColorLevel.NONE, true)).allMatch(line -> line.length() <= 60);
    }
}
