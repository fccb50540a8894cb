package io.github.microgradj.language;

import io.github.microgradj.engine.Value;
import java.util.Arrays;
import java.util.function.BinaryOperator;
import java.util.stream.StreamSupport;

/**
 * Functions of Values and plain numbers, named after Python's built-ins and {@code math} functions. Every session
 * imports them. If {@link Math} has a function of the same name, the function in this class takes numbers as objects or
 * varargs. Calls are therefore never ambiguous after {@code import static java.lang.Math.*}, because Java prefers the
 * method of {@link Math}.
 */
public final class Functions {
    private Functions() {}

    /** Returns the sum of the given Values, added from left to right, or 0 if there are no arguments. */
    public static Value sum(Value... values) {
        return Arrays.stream(values).reduce(Value::add).orElseGet(() -> new Value(0));
    }

    /** Returns the sum of the given Values, added from first to last, or 0 if there are none. */
    public static Value sum(Iterable<Value> values) {
        return sum(array(values));
    }

    /** Returns the sum of the given numbers, added from left to right, or 0 if there are no arguments. */
    public static double sum(double... numbers) {
        double sum = 0;
        for (double number : numbers) {
            sum += number;
        }
        return sum;
    }

    /**
     * Returns the sum of the given whole numbers.
     *
     * @throws ArithmeticException if the sum does not fit in an {@code int}
     */
    public static int sum(int... numbers) {
        return Arrays.stream(numbers).reduce(0, Math::addExact);
    }

    /**
     * Returns the largest of the given Values; see {@link Value#max(Value)}.
     *
     * @throws IllegalArgumentException if there are no arguments
     */
    public static Value max(Value... values) {
        return fold("max", values, Value::max);
    }

    /** Returns the largest of the given Values; see {@link #max(Value...)}. */
    public static Value max(Iterable<Value> values) {
        return max(array(values));
    }

    /** Returns the larger of a Value and a number. */
    public static Value max(Value a, double b) {
        return a.max(b);
    }

    /** Returns the larger of a number and a Value. */
    public static Value max(double a, Value b) {
        return new Value(a).max(b);
    }

    /**
     * Returns the largest of the given numbers.
     *
     * @throws IllegalArgumentException if there are no arguments
     */
    public static double max(double... numbers) {
        return Arrays.stream(numbers).reduce(Math::max).orElseThrow(() -> none("max"));
    }

    /**
     * Returns the largest of the given whole numbers.
     *
     * @throws IllegalArgumentException if there are no arguments
     */
    public static int max(int... numbers) {
        return Arrays.stream(numbers).max().orElseThrow(() -> none("max"));
    }

    /**
     * Returns the smallest of the given Values; see {@link Value#min(Value)}.
     *
     * @throws IllegalArgumentException if there are no arguments
     */
    public static Value min(Value... values) {
        return fold("min", values, Value::min);
    }

    /** Returns the smallest of the given Values; see {@link #min(Value...)}. */
    public static Value min(Iterable<Value> values) {
        return min(array(values));
    }

    /** Returns the smaller of a Value and a number. */
    public static Value min(Value a, double b) {
        return a.min(b);
    }

    /** Returns the smaller of a number and a Value. */
    public static Value min(double a, Value b) {
        return new Value(a).min(b);
    }

    /**
     * Returns the smallest of the given numbers.
     *
     * @throws IllegalArgumentException if there are no arguments
     */
    public static double min(double... numbers) {
        return Arrays.stream(numbers).reduce(Math::min).orElseThrow(() -> none("min"));
    }

    /**
     * Returns the smallest of the given whole numbers.
     *
     * @throws IllegalArgumentException if there are no arguments
     */
    public static int min(int... numbers) {
        return Arrays.stream(numbers).min().orElseThrow(() -> none("min"));
    }

    /** Returns |x|; the derivative is the sign of x, which is 0 at 0. */
    public static Value abs(Value x) {
        return x.abs();
    }

    /** Returns |x|. */
    public static double abs(Double x) {
        return Math.abs(x);
    }

    /** Returns |x|. */
    public static int abs(Integer x) {
        return Math.abs(x);
    }

    /** Returns the square root; the derivative is 1 / (2 * sqrt(x)). */
    public static Value sqrt(Value x) {
        return x.sqrt();
    }

    /** Returns the square root. */
    public static double sqrt(Number x) {
        return Math.sqrt(x.doubleValue());
    }

    /** Returns the sine of x in radians; the derivative is cos(x). */
    public static Value sin(Value x) {
        return x.sin();
    }

    /** Returns the sine of x in radians. */
    public static double sin(Number x) {
        return StrictMath.sin(x.doubleValue());
    }

    /** Returns the cosine of x in radians; the derivative is -sin(x). */
    public static Value cos(Value x) {
        return x.cos();
    }

    /** Returns the cosine of x in radians. */
    public static double cos(Number x) {
        return StrictMath.cos(x.doubleValue());
    }

    /** Returns e^x, which is its own derivative. */
    public static Value exp(Value x) {
        return x.exp();
    }

    /** Returns e^x. */
    public static double exp(Number x) {
        return StrictMath.exp(x.doubleValue());
    }

    /** Returns the natural logarithm; the derivative is 1/x. */
    public static Value log(Value x) {
        return x.log();
    }

    /** Returns the natural logarithm. */
    public static double log(Number x) {
        return StrictMath.log(x.doubleValue());
    }

    /** Returns the hyperbolic tangent; the derivative is 1 - tanh(x)^2. */
    public static Value tanh(Value x) {
        return x.tanh();
    }

    /** Returns the hyperbolic tangent. */
    public static double tanh(Number x) {
        return StrictMath.tanh(x.doubleValue());
    }

    private static Value fold(String name, Value[] values, BinaryOperator<Value> op) {
        return Arrays.stream(values).reduce(op).orElseThrow(() -> none(name));
    }

    private static Value[] array(Iterable<Value> values) {
        return StreamSupport.stream(values.spliterator(), false).toArray(Value[]::new);
    }

    private static IllegalArgumentException none(String name) {
        return new IllegalArgumentException(name + " takes at least 1 number, got 0");
    }
}
