package io.github.microgradj.python.value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The operators of strings, lists, tuples, sets and dicts. */
public final class SequenceOperators {
    private SequenceOperators() {}

    /** Returns {@code left operator right}, or null if it is not defined. */
    public static @Nullable Object binary(Operator operator, @Nullable Object left, @Nullable Object right) {
        Object a = Sequences.plain(left);
        Object b = Sequences.plain(right);
        return switch (operator) {
            case ADD -> joined(a, b);
            case MUL -> isSequence(a) ? repeated(a, right) : isSequence(b) ? repeated(b, left) : null;
            case MOD -> a instanceof String format ? PercentFormat.of(format, b) : null;
            case AND, OR, SUB, XOR -> ofSets(operator, a, b);
            default -> null;
        };
    }

    private static boolean isSequence(@Nullable Object object) {
        return object instanceof String || (object instanceof List && !(object instanceof PythonRange));
    }

    private static @Nullable Object joined(@Nullable Object a, @Nullable Object b) {
        if (a instanceof String left) {
            return left + string(b);
        }
        if (!(a instanceof List<?> left) || a instanceof PythonRange) {
            return null;
        }
        boolean tuple = left instanceof Tuple;
        if (!(b instanceof List<?> right) || b instanceof PythonRange || right instanceof Tuple != tuple) {
            String type = tuple ? "tuple" : "list";
            throw PythonError.type("can only concatenate %s (not \"%s\") to %s", type, TypeName.of(b), type);
        }
        List<@Nullable Object> all = new ArrayList<>(left);
        all.addAll(right);
        return tuple ? Tuple.of(all.toArray()) : all;
    }

    private static String string(@Nullable Object b) {
        if (b instanceof String right) {
            return right;
        }
        throw PythonError.type("can only concatenate str (not \"%s\") to str", TypeName.of(b));
    }

    private static Object repeated(@Nullable Object sequence, @Nullable Object times) {
        if (!PythonNumbers.isInt(times)) {
            throw PythonError.type("can't multiply sequence by non-int of type '%s'", TypeName.of(times));
        }
        int count = (int) Math.max(0, Math.min(Integer.MAX_VALUE, PythonNumbers.index(times)));
        if (sequence instanceof String text) {
            return text.repeat(count);
        }
        List<?> elements = Sequences.list(sequence);
        List<@Nullable Object> all = new ArrayList<>();
        for (int i = 0; i < count && !elements.isEmpty(); i++) {
            all.addAll(elements);
        }
        return sequence instanceof Tuple ? Tuple.of(all.toArray()) : all;
    }

    private static @Nullable Object ofSets(Operator operator, @Nullable Object a, @Nullable Object b) {
        if (operator == Operator.OR && a instanceof Map<?, ?> left && b instanceof Map<?, ?> right) {
            Map<@Nullable Object, @Nullable Object> all = new LinkedHashMap<>(left);
            right.forEach((key, value) -> all.put(Keys.in(all, key), value));
            return all;
        }
        if (!(a instanceof Set<?> left && b instanceof Set<?> right)) {
            return null;
        }
        Set<@Nullable Object> result = new LinkedHashSet<>();
        if (operator == Operator.OR) {
            left.forEach(result::add);
            right.forEach(each -> result.add(Keys.in(result, each)));
            return result;
        }
        for (Object each : left) {
            if (right.contains(Keys.in(right, each)) == (operator == Operator.AND)) {
                result.add(each);
            }
        }
        if (operator == Operator.XOR) {
            right.stream().filter(each -> !left.contains(Keys.in(left, each))).forEach(result::add);
        }
        return result;
    }
}
