package io.github.microgradj.python;

import io.github.microgradj.engine.Value;
import io.github.microgradj.nn.Module;
import io.github.microgradj.python.value.JavaObjects;
import io.github.microgradj.python.value.PythonError;
import io.github.microgradj.python.value.PythonFunction;
import io.github.microgradj.python.value.PythonNumbers;
import io.github.microgradj.python.value.PythonObject;
import io.github.microgradj.python.value.TypeName;
import java.lang.reflect.Field;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Attributes and methods of objects: {@code x.name}, {@code x.name = v}, {@code x.name(...)}. */
final class Attributes {
    private Attributes() {}

    static @Nullable Object get(@Nullable Object object, String name) {
        if (object instanceof PythonObject own) {
            return own.attribute(name);
        }
        Object known = object instanceof Value value
                ? Networks.attribute(value, name)
                : object instanceof Module module ? Networks.attribute(module, name) : null;
        if (known != null) {
            return known;
        }
        if (name.equals("__class__")) {
            return Types.of(object);
        }
        if (name.equals("real") && PythonNumbers.plain(object) != null) {
            return PythonNumbers.plain(object);
        }
        if (hasMethod(object, name)) {
            return (PythonFunction) arguments -> call(object, name, arguments);
        }
        if (object != null) {
            Optional<Field> field = JavaObjects.field(object, name);
            if (field.isPresent()) {
                return read(field.get(), object);
            }
        }
        throw TypeName.noAttribute(object, name, names(object));
    }

    private static @Nullable Object read(Field field, Object object) {
        try {
            return field.get(object);
        } catch (IllegalAccessException e) {
            throw PythonError.attribute(TypeName.of(object), field.getName());
        }
    }

    private static java.util.List<String> names(@Nullable Object object) {
        if (isBuiltIn(object)) {
            return Methods.names(object);
        }
        return object == null ? java.util.List.of() : JavaObjects.names(object);
    }

    /** Returns whether the object has a built-in type, and therefore has only Python's methods, not Java's. */
    private static boolean isBuiltIn(@Nullable Object object) {
        boolean known = Types.named(TypeName.of(object)) != null;
        return object == null || (known && !(object instanceof Value) && !(object instanceof Module));
    }

    private static boolean hasMethod(@Nullable Object object, String name) {
        return (object == null || isBuiltIn(object))
                ? Methods.names(object).contains(name)
                : JavaObjects.hasMethod(object, name);
    }

    static void set(@Nullable Object object, String name, @Nullable Object value) {
        if (object instanceof PythonObject own) {
            own.setAttribute(name, value);
        } else if (object instanceof Value own) {
            Networks.setAttribute(own, name, value);
        } else {
            Optional<Field> field =
                    object == null || isBuiltIn(object) ? Optional.empty() : JavaObjects.field(object, name);
            if (field.isEmpty()) {
                throw TypeName.noAttribute(object, name, java.util.List.of());
            }
            try {
                field.get().set(object, JavaObjects.converted(value, field.get().getType()));
            } catch (IllegalAccessException e) {
                throw PythonError.attribute(TypeName.of(object), name);
            }
        }
    }

    static @Nullable Object call(@Nullable Object object, String name, @Nullable Object... arguments) {
        if (object instanceof PythonObject own) {
            return own.callMethod(name, arguments);
        }
        if (isBuiltIn(object)) {
            if (!Methods.names(object).contains(name)) {
                throw TypeName.noAttribute(object, name, Methods.names(object));
            }
            return Methods.call(object, name, arguments);
        }
        if (object != null && JavaObjects.hasMethod(object, name)) {
            return JavaObjects.callMethod(object, name, arguments);
        }
        return Calls.call(get(object, name), arguments);
    }
}
