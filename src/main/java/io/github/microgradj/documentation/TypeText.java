package io.github.microgradj.documentation;

import io.github.microgradj.text.TypeNames;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A formatter of types in the context of another type. For example, {@code get} of a {@code List<Value>} returns a
 * {@code Value} rather than an {@code E}.
 */
public final class TypeText {
    private final Map<TypeVariable<?>, String> bound = new HashMap<>();

    private TypeText() {}

    /**
     * Returns a formatter in the context of the given type. {@code written} is the type with its type arguments, such
     * as {@code List<Value>}.
     */
    static TypeText of(Class<?> type, String written) {
        TypeText text = new TypeText();
        List<String> arguments = arguments(written);
        TypeVariable<?>[] parameters = type.getTypeParameters();
        if (arguments.size() == parameters.length) {
            for (int i = 0; i < parameters.length; i++) {
                text.bound.put(parameters[i], arguments.get(i));
            }
        }
        hierarchy(type).forEach(each -> supertypes(each).forEach(text::bind));
        return text;
    }

    /** Returns a type without package names. */
    public static String simple(Type type) {
        return new TypeText().of(type);
    }

    /** Returns the keyword in a type's declaration, such as {@code record}. */
    public static String kind(Class<?> type) {
        return type.isRecord() ? "record" : type.isEnum() ? "enum" : type.isInterface() ? "interface" : "class";
    }

    /** Returns a class and its supertypes, nearest first. */
    static Set<Class<?>> hierarchy(Class<?> type) {
        Set<Class<?>> found = new LinkedHashSet<>();
        List<Class<?>> next = List.of(type);
        while (!next.isEmpty()) {
            found.addAll(next);
            next = next.stream()
                    .flatMap(each ->
                            Stream.concat(Stream.ofNullable(each.getSuperclass()), Stream.of(each.getInterfaces())))
                    .toList();
        }
        found.add(Object.class);
        return found;
    }

    private static Stream<Type> supertypes(Class<?> type) {
        return Stream.concat(Stream.ofNullable(type.getGenericSuperclass()), Stream.of(type.getGenericInterfaces()));
    }

    private void bind(Type supertype) {
        if (supertype instanceof ParameterizedType parameterized) {
            TypeVariable<?>[] parameters = ((Class<?>) parameterized.getRawType()).getTypeParameters();
            Type[] arguments = parameterized.getActualTypeArguments();
            for (int i = 0; i < parameters.length; i++) {
                bound.putIfAbsent(parameters[i], of(arguments[i]));
            }
        }
    }

    String of(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            return of(parameterized.getRawType())
                    + Stream.of(parameterized.getActualTypeArguments())
                            .map(this::of)
                            .collect(Collectors.joining(", ", "<", ">"));
        }
        if (type instanceof GenericArrayType array) {
            return of(array.getGenericComponentType()) + "[]";
        }
        if (type instanceof WildcardType wildcard) {
            return of(wildcard);
        }
        if (type instanceof Class<?> plain) {
            return plain.isMemberClass() && !plain.getName().startsWith("REPL.")
                    ? of(plain.getEnclosingClass()) + "." + plain.getSimpleName()
                    : plain.getSimpleName();
        }
        return bound.getOrDefault(type, type.getTypeName());
    }

    private String of(WildcardType wildcard) {
        if (wildcard.getLowerBounds().length > 0) {
            return "? super " + of(wildcard.getLowerBounds()[0]);
        }
        Type upper = wildcard.getUpperBounds()[0];
        return upper == Object.class ? "?" : "? extends " + of(upper);
    }

    /** Returns the type arguments, such as {@code K} and {@code List<V>} for {@code Map<K, List<V>>}. */
    private static List<String> arguments(String written) {
        List<String> arguments = new ArrayList<>();
        int depth = 0;
        int start = written.indexOf('<') + 1;
        for (int i = start; start > 0 && i < written.length(); i++) {
            char c = written.charAt(i);
            if (depth == 0 && (c == ',' || c == '>')) {
                arguments.add(
                        TypeNames.withoutPackages(written.substring(start, i).strip()));
                start = i + 1;
            }
            depth += c == '<' ? 1 : c == '>' ? -1 : 0;
        }
        return arguments;
    }
}
