package io.github.microgradj.python.value;

import java.lang.reflect.Array;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.BaseStream;
import org.jspecify.annotations.Nullable;

/**
 * The operations on iterable objects. A Java array is treated as a list. Iterating over a string yields its code
 * points, and iterating over a dict yields its keys.
 */
public final class Sequences {
    private Sequences() {}

    /** A view of a Java array as a list; changes are written to the array. */
    private static final class ArrayView extends AbstractList<@Nullable Object> {
        private final Object array;

        ArrayView(Object array) {
            this.array = array;
        }

        @Override
        public @Nullable Object get(int index) {
            return Array.get(array, index);
        }

        @Override
        public @Nullable Object set(int index, @Nullable Object value) {
            Object old = Array.get(array, index);
            Array.set(
                    array, index, JavaObjects.converted(value, array.getClass().getComponentType()));
            return old;
        }

        @Override
        public int size() {
            return Array.getLength(array);
        }
    }

    /** Returns a Java array as a list, a Java string or character as a String, and anything else as it is. */
    public static @Nullable Object plain(@Nullable Object object) {
        if (object instanceof CharSequence || object instanceof Character) {
            return object.toString();
        }
        return object != null && object.getClass().isArray() ? new ArrayView(object) : object;
    }

    /** Returns the length in code points. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Returns the characters of a string, each as a string. */
    public static List<@Nullable Object> characters(String text) {
        List<@Nullable Object> all = new ArrayList<>(text.length());
        text.codePoints().forEach(c -> all.add(Character.toString(c)));
        return all;
    }

    public static boolean isIterable(@Nullable Object object) {
        Object plain = plain(object);
        return plain instanceof String
                || plain instanceof Iterable
                || plain instanceof Map
                || plain instanceof Iterator
                || plain instanceof BaseStream
                || plain instanceof PythonObject;
    }

    /** Returns the elements over which {@code for each in object} iterates. */
    @SuppressWarnings("unchecked") // Elements are read as objects.
    public static Iterable<@Nullable Object> iterable(@Nullable Object object) {
        Object plain = plain(object);
        if (plain instanceof String text) {
            return characters(text);
        }
        if (plain instanceof Map<?, ?> map) {
            return () -> guarded(map.keySet());
        }
        if (plain instanceof Set<?> set) {
            return () -> guarded(set);
        }
        if (plain instanceof List<?> list) {
            return () -> byIndex(list);
        }
        if (plain instanceof PythonObject own) {
            return own::iterator;
        }
        if (plain instanceof Iterator<?> iterator) {
            return () -> (Iterator<@Nullable Object>) iterator;
        }
        if (plain instanceof BaseStream<?, ?> stream) {
            return () -> (Iterator<@Nullable Object>) stream.iterator();
        }
        if (plain instanceof Iterable<?> iterable) {
            return (Iterable<@Nullable Object>) iterable;
        }
        throw PythonError.type("'%s' object is not iterable", TypeName.of(object));
    }

    /** Returns an iterator that reads by index, like Python's. It includes elements appended during the iteration. */
    private static Iterator<@Nullable Object> byIndex(List<?> list) {
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < list.size();
            }

            @Override
            public @Nullable Object next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return list.get(next++);
            }
        };
    }

    /** Returns an iterator that throws an error if the size of the dict or set changes during the iteration. */
    private static Iterator<@Nullable Object> guarded(Collection<?> keys) {
        int size = keys.size();
        Iterator<?> iterator = keys.iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                if (keys.size() != size) {
                    String kind = keys instanceof LinkedHashSet ? "Set" : "dictionary";
                    throw new PythonError("RuntimeError", kind + " changed size during iteration");
                }
                return iterator.hasNext();
            }

            @Override
            public @Nullable Object next() {
                return iterator.next();
            }
        };
    }

    /** Returns a new list of the elements. */
    public static List<@Nullable Object> list(@Nullable Object iterable) {
        List<@Nullable Object> all = new ArrayList<>();
        iterable(iterable).forEach(all::add);
        return all;
    }

    /** Returns a new set of the elements. */
    public static Set<@Nullable Object> set(@Nullable Object iterable) {
        Set<@Nullable Object> all = new LinkedHashSet<>();
        iterable(iterable).forEach(each -> all.add(Keys.in(all, each)));
        return all;
    }

    /** Returns {@code len(object)}. */
    public static long size(@Nullable Object object) {
        Object plain = plain(object);
        if (plain instanceof String text) {
            return length(text);
        }
        if (plain instanceof Collection<?> collection) {
            return collection.size();
        }
        if (plain instanceof Map<?, ?> map) {
            return map.size();
        }
        if (plain instanceof PythonObject own) {
            return own.length();
        }
        throw PythonError.type("object of type '%s' has no len()", TypeName.of(object));
    }
}
