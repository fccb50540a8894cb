package io.github.microgradj.viz.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.microgradj.engine.Value;
import io.github.microgradj.viz.plot.Contour.Arrow;
import io.github.microgradj.viz.terminal.ColorLevel;
import io.github.microgradj.viz.terminal.ImageProtocol;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContourTest {
    private static final double[] LOW = {-3, -3};
    private static final double[] HIGH = {3, 3};

    private static Contour of(ScalarFunction function) {
        return Contour.of(function, "f", "x", "y", LOW, HIGH);
    }

    private static Contour constant(double value) {
        return of(ScalarFunction.of(2, v -> new Value(value)));
    }

    /** x*x + y*y - x*y has the gradient (2x - y, 2y - x). */
    @Test
    void arrowsAreTheGradient() {
        List<Arrow> arrows = Plots.contour().arrows(12, 8, 1, 1);
        assertThat(arrows).hasSize(96).allSatisfy(arrow -> {
            double x = -3 + 6 * (arrow.column() + 0.5) / 12;
            double y = 3 - 6 * (arrow.row() + 0.5) / 8;
            assertThat(arrow.dx()).isCloseTo(2 * x - y, within(1e-12));
            assertThat(arrow.dy()).isCloseTo(2 * y - x, within(1e-12));
        });
    }

    @ParameterizedTest
    @CsvSource({"1,0,→", "1,1,↗", "0,1,↑", "-1,1,↖", "-1,0,←", "-1,-1,↙", "0,-1,↓", "1,-1,↘"})
    void arrowsPointUphill(double a, double b, String arrow) {
        ScalarFunction plane = ScalarFunction.of(2, v -> v[0].mul(a).add(v[1].mul(b)));
        String text =
                String.join("\n", of(plane).terminal(80, ColorLevel.NONE, true).subList(1, 16));
        assertThat(text.replaceAll("[^→↗↑↖←↙↓↘]", "")).hasSizeGreaterThan(20).matches(arrow + "+");
        String ascii =
                String.join("\n", of(plane).terminal(80, ColorLevel.NONE, false).subList(1, 16));
        assertThat(ascii).containsAnyOf(" > ", " ^ ", " < ", " v ");
    }

    @Test
    void whereThereIsNoNumberThereIsAGap(@TempDir Path folder) throws Exception {
        List<String> lines = Plots.gaps().terminal(80, ColorLevel.TRUECOLOR, true);
        assertThat(lines.get(15)).matches("[^▀▄→↗↑]*│? {20}.*");
        assertThat(lines).last().asString().contains("not finite");
        Path file = Plots.gaps().save(folder.resolve("gaps.png"));
        BufferedImage image = ImageIO.read(file.toFile());
        assertThat(image.getRGB(220, 860)).isEqualTo(0xffd0d0d0);
        assertThat(Plots.contour().save(folder.resolve("c.svg"))).content().doesNotContain("not finite");
    }

    @Test
    void whatHasNoContoursIsRefused() {
        assertThatThrownBy(() -> constant(3).terminal(80, ColorLevel.NONE, true))
                .hasMessage("the function is 3.0 everywhere in this range, so it has no contours");
        assertThatThrownBy(() -> constant(Double.NaN).terminal(ImageProtocol.KITTY, 80))
                .hasMessage("the function has no finite value in this range");
        assertThatThrownBy(() -> Contour.of(Plots.bowl(), "", "x", "y", HIGH, LOW))
                .hasMessage("a range must go from low to high, got 3.0 to -3.0");
        assertThatThrownBy(() -> of(ScalarFunction.of(1, v -> v[0])))
                .hasMessage("a contour plot needs a function of 2 variables, but this one has 1");
        assertThatThrownBy(() -> of(ScalarFunction.of(2, v -> null)).terminal(80, ColorLevel.NONE, true))
                .hasMessageContaining("the function returned null; it must return a Value");
    }

    @Test
    void svgHasItsAxesItsLevelsAndOneImage(@TempDir Path folder) {
        Path file =
                Contour.of(Plots.bowl(), "<b>", "first", "second", LOW, HIGH).save(folder.resolve("c.svg"));
        assertThat(file)
                .content()
                .contains(">first<", ">20<", "&lt;b&gt;", "uphill")
                .contains("<image");
    }

    @Test
    void levelsOfAPoleLeaveTheRestVisible() {
        ScalarFunction pole =
                ScalarFunction.of(2, v -> v[0].pow(2).add(v[1].pow(2)).pow(-1));
        double[] heights =
                ContourLevels.of(of(pole).surface(200, 200), 12, false).heights();
        assertThat(heights).hasSizeGreaterThan(3).isSorted();
        assertThat(heights[heights.length - 1]).isLessThan(20);
    }
}
