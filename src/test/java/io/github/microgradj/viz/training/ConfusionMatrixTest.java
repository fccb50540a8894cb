package io.github.microgradj.viz.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.microgradj.data.Dataset;
import io.github.microgradj.nn.MLP;
import io.github.microgradj.random.PythonRandom;
import io.github.microgradj.train.Predictions;
import io.github.microgradj.viz.terminal.ColorLevel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of confusion matrices as text and as files. */
class ConfusionMatrixTest {
    @TempDir
    Path folder;

    /** Returns the predictions of a network that answers the sign of its only input. */
    private static Predictions predictions(double[] inputs, int[] labels, String... names) {
        MLP sign = new MLP(new PythonRandom(1), 1, 1);
        sign.parameters().get(0).data = 1;
        sign.parameters().get(1).data = 0;
        double[][] rows = IntStream.range(0, inputs.length)
                .mapToObj(i -> new double[] {inputs[i]})
                .toArray(double[][]::new);
        return Predictions.of(sign, new Dataset("signs", rows, labels, List.of(names)));
    }

    private static Predictions signs() {
        return predictions(new double[] {-1, -2, 3, 4, -5}, new int[] {0, 0, 1, 1, 1}, "no", "yes");
    }

    @Test
    void rowsAreTrueAndColumnsPredicted() {
        assertThat(ConfusionMatrix.of("confusion", signs()).terminal(80, ColorLevel.NONE, true))
                .containsExactly(
                        "confusion", //
                        "true   no  yes  predicted",
                        "no      2    0",
                        "yes     1    2");
    }

    @Test
    void longNamesAreCutAndLinesFit() {
        Predictions longNames = predictions(
                new double[] {-1, 1}, new int[] {0, 1}, "a very long name of a class", "another\u001b[31m name");
        for (int columns : List.of(20, 40, 80)) {
            assertThat(ConfusionMatrix.of("t", longNames).terminal(columns, ColorLevel.NONE, false))
                    .allSatisfy(
                            line -> assertThat(line).doesNotContain("\u001b").hasSizeLessThanOrEqualTo(columns + 11));
        }
    }

    @Test
    void filesAreWritten() throws IOException {
        ConfusionMatrix matrix = ConfusionMatrix.of("confusion", signs());
        assertThat(ImageIO.read(matrix.save(folder.resolve("m.png")).toFile())).isNotNull();
        assertThat(Files.readString(matrix.save(folder.resolve("m.svg")))).contains("predicted", "yes");
    }

    @Test
    void numbersHaveNoMatrix() {
        Dataset numbers = Dataset.regression("numbers", new double[][] {{1}, {2}}, new double[] {1, 2});
        Predictions fit = Predictions.of(new MLP(new PythonRandom(1), 1, 1), numbers);
        assertThatThrownBy(() -> ConfusionMatrix.of("t", fit))
                .hasMessage("expected 2 to 30 classes for a confusion matrix, but numbers has none");
    }
}
