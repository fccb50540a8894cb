package io.github.microgradj.python;

import io.github.microgradj.python.value.Arguments;
import io.github.microgradj.python.value.PythonError;
import io.github.microgradj.python.value.PythonFunction;
import io.github.microgradj.python.value.PythonObject;
import io.github.microgradj.text.DidYouMean;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A Python module such as {@code math}, whose functions and constants are looked up by name. */
public class PythonModule implements PythonObject {
    private final String name;
    private final Map<String, @Nullable Object> members = new TreeMap<>();

    /** Creates a module without members. */
    public PythonModule(String name) {
        this.name = name;
    }

    /** Adds a constant, a type or a module. */
    public final PythonModule with(String member, @Nullable Object value) {
        members.put(member, value);
        return this;
    }

    /** Adds a function. */
    public final PythonModule function(String member, PythonFunction function) {
        return with(member, function);
    }

    /**
     * Adds a function whose arguments are bound to parameters.
     *
     * @param signature the names of the parameters in the notation of {@link Arguments#of}, separated by spaces
     */
    public final PythonModule function(
            String member, String signature, Function<Arguments, @Nullable Object> function) {
        String[] parameters = signature.split(" ");
        return with(member, (PythonFunction) given -> function.apply(Arguments.of(member, given, parameters)));
    }

    /** Returns {@code module.__name__}. */
    public final String name() {
        return name;
    }

    @Override
    public final String typeName() {
        return "module";
    }

    @Override
    public @Nullable Object attribute(String member) {
        if (!members.containsKey(member)) {
            throw new PythonError(
                    "AttributeError",
                    "module '" + name + "' has no attribute '" + member + "' in microgradj"
                            + DidYouMean.didYouMean(member, members.keySet()));
        }
        return members.get(member);
    }

    @Override
    public final String repr() {
        return "<module '" + name + "'>";
    }
}
