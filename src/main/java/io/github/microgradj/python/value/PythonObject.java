package io.github.microgradj.python.value;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * An object with Python's special methods, such as a NumPy array, a tensor or a module. Operations that a class does
 * not override behave as in CPython: most of them throw CPython's error.
 */
public interface PythonObject {
    /** Returns the name of the type, {@code type(self).__name__}. */
    String typeName();

    /** Returns the attribute {@code self.name}. */
    default @Nullable Object attribute(String name) {
        throw PythonError.attribute(typeName(), name);
    }

    /** Assigns {@code self.name = value}. */
    default void setAttribute(String name, @Nullable Object value) {
        throw PythonError.attribute(typeName(), name);
    }

    /** Returns {@code self.name(*arguments)}. */
    default @Nullable Object callMethod(String name, @Nullable Object... arguments) {
        if (attribute(name) instanceof PythonFunction method) {
            return method.call(arguments);
        }
        throw PythonError.type("'%s.%s' is not callable", typeName(), name);
    }

    /**
     * Returns {@code self operator other}, or {@code other operator self} if reflected; {@code null} if the object does
     * not define the operator.
     */
    default @Nullable Object binary(Operator operator, @Nullable Object other, boolean reflected) {
        return null;
    }

    /** Returns {@code -self}, {@code +self}, {@code ~self} or {@code abs(self)}; {@code null} if it is not defined. */
    default @Nullable Object unary(String operator) {
        return null;
    }

    /** Returns {@code self comparison other}; {@code null} if the object does not define the comparison. */
    default @Nullable Object compare(Comparison comparison, @Nullable Object other) {
        return null;
    }

    /** Returns {@code self[index]}. */
    default @Nullable Object item(@Nullable Object index) {
        throw PythonError.type("'%s' object is not subscriptable", typeName());
    }

    /** Assigns {@code self[index] = value}. */
    default void setItem(@Nullable Object index, @Nullable Object value) {
        throw PythonError.type("'%s' object does not support item assignment", typeName());
    }

    /** Returns {@code iter(self)}. */
    default Iterator<@Nullable Object> iterator() {
        throw PythonError.type("'%s' object is not iterable", typeName());
    }

    /** Returns {@code len(self)}. */
    default long length() {
        throw PythonError.type("object of type '%s' has no len()", typeName());
    }

    /** Returns {@code bool(self)}. */
    default boolean truth() {
        return true;
    }

    /** Returns {@code repr(self)}. */
    String repr();

    /** Returns {@code str(self)}. */
    default String str() {
        return repr();
    }
}
