package io.github.microgradj.python.module;

import io.github.microgradj.python.PythonModule;
import io.github.microgradj.python.numpy.NumPy;
import io.github.microgradj.python.numpy.NumPy.SharedRandom;
import io.github.microgradj.python.value.PythonError;
import io.github.microgradj.random.PythonRandom;
import java.util.Map;
import java.util.Set;

/** The modules that can be imported, by name. */
public final class PythonModules {
    private static final SharedRandom NUMPY_RANDOM = new SharedRandom();

    private static final Map<String, PythonModule> MODULES = Map.of(
            "math", MathModule.create(),
            "random", RandomModule.create(PythonRandom.shared()),
            "numpy", NumPy.create(NUMPY_RANDOM),
            "torch", Torch.create(),
            "time", clock(),
            "matplotlib.pyplot", PyPlot.create(),
            "sklearn.datasets", ScikitLearn.create(NUMPY_RANDOM));

    private PythonModules() {}

    private static PythonModule clock() {
        double nanoseconds = 1e9;
        return new PythonModule("time")
                .function("time", given -> System.currentTimeMillis() / 1e3)
                .function("perf_counter", given -> System.nanoTime() / nanoseconds);
    }

    /** Returns the names of the modules. */
    public static Set<String> names() {
        return MODULES.keySet();
    }

    /**
     * Returns the module that {@code import name} imports.
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
