package io.github.microgradj.python.value;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Python's comparison operators, such as {@code ==}, {@code <}, {@code in} and {@code is}. */
public final class Comparing {
    private Comparing() {}

    /** Returns {@code left comparison right}, which is a bool unless an operand is an array. */
    public static Object compare(Comparison comparison, @Nullable Object left, @Nullable Object right) {
        Object result = left instanceof PythonObject object ? object.compare(comparison, right) : null;
        if (result == null && right instanceof PythonObject object) {
            result = object.compare(comparison.mirrored(), left);
        }
        return result != null ? result : (Object) plain(comparison, left, right);
    }

    /** Returns whether {@code left == right}. */
    public static boolean equal(@Nullable Object left, @Nullable Object right) {
        return truth(Comparison.EQ, left, right);
    }

    public static boolean truth(Comparison comparison, @Nullable Object left, @Nullable Object right) {
        Object result = compare(comparison, left, right);
        return truth(result);
    }

    /** Returns {@code bool(object)}. */
    public static boolean truth(@Nullable Object object) {
        if (object instanceof Boolean truth) {
            return truth;
        }
        if (object instanceof PythonObject own) {
            return own.truth();
        }
        Number number = PythonNumbers.plain(object);
        if (number != null) {
            return PythonNumbers.compare(number, 0L) != 0;
        }
        Object plain = Sequences.plain(object);
        boolean sized = plain instanceof String || plain instanceof Collection || plain instanceof Map;
        return sized ? Sequences.size(plain) != 0 : plain != null;
    }

    private static boolean plain(Comparison comparison, @Nullable Object left, @Nullable Object right) {
        Number a = PythonNumbers.plain(left);
        Number b = PythonNumbers.plain(right);
        if (a != null && b != null) {
            int order = PythonNumbers.compare(a, b);
            return order == 2 ? comparison == Comparison.NE : comparison.of(order);
        }
        Object x = Sequences.plain(left);
        Object y = Sequences.plain(right);
        if (comparison == Comparison.EQ || comparison == Comparison.NE) {
            return same(x, y) == (comparison == Comparison.EQ);
        }
        if (x instanceof String s && y instanceof String t) {
            return comparison.of(compare(s, t));
        }
        if (x instanceof Set<?> s && y instanceof Set<?> t) {
            return switch (comparison) {
                case LT -> s.size() < t.size() && within(s, t);
                case LE -> within(s, t);
                case GT -> t.size() < s.size() && within(t, s);
                default -> within(t, s);
            };
        }
        if (x instanceof List<?> s && y instanceof List<?> t && kind(s) == kind(t) && !(s instanceof PythonRange)) {
            return lists(comparison, s, t);
        }
        throw PythonError.type(
                "'%s' not supported between instances of '%s' and '%s'",
                comparison.symbol(), TypeName.of(left), TypeName.of(right));
    }

    private static Class<?> kind(List<?> list) {
        return list instanceof Tuple ? Tuple.class : list instanceof PythonRange ? PythonRange.class : List.class;
    }

    private static boolean within(Set<?> part, Set<?> all) {
        return part.stream().allMatch(each -> all.contains(Keys.in(all, each)));
    }

    /** Returns the order of two strings by code points. */
    private static int compare(String s, String t) {
        int i = 0;
        while (i < s.length() && i < t.length()) {
            int a = s.codePointAt(i);
            int b = t.codePointAt(i);
            if (a != b) {
                return a - b;
            }
            i += Character.charCount(a);
        }
        return s.length() - t.length();
    }

    private static boolean lists(Comparison comparison, List<?> s, List<?> t) {
        for (int i = 0; i < Math.min(s.size(), t.size()); i++) {
            if (!is(s.get(i), t.get(i)) && !equal(s.get(i), t.get(i))) {
                return truth(comparison, s.get(i), t.get(i));
            }
        }
        return comparison.of(Integer.compare(s.size(), t.size()));
    }

    private static boolean same(@Nullable Object x, @Nullable Object y) {
        if (x == y) {
            return true;
        }
        if (x instanceof List<?> s && y instanceof List<?> t) {
            if (kind(s) != kind(t) || s.size() != t.size()) {
                return false;
            }
            Iterator<?> other = t.iterator();
            return s.stream().allMatch(each -> sameElement(each, other.next()));
        }
        if (x instanceof Map<?, ?> s && y instanceof Map<?, ?> t) {
            return s.size() == t.size()
                    && s.entrySet().stream().allMatch(entry -> {
                        Object key = Keys.in(t, entry.getKey());
                        return t.containsKey(key) && sameElement(entry.getValue(), t.get(key));
                    });
        }
        if (x instanceof Set<?> s && y instanceof Set<?> t) {
            return s.size() == t.size() && within(s, t);
        }
        return Objects.equals(x, y);
    }

    /** Returns whether two elements are the same object or equal. A NaN equals itself as an element of a container. */
    private static boolean sameElement(@Nullable Object x, @Nullable Object y) {
        return x == y || equal(x, y);
    }

    /**
     * Returns {@code left is right}. Numbers, bools and strings are compared by value, because they have no stable
     * identity.
     */
    public static boolean is(@Nullable Object left, @Nullable Object right) {
        if (left == right) {
            return true;
        }
        Object a = left instanceof Number ? PythonNumbers.plain(left) : left;
        Object b = right instanceof Number ? PythonNumbers.plain(right) : right;
        boolean plain = a instanceof Number || a instanceof Boolean || a instanceof String;
        return plain && Objects.equals(a, b);
    }

    /** Returns {@code element in container}. */
    public static boolean contains(@Nullable Object container, @Nullable Object element) {
        Object plain = Sequences.plain(container);
        if (plain instanceof String text) {
            if (Sequences.plain(element) instanceof String part) {
                return text.contains(part);
            }
            throw PythonError.type("'in <string>' requires string as left operand, not %s", TypeName.of(element));
        }
        if (plain instanceof Map<?, ?> map) {
            return map.containsKey(Keys.in(map, element));
        }
        if (plain instanceof Set<?> set) {
            return !(element instanceof Set) && set.contains(Keys.in(set, element));
        }
        if (plain instanceof PythonRange range && PythonNumbers.plain(element) instanceof Long whole) {
            long distance = whole - range.start();
            return distance % range.step() == 0
                    && distance / range.step() >= 0
                    && distance / range.step() < range.size();
        }
        if (plain instanceof Collection<?> elements) {
            return elements.stream().anyMatch(each -> sameElement(each, element));
        }
        if (!Sequences.isIterable(plain)) {
            throw PythonError.type("argument of type '%s' is not iterable", TypeName.of(container));
        }
        for (Object each : Sequences.iterable(plain)) {
            if (sameElement(each, element)) {
                return true;
            }
        }
        return false;
    }
}
