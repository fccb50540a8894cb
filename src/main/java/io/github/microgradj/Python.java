package io.github.microgradj;

import io.github.microgradj.engine.Value;
import io.github.microgradj.text.Repr;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The few built-in functions of Python that a pasted line may call: lists, {@code len}, {@code str} and f-strings. */
public final class Python {
    private static final Pattern SPECIFICATION = Pattern.compile("([<>]?)(\\d*)(,?)(?:\\.(\\d+))?([df%s]?)");

    private Python() {}

    /** {@code [a, b]}. */
    public static Value[] list(Value... elements) {
        return elements.clone();
    }

    /** {@code [1, 2.5]}: numbers are doubles. */
    public static double[] list(double... elements) {
        return elements.clone();
    }

    /**
     * {@code [a, 2]}, where Values are wanted.
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
        throw new IllegalArgumentException("a list of Values holds Values and numbers, was given " + text(element));
    }

    /** {@code [[1, 2], [3, 4]]}. */
    public static double[][] list(double[]... elements) {
        return elements.clone();
    }

    /** {@code [[a, b], [c]]}. */
    public static Value[][] list(Value[]... elements) {
        return elements.clone();
    }

    /** {@code ['a', 'b']}. */
    public static String[] list(String... elements) {
        return elements.clone();
    }

    /**
     * {@code len(sequence)}.
     *
     * @throws IllegalArgumentException if it is not an array, a collection, a map or a text
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
        throw new IllegalArgumentException(
                "a " + typeName(sequence) + " has no len(); expected an array, a collection, a map or a text");
    }

    /** The name of a value's type for messages: a {@link Value} that an operation made is a Value like any other. */
    public static String typeName(Object value) {
        return value instanceof Value ? "Value" : value.getClass().getSimpleName();
    }

    /** {@code str(value)}, which is also what {@code print} writes. */
    public static String text(@Nullable Object value) {
        if (value instanceof Double || value instanceof Float) {
            return Repr.of(((Number) value).doubleValue());
        }
        if (value instanceof Boolean truth) {
            return truth ? "True" : "False";
        }
        if (value instanceof List<?> list) {
            return element(list.toArray());
        }
        return value != null && value.getClass().isArray() ? element(value) : value == null ? "None" : value.toString();
    }

    /** Texts stand in quotes inside a list. */
    private static String element(@Nullable Object value) {
        if (value instanceof String string) {
            return "'" + string + "'";
        }
        if (value == null || !value.getClass().isArray()) {
            return text(value);
        }
        StringJoiner joined = new StringJoiner(", ", "[", "]");
        IntStream.range(0, Array.getLength(value)).forEach(i -> joined.add(element(Array.get(value, i))));
        return joined.toString();
    }

    /**
     * {@code f'{value:specification}'}, for instance {@code .4f}, {@code 8.2f}, {@code .1%}, {@code <10} or nothing; rounds
     * as Python does, from the exact binary value, half to even.
     *
     * @throws IllegalArgumentException if the specification is another, or asks for digits of what is not a number
     */
    public static String format(@Nullable Object value, String specification) {
        Matcher matcher = SPECIFICATION.matcher(specification);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "cannot format as {:" + specification + "}; known are such as .4f, 8.2f, .1%, 5d, <10");
        }
        String kind = matcher.group(5);
        boolean plain = matcher.group(4) == null && !kind.equals("f") && !kind.equals("%");
        String digits = plain ? text(value) : digits(value, matcher.group(4), kind, specification);
        int width = matcher.group(2).isEmpty() ? 0 : Integer.parseInt(matcher.group(2));
        String padding = " ".repeat(Math.max(0, width - digits.length()));
        boolean left = matcher.group(1).equals("<") || (matcher.group(1).isEmpty() && !(value instanceof Number));
        return left ? digits + padding : padding + digits;
    }

    private static String digits(@Nullable Object value, @Nullable String places, String kind, String specification) {
        if (!(value instanceof Number number)) {
            throw new IllegalArgumentException("{:" + specification + "} formats a number, was given " + text(value)
                    + (value instanceof Value ? "; write .data after it" : ""));
        }
        if (!Double.isFinite(number.doubleValue())) {
            return text(number.doubleValue());
        }
        boolean percent = kind.equals("%");
        String magnitude = new BigDecimal(Math.abs(number.doubleValue()))
                .movePointRight(percent ? 2 : 0)
                .setScale(places == null ? 6 : Integer.parseInt(places), RoundingMode.HALF_EVEN)
                .toPlainString();
        boolean negative = Double.doubleToRawLongBits(number.doubleValue()) < 0; // So is -0.0.
        return (negative ? "-" : "") + magnitude + (percent ? "%" : "");
    }
}
