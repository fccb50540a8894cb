package io.github.microgradj.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.microgradj.engine.Value;
import java.util.Arrays;
import java.util.List;

/** The engine, sample after sample, as the reference for compiled functions. */
final class Eager {
    private Eager() {}

    /** Sets the gradient of every parameter to that of the mean loss, and returns the mean loss. */
    static double gradients(List<Value> parameters, Compiled.SampleLoss loss, double[][] x, double[][] y) {
        parameters.forEach(parameter -> parameter.grad = 0);
        double sum = 0;
        for (int s = 0; s < x.length; s++) {
            Value error = loss.of(values(x[s]), y[s]);
            sum += error.data;
            error.mul(1.0 / x.length).backward();
        }
        return sum * (1.0 / x.length);
    }

    static Value[] values(double[] row) {
        return Arrays.stream(row).mapToObj(Value::new).toArray(Value[]::new);
    }

    static double[] grads(List<Value> parameters) {
        return parameters.stream().mapToDouble(parameter -> parameter.grad).toArray();
    }

    /** Checks that the compiled function gives the engine's loss and gradients. */
    static void assertAgrees(
            Compiled compiled,
            List<Value> parameters,
            Compiled.SampleLoss loss,
            double[][] x,
            double[][] y,
            double tolerance) {
        double actual = compiled.gradients(compiled.batch(x, y));
        double[] gradients = grads(parameters);
        double expected = gradients(parameters, loss, x, y);
        assertSame("loss", actual, expected, tolerance);
        double[] expectedGradients = grads(parameters);
        for (int i = 0; i < gradients.length; i++) {
            assertSame("gradient of parameter " + i, gradients[i], expectedGradients[i], tolerance);
        }
    }

    private static void assertSame(String what, double actual, double expected, double tolerance) {
        if (Double.isNaN(expected) || tolerance == 0 || Double.isInfinite(expected)) {
            assertThat(actual + 0.0).as(what).isEqualTo(expected + 0.0);
        } else {
            assertThat(actual).as(what).isCloseTo(expected, within(tolerance * Math.max(1e-3, Math.abs(expected))));
        }
    }
}
