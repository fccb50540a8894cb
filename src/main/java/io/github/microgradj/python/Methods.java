package io.github.microgradj.python;

import io.github.microgradj.python.value.PythonError;
import io.github.microgradj.python.value.Sequences;
import io.github.microgradj.python.value.TypeName;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The methods of the built-in types, by type and name. */
final class Methods {
    /** A method of a built-in type. */
    interface Method<T> {
        @Nullable
        Object call(T self, @Nullable Object... arguments);
    }

    /** A table of the methods of one type. */
    static final class Table<T> {
        private final String type;
        private final Map<String, Row<T>> rows = new TreeMap<>();

        private record Row<T>(int least, int most, Method<T> method) {}

        Table(String type) {
            this.type = type;
        }

        /** Adds a method that takes {@code least} to {@code most} arguments; {@code Keywords} count as one. */
        Table<T> row(String name, int least, int most, Method<T> method) {
            rows.put(name, new Row<>(least, most, method));
            return this;
        }

        @SuppressWarnings("unchecked") // The table is chosen by the type of self.
        @Nullable
        Object call(Object self, String name, @Nullable Object... arguments) {
            Row<T> row = rows.get(name);
            if (row == null) {
                throw PythonError.attribute(type, name);
            }
            int given = arguments.length;
            if (given >= row.least && given <= row.most) {
                return row.method.call((T) self, arguments);
            }
            if (row.least == row.most) {
                throw row.most <= 1
                        ? PythonError.type(
                                "%s.%s() takes %s (%d given)",
                                type, name, row.most == 0 ? "no arguments" : "exactly one argument", given)
                        : PythonError.type("%s expected %d arguments, got %d", name, row.most, given);
            }
            throw PythonError.type(
                    "%s expected at %s %d argument%s, got %d",
                    name,
                    given < row.least ? "least" : "most",
                    given < row.least ? row.least : row.most,
                    (given < row.least ? row.least : row.most) == 1 ? "" : "s",
                    given);
        }
    }

    private static final Map<String, Table<?>> TABLES = Map.of(
            "str", StringMethods.TABLE,
            "list", ListMethods.LISTS,
            "tuple", ListMethods.TUPLES,
            "range", ListMethods.TUPLES,
            "dict", KeyedMethods.DICTS,
            "set", KeyedMethods.SETS,
            "int", NumberMethods.INTS,
            "bool", NumberMethods.INTS,
            "float", NumberMethods.FLOATS);

    private Methods() {}

    static List<String> names(@Nullable Object object) {
        Table<?> table = TABLES.get(TypeName.of(object));
        return table == null ? List.of() : List.copyOf(table.rows.keySet());
    }

    static @Nullable Object call(@Nullable Object object, String name, @Nullable Object... arguments) {
        Table<?> table = TABLES.get(TypeName.of(object));
        Object plain = Sequences.plain(object);
        if (table == null || plain == null) {
            throw PythonError.attribute(TypeName.of(object), name);
        }
        return table.call(plain, name, arguments);
    }
}
