package io.github.microgradj.python.value;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** A Python iterator, such as a generator or the result of {@code zip} or {@code map}. It can be used only once. */
public final class PythonIterator implements Iterator<@Nullable Object> {
    private final String type;
    private final Iterator<@Nullable Object> elements;

    /**
     * Creates an iterator.
     *
     * @param type the name of the iterator's type, such as {@code zip}
     */
    public PythonIterator(String type, Iterator<@Nullable Object> elements) {
        this.type = type;
        this.elements = elements;
    }

    String type() {
        return type;
    }

    @Override
    public boolean hasNext() {
        return elements.hasNext();
    }

    @Override
    public @Nullable Object next() {
        if (!hasNext()) {
            throw new PythonError("StopIteration", "");
        }
        return elements.next();
    }

    @Override
    public String toString() {
        return "<" + type + " object at 0x" + Integer.toHexString(System.identityHashCode(this)) + ">";
    }
}
