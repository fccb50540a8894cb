package io.github.microgradj.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.microgradj.engine.Op;
import io.github.microgradj.engine.Value;
import io.github.microgradj.random.PythonRandom;
import java.util.List;
import org.junit.jupiter.api.Test;

class GradientCheckTest {
    /** An operation whose derivative lacks the factor 2. */
    private static final Op WRONG = new Op("wrong", 1, -1, 1, (x, k) -> 2 * x, (x, k, y) -> 1, (x, k, y) -> 0);

    private final Value a = new Value(-4.0, "a");
    private final Value b = new Value(2.0, "b");

    @Test
    void aRightDerivativePasses() {
        GradientCheck check =
                GradientCheck.of(() -> a.mul(b).add(b.pow(3)).tanh().add(a.exp()), a, b);
        assertThat(check.passed(1e-8)).as(check.toString()).isTrue();
        assertThat(check.rows()).extracting(GradientCheck.Row::name).containsExactly("a", "b");
    }

    @Test
    void aWrongDerivativeIsFoundHoweverSmallTheExpression() {
        for (double scale : List.of(1e-12, 1.0, 1e12)) {
            Value x = new Value(0.5);
            GradientCheck check =
                    GradientCheck.of(() -> Value.apply(WRONG, x, 0).mul(scale), x);
            assertThat(check.passed(1e-6)).isFalse();
            assertThat(check.worst().error()).isGreaterThan(0.4);
        }
    }

    @Test
    void aDerivativeThatIsNotANumberFails() {
        Value x = new Value(-1);
        GradientCheck check = GradientCheck.of(() -> x.log().add(a), a, x);
        assertThat(check.passed(1e300)).isFalse();
        assertThat(check.worst().error()).isNaN();
    }

    @Test
    void networksPassAndEveryLeafIsAsItWas() {
        MLP model = new MLP(new PythonRandom(3), Activation.TANH, 2, 4, 1);
        Value input = new Value(0.3);
        input.grad = 7;
        model.parameters().forEach(parameter -> parameter.grad = 5);
        List<Double> before =
                model.parameters().stream().map(parameter -> parameter.data).toList();
        GradientCheck check = GradientCheck.of(() -> model.forward(input, new Value(1))[0], model.parameters());
        assertThat(check.passed(1e-8)).as(check.toString()).isTrue();
        assertThat(check.rows()).hasSameSizeAs(model.parameters());
        assertThat(model.parameters()).allMatch(parameter -> parameter.grad == 5);
        assertThat(model.parameters()).extracting(parameter -> parameter.data).isEqualTo(before);
        assertThat(input.grad).isEqualTo(7);
    }

    @Test
    void dataIsPutBackWhenTheExpressionThrows() {
        assertThatThrownBy(() -> GradientCheck.of(
                        () -> {
                            if (a.data != -4) {
                                throw new IllegalStateException("only at -4");
                            }
                            return a.mul(b);
                        },
                        a))
                .hasMessage("only at -4");
        assertThat(a.data).isEqualTo(-4);
    }

    @Test
    void aLeafThatDoesNotMatterHasDerivativeZero() {
        GradientCheck check = GradientCheck.of(() -> a.mul(2), b);
        assertThat(check.rows()).containsExactly(new GradientCheck.Row("b", 2, 0, 0, 0));
    }

    @Test
    void theTableShowsTheWorstTenFirst() {
        assertThat(GradientCheck.of(() -> a.mul(b).add(Value.apply(WRONG, b, 0)), a, b)
                        .toString())
                .startsWith("""
                        worst of 2 relative errors: 2.5e-01
                        leaf                data      backward    difference     error
                        b                2.00000      -3.00000      -2.00000   2.5e-01
                        a               -4.00000       2.00000       2.00000""");
        MLP model = new MLP(new PythonRandom(3), 2, 4, 1);
        assertThat(GradientCheck.of(() -> model.forward(1, 2)[0], model.parameters())
                        .toString()
                        .lines())
                .hasSize(12);
    }

    @Test
    void misuseIsRefused() {
        assertThatThrownBy(() -> GradientCheck.of(() -> a.mul(b)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected at least 1 leaf for a gradient check, got 0");
        assertThatThrownBy(() -> GradientCheck.of(() -> a.mul(b), a.neg()))
                .hasMessage("expected leaves for a gradient check, got the result of neg");
        Value finished = a.mul(b);
        assertThatThrownBy(() -> GradientCheck.of(() -> finished, a))
                .hasMessageContaining("it returned the same graph twice");
    }
}
