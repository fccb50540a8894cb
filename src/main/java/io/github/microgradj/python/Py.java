package io.github.microgradj.python;

import io.github.microgradj.python.value.Arithmetic;
import io.github.microgradj.python.value.Comparing;
import io.github.microgradj.python.value.Comparison;
import io.github.microgradj.python.value.FormatSpecification;
import io.github.microgradj.python.value.Operator;
import io.github.microgradj.python.value.PercentFormat;
import io.github.microgradj.python.value.PythonError;
import io.github.microgradj.python.value.PythonIterator;
import io.github.microgradj.python.value.PythonNumbers;
import io.github.microgradj.python.value.PythonRange;
import io.github.microgradj.python.value.Sequences;
import io.github.microgradj.python.value.Slice;
import io.github.microgradj.python.value.Text;
import io.github.microgradj.python.value.Tuple;
import io.github.microgradj.python.value.TypeName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Python's operators and built-in functions on objects of any type. A translated Python cell calls these methods where
 * the translator does not know the types. Most methods have the name of a function in Python's {@code operator} module
 * or of a built-in function. Errors are {@link PythonError}s with CPython's messages.
 *
 * <p>None is represented by {@code null}, a bool by {@code Boolean}, an int by {@code Long} ({@code BigInteger} beyond
 * 64 bits), a float by {@code Double}, a str by {@code String}, a list by {@link List}, a tuple by {@link Tuple}, a
 * dict by {@link Map} and a set by {@link Set}. Java's other numbers are read as ints or floats, and its arrays as
 * lists.
 */
public final class Py {
    private Py() {}

    /** Returns {@code a + b}. */
    public static Object add(@Nullable Object a, @Nullable Object b) {
        return Arithmetic.binary(Operator.ADD, a, b, false);
    }

    /** Returns {@code a - b}. */
    public static Object sub(@Nullable Object a, @Nullable Object b) {
        return Arithmetic.binary(Operator.SUB, a, b, false);
    }

    /** Returns {@code a * b}. */
    public static Object mul(@Nullable Object a, @Nullable Object b) {
        return Arithmetic.binary(Operator.MUL, a, b, false);
    }

    /** Returns {@code a / b}. */
    public static Object truediv(@Nullable Object a, @Nullable Object b) {
        return Arithmetic.binary(Operator.TRUEDIV, a, b, false);
    }

    /** Returns {@code a / b} for floats. */
    public static double truediv(double a, double b) {
        if (b == 0) {
            throw new PythonError("ZeroDivisionError", "float division by zero");
        }
        return a / b;
    }

    /** Returns {@code a / b} for ints; the result is a float. */
    public static double truediv(long a, long b) {
        return (double) truediv((Object) a, (Object) b);
    }

    /** Returns {@code a // b}, the quotient rounded down. */
    public static Object floordiv(@Nullable Object a, @Nullable Object b) {
        return Arithmetic.binary(Operator.FLOORDIV, a, b, false);
    }

    /**
     * Returns {@code a % b}, which is the remainder with the sign of {@code b} or, if {@code a} is a string, the
     * formatted text.
     */
    public static Object mod(@Nullable Object a, @Nullable Object b) {
        return Arithmetic.binary(Operator.MOD, a, b, false);
    }

    /** Returns {@code a ** b}. */
    public static Object pow(@Nullable Object a, @Nullable Object b) {
        return Arithmetic.binary(Operator.POW, a, b, false);
    }

    /** Returns {@code a @ b}. */
    public static Object matmul(@Nullable Object a, @Nullable Object b) {
        return Arithmetic.binary(Operator.MATMUL, a, b, false);
    }

    /** Returns {@code a operator b} for an operator given by its symbol, such as {@code "&"} or {@code "<<"}. */
    public static Object binary(String operator, @Nullable Object a, @Nullable Object b) {
        return Arithmetic.binary(operator(operator), a, b, false);
    }

    private static Operator operator(String symbol) {
        return Arrays.stream(Operator.values())
                .filter(each -> each.symbol().equals(symbol))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no operator " + symbol));
    }

    /** Returns the value of {@code a} after {@code a += b}. A list is extended in place. */
    public static Object iadd(@Nullable Object a, @Nullable Object b) {
        return inPlace("+", a, b);
    }

    /** Returns the value of {@code a} after {@code a -= b}. */
    public static Object isub(@Nullable Object a, @Nullable Object b) {
        return inPlace("-", a, b);
    }

    /** Returns the value of {@code a} after {@code a *= b}. A list is repeated in place. */
    public static Object imul(@Nullable Object a, @Nullable Object b) {
        return inPlace("*", a, b);
    }

    /** Returns the value of {@code a} after {@code a /= b}. */
    public static Object itruediv(@Nullable Object a, @Nullable Object b) {
        return inPlace("/", a, b);
    }

