package io.github.microgradj.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.microgradj.engine.Value;
import io.github.microgradj.optim.Optimizer;
import java.util.Arrays;
import java.util.function.Function;

/**
 * A computation that PyTorch can also perform.
 *
 * @param name the name of PyTorch's computation
 * @param tolerance the accepted difference from PyTorch's numbers
 * @param inputs one row for each computation
 * @param ours this project's computation, which maps the inputs to the results
 */
record ReferenceCase(String name, Tolerance tolerance, double[][] inputs, Function<double[][], double[][]> ours) {
    /**
     * The accepted difference from a number.
     *
     * @param relative the part that is proportional to the number
     * @param absolute the constant part
     */
    record Tolerance(double relative, double absolute) {
        double at(double number) {
            return relative * Math.abs(number) + absolute;
        }
    }

    /**
     * Returns a case for a function of Values: each row gives its value, then the derivative with respect to each
     * input.
     */
    static ReferenceCase function(
            String name, Tolerance tolerance, double[][] inputs, Function<Value[], Value> function) {
        return new ReferenceCase(name, tolerance, inputs, rows -> Arrays.stream(rows)
                .map(row -> valueAndGradients(function, row))
                .toArray(double[][]::new));
    }

    /**
     * Returns a case for an optimizer with the learning rate 0.1. The first row has the parameters and the other rows
     * have gradients; each gradient gives the parameters after its step.
     */
    static ReferenceCase optimizer(String name, Tolerance tolerance, double[][] inputs, Optimizer optimizer) {
        return new ReferenceCase(name, tolerance, inputs, rows -> {
            double[] data = rows[0].clone();
            double[][] after = new double[rows.length - 1][];
            for (int step = 0; step < after.length; step++) {
                optimizer.step(data, rows[step + 1], 0.1);
                after[step] = data.clone();
            }
            return after;
        });
    }

    private static double[] valueAndGradients(Function<Value[], Value> function, double[] row) {
        Value[] x = Arrays.stream(row).mapToObj(Value::new).toArray(Value[]::new);
        Value y = function.apply(x);
        y.backward();
        double[] results = new double[x.length + 1];
        results[0] = y.data;
        for (int i = 0; i < x.length; i++) {
            results[i + 1] = x[i].grad;
        }
        return results;
    }

    /** Checks our results against PyTorch's. */
    void assertSameAs(double[][] reference) {
        double[][] actual = ours.apply(inputs);
        assertThat(actual).hasDimensions(reference.length, reference[0].length);
        for (int row = 0; row < actual.length; row++) {
            for (int i = 0; i < actual[row].length; i++) {
                double difference = Math.abs(actual[row][i] - reference[row][i]);
                boolean same = difference <= tolerance.at(reference[row][i])
                        || Double.compare(actual[row][i] + 0.0, reference[row][i] + 0.0) == 0;
                assertThat(same)
                        .as(
                                "%s, result %d for %s: ours is %s, PyTorch's %s",
                                name, i, Arrays.toString(inputs[row]), actual[row][i], reference[row][i])
                        .isTrue();
            }
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
