package io.github.microgradj.python.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The arguments of a call, bound to the names of the parameters. */
public final class Arguments {
    private final String function;
    private final List<@Nullable Object> positional;
    private final Map<String, @Nullable Object> named = new LinkedHashMap<>();

    private Arguments(String function, List<@Nullable Object> positional) {
        this.function = function;
        this.positional = positional;
    }

    /**
     * Returns the arguments of a call, bound to parameters.
     *
     * @param function the name of the function, for error messages
     * @param given the arguments; the last may be {@link Keywords}
     * @param parameters the names of the parameters, in order; the first name that begins with {@code *} and all names
     *     after it are keyword-only
     * @throws PythonError if there are too many positional arguments, if a keyword argument has an unknown name, or if
     *     a parameter gets two values
     */
    public static Arguments of(String function, @Nullable Object[] given, String... parameters) {
        int count = given.length;
        Map<String, @Nullable Object> byName = Map.of();
        if (count > 0 && given[count - 1] instanceof Keywords keywords) {
            byName = keywords.values();
            count--;
        }
        List<String> names = new ArrayList<>();
        int most = 0;
        for (String parameter : parameters) {
            boolean only = parameter.startsWith("*");
            most = only || most < names.size() ? most : most + 1;
            names.add(only ? parameter.substring(1) : parameter);
        }
        if (count > most) {
            throw PythonError.type(
                    "%s() takes at most %d argument%s (%d given)", function, most, most == 1 ? "" : "s", count);
        }
        Arguments arguments = new Arguments(function, Arrays.asList(given).subList(0, count));
        for (int i = 0; i < count; i++) {
            arguments.named.put(names.get(i), given[i]);
        }
        byName.forEach((name, value) -> {
            if (!names.contains(name)) {
                throw PythonError.type("'%s' is an invalid keyword argument for %s()", name, function);
            }
            if (arguments.named.containsKey(name)) {
                throw PythonError.type("%s() got multiple values for argument '%s'", function, name);
            }
            arguments.named.put(name, value);
        });
        return arguments;
    }

    /** Returns the positional arguments. */
    public List<@Nullable Object> positional() {
        return positional;
    }

    /** Returns whether the argument is given. */
    public boolean has(String name) {
        return named.containsKey(name);
    }

    /** Returns an argument, or None if it is not given. */
    public @Nullable Object get(String name) {
        return named.get(name);
    }

    /** Returns an argument, or its default if it is not given. */
    public @Nullable Object get(String name, @Nullable Object otherwise) {
        return named.containsKey(name) ? named.get(name) : otherwise;
    }

    /** Returns an argument that has no default. Throws a {@code TypeError} if it is not given. */
    public @Nullable Object required(String name) {
        if (!named.containsKey(name)) {
            throw PythonError.type("%s() missing required argument '%s'", function, name);
        }
        return named.get(name);
    }
}