    /**
     * Returns the value of {@code a} after {@code a operator= b}, for an operator given by its symbol, such as
     * {@code "//"}. Lists, sets and dicts are changed in place.
     */
    @SuppressWarnings("unchecked") // The elements of Python's containers are objects.
    public static Object inPlace(String operator, @Nullable Object a, @Nullable Object b) {
        if (a instanceof List<?> list && !(a instanceof Tuple) && !(a instanceof PythonRange)) {
            List<@Nullable Object> elements = (List<@Nullable Object>) list;
            if (operator.equals("+")) {
                elements.addAll(Sequences.list(b));
                return elements;
            }
            if (operator.equals("*") && PythonNumbers.isInt(b)) {
                List<?> repeated = (List<?>) mul(a, b);
                elements.clear();
                elements.addAll(repeated);
                return elements;
            }
        }
        Object result = Arithmetic.binary(operator(operator), a, b, true);
        if (a instanceof Set<?> set && result instanceof Set<?> changed) {
            Set<@Nullable Object> elements = (Set<@Nullable Object>) set;
            elements.retainAll(changed);
            elements.addAll(changed);
            return elements;
        }
        if (a instanceof Map<?, ?> map && result instanceof Map<?, ?> changed) {
            ((Map<@Nullable Object, @Nullable Object>) map).putAll(changed);
            return map;
        }
        return result;
    }

    /** Returns {@code -a}. */
    public static Object neg(@Nullable Object a) {
        return Arithmetic.unary("-", a);
    }

    /** Returns {@code +a}. */
    public static Object pos(@Nullable Object a) {
        return Arithmetic.unary("+", a);
    }

    /** Returns {@code ~a}. */
    public static Object invert(@Nullable Object a) {
        return Arithmetic.unary("~", a);
    }

    /** Returns whether {@code a == b}. */
    public static boolean eq(@Nullable Object a, @Nullable Object b) {
        return Comparing.equal(a, b);
    }

    /** Returns whether {@code a != b}. */
    public static boolean ne(@Nullable Object a, @Nullable Object b) {
        return Comparing.truth(Comparison.NE, a, b);
    }

    /** Returns whether {@code a < b}. */
    public static boolean lt(@Nullable Object a, @Nullable Object b) {
        return Comparing.truth(Comparison.LT, a, b);
    }

    /** Returns whether {@code a <= b}. */
    public static boolean le(@Nullable Object a, @Nullable Object b) {
        return Comparing.truth(Comparison.LE, a, b);
    }

    /** Returns whether {@code a > b}. */
    public static boolean gt(@Nullable Object a, @Nullable Object b) {
        return Comparing.truth(Comparison.GT, a, b);
    }

    /** Returns whether {@code a >= b}. */
    public static boolean ge(@Nullable Object a, @Nullable Object b) {
        return Comparing.truth(Comparison.GE, a, b);
    }

    /**
     * Returns the result of {@code a comparison b} for a comparison given by its symbol, such as {@code "<"}. The
     * result is a bool or, if an operand is an array, an array of bools.
     */
    public static Object compare(String comparison, @Nullable Object a, @Nullable Object b) {
        return Arrays.stream(Comparison.values())
                .filter(each -> each.symbol().equals(comparison))
                .map(each -> Comparing.compare(each, a, b))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no comparison operator " + comparison));
    }

    /** Returns whether {@code a is b}. */
    public static boolean is(@Nullable Object a, @Nullable Object b) {
        return Comparing.is(a, b);
    }

    /** Returns whether {@code element in container}. */
    public static boolean contains(@Nullable Object container, @Nullable Object element) {
        return Comparing.contains(container, element);
    }

    /** Returns {@code bool(object)}: whether the body of {@code if object:} runs. */
    public static boolean truth(@Nullable Object object) {
        return Comparing.truth(object);
    }

    /** Returns {@code object[index]}; the index may be a {@link Slice} or a tuple. */
    public static @Nullable Object get(@Nullable Object object, @Nullable Object index) {
        return Subscripts.get(object, index);
    }

    /** Returns {@code object[start:stop:step]}; an omitted part is None. */
    public static @Nullable Object getSlice(
            @Nullable Object object, @Nullable Object start, @Nullable Object stop, @Nullable Object step) {
        return Subscripts.get(object, new Slice(start, stop, step));
    }

    /** Assigns {@code object[index] = value}. */
    public static void set(@Nullable Object object, @Nullable Object index, @Nullable Object value) {
        Subscripts.set(object, index, value);
    }

    /** Assigns {@code object[start:stop:step] = values}. */
    public static void setSlice(
            @Nullable Object object,
            @Nullable Object start,
            @Nullable Object stop,
            @Nullable Object step,
            @Nullable Object values) {
        Subscripts.set(object, new Slice(start, stop, step), values);
    }

    /** Runs {@code del object[index]}. */
    public static void del(@Nullable Object object, @Nullable Object index) {
        Subscripts.delete(object, index);
    }

    /** Returns {@code object.name}. */
    public static @Nullable Object attr(@Nullable Object object, String name) {
        return Attributes.get(object, name);
    }

    /** Assigns {@code object.name = value}. */
    public static void setAttr(@Nullable Object object, String name, @Nullable Object value) {
        Attributes.set(object, name, value);
    }

