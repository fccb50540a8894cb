package io.github.microgradj.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.microgradj.data.Datasets;
import io.github.microgradj.engine.Value;
import io.github.microgradj.nn.MLP;
import io.github.microgradj.text.TextWidth;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests that values fit the terminal. {@code transcripts/values.txt} and {@code values-folded.txt} test how they look.
 */
class ValueFormatterTest {
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
            assertThat(TextWidth.of(ValueFormatter.of(value, columns)))
                    .as("%s", value)
                    .isLessThanOrEqualTo(columns);
        }
    }

    @Test
    void fitsNarrowTerminalsToo() {
        assertThat(TextWidth.of(ValueFormatter.of(new double[100], 40))).isLessThanOrEqualTo(40);
        assertThat(TextWidth.of(ValueFormatter.of(new MLP(2, 16, 16, 1), 40))).isLessThanOrEqualTo(40);
    }
}
