package io.github.microgradj.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.microgradj.engine.Value;
import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class OpsTest {
    @Property
    void powersOfNumbersHaveTheBitsOfPowersOfValues(
            @ForAll @DoubleRange(min = -5, max = 5) double a, @ForAll @DoubleRange(min = -9, max = 9) double k) {
        assertThat(Ops.pow(a, k)).isEqualTo(Double.valueOf(new Value(a).pow(k).data));
        assertThat(Ops.pow(a, Math.rint(k))).isEqualTo(Double.valueOf(new Value(a).pow(Math.rint(k)).data));
    }

    @Property
    void powersOfWholeNumbersAreExact(@ForAll @IntRange(min = -9, max = 9) int a, @ForAll @IntRange(max = 9) int k) {
        int expected = 1;
        for (int i = 0; i < k; i++) {
            expected *= a;
        }
        assertThat(Ops.pow(a, k)).isEqualTo(expected);
    }

    @Test
    void powersThatAreNotWholeOrTooLargeAreRefused() {
        assertThatThrownBy(() -> Ops.pow(2, -1))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("2.0**-1");
        assertThatThrownBy(() -> Ops.pow(2, 31))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("2L**31");
        assertThatThrownBy(() -> Ops.pow(2L, 63))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("2.0**63");
        assertThat(Ops.pow(2L, 62)).isEqualTo(1L << 62);
        assertThat(Ops.pow(-1L, Long.MAX_VALUE)).isEqualTo(-1);
    }

    @Property
    void powersOfLongsAreExactOrRefused(
            @ForAll long a, @ForAll @IntRange(max = 70) int k, @ForAll @IntRange(max = 63) int shift) {
        long base = a >> shift;
        BigInteger exact = BigInteger.valueOf(base).pow(k);
        if (exact.bitLength() < 64) {
            assertThat(Ops.pow(base, (long) k)).isEqualTo(exact.longValueExact());
        } else {
            assertThatThrownBy(() -> Ops.pow(base, (long) k)).hasMessageContaining("does not fit in a long");
        }
    }

    @Test
    void theLargestLongsArePowersToo() {
        assertThat(Ops.pow(Long.MAX_VALUE, 1L)).isEqualTo(Long.MAX_VALUE);
        assertThat(Ops.pow(-2L, 63L)).isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void quotientsOfWholeNumbersArePythons() {
        assertThat(Ops.div(2, 3)).isEqualTo(0.6666666666666666);
        assertThat(Ops.div(9007199254740993L, 3L)).isEqualTo(3002399751580331.0);
        assertThatThrownBy(() -> Ops.div(1, 0)).hasMessage("/ by zero");
        assertThat(Ops.div(1f, 3f)).isEqualTo(1f / 3f);
        assertThat(Ops.floorDiv(-7, 2)).isEqualTo(-4);
        assertThat(Ops.floorDiv(7.5, -2)).isEqualTo(-4.0);
        assertThat(Ops.floorDiv(1, 0.1)).isEqualTo(9.0);
        assertThat(Ops.mod(-7, 3)).isEqualTo(2);
        assertThat(Ops.mod(7L, -3L)).isEqualTo(-2);
        assertThat(Ops.mod(-7.5, 2)).isEqualTo(0.5);
        assertThat(Ops.mod(6, -3.0)).isEqualTo(-0.0);
    }

    @Test
    void numbersStandOnEitherSide() {
        Value a = new Value(3);
        assertThat(Ops.sub(1, a).data).isEqualTo(-2);
        assertThat(Ops.div(1, a).operands().get(1)).isSameAs(a);
        assertThat(Ops.add(a, 1).operands().get(0)).isSameAs(a);
        assertThat(Ops.pos(a)).isSameAs(a);
    }

    @Test
    void anElementIsUpdatedInPlace() {
        Value[] w = {new Value(1), new Value(2)};
        Value before = w[1];
        assertThat(Ops.update(w, 1, Ops::mul, 3)).isSameAs(w[1]);
        assertThat(w[1].operands().get(0)).isSameAs(before);
        assertThat(Ops.update(w, 0, Ops::add, w[1]).data).isEqualTo(7);
    }
}
