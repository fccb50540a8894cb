package io.github.microgradj.snippet.execution;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The fields that hold the session's variables. They are static fields of the wrapper classes that JShell generates for
 * declarations. When a variable, or something that its initializer uses, is redeclared, JShell recompiles the wrapper
 * class. If the variable's type is unchanged, the old field remains in use: a hidden class contributes only the new
 * code, and other code that refers to the variable need not be recompiled. If the type has changed, JShell creates a
 * class with another name, and its field takes over the old object if possible.
 */
final class VariableFields {
    private static final Pattern WRAPPER = Pattern.compile("REPL\\.\\$JShell\\$(\\d+)[A-Z]*");

    private static final Pattern OF_SNIPPETS = Pattern.compile("REPL\\.\\$JShell\\$\\w+\\$");

    /** The latest wrapper class of each declaration. The key is the number that JShell gives the declaration. */
    private final Map<String, Class<?>> wrappers = new HashMap<>();

    private final Map<Class<?>, Class<?>> latestCode = new HashMap<>();
    private final Map<String, String> lost = new LinkedHashMap<>();

    /** Records a new class. If it replaces the wrapper class of a variable, the variable keeps its object. */
    void loaded(Class<?> type) {
        Matcher wrapper = WRAPPER.matcher(type.getName());
        if (wrapper.matches()) {
            Class<?> old = wrappers.put(wrapper.group(1), type);
            if (old != null) {
                of(old).forEach(field -> takeOver(field, get(field)));
            }
        }
    }

    /**
     * Uses the code of a new version of a class with the fields of the old version.
     *
     * @return whether this was possible, which is the case if the class has fields and they are unchanged
     */
    boolean redefine(Class<?> wrapper, Supplier<Class<?>> definition) {
        if (!WRAPPER.matcher(wrapper.getName()).matches() || of(wrapper).isEmpty()) {
            return false;
        }
        Class<?> code = definition.get();
        if (of(wrapper).size() != of(code).size()
                || !of(wrapper).stream().allMatch(field -> twin(field, of(code)).isPresent())) {
            return false;
        }
        latestCode.put(wrapper, code);
        return true;
    }

    /** Runs the initializer of a variable, or any other snippet. */
    @Nullable
    Object run(Method doIt) throws ReflectiveOperationException {
        Class<?> wrapper = doIt.getDeclaringClass();
        Class<?> code = latestCode.get(wrapper);
        if (code == null) {
            return doIt.invoke(null);
        }
        Method latest = code.getDeclaredMethod(doIt.getName());
        latest.setAccessible(true);
        Object result = latest.invoke(null);
        of(code).forEach(field -> twin(field, of(wrapper)).ifPresent(own -> set(own, get(field))));
        return result;
    }

    /** Returns the object in the given variable, even if the variable no longer compiles. */
    Optional<Kept> kept(String name) {
        return field(name).map(field -> new Kept(field, get(field)));
    }

    /** A field that has held a variable, and the object in it. */
    record Kept(Field field, @Nullable Object object) {}

    /** Stores the old object in the field of a redeclared variable, or records that the object is lost. */
    void takeOver(Kept kept) {
        takeOver(kept.field, kept.object);
    }

    private void takeOver(Field old, @Nullable Object object) {
        Optional<Field> twin = field(old.getName()).filter(sameAs(old));
        if (twin.isPresent()) {
            set(twin.get(), object);
        } else if (!Objects.equals(object, initial(old))) {
            field(old.getName()).ifPresent(field -> lost.put(field.getName(), String.valueOf(initial(field))));
        }
    }

    /**
     * Returns the variables that have lost their objects, with their current values as text. The caller clears the map.
     */
    Map<String, String> lost() {
        return lost;
    }

    /** Returns the type of a variable's field in Java syntax. */
    Optional<String> type(String name) {
        return field(name).map(field -> OF_SNIPPETS
                .matcher(field.getGenericType().getTypeName())
                .replaceAll("")
                .replace('$', '.'));
    }

    private Optional<Field> field(String name) {
        return wrappers.values().stream()
                .flatMap(wrapper -> of(wrapper).stream())
                .filter(field -> field.getName().equals(name))
                .findFirst();
    }

    private static List<Field> of(Class<?> wrapper) {
        return Stream.of(wrapper.getDeclaredFields())
                .filter(field -> !field.isSynthetic())
                .toList();
    }

    private static Optional<Field> twin(Field field, Collection<Field> others) {
        return others.stream().filter(sameAs(field)).findFirst();
    }

    private static Predicate<Field> sameAs(Field field) {
        return other -> other.getName().equals(field.getName())
                && other.getGenericType().equals(field.getGenericType());
    }

    private static @Nullable Object initial(Field field) {
        return Array.get(Array.newInstance(field.getType(), 1), 0);
    }

    private static @Nullable Object get(Field field) {
        try {
            field.setAccessible(true);
            return field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("cannot read " + field, e);
        }
    }

    private static void set(Field field, @Nullable Object object) {
        try {
            field.setAccessible(true);
            field.set(null, object);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("cannot write " + field, e);
        }
    }
}
