package io.github.microgradj.python.value;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The keyword arguments of a call, {@code f(x, key=1)}; they follow the other arguments. */
public final class Keywords {
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    private Keywords() {}

    /** Returns keyword arguments from alternating names and values. */
    public static Keywords of(@Nullable Object... namesAndValues) {
        Keywords keywords = new Keywords();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            keywords.values.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return keywords;
    }

    /** Adds the entries of a dict to these arguments, as in {@code f(a=1, **dict)}, and returns these arguments. */
    public Keywords with(@Nullable Object dict) {
        if (!(dict instanceof Map<?, ?> map)) {
            throw PythonError.type("argument after ** must be a mapping, not %s", TypeName.of(dict));
        }
        map.forEach((name, value) -> values.put(String.valueOf(name), value));
        return this;
    }

    /** Returns the values by name, in the order of the call. */
    public Map<String, @Nullable Object> values() {
        return values;
    }
}
