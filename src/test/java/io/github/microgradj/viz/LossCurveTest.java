package io.github.microgradj.viz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LossCurveTest {
    private static final double[] LOSSES = {1.2, Double.NaN, Double.POSITIVE_INFINITY, 0.4, 0.1};

    @TempDir
    Path folder;

    @Test
    void hasAnAxisForEachCurve() {
        Path file = LossCurve.of(LOSSES, new double[] {0.5, 0.6, 0.7, 0.8, 1}).save(folder.resolve("t.svg"));
        assertThat(file).content().contains(">loss<", ">accuracy<", ">100%<", ">step<");
        assertThat(LossCurve.of(LOSSES).save(folder.resolve("l.svg"))).content().doesNotContain("accuracy");
    }

    @Test
    void pngShowsEvenASingleStep() throws IOException {
        Path file =
                LossCurve.of(new double[] {0.5}).save(folder.resolve("t.png").toString());
        BufferedImage image = ImageIO.read(file.toFile());
        int blue = 0;
        for (int i = 0; i < image.getWidth() * image.getHeight() * 4 / 5; i++) {
            int rgb = image.getRGB(i % image.getWidth(), i / image.getWidth()) & 0xFFFFFF;
            blue += rgb == Swatch.point(0).rgb() ? 1 : 0;
        }
        assertThat(blue).isGreaterThan(20);
    }

    @Test
    void lossesAndAccuraciesMustBelongTogether() {
        assertThatThrownBy(() -> LossCurve.of(LOSSES, new double[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("each step has a loss and an accuracy, was given 5 losses and 2 accuracies");
    }
}
