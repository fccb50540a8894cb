package io.github.microgradj.language;

import io.github.microgradj.engine.Value;
import io.github.microgradj.text.Repr;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The functions that lines translated from Python call: built-in functions such as {@code len} and {@code str}, and
 * functions that create lists and format f-strings.
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

    /**
     * Returns {@code len(sequence)}.
     *
     * @throws IllegalArgumentException if the argument is not an array, a collection, a map or a string
     */
    public static int len(Object sequence) {
        if (sequence instanceof Collection<?> collection) {
            return collection.size();
        }
        if (sequence instanceof Map<?, ?> map) {
            return map.size();
        }
        if (sequence instanceof CharSequence text) {
            return text.length();
        }
        if (sequence.getClass().isArray()) {
            return Array.getLength(sequence);
        }
        throw new IllegalArgumentException("a value of type " + typeName(sequence)
                + " has no len(); expected an array, a collection, a map or a string");
    }

    /**
     * Returns {@code float(x)} for a number, or for a string such as {@code '2.5'} or {@code 'inf'}.
     *
     * @throws IllegalArgumentException if the argument is neither a number nor such a string
     */
    public static double number(Object x) {
        if (x instanceof Number number) {
            return number.doubleValue();
        }
        String text = x.toString().strip();
        return switch (text.toLowerCase(Locale.ROOT).replaceFirst("^\\+", "")) {
            case "inf", "infinity" -> Double.POSITIVE_INFINITY;
            case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
            case "nan" -> Double.NaN;
            default -> {
                if (!text.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?")) {
                    throw new IllegalArgumentException("float() takes a number or a string that contains one, got "
                            + repr(x) + (x instanceof Value ? "; write .data after it" : ""));
                }
                yield Double.parseDouble(text);
            }
        };
    }

    /**
     * Returns {@code int(x)}, truncated towards zero.
     *
     * @throws IllegalArgumentException if the argument is neither a number nor a string that contains an integer, or if
     *      its value does not fit into an {@code int}
     */
    public static int whole(Object x) {
        double cut = x instanceof CharSequence && !x.toString().strip().matches("[-+]?\\d+") ? Double.NaN : number(x);
        if (!(Math.abs(cut) < 0x1p31)) {
            throw new IllegalArgumentException("int() takes a number that fits an int, got " + repr(x));
        }
        return (int) cut;
    }

    /** Returns the type name of a value for messages. The result of an operation is also called a Value. */
    public static String typeName(Object value) {
        return value instanceof Value ? "Value" : value.getClass().getSimpleName();
    }

    /** Returns {@code str(value)}, the text that {@code print} writes. */
    public static String text(@Nullable Object value) {
        if (value instanceof Float number) {
            return Repr.of(widened(number));
        }
        if (value instanceof Double number) {
            return Repr.of(number);
        }
        if (value instanceof Boolean truth) {
            return truth ? "True" : "False";
        }
        if (value instanceof List<?> list) {
            return element(list.toArray());
        }
        return value != null && value.getClass().isArray() ? element(value) : value == null ? "None" : value.toString();
    }

    /** Returns the double with the same decimal digits as the float, so that {@code 0.1f} prints as 0.1. */
    private static double widened(float x) {
        if (x == 0 || !Float.isFinite(x)) {
            return x;
        }
        BigDecimal exact = new BigDecimal(x);
        return IntStream.rangeClosed(1, 9)
                .mapToDouble(digits -> exact.round(new MathContext(digits)).doubleValue())
                .filter(each -> (float) each == x)
                .findFirst()
                .orElse(x);
    }

    /**
     * Returns {@code repr(value)}. It is like {@code str}, but with quotes around strings, including strings in lists.
     */
    public static String repr(@Nullable Object value) {
        return value instanceof List<?> list ? element(list.toArray()) : element(value);
    }

    private static String element(@Nullable Object value) {
        if (value instanceof CharSequence || value instanceof Character) {
            return quoted(value.toString());
        }
        if (value == null || !value.getClass().isArray()) {
            return text(value);
        }
        StringJoiner joined = new StringJoiner(", ", "[", "]");
        IntStream.range(0, Array.getLength(value)).forEach(i -> joined.add(repr(Array.get(value, i))));
        return joined.toString();
    }

    /** Returns the string in single quotes, or in double quotes if it contains single quotes but no double quotes. */
    private static String quoted(String text) {
        String quote = text.contains("'") && !text.contains("\"") ? "\"" : "'";
        String escaped = text.replace("\\", "\\\\")
                .replace("\n", "\\n")
                .replace("\t", "\\t")
                .replace("\r", "\\r");
        return quote + (quote.equals("'") ? escaped.replace("'", "\\'") : escaped) + quote;
    }

    /**
     * Returns {@code f'{value:specification}'}, formatted as in Python. Examples of specifications are {@code .4f},
     * {@code 08.2f}, {@code ,}, {@code .1%}, {@code ^10} and {@code x}.
     *
     * @throws IllegalArgumentException if the specification is not valid in Python or does not fit the value
     */
    public static String format(@Nullable Object value, String specification) {
        return specification.isEmpty()
                ? text(value)
                : FormatSpecification.of(specification).apply(value);
    }
}
