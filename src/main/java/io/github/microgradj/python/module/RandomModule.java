package io.github.microgradj.python.module;

import io.github.microgradj.python.Py;
import io.github.microgradj.python.PythonModule;
import io.github.microgradj.python.value.Arguments;
import io.github.microgradj.python.value.PythonError;
import io.github.microgradj.python.value.PythonNumbers;
import io.github.microgradj.random.PythonRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Python's module {@code random}. It draws the same numbers as CPython 3.11 for the same seed. */
final class RandomModule {
    private final PythonRandom random;

    private RandomModule(PythonRandom random) {
        this.random = random;
    }

    /** Returns the module, or an instance of {@code random.Random}, that draws from the given generator. */
    static PythonModule create(PythonRandom random) {
        RandomModule draws = new RandomModule(random);
        return new PythonModule("random")
                .function("seed", "a", draws::seed)
                .function("random", a -> random.random())
                .function(
                        "uniform",
                        "a b",
                        a -> random.uniform(PythonNumbers.real(a.required("a")), PythonNumbers.real(a.required("b"))))
                .function("randrange", "start stop step", draws::randrange)
                .function("randint", "a b", draws::randint)
                .function("choice", "seq", draws::choice)
                .function("choices", "population weights *cum_weights *k", draws::choices)
                .function("shuffle", "x", draws::shuffle)
                .function("sample", "population k", draws::sample)
                .function(
                        "getrandbits",
                        "k",
                        a -> PythonNumbers.normal(random.bits((int) PythonNumbers.index(a.required("k")))))
                .function("gauss", "mu sigma", draws::gauss)
                .function("Random", "x", a -> create(seeded(a.get("x"))));
    }

    private static PythonRandom seeded(@Nullable Object seed) {
        return new PythonRandom(seed == null ? System.nanoTime() : PythonNumbers.index(seed));
    }

    private @Nullable Object seed(Arguments arguments) {
        Object seed = arguments.get("a");
        if (seed != null && !PythonNumbers.isInt(seed)) {
            throw PythonError.type("random.seed() takes only an int, got %s", Py.repr(seed));
        }
        random.seed(seed == null ? System.nanoTime() : PythonNumbers.index(seed));
        return null;
    }

    private Object randrange(Arguments arguments) {
        long start = arguments.has("stop") ? PythonNumbers.index(arguments.required("start")) : 0;
        long stop = PythonNumbers.index(arguments.has("stop") ? arguments.get("stop") : arguments.required("start"));
        long step = PythonNumbers.index(arguments.get("step", 1L));
        if (step == 0) {
            throw PythonError.value("zero step for randrange()");
        }
        long width = stop - start;
        long count = step > 0 ? (width + step - 1) / step : (width + step + 1) / step;
        if (count <= 0) {
            throw PythonError.value("empty range for randrange() (%d, %d, %d)", start, stop, width);
        }
        return start + step * random.below(count);
    }

    private Object randint(Arguments arguments) {
        long low = PythonNumbers.index(arguments.required("a"));
        long high = PythonNumbers.index(arguments.required("b"));
        if (high < low) {
            throw PythonError.value("empty range for randrange() (%d, %d, %d)", low, high + 1, high + 1 - low);
        }
        return low + random.below(high - low + 1);
    }

    private @Nullable Object choice(Arguments arguments) {
        Object sequence = arguments.required("seq");
        long size = Py.len(sequence);
        if (size == 0) {
            throw new PythonError("IndexError", "Cannot choose from an empty sequence");
        }
        return Py.get(sequence, random.below(size));
    }

    private Object choices(Arguments arguments) {
        List<@Nullable Object> population = list(arguments.required("population"));
        long count = PythonNumbers.index(arguments.get("k", 1L));
        double[] cumulative = cumulative(arguments, population.size());
        List<@Nullable Object> chosen = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            if (cumulative.length == 0) {
                chosen.add(population.get((int) Math.floor(random.random() * population.size())));
            } else {
                double at = random.random() * cumulative[cumulative.length - 1];
                int index = 0;
                while (index < cumulative.length - 1 && cumulative[index] <= at) {
                    index++;
                }
                chosen.add(population.get(index));
            }
        }
        return chosen;
    }

    private static double[] cumulative(Arguments arguments, int size) {
        boolean summed = arguments.get("cum_weights") != null;
        Object weights = summed ? arguments.get("cum_weights") : arguments.get("weights");
        if (weights == null) {
            return new double[0];
        }
        double[] cumulative =
                list(weights).stream().mapToDouble(PythonNumbers::real).toArray();
        if (cumulative.length != size) {
            throw PythonError.value("The number of weights does not match the population");
        }
        for (int i = 1; !summed && i < size; i++) {
            cumulative[i] += cumulative[i - 1];
        }
        return cumulative;
    }

    private @Nullable Object shuffle(Arguments arguments) {
        Object list = arguments.required("x");
        for (long i = Py.len(list) - 1; i > 0; i--) {
            long j = random.below(i + 1);
            Object swapped = Py.get(list, i);
            Py.set(list, i, Py.get(list, j));
            Py.set(list, j, swapped);
        }
        return null;
    }

    /**
     * Draws a sample in the same way as CPython. Each element that is drawn from a small population is removed from the
     * pool. In a large population, an index that has already been drawn is rejected.
     */
    private Object sample(Arguments arguments) {
        List<@Nullable Object> pool = list(arguments.required("population"));
        int n = pool.size();
        long count = PythonNumbers.index(arguments.required("k"));
        if (count < 0 || count > n) {
            throw PythonError.value("Sample larger than population or is negative");
        }
        double table = 21 + (count > 5 ? Math.pow(4, Math.ceil(Math.log(count * 3.0) / Math.log(4))) : 0);
        Set<Integer> taken = new HashSet<>();
        List<@Nullable Object> sample = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int j = (int) random.below(n <= table ? n - i : n);
            while (n > table && !taken.add(j)) {
                j = (int) random.below(n);
            }
            sample.add(pool.get(j));
            if (n <= table) {
                pool.set(j, pool.get(n - i - 1));
            }
        }
        return sample;
    }

    private Object gauss(Arguments arguments) {
        return PythonNumbers.real(arguments.get("mu", 0.0))
                + random.gauss() * PythonNumbers.real(arguments.get("sigma", 1.0));
    }

    private static List<@Nullable Object> list(@Nullable Object iterable) {
        List<@Nullable Object> all = new ArrayList<>();
        Py.iter(iterable).forEach(all::add);
        return all;
    }
}
