package io.github.microgradj.language;

import io.github.microgradj.engine.Value;
import io.github.microgradj.python.Py;
import io.github.microgradj.python.value.PythonError;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The built-in functions of Python that a pasted line may call: lists, {@code len}, {@code str} and f-strings, among
 * others.
 */
public final class Python {
    private Python() {}

    /** Returns the list {@code [a, b]} as an array of Values. */
    public static Value[] list(Value... elements) {
        return elements.clone();
    }

    /** Returns the list {@code [1, 2.5]} as an array of doubles. */
    public static double[] list(double... elements) {
        return elements.clone();
    }

    /**
     * Returns the list {@code [a, 2]} as an array of Values.
     *
     * @throws IllegalArgumentException if an element is neither a Value nor a number
     */
    public static Value[] values(Object... elements) {
        return Stream.of(elements).map(Python::value).toArray(Value[]::new);
    }

    private static Value value(Object element) {
        if (element instanceof Value value) {
            return value;
        }
        if (element instanceof Number number) {
            return new Value(number.doubleValue());
        }
        throw new IllegalArgumentException("a list of Values can hold only Values and numbers, got " + text(element));
    }

    /** Returns the list {@code [[1, 2], [3, 4]]} as a two-dimensional array. */
    public static double[][] list(double[]... elements) {
        return elements.clone();
    }

    /** Returns the list {@code [[a, b], [c]]} as a two-dimensional array. */
    public static Value[][] list(Value[]... elements) {
        return elements.clone();
    }

    /** Returns the list {@code ['a', 'b']} as an array of strings. */
    public static String[] list(String... elements) {
        return elements.clone();
    }

    /** Returns {@code len(sequence)} of an array, a collection, a map or a string. */
    public static int len(Object sequence) {
        return Math.toIntExact(Py.len(sequence));
    }

    /** Returns {@code float(x)} of a number, or of a string such as {@code '2.5'} or {@code 'inf'}. */
    public static double number(Object x) {
        return (Double) Objects.requireNonNull(Py.callBuiltin("float", x));
    }

    /**
     * Returns {@code int(x)}, truncated towards zero.
     *
     * @throws PythonError if the argument does not fit an {@code int}, or is neither a number nor a string that contains
     *     a whole number
     */
    public static int whole(Object x) {
        Object whole = Py.callBuiltin("int", x);
        if (whole instanceof Long fitting && fitting == fitting.intValue()) {
            return fitting.intValue();
        }
        throw new PythonError("OverflowError", "int() gives a number that fits an int here, got " + Py.repr(whole));
    }

    /** Returns the name of a value's type for messages. The result of an operation is called a Value, too. */
    public static String typeName(Object value) {
        return value instanceof Value ? "Value" : value.getClass().getSimpleName();
    }

    /** Returns {@code str(value)}, which is the text that {@code print} writes. */
    public static String text(@Nullable Object value) {
        return Py.str(value);
    }

    /**
     * Returns {@code repr(value)}, which is like {@code str} but puts strings in quotes, including those inside lists.
     */
    public static String repr(@Nullable Object value) {
        return Py.repr(value);
    }

    /**
     * Returns {@code f'{value:specification}'}, formatted as Python formats numbers and strings. Specifications are,
     * for example, {@code .4f}, {@code 08.2f}, {@code ,}, {@code .1%}, {@code ^10} and {@code x}.
     */
    public static String format(@Nullable Object value, String specification) {
        return Py.format(value, specification);
    }
}
