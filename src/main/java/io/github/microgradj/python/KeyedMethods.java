package io.github.microgradj.python;

import io.github.microgradj.python.Methods.Table;
import io.github.microgradj.python.value.Comparing;
import io.github.microgradj.python.value.Comparison;
import io.github.microgradj.python.value.Keys;
import io.github.microgradj.python.value.Keywords;
import io.github.microgradj.python.value.Operator;
import io.github.microgradj.python.value.PythonError;
import io.github.microgradj.python.value.PythonObject;
import io.github.microgradj.python.value.SequenceOperators;
import io.github.microgradj.python.value.Sequences;
import io.github.microgradj.python.value.Text;
import io.github.microgradj.python.value.Tuple;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The methods of {@code dict} and {@code set}. */
final class KeyedMethods {
    static final Table<Map<@Nullable Object, @Nullable Object>> DICTS = new Table<
                    Map<@Nullable Object, @Nullable Object>>("dict")
            .row("keys", 0, 0, (map, a) -> new View("dict_keys", Sequences.list(map.keySet())))
            .row("values", 0, 0, (map, a) -> new View("dict_values", Sequences.list(map.values())))
            .row("items", 0, 0, (map, a) -> new View("dict_items", items(map)))
            .row("get", 1, 2, (map, a) -> {
                Object key = Keys.in(map, a[0]);
                return map.containsKey(key) ? map.get(key) : a.length > 1 ? a[1] : null;
            })
            .row("pop", 1, 2, KeyedMethods::pop)
            .row("setdefault", 1, 2, (map, a) -> {
                Object key = Keys.in(map, a[0]);
                if (!map.containsKey(key)) {
                    map.put(key, a.length > 1 ? a[1] : null);
                }
                return map.get(key);
            })
            .row("update", 0, 2, KeyedMethods::update)
            .row("copy", 0, 0, (map, a) -> new LinkedHashMap<>(map))
            .row("clear", 0, 0, (map, a) -> {
                map.clear();
                return null;
            });

    static final Table<Set<@Nullable Object>> SETS = new Table<Set<@Nullable Object>>("set")
            .row("add", 1, 1, (set, a) -> {
                set.add(Keys.in(set, a[0]));
                return null;
            })
            .row("discard", 1, 1, (set, a) -> {
                set.remove(Keys.in(set, a[0]));
                return null;
            })
            .row("remove", 1, 1, (set, a) -> {
                if (!set.remove(Keys.in(set, a[0]))) {
                    throw new PythonError("KeyError", Text.repr(a[0]));
                }
                return null;
            })
            .row("pop", 0, 0, (set, a) -> {
                if (set.isEmpty()) {
                    throw new PythonError("KeyError", "'pop from an empty set'");
                }
                Object first = set.iterator().next();
                set.remove(first);
                return first;
            })
            .row("update", 1, 1, (set, a) -> {
                Sequences.iterable(a[0]).forEach(each -> set.add(Keys.in(set, each)));
                return null;
            })
            .row("union", 1, 1, (set, a) -> combined(Operator.OR, set, a[0]))
            .row("intersection", 1, 1, (set, a) -> combined(Operator.AND, set, a[0]))
            .row("difference", 1, 1, (set, a) -> combined(Operator.SUB, set, a[0]))
            .row("symmetric_difference", 1, 1, (set, a) -> combined(Operator.XOR, set, a[0]))
            .row("issubset", 1, 1, (set, a) -> Comparing.truth(Comparison.LE, set, Sequences.set(a[0])))
            .row("issuperset", 1, 1, (set, a) -> Comparing.truth(Comparison.GE, set, Sequences.set(a[0])))
            .row("copy", 0, 0, (set, a) -> Sequences.set(set))
            .row("clear", 0, 0, (set, a) -> {
                set.clear();
                return null;
            });

    private KeyedMethods() {}

    private static @Nullable Object combined(Operator operator, Set<@Nullable Object> set, @Nullable Object other) {
        return SequenceOperators.binary(operator, set, Sequences.set(other));
    }

    private static List<@Nullable Object> items(Map<@Nullable Object, @Nullable Object> map) {
        return Sequences.list(map.entrySet().stream()
                .map(entry -> Tuple.of(entry.getKey(), entry.getValue()))
                .toList());
    }

    private static @Nullable Object pop(Map<@Nullable Object, @Nullable Object> map, @Nullable Object... arguments) {
        Object key = Keys.in(map, arguments[0]);
        if (!map.containsKey(key) && arguments.length == 1) {
            throw new PythonError("KeyError", Text.repr(arguments[0]));
        }
        return map.containsKey(key) ? map.remove(key) : arguments[1];
    }

    private static @Nullable Object update(Map<@Nullable Object, @Nullable Object> map, @Nullable Object... arguments) {
        for (Object argument : arguments) {
            add(map, argument);
        }
        return null;
    }

    /** Adds entries to a dict. The argument is another dict, an iterable of pairs, or keyword arguments. */
    static void add(Map<@Nullable Object, @Nullable Object> map, @Nullable Object argument) {
        if (argument instanceof Keywords keywords) {
            map.putAll(keywords.values());
        } else if (argument instanceof Map<?, ?> other) {
            other.forEach((key, value) -> map.put(Keys.in(map, key), value));
        } else {
            int index = 0;
            for (Object pair : Sequences.iterable(argument)) {
                if (!Sequences.isIterable(pair)) {
                    throw PythonError.type(
                            "cannot convert dictionary update sequence element #%d to a sequence", index);
                }
                List<@Nullable Object> both = Sequences.list(pair);
                if (both.size() != 2) {
                    throw PythonError.value(
                            "dictionary update sequence element #%d has length %d; 2 is required", index, both.size());
                }
                map.put(Keys.in(map, both.get(0)), both.get(1));
                index++;
            }
        }
    }

    /**
     * The result of {@code dict.keys()}, {@code values()} or {@code items()}. It holds a copy of the elements. Its
     * {@code repr} begins with the name of its type, such as {@code dict_keys}.
     */
    private record View(String typeName, List<@Nullable Object> elements) implements PythonObject {
        @Override
        public Iterator<@Nullable Object> iterator() {
            return elements.iterator();
        }

        @Override
        public long length() {
            return elements.size();
        }

        @Override
        public boolean truth() {
            return !elements.isEmpty();
        }

        @Override
        public String repr() {
            return typeName + "(" + Text.repr(elements) + ")";
        }
    }
}
