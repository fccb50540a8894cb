package io.github.microgradj.python;

import io.github.microgradj.python.value.Keywords;
import io.github.microgradj.python.value.PythonError;
import io.github.microgradj.python.value.PythonFunction;
import io.github.microgradj.python.value.Tuple;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A function defined in a cell, as an object. It binds arguments to parameters by position and by name. */
final class DefinedFunction implements PythonFunction {
    private final String signature;
    private final String name;
    private final PythonFunction body;
    /**
     * The names of the parameters that have no star. Arguments for the parameters after a star can be given only by
     * name.
     */
    private final List<String> parameters = new ArrayList<>();

    private final Map<String, @Nullable Object> defaults = new LinkedHashMap<>();
    private int positional = -1;
    private boolean rest;
    private boolean named;

    /**
     * Creates a function.
     *
     * @param signature the name and the parameters, as in {@code f(a, b=, *rest, **named)}
     * @param body the function to call with one argument for each parameter, in order
     * @param defaults the default values of the parameters with {@code =}, in order
     */
    DefinedFunction(String signature, PythonFunction body, @Nullable Object[] defaults) {
        this.signature = signature;
        this.name = signature.substring(0, signature.indexOf('('));
        this.body = body;
        String inner = signature.substring(name.length() + 1, signature.length() - 1);
        for (String parameter : inner.isEmpty() ? new String[0] : inner.split(", ", -1)) {
            if (parameter.startsWith("**")) {
                named = true;
            } else if (parameter.startsWith("*")) {
                positional = parameters.size();
                rest = parameter.length() > 1;
            } else if (parameter.endsWith("=")) {
                parameters.add(parameter.substring(0, parameter.length() - 1));
                this.defaults.put(parameters.get(parameters.size() - 1), defaults[this.defaults.size()]);
            } else {
                parameters.add(parameter);
            }
        }
        positional = positional < 0 ? parameters.size() : positional;
    }

    @Override
    public String toString() {
        return "function " + signature;
    }

    @Override
    public @Nullable Object call(@Nullable Object... given) {
        boolean byName = given.length > 0 && given[given.length - 1] instanceof Keywords;
        int count = byName ? given.length - 1 : given.length;
        if (count > positional && !rest) {
            throw PythonError.type(
                    "%s() takes %d positional argument%s but %d %s given",
                    name, positional, positional == 1 ? "" : "s", count, count == 1 ? "was" : "were");
        }
        Map<String, @Nullable Object> bound = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(count, positional); i++) {
            bound.put(parameters.get(i), given[i]);
        }
        Map<Object, @Nullable Object> others = new LinkedHashMap<>();
        if (byName) {
            bind((Keywords) given[given.length - 1], bound, others);
        }
        checkMissing(bound);
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i <= parameters.size(); i++) {
            if (i == positional && rest) {
                values.add(Tuple.of(Arrays.copyOfRange(given, Math.min(positional, count), count)));
            }
            if (i < parameters.size()) {
                String parameter = parameters.get(i);
                values.add(bound.containsKey(parameter) ? bound.get(parameter) : defaults.get(parameter));
            }
        }
        if (named) {
            values.add(others);
        }
        return body.call(values.toArray());
    }

    private void bind(Keywords keywords, Map<String, @Nullable Object> bound, Map<Object, @Nullable Object> others) {
        keywords.values().forEach((key, value) -> {
            if (!parameters.contains(key) && !named) {
                throw PythonError.type("%s() got an unexpected keyword argument '%s'", name, key);
            }
            if (bound.containsKey(key)) {
                throw PythonError.type("%s() got multiple values for argument '%s'", name, key);
            }
            if (parameters.contains(key)) {
                bound.put(key, value);
            } else {
                others.put(key, value);
            }
        });
    }

    private void checkMissing(Map<String, @Nullable Object> bound) {
        List<String> missing = parameters.stream()
                .filter(each -> !bound.containsKey(each) && !defaults.containsKey(each))
                .map(each -> "'" + each + "'")
                .toList();
        if (missing.isEmpty()) {
            return;
        }
        String last = missing.get(missing.size() - 1);
        String before = missing.subList(0, missing.size() - 1).stream().collect(Collectors.joining(", "));
        String all = before.isEmpty() ? last : before + (missing.size() > 2 ? ", and " : " and ") + last;
        throw PythonError.type(
                "%s() missing %d required positional argument%s: %s",
                name, missing.size(), missing.size() == 1 ? "" : "s", all);
    }
}
