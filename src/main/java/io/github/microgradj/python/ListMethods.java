package io.github.microgradj.python;

import io.github.microgradj.python.Methods.Table;
import io.github.microgradj.python.value.Arguments;
import io.github.microgradj.python.value.Comparing;
import io.github.microgradj.python.value.PythonError;
import io.github.microgradj.python.value.PythonNumbers;
import io.github.microgradj.python.value.PythonRange;
import io.github.microgradj.python.value.Sequences;
import io.github.microgradj.python.value.Slice;
import io.github.microgradj.python.value.Text;
import io.github.microgradj.python.value.Tuple;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The methods of {@code list}, {@code tuple} and {@code range}. */
final class ListMethods {
    static final Table<List<@Nullable Object>> TUPLES = new Table<List<@Nullable Object>>("tuple")
            .row("index", 1, 3, ListMethods::index)
            .row("count", 1, 1, ListMethods::count);

    static final Table<List<@Nullable Object>> LISTS = new Table<List<@Nullable Object>>("list")
            .row("index", 1, 3, ListMethods::index)
            .row("count", 1, 1, ListMethods::count)
            .row("append", 1, 1, (list, a) -> {
                list.add(a[0]);
                return null;
            })
            .row("extend", 1, 1, (list, a) -> {
                list.addAll(Sequences.list(a[0]));
                return null;
            })
            .row("insert", 2, 2, ListMethods::insert)
            .row("pop", 0, 1, ListMethods::pop)
            .row("remove", 1, 1, ListMethods::remove)
            .row("clear", 0, 0, (list, a) -> {
                list.clear();
                return null;
            })
            .row("copy", 0, 0, (list, a) -> Sequences.list(list))
            .row("reverse", 0, 0, (list, a) -> {
                Collections.reverse(list);
                return null;
            })
            .row("sort", 0, 1, ListMethods::sort);

    private ListMethods() {}

    private static int find(List<@Nullable Object> list, @Nullable Object element, Slice.Indices span) {
        for (int i = span.first(); i < span.first() + span.count(); i++) {
            if (list.get(i) == element || Comparing.equal(list.get(i), element)) {
                return i;
            }
        }
        return -1;
    }

    private static Object index(List<@Nullable Object> list, @Nullable Object... arguments) {
        Slice from =
                new Slice(arguments.length > 1 ? arguments[1] : null, arguments.length > 2 ? arguments[2] : null, null);
        int at = find(list, arguments[0], from.of(list.size()));
        if (at < 0) {
            throw new PythonError(
                    "ValueError",
                    list instanceof Tuple
                            ? "tuple.index(x): x not in tuple"
                            : Text.repr(arguments[0])
                                    + ((Object) list instanceof PythonRange ? " is not in range" : " is not in list"));
        }
        return (long) at;
    }

    private static Object count(List<@Nullable Object> list, @Nullable Object... arguments) {
        return list.stream()
                .filter(each -> each == arguments[0] || Comparing.equal(each, arguments[0]))
                .count();
    }

    private static @Nullable Object insert(List<@Nullable Object> list, @Nullable Object... arguments) {
        Slice.Indices span = new Slice(PythonNumbers.index(arguments[0]), null, null).of(list.size());
        list.add(span.first(), arguments[1]);
        return null;
    }

    private static @Nullable Object pop(List<@Nullable Object> list, @Nullable Object... arguments) {
        if (list.isEmpty()) {
            throw new PythonError("IndexError", "pop from empty list");
        }
        long at = arguments.length == 0 ? -1 : PythonNumbers.index(arguments[0]);
        long from = at < 0 ? at + list.size() : at;
        if (from < 0 || from >= list.size()) {
            throw new PythonError("IndexError", "pop index out of range");
        }
        return list.remove((int) from);
    }

    private static @Nullable Object remove(List<@Nullable Object> list, @Nullable Object... arguments) {
        int at = find(list, arguments[0], new Slice(null, null, null).of(list.size()));
        if (at < 0) {
            throw PythonError.value("list.remove(x): x not in list");
        }
        list.remove(at);
        return null;
    }

    private static @Nullable Object sort(List<@Nullable Object> list, @Nullable Object... given) {
        Arguments arguments = Arguments.of("sort", given, "*key", "*reverse");
        List<@Nullable Object> sorted =
                Sorting.sorted(list, arguments.get("key"), Comparing.truth(arguments.get("reverse", false)));
        for (int i = 0; i < sorted.size(); i++) {
            list.set(i, sorted.get(i));
        }
        return null;
    }
}