    /** Returns {@code object.name(*arguments)}; the last argument may be {@code Keywords}. */
    public static @Nullable Object callMethod(@Nullable Object object, String name, @Nullable Object... arguments) {
        return Attributes.call(object, name, arguments);
    }

    /** Returns {@code function(*arguments)}; the last argument may be {@code Keywords}. */
    public static @Nullable Object call(@Nullable Object function, @Nullable Object... arguments) {
        return Calls.call(function, arguments);
    }

    /**
     * Returns the built-in function or type with this name as an object, such as {@code float} in {@code map(float,
     * xs)} or {@code int} in {@code isinstance(x, int)}.
     *
     * @throws PythonError if there is none
     */
    public static Object builtin(String name) {
        Object known = BuiltIns.named(name);
        if (known == null) {
            throw PythonError.of("NameError", "name '%s' is not defined", name);
        }
        return known;
    }

    /** Returns whether there is a built-in function or type with this name. */
    public static boolean isBuiltin(String name) {
        return BuiltIns.named(name) != null;
    }

    /** Returns {@code name(*arguments)} for the name of a built-in function or type. */
    public static @Nullable Object callBuiltin(String name, @Nullable Object... arguments) {
        return Calls.call(builtin(name), arguments);
    }

    /** Returns the elements over which {@code for each in object} iterates. */
    public static Iterable<Object> iter(@Nullable Object object) {
        return Sequences.iterable(object);
    }

    /** Returns a generator of elements that are computed on demand. It can be iterated only once. */
    public static Iterator<Object> generator(Iterator<@Nullable Object> elements) {
        return new PythonIterator("generator", elements);
    }

    /**
     * Returns the values for the targets of {@code a, b = object}. The object must have exactly {@code count} elements.
     */
    public static @Nullable Object[] unpack(@Nullable Object object, int count) {
        if (!Sequences.isIterable(object)) {
            throw PythonError.type("cannot unpack non-iterable %s object", TypeName.of(object));
        }
        List<@Nullable Object> elements = new ArrayList<>();
        for (Object each : Sequences.iterable(object)) {
            if (elements.size() == count) {
                throw PythonError.value("too many values to unpack (expected %d)", count);
            }
            elements.add(each);
        }
        if (elements.size() < count) {
            throw PythonError.value("not enough values to unpack (expected %d, got %d)", count, elements.size());
        }
        return elements.toArray();
    }

    /** Returns the list {@code [a, b]}. */
    public static List<Object> list(@Nullable Object... elements) {
        return new ArrayList<>(Arrays.asList(elements));
    }

    /** Returns the tuple {@code (a, b)}. */
    public static Tuple tuple(@Nullable Object... elements) {
        return Tuple.of(elements);
    }

    /** Returns the dict {@code {key: value}} from alternating keys and values. */
    public static Map<Object, Object> dict(@Nullable Object... keysAndValues) {
        Map<@Nullable Object, @Nullable Object> dict = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            Subscripts.set(dict, keysAndValues[i], keysAndValues[i + 1]);
        }
        return dict;
    }

    /** Returns the set {@code {a, b}}. */
    public static Set<Object> set(@Nullable Object... elements) {
        return elements.length == 0 ? new LinkedHashSet<>() : Sequences.set(list(elements));
    }

    /** Returns {@code range(start, stop, step)}. */
    public static PythonRange range(@Nullable Object... bounds) {
        return (PythonRange) BuiltIns.range(bounds);
    }

    /** Returns {@code len(object)}. */
    public static long len(@Nullable Object object) {
        return Sequences.size(object);
    }

    /** Returns {@code str(object)}. */
    public static String str(@Nullable Object object) {
        return Text.str(object);
    }

    /** Returns {@code repr(object)}. */
    public static String repr(@Nullable Object object) {
        return Text.repr(object);
    }

    /** Returns {@code isinstance(object, types)}; {@code types} is a type or a tuple of types. */
    public static boolean isinstance(@Nullable Object object, @Nullable Object types) {
        return Types.isInstance(object, types);
    }

    /** Returns {@code type(object)}. */
    public static TypeObject type(@Nullable Object object) {
        return Types.of(object);
    }

    /** Returns {@code format(object, specification)}, the text of {@code {object:specification}} in an f-string. */
    public static String format(@Nullable Object object, String specification) {
        return specification.isEmpty()
                ? Text.str(object)
                : FormatSpecification.of(specification).apply(object);
    }

    /** Returns {@code format % arguments}. */
    public static String formatPercent(String format, @Nullable Object arguments) {
        return PercentFormat.of(format, arguments);
    }

    /** Runs {@code print(*objects)}. */
    public static void print(@Nullable Object... objects) {
        print(objects, " ", "\n");
    }

    /** Runs {@code print(*objects, sep=separator, end=end)}. */
    public static void print(@Nullable Object[] objects, String separator, String end) {
        System.out.print(Arrays.stream(objects).map(Text::str).collect(Collectors.joining(separator)) + end);
    }
}
