package io.github.microgradj.viz.graph.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.microgradj.viz.picture.DotLabel;
import io.github.microgradj.viz.picture.TextFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraphLabelTest {
    /** The expected text is what Python prints for {@code '%.4f' % x}, which rounds the exact value of the double. */
    @ParameterizedTest
    @CsvSource({
        "2.00005, 2.0000",
        "-1.00005, -1.0001",
        "0.00005, 0.0001",
        "-0.00001, -0.0000",
        "-0.0, -0.0000",
        "1234567.00005, 1234567.0000",
        "1e10, 10000000000.0000",
        "NaN, nan",
        "-Infinity, -inf",
        "1e300, 1e+300"
    })
    void numbersAreRoundedAsPythonRoundsThem(double x, String expected) {
        assertThat(TextFormat.number(x, 4)).isEqualTo(expected);
    }

    @Test
    void onlyValuesWithALabelHaveACellForIt() {
        var cells = GraphLabel.cells(new GraphSnapshot.Numbers("", 2, 0), 4);
        assertThat(GraphLabel.record("x1", cells)).isEqualTo("{ x1 | data 2.0000 | grad 0.0000 }");
        assertThat(GraphLabel.record(" ", cells)).isEqualTo("{ data 2.0000 | grad 0.0000 }");
    }

    @Test
    void longLabelsAreCutToTheRoomThereIs() {
        assertThat(TextFormat.elided("x".repeat(48))).hasSize(48);
        assertThat(TextFormat.elided("x".repeat(10_000))).isEqualTo("x".repeat(47) + "\u2026");
        assertThat(TextFormat.elided("\ud83d\ude00".repeat(49))).isEqualTo("\ud83d\ude00".repeat(47) + "\u2026");
        assertThat(TextFormat.elided(" a\n\tb ")).isEqualTo("a b");
    }

    @Test
    void whatDotOrXmlWouldMisreadIsEncoded() {
        assertThat(DotLabel.encode("a|{b}")).isEqualTo("a&#124;&#123;b&#125;");
        assertThat(DotLabel.encode("\"<&>\\")).isEqualTo("&#34;&#60;&#38;&#62;&#92;&#92;");
        assertThat(DotLabel.encode("é\n∑")).isEqualTo("&#233; &#8721;");
        assertThat(DotLabel.encode("\u0001\ud800\uffff")).isEqualTo("&#65533;".repeat(3));
        assertThat(DotLabel.encode("\ud83d\ude00 x")).isEqualTo("\ud83d\ude00&#32;x");
    }
}
