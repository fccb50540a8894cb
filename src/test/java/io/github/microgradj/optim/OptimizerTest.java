package io.github.microgradj.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.microgradj.engine.Value;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests of the contract and the formula of every registered optimizer. */
class OptimizerTest {
    private static final double[][] GRADIENTS = {{0.5, -2}, {0.1, 0.3}, {-1, 0}};

    static List<String> names() {
        return Optimizers.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void convergesOnABowl(String name) {
        double[] minimum = {3, -2, 0.5, 0};
        double[] curvature = {1, 0.5, 0.2, 0.1};
        double[] data = {-1, 1, 2, 3};
        Optimizer optimizer = Optimizers.named(name);
        for (int step = 0; step < 500; step++) {
            double[] grad = new double[data.length];
            for (int i = 0; i < data.length; i++) {
                grad[i] = curvature[i] * (data[i] - minimum[i]);
            }
            optimizer.step(data, grad, Optimizers.learningRate(name, 1).at(step, 500));
        }
        double decayed = name.equals("adamw") ? 0.05 : 1e-3; // AdamW pulls weights towards 0
        assertThat(data).containsExactly(minimum, within(decayed));
    }

    @ParameterizedTest
    @MethodSource("names")
    void instancesShareNothingAndLeaveTheGradientAlone(String name) {
        double[] first = run(Optimizers.named(name));
        double[] second = run(Optimizers.named(name));
        assertThat(second).containsExactly(first);
        double[] grad = {0.5, -2};
        Optimizers.named(name).step(new double[2], grad, 0.1);
        assertThat(grad).containsExactly(0.5, -2);
    }

    @ParameterizedTest
    @MethodSource("names")
    void goesOnWithTheSameParametersOnly(String name) {
        Optimizer optimizer = Optimizers.named(name);
        optimizer.step(new double[2], new double[2], 0.1);
        assertThatThrownBy(() -> optimizer.step(new double[3], new double[3], 0.1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an optimizer must get the same number of parameters in every step: expected 2, got 3");
    }

    @ParameterizedTest
    @MethodSource("names")
    void stepsValuesAsItStepsArrays(String name) {
        List<Value> parameters = List.of(new Value(1), new Value(2));
        Optimizer optimizer = Optimizers.named(name);
        for (double[] gradient : GRADIENTS) {
            parameters.get(0).grad = gradient[0];
            parameters.get(1).grad = gradient[1];
            Optimizers.step(optimizer, parameters, 0.1);
        }
        assertThat(parameters.stream().mapToDouble(p -> p.data).toArray()).containsExactly(run(Optimizers.named(name)));
    }

    @Test
    void gradientDescentIsMicrogradsUpdate() {
        double[] data = {1, 2};
        new SGD().step(data, GRADIENTS[0], 0.9);
        assertThat(data).containsExactly(1 - 0.9 * 0.5, 2 - 0.9 * -2);
    }

    /** The expected numbers come from PyTorch's formulas, evaluated with 50 digits. */
    @Test
    void momentumAndAdamFollowPyTorch() {
        assertThat(run(new SGD(0.9))).containsExactly(new double[] {0.9455, 2.485}, within(1e-15));
        assertThat(run(new Adam()))
                .containsExactly(new double[] {0.8484412907102484, 2.1979048742632874}, within(1e-14));
    }

    /** Compares AdamW with Adam on decayed weights. Without a gradient, only the decay remains. */
    @Test
    void adamWDecaysTheWeightsBesideAdam() {
        double[] decayed = {1, 2};
        Adam adam = new Adam();
        for (double[] gradient : GRADIENTS) {
            decayed[0] *= 1 - 0.1 * 0.01;
            decayed[1] *= 1 - 0.1 * 0.01;
            adam.step(decayed, gradient, 0.1);
        }
        assertThat(run(new AdamW())).containsExactly(decayed);
        assertThat(run(new AdamW(0))).containsExactly(run(new Adam()));
        double[] still = {2};
        new AdamW(0.5).step(still, new double[1], 0.1);
        assertThat(still).containsExactly(1.9);
    }

    @Test
    void theLinearRateHasTheBitsOfTheNotebook() {
        LearningRate rate = LearningRate.linear(1.0, 0.1);
        for (int k = 0; k < 100; k++) {
            assertThat(rate.at(k, 100)).isEqualTo(1.0 - 0.9 * k / 100);
        }
        assertThat(LearningRate.constant(0.3).at(77, 100)).isEqualTo(0.3);
        assertThat(rate).hasToString("1.0 to 0.1");
        assertThat(LearningRate.constant(1e-5)).hasToString("1e-05");
    }

    @Test
    void misuseIsRefused() {
        assertThatThrownBy(() -> Optimizers.named("lion"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected an optimizer, one of [sgd, momentum, adam, adamw], got lion");
        assertThatThrownBy(() -> new SGD(1)).hasMessage("expected a momentum of at least 0 and below 1, got 1.0");
        assertThatThrownBy(() -> new Adam(0.9, 1, 0)).hasMessageContaining("got beta1 0.9, beta2 1.0, epsilon 0.0");
        assertThatThrownBy(() -> new AdamW(-1)).hasMessage("expected a finite weight decay of at least 0, got -1.0");
        assertThatThrownBy(() -> LearningRate.constant(0))
                .hasMessage("expected a learning rate that starts above 0 and ends at 0 or above, got 0.0 to 0.0");
        assertThatThrownBy(() -> LearningRate.linear(Double.NaN, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static double[] run(Optimizer optimizer) {
        double[] data = {1, 2};
        for (double[] gradient : GRADIENTS) {
            optimizer.step(data, gradient, 0.1);
        }
        return data;
    }
}
