package io.github.microgradj.language;

import io.github.microgradj.engine.Value;
import io.github.microgradj.python.Py;
import io.github.microgradj.python.value.PythonError;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Python's built-in functions as Java methods, such as {@code len(x)} and {@code str(x)}, and methods that create lists
 * and format f-strings.
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

    /** Returns {@code len(sequence)} for an array, a collection, a map or a string. */
    public static int len(Object sequence) {
        return Math.toIntExact(Py.len(sequence));
    }

    /**
     * Returns {@code float(x)} for a number, or for a string such as {@code '2.5'} or {@code 'inf'}.
     *
     * @throws PythonError if the argument is neither a number nor such a string
     */
    public static double number(Object x) {
        return (Double) Objects.requireNonNull(Py.callBuiltin("float", x));
    }

    /**
     * Returns {@code int(x)}, which truncates numbers towards zero.
     *
     * @throws PythonError if the argument is neither a number nor a string that contains an integer, or if
     *      its value does not fit into an {@code int}
     */
    public static int whole(Object x) {
        Object whole = Py.callBuiltin("int", x);
        if (whole instanceof Long fitting && fitting == fitting.intValue()) {
            return fitting.intValue();
        }
        throw new PythonError(
                "OverflowError", "int() expected a number that fits in a Java int, got " + Py.repr(whole));
    }

    /** Returns the type name of a value for messages. The result of an operation is also called a Value. */
    public static String typeName(Object value) {
        return value instanceof Value ? "Value" : value.getClass().getSimpleName();
    }

    /** Returns {@code str(value)}, the text that {@code print} writes. */
    public static String text(@Nullable Object value) {
        return Py.str(value);
    }

    /**
     * Returns {@code repr(value)}. It is like {@code str}, but with quotes around strings, including strings in lists.
     */
    public static String repr(@Nullable Object value) {
        return Py.repr(value);
    }

    /**
     * Returns {@code f'{value:specification}'}, formatted as in Python. Examples of specifications are {@code .4f},
     * {@code 08.2f}, {@code ,}, {@code .1%}, {@code ^10} and {@code x}.
     *
     * @throws PythonError if the specification is not valid in Python or does not fit the value
     */
    public static String format(@Nullable Object value, String specification) {
        return Py.format(value, specification);
    }
}
