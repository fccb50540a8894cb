package io.github.microgradj.viz.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.microgradj.GoldenFiles;
import io.github.microgradj.data.Dataset;
import io.github.microgradj.viz.terminal.ColorLevel;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tests of decision boundaries as text, against golden files. {@code -Dgolden.update} rewrites the files; review the
 * changes. {@code cat} shows those with colours in a terminal.
 */
class BoundaryTextTest {
    private static final Dataset RING = new Dataset(
            "ring",
            new double[][] {{0, 0}, {0.25, 0.5}, {-0.5, -0.25}, {1.5, 0}, {-1.5, 0}, {0, 1.5}, {0, -1.5}, {1.25, 1.25}},
            new int[] {0, 0, 0, 1, 1, 2, 1, 2},
            List.of("inside", "outside", "above"));
    private static final DecisionBoundary BOUNDARY = DecisionBoundary.of(RING, point -> {
        boolean inside = point[0] * point[0] + point[1] * point[1] < 1;
        return inside ? 0 : point[1] > 1 ? 2 : 1;
    });

    @ParameterizedTest
    @CsvSource({
        "12, 5, NONE",
        "24, 10, NONE",
        "60, 20, NONE",
        "12, 5, ANSI_16",
        "24, 10, ANSI_256",
        "12, 5, TRUECOLOR",
        "24, 10, TRUECOLOR",
        "60, 20, TRUECOLOR"
    })
    void looksAsItWasApproved(int columns, int rows, ColorLevel colors) throws IOException {
        List<String> lines = BOUNDARY.terminal(columns, rows, colors);
        String text = lines.stream().map(line -> "|" + line + "|\n").collect(Collectors.joining())
                + BOUNDARY.legend(colors) + "\n";
        GoldenFiles.check("viz/ring_" + columns + "x" + rows + "_" + colors + ".txt", text);
        assertThat(lines).hasSize(rows).allSatisfy(line -> assertThat(line.replaceAll("\033\\[[0-9;]*m", ""))
                .hasSize(columns));
    }

    @Test
    void picturesWithoutRoomAreRefused() {
        assertThatThrownBy(() -> BOUNDARY.terminal(0, 5, ColorLevel.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a terminal picture must have at least 1 column and 1 row, got 0 and 5");
    }
}
