package io.github.microgradj.python;

import io.github.microgradj.python.value.PythonFunction;
import io.github.microgradj.python.value.PythonObject;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A type such as {@code int}. Calling it creates an instance. */
public final class TypeObject implements PythonFunction, PythonObject {
    private final String name;
    private final PythonFunction constructor;
    private final Predicate<@Nullable Object> instances;

    /**
     * Creates a type.
     *
     * @param instances the test of whether an object is an instance of the type
     */
    public TypeObject(String name, PythonFunction constructor, Predicate<@Nullable Object> instances) {
        this.name = name;
        this.constructor = constructor;
        this.instances = instances;
    }

    /** Returns {@code type.__name__}. */
    public String name() {
        return name;
    }

    /** Returns {@code isinstance(object, type)}. */
    public boolean isInstance(@Nullable Object object) {
        return instances.test(object);
    }

    @Override
    public @Nullable Object call(@Nullable Object... arguments) {
        return constructor.call(arguments);
    }

    @Override
    public String typeName() {
        return "type";
    }

    @Override
    public @Nullable Object attribute(String wanted) {
        return wanted.equals("__name__") ? name : PythonObject.super.attribute(wanted);
    }

    @Override
    public String repr() {
        return "<class '" + name + "'>";
    }

    @Override
    public String toString() {
        return repr();
    }
}
