package io.github.microgradj.python;

import io.github.microgradj.python.value.Keywords;
import io.github.microgradj.python.value.PythonError;
import io.github.microgradj.python.value.PythonFunction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Python's comprehensions and lambdas. The comprehension {@code [x * x for x in xs if x > 0]} becomes
 * {@code Each.list(Each.where(xs, x -> x > 0), x -> x * x)}. Elements are computed one by one, as in Python.
 */
public final class Each {
    /** The value of a local variable before its first assignment, if the variable may be read that early. */
    public static final Object UNBOUND = new Object();

    private Each() {}

    /** A function without parameters. */
    public interface Zero {
        @Nullable
        Object of();
    }

    /** A function of an element. */
    public interface One<T> {
        @Nullable
        Object of(T element);
    }

    /** A function of a whole number. */
    public interface OneNumber {
        @Nullable
        Object of(long number);
    }

    /** A function of two elements, or of the two parts of an element. */
    public interface Two {
        @Nullable
        Object of(@Nullable Object first, @Nullable Object second);
    }

    /** A function of three elements, or of the three parts of an element. */
    public interface Three {
        @Nullable
        Object of(@Nullable Object first, @Nullable Object second, @Nullable Object third);
    }

    /** A condition on two operands. */
    public interface Condition {
        boolean of(@Nullable Object first, @Nullable Object second);
    }

    private static One<@Nullable Object> ofParts(Two function) {
        return element -> {
            @Nullable Object[] parts = Py.unpack(element, 2);
            return function.of(parts[0], parts[1]);
        };
    }

    private static One<@Nullable Object> ofParts(Three function) {
        return element -> {
            @Nullable Object[] parts = Py.unpack(element, 3);
            return function.of(parts[0], parts[1], parts[2]);
        };
    }

    /** Returns the generator {@code (function(x) for x in elements)}. */
    public static <T> Iterator<Object> of(Iterable<T> elements, One<T> function) {
        Iterator<T> rest = elements.iterator();
        return Py.generator(new Iterator<>() {
            @Override
            public boolean hasNext() {
                return rest.hasNext();
            }

            @Override
            public @Nullable Object next() {
                return function.of(rest.next());
            }
        });
    }

    /** Returns the generator {@code (function(i) for i in range)}. */
    public static Iterator<Object> of(Iterable<Long> range, OneNumber function) {
        return of(range, (Long i) -> function.of(i));
    }

    /** Returns the generator {@code (function(a, b) for a, b in elements)}. */
    public static Iterator<Object> of(Iterable<?> elements, Two function) {
        return of(objects(elements), ofParts(function));
    }

    /** Returns the generator {@code (function(a, b, c) for a, b, c in elements)}. */
    public static Iterator<Object> of(Iterable<?> elements, Three function) {
        return of(objects(elements), ofParts(function));
    }

    @SuppressWarnings("unchecked") // The elements are only read.
    private static Iterable<@Nullable Object> objects(Iterable<?> elements) {
        return (Iterable<@Nullable Object>) elements;
    }

    /** Returns the elements for which a condition is true. */
    public static <T> Iterable<T> where(Iterable<T> elements, One<T> condition) {
        return () -> StreamSupport.stream(elements.spliterator(), false)
                .filter(each -> Py.truth(condition.of(each)))
                .iterator();
    }

    /** Returns the numbers for which a condition is true. */
    public static Iterable<Long> where(Iterable<Long> range, OneNumber condition) {
        return where(range, (Long i) -> condition.of(i));
    }

    /** Returns the pairs whose parts satisfy a condition. */
    public static Iterable<Object> where(Iterable<?> elements, Two condition) {
        return where(objects(elements), ofParts(condition));
    }

    /** Returns the triples whose parts satisfy a condition. */
    public static Iterable<Object> where(Iterable<?> elements, Three condition) {
        return where(objects(elements), ofParts(condition));
    }

    /** Returns {@code list(elements)}. */
    public static List<Object> list(Iterable<?> elements) {
        List<@Nullable Object> list = new ArrayList<>();
        elements.forEach(list::add);
        return list;
    }

    /** Returns the list {@code [function(x) for x in elements]}. */
    public static <T> List<Object> list(Iterable<T> elements, One<T> function) {
        return list(() -> of(elements, function));
    }

