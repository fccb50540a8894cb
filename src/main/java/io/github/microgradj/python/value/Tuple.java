package io.github.microgradj.python.value;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A tuple: an immutable list that prints with parentheses. */
public final class Tuple extends AbstractList<@Nullable Object> {
    private final List<@Nullable Object> elements;

    private Tuple(List<@Nullable Object> elements) {
        this.elements = elements;
    }

    /** Returns the tuple {@code (a, b)}. */
    public static Tuple of(@Nullable Object... elements) {
        return new Tuple(Collections.unmodifiableList(Arrays.asList(elements.clone())));
    }

    @Override
    public @Nullable Object get(int index) {
        return elements.get(index);
    }

    @Override
    public int size() {
        return elements.size();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Tuple tuple && Comparing.equal(this, tuple);
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (Object element : elements) {
            hash = 31 * hash + Keys.hash(element);
        }
        return hash;
    }

    /** Returns {@code repr(self)}. */
    @Override
    public String toString() {
        return Text.repr(this);
    }
}
