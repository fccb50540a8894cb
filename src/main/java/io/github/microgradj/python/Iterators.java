package io.github.microgradj.python;

import io.github.microgradj.python.value.Arguments;
import io.github.microgradj.python.value.Comparing;
import io.github.microgradj.python.value.Keywords;
import io.github.microgradj.python.value.PythonError;
import io.github.microgradj.python.value.PythonIterator;
import io.github.microgradj.python.value.PythonNumbers;
import io.github.microgradj.python.value.Sequences;
import io.github.microgradj.python.value.Tuple;
import io.github.microgradj.python.value.TypeName;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The built-in functions that return or consume iterators. */
final class Iterators {
    private Iterators() {}

    static Iterator<@Nullable Object> of(@Nullable Object iterable) {
        return Sequences.iterable(iterable).iterator();
    }

    static PythonIterator iterator(@Nullable Object iterable) {
        return iterable instanceof PythonIterator own
                ? own
                : new PythonIterator(TypeName.of(iterable) + "_iterator", of(iterable));
    }

    static PythonIterator zip(@Nullable Object... given) {
        int count = given.length > 0 && given[given.length - 1] instanceof Keywords ? given.length - 1 : given.length;
        List<Iterator<@Nullable Object>> all =
                Arrays.stream(given).limit(count).map(Iterators::of).toList();
        return new PythonIterator("zip", new Iterator<>() {
            @Override
            public boolean hasNext() {
                return !all.isEmpty() && all.stream().allMatch(Iterator::hasNext);
            }

            @Override
            public @Nullable Object next() {
                return Tuple.of(all.stream().map(Iterator::next).toArray());
            }
        });
    }

    static PythonIterator enumerate(@Nullable Object... given) {
        Arguments arguments = Arguments.of("enumerate", given, "iterable", "start");
        Iterator<@Nullable Object> elements = of(arguments.required("iterable"));
        long start = PythonNumbers.index(arguments.get("start", 0L));
        return new PythonIterator("enumerate", new Iterator<>() {
            private long index = start;

            @Override
            public boolean hasNext() {
                return elements.hasNext();
            }

            @Override
            public @Nullable Object next() {
                return Tuple.of(index++, elements.next());
            }
        });
    }

    static PythonIterator map(@Nullable Object... arguments) {
        if (arguments.length < 2) {
            throw PythonError.type("map() must have at least two arguments.");
        }
        PythonIterator zipped = zip(Arrays.copyOfRange(arguments, 1, arguments.length));
        return new PythonIterator("map", new Iterator<>() {
            @Override
            public boolean hasNext() {
                return zipped.hasNext();
            }

            @Override
            public @Nullable Object next() {
                return Calls.call(
                        arguments[0],
                        Objects.requireNonNull((Tuple) zipped.next()).toArray());
            }
        });
    }

    static PythonIterator filter(@Nullable Object test, @Nullable Object iterable) {
        Iterator<@Nullable Object> elements = of(iterable);
        return new PythonIterator("filter", new Iterator<>() {
            private final ArrayDeque<Optional<Object>> found = new ArrayDeque<>();

            @Override
            public boolean hasNext() {
                while (found.isEmpty() && elements.hasNext()) {
                    Object each = elements.next();
                    if (Comparing.truth(test == null ? each : Calls.call(test, each))) {
                        found.add(Optional.ofNullable(each));
                    }
                }
                return !found.isEmpty();
            }

            @Override
            public @Nullable Object next() {
                return found.remove().orElse(null);
            }
        });
    }

    static PythonIterator reversed(@Nullable Object sequence) {
        Object plain = Sequences.plain(sequence);
        if (!(plain instanceof List) && !(plain instanceof String) && !(plain instanceof Map)) {
            throw PythonError.type("'%s' object is not reversible", TypeName.of(sequence));
        }
        List<@Nullable Object> all = Sequences.list(plain);
        Collections.reverse(all);
        return new PythonIterator("reversed", of(all));
    }

    static @Nullable Object next(@Nullable Object... arguments) {
        if (!(arguments[0] instanceof Iterator<?> iterator)) {
            throw PythonError.type("'%s' object is not an iterator", TypeName.of(arguments[0]));
        }
        return !iterator.hasNext() && arguments.length > 1 ? arguments[1] : iterator.next();
    }

    static boolean all(@Nullable Object iterable) {
        for (Object each : Sequences.iterable(iterable)) {
            if (!Comparing.truth(each)) {
                return false;
            }
        }
        return true;
    }

    static boolean any(@Nullable Object iterable) {
        for (Object each : Sequences.iterable(iterable)) {
            if (Comparing.truth(each)) {
                return true;
            }
        }
        return false;
    }
}
