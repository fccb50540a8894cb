package io.github.microgradj.viz.plot;

import io.github.microgradj.engine.Value;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.stream.Stream;

/** A function of one Value or of several, asked for what it gives and for its gradient, which is what {@code backward()} computes. */
public final class ScalarFunction {
    private final int variables;
    private final Function<Value[], ?> function;

    private ScalarFunction(int variables, Function<Value[], ?> function) {
        this.variables = variables;
        this.function = function;
    }

    /**
     * A function of so many Values.
     *
     * @param function from that many Values to one
     */
    public static ScalarFunction of(int variables, Function<Value[], ?> function) {
        return new ScalarFunction(variables, function);
    }

    /** How many Values it takes. */
    public int variables() {
        return variables;
    }

    /**
     * What a function gives at a place.
     *
     * @param value what it gives
     * @param gradient the derivative by each variable; NaN where the value is not finite: there is nothing to derive, whatever the chain
     *     rule gives
     */
    public record Sample(double value, double[] gradient) {}

    /** The function's value at a place. */
    public double value(double... place) {
        return result(values(place)).data;
    }

    /** The function's value and gradient at a place. */
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
        throw new IllegalArgumentException("the function gives a Value, as x -> x.tanh() does, not null");
    }
}
