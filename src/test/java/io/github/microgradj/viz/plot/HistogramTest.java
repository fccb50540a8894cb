package io.github.microgradj.viz.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.microgradj.viz.terminal.ColorLevel;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistogramTest {
    @Test
    void countsEachNumberOnce() {
        Histogram histogram = Histogram.of("", "numbers", new double[] {0, 0.1, 0.9, 1, 1, 2, 4});
        assertThat(histogram.counts(4)).containsExactly(3, 2, 1, 1);
    }

    @Test
    void theHighestBarIsAsHighAsThePlotAndTheSmallestIsSeen() {
        double[] numbers = new double[1001];
        numbers[1000] = 1;
        List<String> lines = Histogram.of("t", "numbers", numbers).terminal(60, 10, ColorLevel.NONE, true);
        assertThat(lines.get(1)).contains("██");
        assertThat(lines.get(10)).contains("██").contains("▁");
    }

    @Test
    void whatIsNotFiniteIsLeftOutAndTold() {
        Histogram histogram = Histogram.of("weights", "weights", new double[] {1, Double.NaN, 1 / 0.0});
        assertThat(histogram.terminal(80, ColorLevel.NONE, true).get(0)).contains("weights, 2 of them not finite");
        assertThatThrownBy(() -> Histogram.of("", "weights", new double[] {Double.NaN}))
                .hasMessage("none of the 1 weights is a finite number");
    }

    @Test
    void panelsStandInOnePicture(@TempDir Path folder) {
        Histogram one = Plots.histogram("first", 100);
        Histogram two = Plots.histogram("second", 100);
        Panels panels = Panels.ofHistograms(List.of(one, two));
        assertThat(panels.save(folder.resolve("p.svg"))).content().contains(">first<", ">second<", "width=\"920\"");
        assertThat(panels.terminal(80, ColorLevel.NONE, true).get(0)).contains("first", "second");
        assertThat(panels.terminal(60, ColorLevel.NONE, true).get(0))
                .contains("first")
                .doesNotContain("second");
    }
}
