package io.github.microgradj.nn;

import io.github.microgradj.engine.Value;
import io.github.microgradj.random.PythonRandom;
import java.util.List;
import java.util.stream.Stream;

/** A linear map without biases: each output is a weighted sum of all inputs. */
public final class Linear implements Module {
    private final Value[][] weights; // nout x nin
    private final List<Value> parameters;

    /**
     * Creates a map whose weights are drawn row by row from a normal distribution.
     *
     * @param deviation the standard deviation of the weights
     * @throws IllegalArgumentException if {@code nin} or {@code nout} is below 1
     */
    public Linear(PythonRandom random, double deviation, int nin, int nout) {
        Shapes.checkPositive("expected at least 1 input", nin);
        Shapes.checkPositive("expected at least 1 output", nout);
        weights = Shapes.normal(random, deviation, nout, nin);
        parameters = Stream.of(weights).flatMap(Stream::of).toList();
    }

    /** Creates a map with weights of standard deviation {@code 1/sqrt(nin)} from the shared random generator. */
    public Linear(int nin, int nout) {
        this(PythonRandom.shared(), 1 / Math.sqrt(nin), nin, nout);
    }

    /**
     * Returns the outputs {@code (w0*x0 + w1*x1) + ...}, summed in this order.
     *
     * @param x the inputs, length {@code nin}
     * @return the outputs, length {@code nout}
     * @throws IllegalArgumentException if the number of inputs is not {@code nin}
     */
    public Value[] forward(Value... x) {
        Shapes.checkInputs(this, weights[0].length, x.length);
        Value[] y = new Value[weights.length];
        for (int i = 0; i < y.length; i++) {
            Value sum = weights[i][0].mul(x[0]);
            for (int j = 1; j < x.length; j++) {
                sum = sum.add(weights[i][j].mul(x[j]));
            }
            y[i] = sum;
        }
        return y;
    }

    /**
     * Returns the outputs of several rows of inputs.
     *
     * @param x the inputs, n x {@code nin}
     * @return the outputs, n x {@code nout}
     */
    public Value[][] forward(Value[][] x) {
        return Stream.of(x).map(this::forward).toArray(Value[][]::new);
    }

    /** Returns the weights, row by row: those of the first output, then those of the second, and so on. */
    @Override
    public List<Value> parameters() {
        return parameters;
    }

    /** Returns a description such as {@code Linear(16, 64)}. */
    @Override
    public String toString() {
        return "Linear(" + weights[0].length + ", " + weights.length + ")";
    }
}