    /** Returns the list {@code [function(x) for x in elements]}. */
    public static List<Object> list(Iterable<Long> elements, OneNumber function) {
        return list(() -> of(elements, function));
    }

    /** Returns the list {@code [function(a, b) for a, b in elements]}. */
    public static List<Object> list(Iterable<?> elements, Two function) {
        return list(() -> of(elements, function));
    }

    /** Returns the list {@code [function(a, b, c) for a, b, c in elements]}. */
    public static List<Object> list(Iterable<?> elements, Three function) {
        return list(() -> of(elements, function));
    }

    /** Returns the set {@code {function(x) for x in elements}}. */
    public static <T> Set<Object> set(Iterable<T> elements, One<T> function) {
        return set(() -> of(elements, function));
    }

    /** Returns the set {@code {function(x) for x in elements}}. */
    public static Set<Object> set(Iterable<Long> elements, OneNumber function) {
        return set(() -> of(elements, function));
    }

    /** Returns the set {@code {function(a, b) for a, b in elements}}. */
    public static Set<Object> set(Iterable<?> elements, Two function) {
        return set(() -> of(elements, function));
    }

    /** Returns the set {@code {function(a, b, c) for a, b, c in elements}}. */
    public static Set<Object> set(Iterable<?> elements, Three function) {
        return set(() -> of(elements, function));
    }

    /** Returns the elements of {@code (e for x in elements for e in function(x))}. */
    public static <T> Iterable<Object> flat(Iterable<T> elements, One<T> function) {
        return flat(() -> of(elements, function));
    }

    /** Returns the elements of {@code (e for x in elements for e in function(x))}. */
    public static Iterable<Object> flat(Iterable<Long> elements, OneNumber function) {
        return flat(() -> of(elements, function));
    }

    /** Returns the elements of {@code (e for a, b in elements for e in function(a, b))}. */
    public static Iterable<Object> flat(Iterable<?> elements, Two function) {
        return flat(() -> of(elements, function));
    }

    /** Returns the elements of {@code (e for a, b, c in elements for e in function(a, b, c))}. */
    public static Iterable<Object> flat(Iterable<?> elements, Three function) {
        return flat(() -> of(elements, function));
    }

    /** Returns {@code set(elements)}. */
    public static Set<Object> set(Iterable<?> elements) {
        return Py.set(list(elements).toArray());
    }

