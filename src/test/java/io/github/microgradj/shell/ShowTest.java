package io.github.microgradj.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.microgradj.data.Datasets;
import io.github.microgradj.engine.Value;
import io.github.microgradj.nn.MLP;
import io.github.microgradj.shell.terminal.TextWidth;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That values fit; what they look like is in {@code transcripts/values.txt} and {@code values-folded.txt}. */
class ShowTest {
    private static final List<Object> VALUES = List.of(
            new double[100],
            new double[30][8],
            IntStream.range(0, 1000).boxed().toList(),
            Collections.nCopies(40, new Value(1.0 / 3)),
            Collections.nCopies(40, "漢字".repeat(40)),
            new MLP(2, 16, 16, 1),
            Datasets.moons(100, 0.1, 1));

    @ParameterizedTest
    @ValueSource(ints = {60, 80, 200})
    void fitsTheTerminal(int columns) {
        for (Object value : VALUES) {
            assertThat(TextWidth.of(Show.of(value, columns))).as("%s", value).isLessThanOrEqualTo(columns);
        }
    }

    @Test
    void fitsNarrowTerminalsToo() {
        assertThat(TextWidth.of(Show.of(new double[100], 40))).isLessThanOrEqualTo(40);
        assertThat(TextWidth.of(Show.of(new MLP(2, 16, 16, 1), 40))).isLessThanOrEqualTo(40);
    }

    @Test
    void wideAndCombiningCharactersAreMeasured() {
        assertThat(TextWidth.of("漢字")).isEqualTo(4);
        assertThat(TextWidth.of("e\u0301")).isEqualTo(1);
        assertThat(TextWidth.cut("漢字漢字漢字", 8)).isEqualTo("漢字...");
        assertThat(TextWidth.cut("short", 5)).isEqualTo("short");
    }

    @Test
    void sentencesBreakBetweenWords() {
        assertThat(TextWidth.wrapped("error: there is no variable modle, did you mean model?", 40))
                .isEqualTo("error: there is no variable modle, did\n    you mean model?");
        assertThat(TextWidth.wrapped("one\ntwo", 40)).isEqualTo("one\ntwo");
    }
}
