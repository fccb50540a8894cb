package io.github.microgradj.python.module;

import io.github.microgradj.data.Dataset;
import io.github.microgradj.data.Datasets;
import io.github.microgradj.python.Py;
import io.github.microgradj.python.PythonModule;
import io.github.microgradj.python.numpy.NdArray;
import io.github.microgradj.python.numpy.NumPy.SharedRandom;
import io.github.microgradj.python.value.Arguments;
import io.github.microgradj.python.value.PythonError;
import io.github.microgradj.python.value.PythonNumbers;
import io.github.microgradj.python.value.Tuple;
import io.github.microgradj.random.NumPyRandom;

/** The functions of {@code sklearn.datasets} that microgradj supports. They return the same numbers as scikit-learn. */
final class ScikitLearn {
    private final SharedRandom shared;

    private ScikitLearn(SharedRandom shared) {
        this.shared = shared;
    }

    /** Returns the module. Without {@code random_state}, its functions draw from the generator of {@code np.random}. */
    static PythonModule create(SharedRandom shared) {
        ScikitLearn data = new ScikitLearn(shared);
        return new PythonModule("sklearn.datasets")
                .function(
                        "make_moons",
                        "n_samples *shuffle *noise *random_state",
                        a -> data.arrays(Datasets.moons(size(a), noise(a), data.random(a))))
                .function(
                        "make_circles",
                        "n_samples *shuffle *noise *random_state *factor",
                        a -> data.arrays(Datasets.circles(size(a), noise(a), number(a, "factor", 0.8), data.random(a))))
                .function(
                        "make_blobs",
                        "n_samples n_features *centers *cluster_std *random_state",
                        a -> data.arrays(
                                Datasets.blobs(size(a), centers(a), number(a, "cluster_std", 1), data.random(a))));
    }

    private NumPyRandom random(Arguments arguments) {
        if (!Py.truth(arguments.get("shuffle", true)) || PythonNumbers.index(arguments.get("n_features", 2L)) != 2) {
            throw PythonError.value("only shuffle=True and n_features=2 are supported");
        }
        Object seed = arguments.get("random_state");
        return seed == null ? shared.generator() : new NumPyRandom(PythonNumbers.index(seed));
    }

    private static int size(Arguments arguments) {
        return Math.toIntExact(PythonNumbers.index(arguments.get("n_samples", 100L)));
    }

    private static int centers(Arguments arguments) {
        Object centers = arguments.get("centers");
        return centers == null ? 3 : Math.toIntExact(PythonNumbers.index(centers));
    }

    /**
     * Returns the standard deviation of the noise, or negative infinity for {@code noise=None}, so that no noise is
     * drawn.
     */
    private static double noise(Arguments arguments) {
        return arguments.get("noise") == null ? Double.NEGATIVE_INFINITY : number(arguments, "noise", 0);
    }

    private static double number(Arguments arguments, String name, double otherwise) {
        return PythonNumbers.real(arguments.get(name, otherwise));
    }

    private Tuple arrays(Dataset data) {
        return Tuple.of(NdArray.of(data.inputs()), NdArray.ofInts(data.labels()));
    }
}