    private static Iterable<@Nullable Object> flat(Iterable<?> parts) {
        return () -> new Iterator<>() {
            private final Iterator<?> rest = parts.iterator();
            private Iterator<@Nullable Object> part = Collections.emptyIterator();

            @Override
            public boolean hasNext() {
                while (!part.hasNext() && rest.hasNext()) {
                    part = Py.iter(rest.next()).iterator();
                }
                return part.hasNext();
            }

            @Override
            public @Nullable Object next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return part.next();
            }
        };
    }

    /** Returns the dict {@code {key(x): value(x) for x in elements}}. */
    public static <T> Map<Object, Object> dict(Iterable<T> elements, One<T> key, One<T> value) {
        Map<@Nullable Object, @Nullable Object> dict = Py.dict();
        elements.forEach(each -> Py.set(dict, key.of(each), value.of(each)));
        return dict;
    }

    /** Returns the dict {@code {key(i): value(i) for i in range}}. */
    public static Map<Object, Object> dict(Iterable<Long> range, OneNumber key, OneNumber value) {
        return dict(range, (Long i) -> key.of(i), (Long i) -> value.of(i));
    }

    /** Returns the dict {@code {key(a, b): value(a, b) for a, b in elements}}. */
    public static Map<Object, Object> dict(Iterable<?> elements, Two key, Two value) {
        return dict(objects(elements), ofParts(key), ofParts(value));
    }

    /** Returns a dict with the given key-value pairs. */
    public static Map<Object, Object> dict(Iterable<?> pairs) {
        return dict(pairs, (key, value) -> key, (key, value) -> value);
    }

    /** Returns {@code left and right}: the left operand if it is false, and the right one otherwise. */
    public static @Nullable Object and(@Nullable Object left, Supplier<? extends @Nullable Object> right) {
        return Py.truth(left) ? right.get() : left;
    }

    /** Returns {@code left or right}: the left operand if it is true, and the right one otherwise. */
    public static @Nullable Object or(@Nullable Object left, Supplier<? extends @Nullable Object> right) {
        return Py.truth(left) ? left : right.get();
    }

    /**
     * Returns the result of code that keeps a variable in an array. Functions nested in the code therefore read the
     * value that the variable has when they run.
     */
    public static <T extends @Nullable Object> T shared(Function<@Nullable Object[], T> code) {
        return code.apply(new Object[1]);
    }

    /**
     * Returns the value of an enclosing function's variable. Throws a {@code NameError} if the variable has not been
     * assigned.
     */
    public static @Nullable Object free(@Nullable Object value, String name) {
        if (value == UNBOUND) {
            throw PythonError.of(
                    "NameError",
                    "cannot access free variable '%s' where it is not associated with a value in enclosing scope",
                    name);
        }
        return value;
    }

    /**
     * Returns the value of a local variable. Throws an {@code UnboundLocalError} if the variable has not been assigned.
     */
    public static @Nullable Object bound(@Nullable Object value, String name) {
        if (value == UNBOUND) {
            throw PythonError.of(
                    "UnboundLocalError",
                    "cannot access local variable '%s' where it is not associated with a value",
                    name);
        }
        return value;
    }

    /** Discards the value of an expression that is evaluated only for its effects. */
    public static void run(@Nullable Object value) {}

    /**
     * Returns whether a condition holds for two operands. The operands are passed as arguments, so that each is
     * evaluated only once, as in {@code a < b() < c}.
     */
    public static boolean with(@Nullable Object first, @Nullable Object second, Condition condition) {
        return condition.of(first, second);
    }

    /** Returns the elements of all the parts, in order, as the arguments of a call such as {@code f(*xs, y)}. */
    public static @Nullable Object[] spread(Iterable<?>... parts) {
        return Stream.of(parts).flatMap(part -> list(part).stream()).toArray();
    }

    /** Returns the values for the targets of {@code a, *b, c = elements}; the value for {@code *b} is a list. */
    public static @Nullable Object[] unpack(@Nullable Object elements, int before, int after) {
        List<@Nullable Object> all = list(Py.iter(elements));
        if (all.size() < before + after) {
            throw PythonError.value(
                    "not enough values to unpack (expected at least %d, got %d)", before + after, all.size());
        }
        List<@Nullable Object> parts = new ArrayList<>(all.subList(0, before));
        parts.add(new ArrayList<>(all.subList(before, all.size() - after)));
        parts.addAll(all.subList(all.size() - after, all.size()));
        return parts.toArray();
    }

    /** Returns a function with a signature such as {@code f(a, b=, *rest, **named)} and the given default values. */
    public static PythonFunction function(String signature, PythonFunction function, @Nullable Object... defaults) {
        return new DefinedFunction(signature, function, defaults);
    }

    /** Returns a function without parameters. */
    public static PythonFunction function(Zero function) {
        return arguments -> {
            check(arguments, 0);
            return function.of();
        };
    }

    /** Returns a function of one argument. */
    public static PythonFunction function(One<@Nullable Object> function) {
        return arguments -> {
            check(arguments, 1);
            return function.of(arguments[0]);
        };
    }

    /** Returns a function of two arguments. */
    public static PythonFunction function(Two function) {
        return arguments -> {
            check(arguments, 2);
            return function.of(arguments[0], arguments[1]);
        };
    }

    /** Returns a function of three arguments. */
    public static PythonFunction function(Three function) {
        return arguments -> {
            check(arguments, 3);
            return function.of(arguments[0], arguments[1], arguments[2]);
        };
    }

    private static void check(@Nullable Object[] arguments, int expected) {
        if (arguments.length > 0 && arguments[arguments.length - 1] instanceof Keywords) {
            throw PythonError.type("this function takes its arguments by position, not by name");
        }
        if (arguments.length != expected) {
            throw PythonError.type(
                    "the function takes %d positional argument%s but %d %s given",
                    expected, expected == 1 ? "" : "s", arguments.length, arguments.length == 1 ? "was" : "were");
        }
    }
}
