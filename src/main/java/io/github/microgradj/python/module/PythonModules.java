package io.github.microgradj.python.module;

import io.github.microgradj.python.PythonModule;
import io.github.microgradj.python.value.PythonError;
import io.github.microgradj.random.PythonRandom;
import java.util.Map;
import java.util.Set;

/** The modules that can be imported, by name. */
public final class PythonModules {
    private static final Map<String, PythonModule> MODULES =
            Map.of("math", MathModule.create(), "random", RandomModule.create(PythonRandom.shared()));

    private PythonModules() {}

    /** Returns the names of the modules. */
    public static Set<String> names() {
        return MODULES.keySet();
    }

    /**
     * Returns the module of {@code import name}.
     *
     * @throws PythonError if there is none
     */
    public static PythonModule named(String name) {
        PythonModule module = MODULES.get(name);
        if (module == null) {
            throw PythonError.of("ModuleNotFoundError", "No module named '%s'", name);
        }
        return module;
    }
}
