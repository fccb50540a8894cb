package io.github.microgradj.viz.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.microgradj.data.Dataset;
import io.github.microgradj.data.Datasets;
import io.github.microgradj.data.Split;
import io.github.microgradj.nn.MLP;
import io.github.microgradj.random.PythonRandom;
import io.github.microgradj.viz.terminal.ColorLevel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of the fit of a regression as text and as files. */
class FitPlotTest {
    /** Returns a linear network: the sum of its inputs, and a constant. */
    private static MLP sum(int inputs, double constant) {
        MLP sum = new MLP(new PythonRandom(1), inputs, 1);
        sum.parameters().forEach(parameter -> parameter.data = 1);
        sum.parameters().get(inputs).data = constant;
        return sum;
    }

    private static Dataset line() {
        double[][] inputs = IntStream.rangeClosed(0, 10)
                .mapToObj(i -> new double[] {i + 0.5})
                .toArray(double[][]::new);
        double[] targets =
                IntStream.rangeClosed(0, 10).mapToDouble(i -> i == 5 ? 10 : i).toArray();
        return Dataset.regression("line", inputs, targets).withNames(List.of("area"), "rent");
    }

    @Test
    void oneFeatureHasACurveOverItsSamples() {
        assertThat(FitPlot.of(sum(1, -0.5), line(), Optional.empty()).terminal(26, 9, ColorLevel.NONE, false))
                .containsExactly(
                        "    rent against area",
                        "10 |           *        +",
                        "   |                 ++++",
                        "   |              ++++",
                        "   |            +++",
                        " 5 |         ++++",
                        "   |       +++",
                        "   |    ++++",
                        "   | ++++",
                        " 0 | +",
                        "   +---------+----------+-",
                        "             5          10",
                        "    ** 11 samples",
                        "    ++ network");
    }

    @Test
    void moreFeaturesHavePredictedAgainstActual() {
        Dataset flats = Dataset.regression("flats", new double[][] {{1, 1}, {2, 2}, {3, 0}}, new double[] {2, 4, 8});
        assertThat(FitPlot.of(sum(2, 0), flats, Optional.empty()).terminal(26, 7, ColorLevel.NONE, false))
                .containsExactly(
                        "   predicted against actu…",
                        "  |                    **",
                        "  |                 ***",
                        "  |             ****",
                        "5 |          ***",
                        "  |      **+*",
                        "  |   ***               +",
                        "  | +*",
                        "  +-----------+-----------",
                        "              5",
                        "   ** predicted = actual",
                        "   ++ 3 samples");
    }

    @Test
    void samplesKeptForValidationAreShownApart(@TempDir Path folder) throws IOException {
        Dataset data = Datasets.sine(5000, 0.1, 1);
        Split split = Split.of(data, 0.2, 1);
        var plot = FitPlot.of(sum(1, 0), data, Optional.of(split));
        assertThat(String.join("\n", plot.terminal(80, ColorLevel.NONE, false)))
                .contains("2000 of 4000 training samples", "1000 validation samples", "network");
        assertThat(Files.readString(plot.save(folder.resolve("fit.svg")))).contains("y against x", "network");
        assertThat(ImageIO.read(plot.save(folder.resolve("fit.png")).toFile()).getWidth())
                .isPositive();
    }

    /** A network that diverged predicts numbers that are none. */
    @Test
    void numbersThatAreNoneAreLeftOut() {
        Dataset two = Dataset.regression("two", new double[][] {{1, 0}, {0, 1}}, new double[] {1, 2});
        for (double constant : new double[] {Double.NaN, Double.POSITIVE_INFINITY, 1e300}) {
            assertThat(FitPlot.of(sum(2, constant), two, Optional.empty()).terminal(40, 7, ColorLevel.NONE, true))
                    .allMatch(line -> line.length() <= 40);
        }
    }

    @Test
    void classesHaveNoFit() {
        assertThatThrownBy(() -> FitPlot.of(sum(2, 0), Datasets.moons(10, 0.1, 1), Optional.empty()))
                .hasMessage("a fit needs numbers to predict, but moons has classes");
        assertThatThrownBy(() -> FitPlot.of(sum(2, 0), line(), Optional.empty()))
                .hasMessage("the model has input size 2 and output size 1, but line needs input size 1 and output"
                        + " size 1");
    }
}
