package io.github.microgradj.python;

import io.github.microgradj.python.value.Keys;
import io.github.microgradj.python.value.PythonError;
import io.github.microgradj.python.value.PythonNumbers;
import io.github.microgradj.python.value.PythonObject;
import io.github.microgradj.python.value.PythonRange;
import io.github.microgradj.python.value.Sequences;
import io.github.microgradj.python.value.Slice;
import io.github.microgradj.python.value.Text;
import io.github.microgradj.python.value.Tuple;
import io.github.microgradj.python.value.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The operations on elements and slices: {@code x[i]}, {@code x[i] = v}, {@code del x[i]}, {@code x[a:b:c]}. */
final class Subscripts {
    private Subscripts() {}

    static @Nullable Object get(@Nullable Object object, @Nullable Object index) {
        if (object instanceof PythonObject own) {
            return own.item(index);
        }
        Object plain = Sequences.plain(object);
        if (plain instanceof Map<?, ?> map) {
            Object key = Keys.in(map, index);
            if (!map.containsKey(key)) {
                throw new PythonError("KeyError", Text.repr(index));
            }
            return map.get(key);
        }
        if (index instanceof Slice slice) {
            return part(plain, object, slice);
        }
        if (plain instanceof String text) {
            return character(text, index);
        }
        if (plain instanceof List<?> list) {
            return list.get(position(list, index, list.size(), ""));
        }
        throw PythonError.type("'%s' object is not subscriptable", TypeName.of(object));
    }

    private static String character(String text, @Nullable Object index) {
        int length = Sequences.length(text);
        int at = position(text, index, length, "");
        return length == text.length()
                ? text.substring(at, at + 1)
                : Character.toString(text.codePointAt(text.offsetByCodePoints(0, at)));
    }

    /** Returns the position, counted from the start, of an index that may be negative but must be in range. */
    private static int position(Object sequence, @Nullable Object index, int length, String what) {
        Number number = PythonNumbers.plain(index);
        String type = TypeName.of(sequence);
        if (number == null || number instanceof Double) {
            throw type.equals("str")
                    ? PythonError.type("string indices must be integers, not '%s'", TypeName.of(index))
                    : PythonError.type("%s indices must be integers or slices, not %s", type, TypeName.of(index));
        }
        long at = number instanceof Long whole ? whole : number.intValue();
        if (!(number instanceof Long)) {
            throw new PythonError("IndexError", "cannot fit 'int' into an index-sized integer");
        }
        long from = at < 0 ? at + length : at;
        if (from < 0 || from >= length) {
            String name = type.equals("str") ? "string" : type.equals("range") ? "range object" : type;
            throw new PythonError("IndexError", name + what + " index out of range");
        }
        return (int) from;
    }

    private static Object part(@Nullable Object plain, @Nullable Object object, Slice slice) {
        if (plain instanceof String text) {
            List<@Nullable Object> characters = Sequences.characters(text);
            StringBuilder part = new StringBuilder();
            selected(characters, slice.of(characters.size())).forEach(part::append);
            return part.toString();
        }
        if (plain instanceof PythonRange range) {
            return range.slice(slice.of(range.size()));
        }
        if (plain instanceof List<?> list) {
            List<@Nullable Object> part = selected(list, slice.of(list.size()));
            return list instanceof Tuple ? Tuple.of(part.toArray()) : part;
        }
        throw PythonError.type("'%s' object is not subscriptable", TypeName.of(object));
    }

    private static List<@Nullable Object> selected(List<?> list, Slice.Indices span) {
        List<@Nullable Object> part = new ArrayList<>(span.count());
        for (int i = 0; i < span.count(); i++) {
            part.add(list.get(span.first() + i * span.step()));
        }
        return part;
    }

    @SuppressWarnings("unchecked") // The elements of Python's lists and dicts are objects.
    static void set(@Nullable Object object, @Nullable Object index, @Nullable Object value) {
        Object plain = Sequences.plain(object);
        if (plain instanceof PythonObject own) {
            own.setItem(index, value);
        } else if (plain instanceof Map<?, ?> map) {
            ((Map<@Nullable Object, @Nullable Object>) map).put(Keys.in(map, index), value);
        } else if (plain instanceof List<?> list && !(plain instanceof Tuple) && !(plain instanceof PythonRange)) {
            List<@Nullable Object> elements = (List<@Nullable Object>) list;
            if (index instanceof Slice slice) {
                replace(elements, slice, Sequences.list(value));
            } else {
                elements.set(position(list, index, list.size(), " assignment"), value);
            }
        } else {
            throw PythonError.type("'%s' object does not support item assignment", TypeName.of(object));
        }
    }

    private static void replace(List<@Nullable Object> list, Slice slice, List<@Nullable Object> values) {
        Slice.Indices span = slice.of(list.size());
        if (span.step() == 1) {
            List<@Nullable Object> part = list.subList(span.first(), span.first() + span.count());
            part.clear();
            part.addAll(values);
            return;
        }
        if (values.size() != span.count()) {
            throw PythonError.value(
                    "attempt to assign sequence of size %d to extended slice of size %d", values.size(), span.count());
        }
        for (int i = 0; i < span.count(); i++) {
            list.set(span.first() + i * span.step(), values.get(i));
        }
    }

    static void delete(@Nullable Object object, @Nullable Object index) {
        Object plain = Sequences.plain(object);
        if (plain instanceof Map<?, ?> map) {
            get(map, index);
            map.remove(Keys.in(map, index));
        } else if (plain instanceof List<?> list && !(plain instanceof Tuple) && !(plain instanceof PythonRange)) {
            if (index instanceof Slice slice) {
                Slice.Indices span = slice.of(list.size());
                for (int i = 0; i < span.count(); i++) {
                    // Delete from the end, so that the remaining positions stay valid.
                    int at = span.step() > 0 ? span.count() - 1 - i : i;
                    list.remove(span.first() + at * span.step());
                }
            } else {
                list.remove(position(list, index, list.size(), " assignment"));
            }
        } else {
            throw PythonError.type("'%s' object doesn't support item deletion", TypeName.of(object));
        }
    }
}
