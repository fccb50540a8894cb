package io.github.microgradj.python.value;

import io.github.microgradj.engine.Value;
import io.github.microgradj.text.DidYouMean;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names of types, as error messages print them. */
public final class TypeName {
    private TypeName() {}

    /** Returns {@code type(object).__name__}. */
    public static String of(@Nullable Object object) {
        if (object == null) {
            return "NoneType";
        }
        if (object instanceof PythonObject own) {
            return own.typeName();
        }
        if (object instanceof Boolean) {
            return "bool";
        }
        if (object instanceof Double || object instanceof Float || object instanceof BigDecimal) {
            return "float";
        }
        if (object instanceof Number
                && (object instanceof BigInteger || object.getClass().getName().startsWith("java.lang."))) {
            return "int";
        }
        Object plain = Sequences.plain(object);
        if (plain instanceof String) {
            return "str";
        }
        if (plain instanceof List) {
            return plain instanceof Tuple ? "tuple" : plain instanceof PythonRange ? "range" : "list";
        }
        if (plain instanceof Map) {
            return "dict";
        }
        if (plain instanceof Set) {
            return "set";
        }
        if (object instanceof PythonIterator iterator) {
            return iterator.type();
        }
        if (object instanceof PythonFunction) {
            return "function";
        }
        return object instanceof Value ? "Value" : object.getClass().getSimpleName();
    }

    /** Returns an {@code AttributeError} that suggests similar names, if there are any. */
    public static PythonError noAttribute(@Nullable Object object, String name, List<String> known) {
        return new PythonError(
                "AttributeError",
                "'" + of(object) + "' object has no attribute '" + name + "'" + DidYouMean.didYouMean(name, known));
    }
}
