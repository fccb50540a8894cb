package io.github.microgradj.python.value;

import io.github.microgradj.engine.Value;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Objects of Java classes as Python sees them: public fields, and public methods whose names may be written in snake
 * case. Numbers and lists are converted to the types of the parameters.
 */
public final class JavaObjects {
    /** The result of a conversion if the object does not fit the type. */
    private static final Object UNFIT = new Object();

    private JavaObjects() {}

    /** Returns {@code zeroGrad} for {@code zero_grad}. */
    private static String camelCase(String name) {
        StringBuilder camel = new StringBuilder();
        for (String word : name.split("_", -1)) {
            camel.append(
                    camel.length() == 0 || word.isEmpty()
                            ? word
                            : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return camel.toString();
    }

    public static List<String> names(Object object) {
        return Stream.concat(
                        methods(object).map(Method::getName),
                        Arrays.stream(object.getClass().getFields()).map(Field::getName))
                .distinct()
                .toList();
    }

    private static Stream<Method> methods(Object object) {
        return Stream.concat(Stream.of(object.getClass()), interfaces(object.getClass()))
                .filter(type -> Modifier.isPublic(type.getModifiers()))
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .filter(method -> method.getDeclaringClass() != Object.class)
                .filter(method -> Modifier.isPublic(method.getDeclaringClass().getModifiers()));
    }

    private static Stream<Class<?>> interfaces(Class<?> type) {
        Stream<Class<?>> own =
                Arrays.stream(type.getInterfaces()).flatMap(each -> Stream.concat(Stream.of(each), interfaces(each)));
        Class<?> parent = type.getSuperclass();
        return parent == null ? own : Stream.concat(Stream.concat(Stream.of(parent), own), interfaces(parent));
    }

    private static boolean isNamed(Method method, String name) {
        return method.getName().equals(name) || method.getName().equals(camelCase(name));
    }

    public static boolean hasMethod(Object object, String name) {
        return methods(object).anyMatch(method -> isNamed(method, name));
    }

    public static Optional<Field> field(Object object, String name) {
        return Arrays.stream(object.getClass().getFields())
                .filter(field -> field.getName().equals(name)
                        && Modifier.isPublic(field.getDeclaringClass().getModifiers()))
                .findFirst();
    }

    public static @Nullable Object callMethod(Object object, String name, @Nullable Object... arguments) {
        List<Method> all = methods(object)
                .filter(method -> isNamed(method, name))
                .sorted(Comparator.comparing(Method::isVarArgs))
                .toList();
        for (Method method : all) {
            @Nullable Object[] converted = fitted(method, arguments);
            if (converted != null) {
                return invoke(method, object, converted);
            }
        }
        throw PythonError.type(
                "%s.%s does not accept the argument types (%s)",
                TypeName.of(object),
                name,
                String.join(", ", Arrays.stream(arguments).map(TypeName::of).toList()));
    }

    private static @Nullable Object @Nullable [] fitted(Method method, @Nullable Object[] arguments) {
        Class<?>[] types = method.getParameterTypes();
        boolean spread = method.isVarArgs()
                && !(arguments.length == types.length && Sequences.isIterable(arguments[types.length - 1]));
        int fixed = spread ? types.length - 1 : types.length;
        if (spread ? arguments.length < fixed : arguments.length != fixed) {
            return null;
        }
        @Nullable Object[] converted = new @Nullable Object[types.length];
        for (int i = 0; i < fixed; i++) {
            converted[i] = convert(arguments[i], types[i]);
        }
        if (spread) {
            converted[fixed] = convert(Arrays.asList(arguments).subList(fixed, arguments.length), types[fixed]);
        }
        return Arrays.asList(converted).contains(UNFIT) ? null : converted;
    }

    private static @Nullable Object invoke(Method method, Object object, @Nullable Object[] arguments) {
        try {
            return method.invoke(object, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new PythonError("RuntimeError", String.valueOf(e.getCause()));
        } catch (IllegalAccessException e) {
            throw new PythonError("RuntimeError", e.getMessage() + "");
        }
    }

    private static Optional<Method> function(Object object) {
        return methods(object)
                .filter(method ->
                        method.getDeclaringClass().isInterface() && Modifier.isAbstract(method.getModifiers()))
                .filter(method -> method.getDeclaringClass().isAnnotationPresent(FunctionalInterface.class))
                .findFirst();
    }

    public static boolean isFunction(@Nullable Object object) {
        return object != null && function(object).isPresent();
    }

    public static @Nullable Object callFunction(Object object, @Nullable Object... arguments) {
        return callMethod(object, function(object).orElseThrow().getName(), arguments);
    }

    /** Returns the object, converted to a Java type; throws a {@code TypeError} if the object does not fit. */
    public static @Nullable Object converted(@Nullable Object object, Class<?> type) {
        Object converted = convert(object, type);
        if (converted == UNFIT) {
            throw PythonError.type("expected %s, got %s", type.getSimpleName(), TypeName.of(object));
        }
        return converted;
    }

    private static @Nullable Object convert(@Nullable Object object, Class<?> type) {
        if (object == null) {
            return type.isPrimitive() ? UNFIT : null;
        }
        Number number = PythonNumbers.plain(object);
        if (type == double.class || type == Double.class) {
            return number == null ? UNFIT : (Object) number.doubleValue();
        }
        if (type == int.class || type == Integer.class) {
            return number instanceof Long whole && whole == whole.intValue() ? (Object) whole.intValue() : UNFIT;
        }
        if (type == long.class || type == Long.class) {
            return number instanceof Long ? number : UNFIT;
        }
        if (type == boolean.class) {
            return object instanceof Boolean ? object : UNFIT;
        }
        if (type == float.class) {
            return number == null ? UNFIT : (Object) number.floatValue();
        }
        if (type == Value.class && number != null) {
            return new Value(number.doubleValue());
        }
        return type.isArray() && !type.isInstance(object) && Sequences.isIterable(object)
                ? array(object, type.getComponentType())
                : type.isInstance(object) ? object : UNFIT;
    }

    private static Object array(Object iterable, Class<?> type) {
        List<@Nullable Object> elements = Sequences.list(iterable);
        Object array = Array.newInstance(type, elements.size());
        for (int i = 0; i < elements.size(); i++) {
            Object element = convert(elements.get(i), type);
            if (element == UNFIT) {
                return UNFIT;
            }
            Array.set(array, i, element);
        }
        return array;
    }
}
