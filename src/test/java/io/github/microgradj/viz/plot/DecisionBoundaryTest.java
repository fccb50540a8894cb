package io.github.microgradj.viz.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.microgradj.data.Dataset;
import io.github.microgradj.data.Datasets;
import io.github.microgradj.train.Trainer;
import io.github.microgradj.train.TrainingOptions;
import io.github.microgradj.train.TrainingRun;
import io.github.microgradj.viz.terminal.TerminalColor;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecisionBoundaryTest {
    @TempDir
    Path folder;

    @Test
    void pngHasTheColoursOfEveryClass() throws IOException {
        Path file = boundary(8).save(folder.resolve("wheel.png"));
        BufferedImage image = ImageIO.read(file.toFile());
        assertThat(image.getWidth()).isEqualTo(1440);
        Set<Integer> colors = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                colors.add(image.getRGB(x, y) & 0xFFFFFF);
            }
        }
        for (int label = 0; label < 8; label++) {
            assertThat(colors)
                    .contains(
                            TerminalColor.field(label).rgb(),
                            TerminalColor.point(label).rgb());
        }
    }

    /**
     * Checks that every sample and both whole half moons are in the regions of their classes, as in the picture of
     * micrograd's notebook.
     */
    @Test
    void moonsAreDividedAsInTheNotebook() throws IOException {
        TrainingRun run = Trainer.train(Datasets.moons(100, 0.1, 1337), TrainingOptions.defaults());
        Dataset moons = run.data();
        assertThat(run.model().predictClass(moons.inputs())).isEqualTo(moons.labels());
        Path file = DecisionBoundary.of(moons, run.model()).save(folder.resolve("moons.svg"));
        Matcher embedded = Pattern.compile("data:image/png;base64,([^\"]+)").matcher(Files.readString(file));
        assertThat(embedded.find()).isTrue();
        byte[] png = Base64.getMimeDecoder().decode(embedded.group(1));
        BufferedImage field = ImageIO.read(new ByteArrayInputStream(png));
        for (int degrees = 0; degrees <= 180; degrees += 3) {
            double t = Math.toRadians(degrees);
            assertThat(colorAt(field, moons, Math.cos(t), Math.sin(t)))
                    .as("upper moon at %d", degrees)
                    .isEqualTo(TerminalColor.field(0).rgb());
            assertThat(colorAt(field, moons, 1 - Math.cos(t), 0.5 - Math.sin(t)))
                    .as("lower moon at %d", degrees)
                    .isEqualTo(TerminalColor.field(1).rgb());
        }
    }

    private static int colorAt(BufferedImage field, Dataset data, double x, double y) {
        int column = ClassGrid.Interval.of(data, 0).cell(x, field.getWidth());
        int row = field.getHeight() - 1 - ClassGrid.Interval.of(data, 1).cell(y, field.getHeight());
        return field.getRGB(column, row) & 0xFFFFFF;
    }

    @Test
    void svgHasTheFieldAsOneImageAndTheNamesAsText() {
        Path file = boundary(3).save(folder.resolve("wheel.svg").toString());
        assertThat(file).content().containsOnlyOnce("<image ").contains(">wheel<", ">class 2<", ">x1<", "Verdana");
    }

    @Test
    void classesOfOneNameStayApart() {
        Dataset twins =
                new Dataset("twins", new double[][] {{0, 0}, {1, 1}}, new int[] {0, 1}, List.of("same", "same"));
        Path file = DecisionBoundary.of(twins, point -> 0).save(folder.resolve("twins.svg"));
        assertThat(file).content().matches("(?s).*>same<.*>same<.*");
    }

    @Test
    void otherNumbersOfFeaturesAreRefused() {
        Dataset line = new Dataset("line", new double[][] {{1}}, new int[] {0}, List.of("a", "b"));
        assertThatThrownBy(() -> DecisionBoundary.of(line, point -> 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a decision boundary needs 2 features, but line has 1");
    }

    @Test
    void otherExtensionsAreRefusedByName() {
        assertThatThrownBy(() -> boundary(2).save("b.gif"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the file name of a picture must end in .png or .svg, got b.gif");
    }

    /** Returns the boundary of classes that are sectors of a circle. */
    private static DecisionBoundary boundary(int classes) {
        double[][] inputs = IntStream.range(0, classes)
                .mapToObj(i -> 2 * Math.PI * (i + 0.5) / classes)
                .map(angle -> new double[] {Math.cos(angle), Math.sin(angle)})
                .toArray(double[][]::new);
        List<String> names =
                IntStream.range(0, classes).mapToObj(i -> "class " + i).toList();
        Dataset wheel = new Dataset("wheel", inputs, IntStream.range(0, classes).toArray(), names);
        return DecisionBoundary.of(wheel, point -> {
            double turn = Math.atan2(point[1], point[0]) / (2 * Math.PI);
            return (int) ((turn + 1) % 1 * classes) % classes;
        });
    }
}
