package io.github.microgradj.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Tests of powers against exact results. Whole exponents are tested as the operation {@code **}. */
class PowersTest {
    /** The third number of each row is the exact power, rounded. */
    @Test
    void halfPowersAreCorrectlyRounded() {
        double[][] rows = {
            {0.17651681935245178, -1.5, 13.484065703366616},
            {534.5052394813803, 2.5, 6605107.9038942745},
            {239.38268953550417, -7.5, 1.434843168300738e-18},
            {0.18322923035886718, 7.5, 2.96797802008912e-06},
            {1.223543934570721, -2.5, 0.6038806013611498},
            {0.7206449413227891, 1.5, 0.6117613190321646},
            {1.3834768729885383, -0.5, 0.8501861938491807}
        };
        for (double[] row : rows) {
            assertThat(Powers.power(row[0], row[1])).isEqualTo(row[2]);
        }
        assertThat(Powers.power(4, -1.5)).isEqualTo(0.125);
        assertThat(Powers.power(0, -0.5)).isInfinite();
        assertThat(Powers.power(-1, 0.5)).isNaN();
        assertThat(Powers.power(1e300, -0.5)).isEqualTo(1e-150);
    }
}
