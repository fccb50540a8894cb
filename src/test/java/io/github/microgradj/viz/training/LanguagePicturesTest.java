package io.github.microgradj.viz.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.microgradj.languagemodel.LanguageStep;
import io.github.microgradj.text.TextWidth;
import io.github.microgradj.viz.picture.Picture;
import io.github.microgradj.viz.terminal.ColorLevel;
import io.github.microgradj.viz.training.AttentionPicture.Head;
import io.github.microgradj.viz.training.LanguageDashboard.LanguageProgress;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of the pictures of language models and of their dashboard. */
class LanguagePicturesTest {
    @TempDir
    private Path folder;

    private static AttentionPicture attention(int heads) {
        Head head = new Head("head", new double[][] {{1}, {0.9, 0.1}, {0.5, 0.25, 0.25}});
        return new AttentionPicture("attention in \"an\"", List.of("", "a", "n"), Collections.nCopies(heads, head));
    }

    @Test
    void aRowOfAttentionIsAPositionAndDarkCellsAreWhereItLooks() {
        assertThat(attention(1).terminal(80, ColorLevel.NONE, true))
                .containsExactly(
                        "attention in \"an\"", //
                        "",
                        "head",
                        "  · a n",
                        "· ██",
                        "a ██░░",
                        "n ▒▒░░░░");
        assertThat(attention(1).terminal(80, ColorLevel.NONE, false)).contains("  . a n", "n ::....");
    }

    @Test
    void headsAreSideBySideInRowsOfTheSameLength() {
        assertThat(attention(4).terminal(80, ColorLevel.NONE, true)).hasSize(7);
        assertThat(attention(4).terminal(30, ColorLevel.NONE, true)).hasSize(13);
        for (int columns : List.of(10, 20, 40)) {
            List<String> lines = attention(4).terminal(columns, ColorLevel.NONE, true);
            assertThat(lines.subList(1, lines.size()))
                    .allSatisfy(line -> assertThat(TextWidth.of(line)).isLessThanOrEqualTo(columns));
        }
    }

    @Test
    void coloursDoNotChangeTheText() {
        assertThat(attention(2).terminal(80, ColorLevel.TRUECOLOR, true))
                .extracting(line -> line.replaceAll("\u001b\\[[\\d;]*m", ""))
                .isEqualTo(attention(2).terminal(80, ColorLevel.NONE, true));
    }

    @Test
    void lettersAreWhereTheirRowsAre() {
        double[][] rows = {{0, 0}, {1, 0}, {0, 1}, {1, 1}, {0.5, 0.5}};
        List<String> lines = EmbeddingPicture.of("letters", List.of("a", "b", "c", "d", ""), rows)
                .terminal(20, ColorLevel.NONE, true);
        assertThat(lines.get(0)).isEqualTo("letters");
        assertThat(lines.get(1)).isEqualTo("c                 d");
        assertThat(lines.get(lines.size() - 1)).isEqualTo("a                 b");
        assertThat(lines).anyMatch(line -> line.strip().equals("·"));
    }

    @Test
    void lettersInTheSamePlaceAreAllShown() {
        double[][] rows = {{0, 0}, {1, 1}, {1, 1}, {1, 1}};
        List<String> lines = EmbeddingPicture.of("letters", List.of("a", "b", "c", "d"), rows)
                .terminal(20, ColorLevel.NONE, true);
        assertThat(String.join("", lines.subList(1, lines.size()))).contains("a", "b", "c", "d");
    }

