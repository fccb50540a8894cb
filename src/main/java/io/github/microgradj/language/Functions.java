package io.github.microgradj.language;

import io.github.microgradj.engine.Value;
import java.util.Arrays;
import java.util.function.BinaryOperator;
import java.util.stream.StreamSupport;

/**
 * Functions of Values and of plain numbers, by the names that Python's built-ins and its {@code math} module have. Every shell
 * imports them. Those that {@link Math} has, too, take numbers as objects or as varargs, so that {@code import static
 * java.lang.Math.*} is never ambiguous: Java prefers {@link Math}'s.
 */
public final class Functions {
    private Functions() {}

    /** The sum of Values, from left to right; 0 if there are none. */
    public static Value sum(Value... values) {
        return Arrays.stream(values).reduce(Value::add).orElseGet(() -> new Value(0));
    }

    /** The sum of Values, from first to last; 0 if there are none. */
    public static Value sum(Iterable<Value> values) {
        return sum(array(values));
    }

    /** The sum of numbers, from left to right; 0 if there are none. */
    public static double sum(double... numbers) {
        double sum = 0;
        for (double number : numbers) {
            sum += number;
        }
        return sum;
    }

    /**
     * The sum of whole numbers.
     *
     * @throws ArithmeticException if it does not fit an {@code int}
     */
    public static int sum(int... numbers) {
        return Arrays.stream(numbers).reduce(0, Math::addExact);
    }

    /**
     * The largest Value, see {@link Value#max(Value)}.
     *
     * @throws IllegalArgumentException if there are none
     */
    public static Value max(Value... values) {
        return fold("max", values, Value::max);
    }

    /** The largest Value, see {@link #max(Value...)}. */
    public static Value max(Iterable<Value> values) {
        return max(array(values));
    }

    /** The larger of a Value and a number. */
    public static Value max(Value a, double b) {
        return a.max(b);
    }

    /** The larger of a number and a Value. */
    public static Value max(double a, Value b) {
        return new Value(a).max(b);
    }

    /**
     * The largest number.
     *
     * @throws IllegalArgumentException if there are none
     */
    public static double max(double... numbers) {
        return Arrays.stream(numbers).reduce(Math::max).orElseThrow(() -> none("max"));
    }

    /**
     * The largest whole number.
     *
     * @throws IllegalArgumentException if there are none
     */
    public static int max(int... numbers) {
        return Arrays.stream(numbers).max().orElseThrow(() -> none("max"));
    }

    /**
     * The smallest Value, see {@link Value#min(Value)}.
     *
     * @throws IllegalArgumentException if there are none
     */
    public static Value min(Value... values) {
        return fold("min", values, Value::min);
    }

    /** The smallest Value, see {@link #min(Value...)}. */
    public static Value min(Iterable<Value> values) {
        return min(array(values));
    }

    /** The smaller of a Value and a number. */
    public static Value min(Value a, double b) {
        return a.min(b);
    }

    /** The smaller of a number and a Value. */
    public static Value min(double a, Value b) {
        return new Value(a).min(b);
    }

    /**
     * The smallest number.
     *
     * @throws IllegalArgumentException if there are none
     */
    public static double min(double... numbers) {
        return Arrays.stream(numbers).reduce(Math::min).orElseThrow(() -> none("min"));
    }

    /**
     * The smallest whole number.
     *
     * @throws IllegalArgumentException if there are none
     */
    public static int min(int... numbers) {
        return Arrays.stream(numbers).min().orElseThrow(() -> none("min"));
    }

    /** |x|; the derivative is the sign of x, 0 at 0. */
    public static Value abs(Value x) {
        return x.abs();
    }

    /** |x|. */
    public static double abs(Double x) {
        return Math.abs(x);
    }

    /** |x|. */
    public static int abs(Integer x) {
        return Math.abs(x);
    }

    /** The square root; the derivative is 1 / (2 * sqrt(x)). */
    public static Value sqrt(Value x) {
        return x.sqrt();
    }

    /** The square root. */
    public static double sqrt(Number x) {
        return Math.sqrt(x.doubleValue());
    }

    /** The sine of x in radians; the derivative is cos(x). */
    public static Value sin(Value x) {
        return x.sin();
    }

    /** The sine of x in radians. */
    public static double sin(Number x) {
        return StrictMath.sin(x.doubleValue());
    }

    /** The cosine of x in radians; the derivative is -sin(x). */
    public static Value cos(Value x) {
        return x.cos();
    }

    /** The cosine of x in radians. */
    public static double cos(Number x) {
        return StrictMath.cos(x.doubleValue());
    }

    /** e^x, which is its own derivative. */
    public static Value exp(Value x) {
        return x.exp();
    }

    /** e^x. */
    public static double exp(Number x) {
        return StrictMath.exp(x.doubleValue());
    }

    /** The natural logarithm; the derivative is 1/x. */
    public static Value log(Value x) {
        return x.log();
    }

    /** The natural logarithm. */
    public static double log(Number x) {
        return StrictMath.log(x.doubleValue());
    }

    /** The hyperbolic tangent; the derivative is 1 - tanh(x)^2. */
    public static Value tanh(Value x) {
        return x.tanh();
    }

    /** The hyperbolic tangent. */
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
        return new IllegalArgumentException(name + " takes at least one number, was given none");
    }
}
