package io.github.microgradj.viz.plot;

import io.github.microgradj.engine.Value;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.stream.Stream;

/** A function of one or more Values. Its gradient is computed by {@code backward()}. */
public final class ScalarFunction {
    private final int variables;
    private final Function<Value[], ?> function;

    private ScalarFunction(int variables, Function<Value[], ?> function) {
        this.variables = variables;
        this.function = function;
    }

    /**
     * Returns a function of the given number of Values.
     *
     * @param variables the number of Values
     * @param function the function from an array of that many Values to one Value
     */
    public static ScalarFunction of(int variables, Function<Value[], ?> function) {
        return new ScalarFunction(variables, function);
    }

    /** Returns the number of variables. */
    public int variables() {
        return variables;
    }

    /**
     * The value and gradient of a function at a point.
     *
     * @param value the value
     * @param gradient the derivative with respect to each variable; NaN if the value is not finite, because the
     *     function has no derivative there, even if the chain rule gives a number
     */
    public record Sample(double value, double[] gradient) {}

    /**
     * Returns the value at the given point.
     *
     * @throws IllegalArgumentException if the function does not return a Value
     * @throws CancellationException if the calling thread is interrupted
     */
    public double value(double... place) {
        return result(values(place)).data;
    }

    /**
     * Returns the value and the gradient at the given point.
     *
     * @throws IllegalArgumentException if the function does not return a Value
     * @throws CancellationException if the calling thread is interrupted
     */
    public Sample sample(double... place) {
        Value[] values = values(place);
        Value result = result(values);
        result.backward();
        boolean finite = Double.isFinite(result.data);
        double[] gradient = Stream.of(values)
                .mapToDouble(value -> finite ? value.grad : Double.NaN)
                .toArray();
        return new Sample(result.data, gradient);
    }

    private static Value[] values(double[] place) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("plotting was interrupted");
        }
        Value[] values = new Value[place.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = new Value(place[i]);
        }
        return values;
    }

    private Value result(Value[] values) {
        if (function.apply(values) instanceof Value result) {
            return result;
        }
        throw new IllegalArgumentException("the function returned null; it must return a Value, as x -> x.tanh() does");
    }
}
