package io.github.microgradj.command.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.microgradj.command.plot.Descent.DescentEnding;
import io.github.microgradj.engine.Value;
import io.github.microgradj.viz.plot.ScalarFunction;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class DescentTest {
    private static Descent walk(UnaryOperator<Value> function, double from, double rate, int steps) {
        return Descent.walk(ScalarFunction.of(1, v -> function.apply(v[0])), new double[] {from}, rate, steps);
    }

    private static Value square(Value x) {
        return x.mul(x);
    }

    @Test
    void eachStepGoesAgainstTheGradient() {
        Descent descent = walk(DescentTest::square, 4, 0.1, 20);
        assertThat(descent.steps()).hasSize(21);
        for (int i = 0; i <= 20; i++) {
            Descent.DescentStep step = descent.steps().get(i);
            assertThat(step.place()[0]).isCloseTo(4 * Math.pow(0.8, i), within(1e-12));
            assertThat(step.value()).isEqualTo(step.place()[0] * step.place()[0]);
            assertThat(step.gradient()).containsExactly(2 * step.place()[0]);
        }
        assertThat(descent.ending()).isEqualTo(DescentEnding.UNDERWAY);
    }

    @Test
    void endsAreTold() {
        assertThat(walk(DescentTest::square, 4, 0.1, 1000).ending()).isEqualTo(DescentEnding.CONVERGED);
        assertThat(walk(DescentTest::square, 4, 1.1, 20).ending()).isEqualTo(DescentEnding.DIVERGED);
        assertThat(walk(DescentTest::square, 4, 1, 20).ending()).isEqualTo(DescentEnding.BOUNCING);
        assertThat(walk(DescentTest::square, 0, 0.1, 20).ending()).isEqualTo(DescentEnding.STUCK);
        assertThat(walk(x -> new Value(x.data), 4, 0.1, 20).ending()).isEqualTo(DescentEnding.STUCK);
        assertThat(walk(x -> square(x).neg(), 4, 0.1, 20).ending()).isEqualTo(DescentEnding.FALLING);
        assertThat(walk(Value::exp, 4, 100, 20).ending()).isIn(DescentEnding.CONVERGED, DescentEnding.STUCK);
        assertThat(walk(x -> x.pow(4), 4, 1, 100).ending()).isEqualTo(DescentEnding.OVERFLOWED);
        assertThat(walk(Value::log, -1, 0.1, 20).ending()).isEqualTo(DescentEnding.OVERFLOWED);
    }

    @Test
    void aWalkThatHasArrivedEnds() {
        Descent descent = walk(DescentTest::square, 4, 0.1, 1000);
        assertThat(descent.steps()).hasSizeLessThan(100);
        assertThat(descent.last().place()[0]).isCloseTo(0, within(1e-5));
    }

    @Test
    void aPictureOfARunawayShowsItsBeginning() {
        Descent descent = walk(DescentTest::square, 4, 2, 100);
        assertThat(descent.shown()).isBetween(3, 10);
        assertThat(walk(DescentTest::square, 4, 0.1, 30).shown()).isEqualTo(31);
    }
}
