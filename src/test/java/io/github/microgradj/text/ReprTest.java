package io.github.microgradj.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests against CPython's {@code repr}. */
class ReprTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0.0",
        "-0.0, -0.0",
        "1, 1.0",
        "-4, -4.0",
        "0.1, 0.1",
        "0.00073, 0.00073",
        "0.0001, 0.0001",
        "0.00001, 1e-05",
        "-2.5e-7, -2.5e-07",
        "2e23, 2e+23",
        "1e16, 1e+16",
        "9007199254740992, 9007199254740992.0",
        "123456789012345680, 1.2345678901234568e+17",
        "5e-324, 5e-324",
        "1.7976931348623157e308, 1.7976931348623157e+308",
        "5.684341886080802e-14, 5.684341886080802e-14",
        "24.70408163265306, 24.70408163265306",
        "1e100, 1e+100"
    })
    void printsAsPythonDoes(double x, String expected) {
        assertThat(Repr.of(x)).isEqualTo(expected);
    }

    @Test
    void namesWhatIsNotFinite() {
        assertThat(Repr.of(Double.NaN)).isEqualTo("nan");
        assertThat(Repr.of(Double.POSITIVE_INFINITY)).isEqualTo("inf");
        assertThat(Repr.of(Double.NEGATIVE_INFINITY)).isEqualTo("-inf");
    }

    @Property
    void readsBackToTheSameBits(@ForAll long bits) {
        double x = Double.longBitsToDouble(bits);
        if (Double.isFinite(x)) {
            assertThat(Double.parseDouble(Repr.of(x))).isEqualTo(x);
        }
    }
}
