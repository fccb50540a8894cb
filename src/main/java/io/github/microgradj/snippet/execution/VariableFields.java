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
 * The fields in which the session's variables live: each is a static field of a class that JShell wraps around its declaration.
 * JShell compiles this class anew when the variable is declared anew, or something its initializer mentions. If the type
 * stays the same, so does the field: only the code of the new class is used, from a hidden class beside the old one, and
 * whatever else refers to the variable needs no new code. Otherwise JShell makes a class of another name, which takes over
 * what it can.
 */
final class VariableFields {
    private static final Pattern WRAPPER = Pattern.compile("REPL\\.\\$JShell\\$(\\d+)[A-Z]*");

    private static final Pattern OF_SNIPPETS = Pattern.compile("REPL\\.\\$JShell\\$\\w+\\$");

    /** The latest class around each declaration, by JShell's number for what is declared. */
    private final Map<String, Class<?>> wrappers = new HashMap<>();

    private final Map<Class<?>, Class<?>> latestCode = new HashMap<>();
    private final Map<String, String> lost = new LinkedHashMap<>();

    /** Takes note of a new class; if it takes the place of another, the variable keeps its object. */
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
     * Uses the code of a new version of a class, and the fields of the old.
     *
     * @return whether it could: the fields are the same, and there are some
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

    /** The object in a variable, also in one that JShell cannot compile any more. */
    Optional<Kept> kept(String name) {
        return field(name).map(field -> new Kept(field, get(field)));
    }

    /** The object that was in the field of a variable. */
    record Kept(Field field, @Nullable Object object) {}

    /** Gives a variable that was declared anew the object it held, or notes that it is lost. */
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

    /** The variables that have lost their objects, and what is in them now; to be cleared. */
    Map<String, String> lost() {
        return lost;
    }

    /** The type of the field of a variable, as Java writes it. */
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
