package io.github.microgradj.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.microgradj.engine.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests against the output of CPython 3.11. */
class PythonTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "24.70408163265306 | .4f | `24.7041`",
                "0.125 | .2f | `0.12`",
                "2.675 | .2f | `2.67`",
                "0.5 | .0% | `50%`",
                "-3.14159 | 8.2f | `   -3.14`",
                "1e22 | .1f | `10000000000000000000000.0`",
                "1.5 | <6 | `1.5   `",
                "1.5 | `` | `1.5`",
                "1.5 | f | `1.500000`",
                "-0.0 | .1f | `-0.0`",
                "-0.04 | .1f | `-0.0`",
            })
    void numbersFormatAsInPython(double number, String specification, String expected) {
        assertThat(Python.format(number, specification)).isEqualTo(expected);
    }

    @Test
    void whatCannotBeFormattedIsRefused() {
        assertThatThrownBy(() -> Python.format(new Value(1), ".4f"))
                .hasMessage(
                        "TypeError: unsupported format string passed to Value.__format__; write .data after the Value");
        assertThatThrownBy(() -> Python.format(1, "^10k")).hasMessageContaining("{:^10k}");
        assertThatThrownBy(() -> Python.format(2.5, "d"))
                .hasMessage("ValueError: Unknown format code 'd' for object of type 'float'");
        assertThat(Python.format(Double.NaN, ".4f")).isEqualTo("nan");
        assertThat(Python.format(7, "3d")).isEqualTo("  7");
        assertThat(Python.format("ab", "4")).isEqualTo("ab  ");
    }

    @Test
    void valuesPrintAsInPython() {
        assertThat(Python.text(1e-5)).isEqualTo("1e-05");
        assertThat(Python.text(true)).isEqualTo("True");
        assertThat(Python.text(0.1f)).isEqualTo("0.1");
        assertThat(Python.text(new float[] {16777216, 1e-5f, -0f, Float.NaN}))
                .isEqualTo("[16777216.0, 1e-05, -0.0, nan]");
        assertThat(Python.text(null)).isEqualTo("None");
        assertThat(Python.repr("it's \"so\"\n")).isEqualTo("'it\\'s \"so\"\\n'");
        assertThat(Python.repr("it's")).isEqualTo("\"it's\"");
        assertThat(Python.text("a b")).isEqualTo("a b");
        assertThat(Python.text(List.of("a", 1.0))).isEqualTo("['a', 1.0]");
        assertThat(Python.text(new double[][] {{1}, {}})).isEqualTo("[[1.0], []]");
        assertThat(Python.text(new Value(2))).isEqualTo("Value(data=2.0, grad=0.0)");
        assertThat(Python.text(new Value[] {new Value(2)})).isEqualTo("[Value(data=2.0, grad=0.0)]");
    }

    @Test
    void lengths() {
        assertThat(Python.len(new int[3])).isEqualTo(3);
        assertThat(Python.len(List.of(1))).isEqualTo(1);
        assertThat(Python.len("ab")).isEqualTo(2);
        assertThat(Python.len(Map.of())).isZero();
        assertThatThrownBy(() -> Python.len(1.5)).hasMessageContaining("object of type 'float' has no len()");
        assertThatThrownBy(() -> Python.len(new Value(2).mul(3)))
                .hasMessageContaining("object of type 'Value' has no len()");
    }
}
