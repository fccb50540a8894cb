package io.github.microgradj.viz.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.microgradj.GoldenFiles;
import io.github.microgradj.data.Dataset;
import io.github.microgradj.data.Datasets;
import io.github.microgradj.train.Trainer;
import io.github.microgradj.train.TrainingOptions;
import io.github.microgradj.train.TrainingRun;
import io.github.microgradj.train.TrainingStep;
import io.github.microgradj.viz.terminal.ColorLevel;
import io.github.microgradj.viz.training.TrainingView.Phase;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tests of the dashboard, against golden files. {@code -Dgolden.update} rewrites the files; review the changes. {@code
 * cat} shows those with colours in a terminal.
 */
class DashboardTest {
    private static final TrainingRun MOONS =
            Trainer.train(Datasets.moons(100, 0.1, 1337), TrainingOptions.defaults(), epoch -> epoch.step() < 59);

    private static TrainingView view(TrainingRun run, Phase phase) {
        return new TrainingView(run.data(), run.model(), 100, run.history(), Duration.ofMillis(1500), phase);
    }

    @ParameterizedTest
    @CsvSource({
        "80, 24, NONE, RUNNING",
        "80, 24, ANSI_16, RUNNING",
        "80, 24, TRUECOLOR, ENDED",
        "100, 30, NONE, REPLAY",
        "100, 30, ANSI_256, RUNNING",
        "120, 40, NONE, ENDED",
        "120, 40, TRUECOLOR, RUNNING"
    })
    void looksAsItWasApproved(int columns, int rows, ColorLevel colors, Phase phase) throws IOException {
        List<String> lines = new Dashboard(columns, rows, colors).lines(view(MOONS, phase));
        checkGolden("dashboard_" + columns + "x" + rows + "_" + colors + "_" + phase + ".txt", lines);
        checkFits(lines, columns, rows);
    }

    @Test
    void moreFeaturesHaveTheAccuracyInPlaceOfTheBoundary() throws IOException {
        List<String> lines = new Dashboard(80, 24, ColorLevel.NONE).lines(view(cube(), Phase.RUNNING));
        checkGolden("dashboard_cube_80x24_NONE_RUNNING.txt", lines);
        checkFits(lines, 80, 24);
    }

    @ParameterizedTest
    @CsvSource({"80, 24, NONE", "80, 24, TRUECOLOR"})
    void validationSamplesHaveCurvesOfTheirOwn(int columns, int rows, ColorLevel colors) throws IOException {
        Dataset sine = Datasets.sine(100, 0.1, 1337);
        TrainingRun run = Trainer.train(sine, TrainingOptions.forData(sine).withSteps(100));
        List<String> lines = new Dashboard(columns, rows, colors).lines(view(run, Phase.ENDED));
        checkGolden("dashboard_sine_80x24_" + colors + "_ENDED.txt", lines);
        checkFits(lines, columns, rows);
    }

    /** Returns a run on four samples of three features, whose class names must not reach a terminal unescaped. */
    private static TrainingRun cube() {
        Dataset cube = new Dataset(
                "cube",
                new double[][] {{0, 0, 1}, {0, 1, 0}, {1, 0, 0}, {1, 1, 1}},
                new int[] {0, 0, 0, 1},
                List.of("\033[31mred", "two\nlines"));
        return Trainer.train(cube, TrainingOptions.defaults().withHidden(4).withSteps(30));
    }

    @ParameterizedTest
    @CsvSource({"80, 24", "81, 25", "133, 24", "80, 200", "160, 60", "500, 24", "500, 200"})
    void anyWindowHoldsItWithRoomForThePrompt(int columns, int rows) {
        for (ColorLevel colors : ColorLevel.values()) {
            for (TrainingRun run : List.of(MOONS, cube())) {
                checkFits(new Dashboard(columns, rows, colors).lines(view(run, Phase.RUNNING)), columns, rows);
            }
        }
    }

    private static void checkFits(List<String> lines, int columns, int rows) {
        assertThat(lines).hasSizeLessThanOrEqualTo(rows - 4).allSatisfy(line -> {
            String plain = line.replaceAll("\033\\[[0-9;]*m", "");
            assertThat(plain).hasSizeLessThan(columns).doesNotContain("\033", "\n");
        });
    }

    @Test
    void allPicturesOfOneWindowAreAsHigh() {
        Dashboard dashboard = new Dashboard(100, 30, ColorLevel.TRUECOLOR);
        TrainingView first = new TrainingView(
                MOONS.data(), MOONS.model(), 100, MOONS.history().subList(0, 1), Duration.ofMillis(1), Phase.RUNNING);
        assertThat(dashboard.lines(first))
                .hasSameSizeAs(dashboard.lines(view(MOONS, Phase.ENDED)))
                .hasSameSizeAs(dashboard.lines(view(MOONS, Phase.REPLAY)));
    }

    @Test
    void classNamesAreOnlyTextAndAreCut() {
        Dataset data = new Dataset(
                "names",
                new double[][] {{0, 0}, {1, 1}},
                new int[] {0, 1},
                List.of("\033[2J" + "x".repeat(10_000), "second"));
        TrainingRun run = Trainer.train(data, TrainingOptions.defaults().withSteps(2));
        List<String> lines = new Dashboard(80, 24, ColorLevel.TRUECOLOR).lines(view(run, Phase.ENDED));
        assertThat(String.join("", lines)).doesNotContain("\033[2J").contains("xxxx…", "second");
        checkFits(lines, 80, 24);
    }

    @Test
    void numbersThatAreNoneAreShown() {
        List<TrainingStep> epochs =
                List.of(new TrainingStep(0, 1e300, 0.5, 1), new TrainingStep(1, Double.NaN, 0.5, 1e-9));
        TrainingView view = new TrainingView(MOONS.data(), MOONS.model(), 2, epochs, Duration.ZERO, Phase.ENDED);
        List<String> lines = new Dashboard(80, 24, ColorLevel.NONE).lines(view);
        assertThat(lines.get(1)).isEqualTo("loss nan   accuracy 50.0%   learning rate 1.00e-09");
        checkFits(lines, 80, 24);
    }

    @ParameterizedTest
    @CsvSource({"1, 2, 0:01 left", "1, 66, 1:05 left", "2, 7202, 2:00:00 left", "1, 5000000, ''", "9, 9, 0:00 left"})
    void timeLeftIsAsLongAsBefore(int done, int steps, String left) {
        assertThat(Dashboard.timeLeft(done, steps, Duration.ofSeconds(done))).isEqualTo(left);
    }

    @Test
    void windowsBelow80By24HaveNoRoom() {
        assertThat(Dashboard.fits(80, 24)).isTrue();
        assertThat(Dashboard.fits(79, 24)).isFalse();
        assertThat(Dashboard.fits(80, 23)).isFalse();
        assertThat(Dashboard.fits(0, 0)).isFalse();
    }

    @Test
    void aTrainingHasAStep() {
        assertThatThrownBy(
                        () -> new TrainingView(MOONS.data(), MOONS.model(), 1, List.of(), Duration.ZERO, Phase.RUNNING))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected at least 1 step of a training run, got 0");
    }

    private static void checkGolden(String name, List<String> lines) throws IOException {
        GoldenFiles.check("viz/" + name, String.join("\n", lines) + "\n");
    }
}
