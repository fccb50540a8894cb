package io.github.microgradj.python;

import io.github.microgradj.engine.Value;
import io.github.microgradj.nn.Layer;
import io.github.microgradj.nn.MLP;
import io.github.microgradj.nn.Neuron;
import io.github.microgradj.python.value.Comparing;
import io.github.microgradj.python.value.PythonError;
import io.github.microgradj.python.value.PythonFunction;
import io.github.microgradj.python.value.PythonNumbers;
import io.github.microgradj.python.value.PythonRange;
import io.github.microgradj.python.value.Sequences;
import io.github.microgradj.python.value.Text;
import io.github.microgradj.python.value.Tuple;
import io.github.microgradj.python.value.TypeName;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Python's types, by name. Each can be called as a constructor and passed to {@code isinstance}. */
final class Types {
    private static final Map<String, TypeObject> TYPES = new LinkedHashMap<>();

    static {
        add("int", BuiltIns::integer, PythonNumbers::isInt);
        add(
                "float",
                BuiltIns::real,
                each -> each instanceof Double || each instanceof Float || each instanceof BigDecimal);
        add(
                "bool",
                arguments -> arguments.length > 0 && Comparing.truth(arguments[0]),
                each -> each instanceof Boolean);
        add(
                "str",
                arguments -> arguments.length == 0 ? "" : Text.str(arguments[0]),
                each -> Sequences.plain(each) instanceof String);
        add("list", arguments -> Sequences.list(only(arguments)), each -> TypeName.of(each)
                .equals("list"));
        add("tuple", arguments -> Tuple.of(Sequences.list(only(arguments)).toArray()), each -> each instanceof Tuple);
        add("set", arguments -> Sequences.set(only(arguments)), each -> each instanceof Set);
        add("dict", BuiltIns::dict, each -> each instanceof Map);
        add("range", BuiltIns::range, each -> each instanceof PythonRange);
        add("object", arguments -> new Object(), each -> true);
        add("type", arguments -> of(arguments[0]), each -> each instanceof TypeObject);
        add("Value", Networks::value, each -> each instanceof Value);
        add("Neuron", Networks::neuron, each -> each instanceof Neuron);
        add("Layer", Networks::layer, each -> each instanceof Layer);
        add("MLP", Networks::network, each -> each instanceof MLP);
    }

    private Types() {}

    private static void add(
            String name, PythonFunction constructor, java.util.function.Predicate<@Nullable Object> instances) {
        TYPES.put(name, new TypeObject(name, constructor, instances));
    }

    private static @Nullable Object only(@Nullable Object[] arguments) {
        return arguments.length == 0 ? List.of() : arguments[0];
    }

    static @Nullable TypeObject named(String name) {
        return TYPES.get(name);
    }

    /** Returns {@code type(object)}. */
    static TypeObject of(@Nullable Object object) {
        String name = TypeName.of(object);
        TypeObject known = TYPES.get(name);
        return known != null
                ? known
                : new TypeObject(
                        name, BuiltIns.refused(name), each -> TypeName.of(each).equals(name));
    }

    /** Returns {@code isinstance(object, types)}. */
    static boolean isInstance(@Nullable Object object, @Nullable Object types) {
        if (types instanceof TypeObject type) {
            return type.isInstance(object);
        }
        if (types instanceof Tuple several) {
            return several.stream().anyMatch(type -> isInstance(object, type));
        }
        if (types instanceof Class<?> type) {
            return type.isInstance(object);
        }
        throw PythonError.type("isinstance() arg 2 must be a type, a tuple of types, or a union");
    }
}
