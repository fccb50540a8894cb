package io.github.microgradj.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ExponentialTest {
    @Property(tries = 2000)
    void bitsOfAnyNumber(@ForAll double x) {
        assertEqualsStrictMath(x);
    }

    @Property(tries = 2000)
    void bitsOfNumbersOfAllMagnitudes(@ForAll long seed) {
        Random random = new Random(seed);
        assertEqualsStrictMath(random.nextGaussian() * Math.scalb(1.0, random.nextInt(45) - 34));
    }

    @Test
    void bitsAtTheBounds() {
        double[] bounds = {
            0,
            Double.MIN_VALUE,
            0x1p-29,
            Exponential.TINY,
            Exponential.HALF_LN2,
            Exponential.LARGER_LN2,
            1,
            708,
            709.79,
            745.2,
            1e300,
            Double.POSITIVE_INFINITY,
            Double.NaN
        };
        for (double bound : bounds) {
            for (double x : new double[] {Math.nextDown(bound), bound, Math.nextUp(bound)}) {
                assertEqualsStrictMath(x);
                assertEqualsStrictMath(-x);
            }
        }
    }

    private static void assertEqualsStrictMath(double x) {
        assertThat(Exponential.exp(x)).as("e^%s", x).isEqualTo((Double) StrictMath.exp(x));
    }
}
