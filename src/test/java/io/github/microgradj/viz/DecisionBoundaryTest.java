package io.github.microgradj.viz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.microgradj.data.Dataset;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
                    .contains(Swatch.field(label).rgb(), Swatch.point(label).rgb());
        }
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
                .hasMessage("a decision boundary is drawn over 2 features, line has 1");
    }

    @Test
    void otherExtensionsAreRefusedByName() {
        assertThatThrownBy(() -> boundary(2).save("b.gif"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a picture's file ends in .png, .svg; was given b.gif");
    }

    /** Classes in the sectors of a circle. */
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
