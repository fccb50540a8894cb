package io.github.microgradj.viz.plot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.microgradj.GoldenFiles;
import io.github.microgradj.text.TextWidth;
import io.github.microgradj.viz.picture.Picture;
import io.github.microgradj.viz.terminal.ColorLevel;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tests of every kind of plot as text, against golden files. {@code -Dgolden.update} rewrites the files; review the
 * changes. {@code cat} shows those with colours in a terminal.
 */
class PlotTextTest {
    @ParameterizedTest
    @CsvSource({
        "40, 12, NONE, true",
        "40, 12, TRUECOLOR, true",
        "80, 24, NONE, true",
        "80, 24, NONE, false",
        "80, 24, ANSI_16, true",
        "80, 24, ANSI_256, true",
        "120, 40, NONE, true",
        "120, 40, TRUECOLOR, true"
    })
    void looksAsItWasApproved(int columns, int rows, ColorLevel colors, boolean unicode) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, Picture> plot : Plots.all().entrySet()) {
            List<String> lines = plot.getValue().terminal(columns - 1, colors, unicode);
            assertThat(lines).as(plot.getKey()).allMatch(line -> TextWidth.of(plain(line)) < columns);
            if (!(plot.getValue() instanceof Panels)) {
                assertThat(lines).as(plot.getKey()).hasSizeLessThanOrEqualTo(rows + 1);
            }
            text.append("--- ").append(plot.getKey()).append('\n');
            lines.forEach(line -> text.append(line).append('\n'));
        }
        assertThat(text.indexOf("\033") >= 0).isEqualTo(colors != ColorLevel.NONE);
        if (!unicode) {
            assertThat(text.toString()).matches("\\p{ASCII}*");
        }
        String file = "plots_" + columns + "x" + rows + "_" + colors + (unicode ? "" : "_ASCII") + ".txt";
        GoldenFiles.check("viz/" + file, text.toString());
    }

    private static String plain(String line) {
        return line.replaceAll("\033\\[[0-9;]*m", "");
    }
}