    @Test
    void dotsInTheSamePlaceArePushedApart() throws IOException {
        long apart = dotted(new double[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}});
        assertThat(dotted(new double[][] {{0, 0}, {1, 1}, {1, 1}, {1, 1}})).isBetween(apart * 9 / 10, apart * 11 / 10);
    }

    /** Returns the number of pixels that the dots of the given rows cover. */
    private long dotted(double[][] rows) throws IOException {
        Picture picture = EmbeddingPicture.of("letters", Collections.nCopies(rows.length, ""), rows);
        BufferedImage png =
                ImageIO.read(picture.save(folder.resolve("dots.png")).toFile());
        return IntStream.range(0, png.getWidth() * png.getHeight())
                .filter(i -> (png.getRGB(i % png.getWidth(), i / png.getWidth()) & 0xffffff) == 0xdbe7ef)
                .count();
    }

    @Test
    void longRowsAreProjectedOnTheDirectionsInWhichTheyVaryMost() {
        double[][] rows = IntStream.range(0, 9)
                .mapToObj(i -> new double[] {i % 2 * 0.01, 10 * i, -10 * i, i % 3})
                .toArray(double[][]::new);
        List<String> names =
                Stream.of("a", "b", "c", "d", "e", "f", "g", "h", "i").toList();
        List<String> lines = EmbeddingPicture.of("letters", names, rows).terminal(72, ColorLevel.NONE, true);
        assertThat(lines.get(0)).isEqualTo("letters, on their first two principal components");
        List<Integer> columns = names.stream()
                .map(name -> lines.stream()
                        .skip(1)
                        .mapToInt(line -> line.indexOf(name))
                        .max()
                        .orElseThrow())
                .toList();
        assertThat(columns)
                .doesNotContain(-1)
                .satisfiesAnyOf(across -> assertThat(across).isSorted(), across -> assertThat(across)
                        .isSortedAccordingTo(Collections.reverseOrder()));
    }

    @Test
    void picturesAreWrittenToFiles() throws IOException {
        Picture letters = EmbeddingPicture.of("letters", List.of("a", "b"), new double[][] {{0, 0, 1}, {1, 1, 0}});
        for (Picture picture : List.of(attention(4), letters)) {
            BufferedImage png =
                    ImageIO.read(picture.save(folder.resolve("p.png")).toFile());
            assertThat(png.getWidth()).isGreaterThan(200);
            long inked = IntStream.range(0, png.getWidth() * png.getHeight())
                    .filter(i -> png.getRGB(i % png.getWidth(), i / png.getWidth()) != png.getRGB(0, 0))
                    .count();
            assertThat(inked).isGreaterThan(1000);
            assertThat(Files.readString(picture.save(folder.resolve("p.svg"))))
                    .startsWith("<")
                    .contains("<svg");
        }
        assertThatThrownBy(() -> letters.save(folder.resolve("p.gif"))).hasMessageContaining(".png or .svg");
    }

    private static List<LanguageStep> steps(int n) {
        return IntStream.range(0, n)
                .mapToObj(i -> new LanguageStep(i, 1000, 3 - i % 2))
                .toList();
    }

    @Test
    void theCurveIsAMeanOfNeighbouringSteps() {
        assertThat(LanguageCurve.of(steps(50))
                        .terminal(60, ColorLevel.NONE, true)
                        .get(0)
                        .strip())
                .isEqualTo("loss by step");
        List<String> lines = LanguageCurve.of(steps(1000)).terminal(60, ColorLevel.NONE, true);
        assertThat(lines.get(0).strip()).isEqualTo("loss by step (mean of 20)");
        assertThat(lines).filteredOn(line -> line.contains("⠉⠉⠉")).hasSize(1); // The mean is always 2.5.
    }

    @Test
    void theDashboardFitsTheWindowAndHasTheLatestDocuments() {
        List<String> written =
                IntStream.range(0, 40).mapToObj(i -> i + "  anna").toList();
        for (int columns : List.of(80, 120, 300)) {
            LanguageDashboard dashboard = new LanguageDashboard(columns, 24, ColorLevel.NONE);
            List<String> first = dashboard.lines(new LanguageProgress(steps(1), Duration.ZERO, false, List.of()));
            List<String> last =
                    dashboard.lines(new LanguageProgress(steps(1000), Duration.ofSeconds(2), true, written));
            assertThat(last).hasSameSizeAs(first).hasSizeLessThanOrEqualTo(19);
            assertThat(last)
                    .allSatisfy(line -> assertThat(TextWidth.of(line)).isLessThan(columns))
                    .anyMatch(line -> line.endsWith("39  anna"))
                    .noneMatch(line -> line.endsWith(" 1  anna"));
            assertThat(last.get(0)).endsWith("1,000/1,000  in 2.0 s");
            assertThat(last.get(1)).isEqualTo("loss 2.0000   mean of 50 2.5000   steps/s 500");
            assertThat(first.get(0)).contains("1/1,000  ");
        }
    }
}
