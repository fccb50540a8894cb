package io.github.microgradj.python.numpy;

import io.github.microgradj.python.Py;
import io.github.microgradj.python.PythonModule;
import io.github.microgradj.python.numpy.NdArray.ElementKind;
import io.github.microgradj.python.value.Arguments;
import io.github.microgradj.python.value.PythonError;
import io.github.microgradj.python.value.PythonFunction;
import io.github.microgradj.python.value.PythonNumbers;
import io.github.microgradj.python.value.PythonObject;
import io.github.microgradj.python.value.Sequences;
import io.github.microgradj.python.value.Tuple;
import io.github.microgradj.random.NumPyRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The functions of the module {@code numpy} that cells use, and the methods of its arrays. */
public final class NumPy {
    private static final Map<String, ToDoubleFunction<double[]>> REDUCTIONS = Map.of(
            "sum", NumPy::sum,
            "mean", data -> sum(data) / data.length,
            "min", data -> Arrays.stream(data).min().orElseThrow(NumPy::empty),
            "max", data -> Arrays.stream(data).max().orElseThrow(NumPy::empty),
            "std", NumPy::deviation,
            "any", data -> Arrays.stream(data).anyMatch(each -> each != 0) ? 1 : 0,
            "all", data -> Arrays.stream(data).allMatch(each -> each != 0) ? 1 : 0,
            "argmax", data -> best(data, true),
            "argmin", data -> best(data, false));

    private static final Map<String, DoubleUnaryOperator> FUNCTIONS = Map.of(
            "exp", StrictMath::exp,
            "log", StrictMath::log,
            "tanh", StrictMath::tanh,
            "sin", StrictMath::sin,
            "cos", StrictMath::cos,
            "sqrt", Math::sqrt,
            "sign", Math::signum,
            "abs", Math::abs);

    private NumPy() {}

    /** Returns the module; its {@code random} draws from a generator that other modules share. */
    public static PythonModule create(SharedRandom random) {
        PythonModule numpy = new PythonModule("numpy")
                .with("pi", Math.PI)
                .with("e", Math.E)
                .with("inf", Double.POSITIVE_INFINITY)
                .with("nan", Double.NaN)
                .with("float64", Py.builtin("float"))
                .with("int64", Py.builtin("int"))
                .with("random", random.module())
                .with("c_", columns())
                .function("array", "object dtype", NumPy::array)
                .function("asarray", "object dtype", NumPy::array)
                .function("arange", "start stop step dtype", NumPy::arange)
                .function("linspace", "start stop num", NumPy::linspace)
                .function("zeros", "shape dtype", a -> filled(a.required("shape"), 0))
                .function("ones", "shape dtype", a -> filled(a.required("shape"), 1))
                .function("meshgrid", NumPy::meshgrid)
                .function("vstack", "tup", a -> ArrayOperators.array(Sequences.list(a.required("tup"))))
                .function("column_stack", "tup", a -> columns(Sequences.list(a.required("tup"))))
                .function("where", "condition x y", NumPy::where)
                .function("maximum", "x1 x2", a -> larger(a.required("x1"), a.required("x2")));
        FUNCTIONS.forEach((name, function) -> numpy.function(name, "x", a -> mapped(function, a.required("x"))));
        REDUCTIONS
                .keySet()
                .forEach(name -> numpy.function(
                        name, "a axis", a -> reduced(ArrayOperators.array(a.required("a")), name, a.get("axis"))));
        return numpy;
    }

    /** Returns {@code array.name(*arguments)}. */
    static @Nullable Object method(NdArray array, String name, @Nullable Object... given) {
        if (REDUCTIONS.containsKey(name)) {
            return reduced(array, name, Arguments.of(name, given, "axis").get("axis"));
        }
        return switch (name) {
            case "ravel", "flatten" -> array.reshaped(array.data().length);
            case "reshape" -> array.reshaped(sizes(given.length == 1 ? given[0] : Tuple.of(given)));
            case "copy" -> ArrayOperators.array(array);
            case "tolist" -> nested(array);
            case "item" -> array.boxed(given.length == 0 ? 0 : NdArray.whole(given[0]));
            case "astype" -> astype(array, given[0]);
            default -> throw PythonError.attribute("numpy.ndarray", name);
        };
    }

    private static Object nested(NdArray array) {
        List<@Nullable Object> all = Sequences.list(array);
        all.replaceAll(each -> each instanceof NdArray row ? nested(row) : each);
        return all;
    }

    private static NdArray astype(NdArray array, @Nullable Object type) {
        boolean whole = type == Py.builtin("int");
        ElementKind kind = whole ? ElementKind.INT : type == Py.builtin("bool") ? ElementKind.BOOL : ElementKind.FLOAT;
        return ArrayOperators.each(
                array, kind, whole ? x -> (long) x : kind == ElementKind.BOOL ? x -> x != 0 ? 1 : 0 : x -> x);
    }

    private static NdArray array(Arguments arguments) {
        NdArray array = ArrayOperators.array(arguments.required("object"));
        return arguments.get("dtype") == null ? array : astype(array, arguments.get("dtype"));
    }

    private static int[] sizes(@Nullable Object shape) {
        return PythonNumbers.isInt(shape)
                ? new int[] {NdArray.whole(shape)}
                : Sequences.list(shape).stream().mapToInt(NdArray::whole).toArray();
    }

    private static NdArray filled(@Nullable Object shape, double element) {
        int[] sizes = sizes(shape);
        double[] data = new double[IntStream.of(sizes).reduce(1, (a, b) -> a * b)];
        Arrays.fill(data, element);
        return new NdArray(data, ElementKind.FLOAT, sizes);
    }

    private static NdArray arange(Arguments arguments) {
        boolean one = arguments.get("stop") == null;
        Object first = one ? 0L : arguments.required("start");
        Object last = one ? arguments.required("start") : arguments.get("stop");
        Object by = arguments.get("step", 1L);
        double start = PythonNumbers.real(first);
        double step = PythonNumbers.real(by);
        int count = (int) Math.max(0, Math.ceil((PythonNumbers.real(last) - start) / step));
        boolean whole = PythonNumbers.isInt(first) && PythonNumbers.isInt(last) && PythonNumbers.isInt(by);
        // Like NumPy, add multiples of the difference between the first two elements to the first element.
        double delta = start + step - start;
        double[] data =
                IntStream.range(0, count).mapToDouble(i -> start + i * delta).toArray();
        return new NdArray(data, whole ? ElementKind.INT : ElementKind.FLOAT, count);
    }

    private static NdArray linspace(Arguments arguments) {
        double start = PythonNumbers.real(arguments.required("start"));
        double stop = PythonNumbers.real(arguments.required("stop"));
        int count = NdArray.whole(arguments.get("num", 50L));
        double step = (stop - start) / Math.max(1, count - 1);
        return NdArray.of(IntStream.range(0, count)
                .mapToDouble(i -> i > 0 && i == count - 1 ? stop : i * step + start)
                .toArray());
    }

    private static Object meshgrid(@Nullable Object... given) {
        NdArray x = ArrayOperators.array(given[0]);
        NdArray y = ArrayOperators.array(given[1]);
        int columns = x.data().length;
        int rows = y.data().length;
        double[] across = IntStream.range(0, rows * columns)
                .mapToDouble(i -> x.data()[i % columns])
                .toArray();
        double[] down = IntStream.range(0, rows * columns)
                .mapToDouble(i -> y.data()[i / columns])
                .toArray();
        return Py.list(new NdArray(across, x.kind(), rows, columns), new NdArray(down, y.kind(), rows, columns));
    }

    /** Returns {@code np.c_}, which is indexed rather than called, as in {@code np.c_[x, y]}. */
    private static PythonObject columns() {
        return new PythonObject() {
            @Override
            public String typeName() {
                return "CClass";
            }

            @Override
            public Object item(@Nullable Object index) {
                return columns(Sequences.list(index));
            }

            @Override
            public String repr() {
                return "<numpy.c_>";
            }
        };
    }

    private static NdArray columns(List<@Nullable Object> parts) {
        List<NdArray> columns = parts.stream()
                .map(ArrayOperators::array)
                .map(each -> each.rank() == 1 ? each.reshaped(each.data().length, 1) : each)
                .map(ArrayOperators::transposed)
                .toList();
        return ArrayOperators.transposed(ArrayOperators.array(
                columns.stream().flatMap(each -> Sequences.list(each).stream()).toList()));
    }

    private static Object where(Arguments arguments) {
        NdArray test = ArrayOperators.array(arguments.required("condition"));
        Object chosen = Py.mul(test, arguments.required("x"));
        return Py.add(
                chosen,
                Py.mul(ArrayOperators.each(test, ElementKind.INT, x -> x != 0 ? 0 : 1), arguments.required("y")));
    }

    private static Object larger(@Nullable Object a, @Nullable Object b) {
        NdArray first = ArrayOperators.array(Py.compare(">=", ArrayOperators.array(a), b));
        return Py.add(Py.mul(first, a), Py.mul(ArrayOperators.each(first, ElementKind.INT, x -> 1 - x), b));
    }

    private static Object mapped(DoubleUnaryOperator function, @Nullable Object x) {
        NdArray array = ArrayOperators.array(x);
        NdArray result = ArrayOperators.each(array, ElementKind.FLOAT, function);
        return array.rank() == 0 ? result.boxed(0) : result;
    }

    private static Object reduced(NdArray array, String name, @Nullable Object axis) {
        ToDoubleFunction<double[]> reduction = REDUCTIONS.getOrDefault(name, NumPy::sum);
        boolean truth = name.equals("any") || name.equals("all");
        boolean real = name.equals("mean") || name.equals("std") || array.kind() == ElementKind.FLOAT;
        boolean index = name.startsWith("arg");
        ElementKind kind = truth ? ElementKind.BOOL : real && !index ? ElementKind.FLOAT : ElementKind.INT;
        if (axis == null || array.rank() < 2) {
            return new NdArray(new double[] {reduction.applyAsDouble(array.data())}, kind).boxed(0);
        }
        NdArray lines = NdArray.whole(axis) == 0 ? ArrayOperators.transposed(array) : array;
        double[] data = IntStream.range(0, lines.sizes()[0])
                .mapToDouble(i -> reduction.applyAsDouble(((NdArray) lines.row(i)).data()))
                .toArray();
        return new NdArray(data, kind, data.length);
    }

    private static PythonError empty() {
        return PythonError.value("zero-size array to reduction operation which has no identity");
    }

    /**
     * Returns the sum, computed in NumPy's order: more than 128 elements are summed as two halves, 8 to 128 elements in
     * eight partial sums, and fewer one by one.
     */
    private static double sum(double... data) {
        return sum(data, 0, data.length);
    }

    private static double sum(double[] data, int from, int count) {
        if (count < 8) {
            double sum = 0;
            for (int i = 0; i < count; i++) {
                sum += data[from + i];
            }
            return sum;
        }
        if (count > 128) {
            int half = count / 2 - count / 2 % 8;
            return sum(data, from, half) + sum(data, from + half, count - half);
        }
        double[] r = Arrays.copyOfRange(data, from, from + 8);
        int i = 8;
        for (; i < count - count % 8; i++) {
            r[i % 8] += data[from + i];
        }
        double sum = ((r[0] + r[1]) + (r[2] + r[3])) + ((r[4] + r[5]) + (r[6] + r[7]));
        for (; i < count; i++) {
            sum += data[from + i];
        }
        return sum;
    }

    private static double deviation(double... data) {
        double mean = sum(data) / data.length;
        return Math.sqrt(
                sum(Arrays.stream(data).map(x -> (x - mean) * (x - mean)).toArray()) / data.length);
    }

    private static double best(double[] data, boolean largest) {
        return IntStream.range(0, data.length)
                .reduce((a, b) -> (largest ? data[b] > data[a] : data[b] < data[a]) ? b : a)
                .orElseThrow(NumPy::empty);
    }

    /** The generator of {@code np.random}, which {@code np.random.seed} replaces. */
    public static final class SharedRandom {
        private NumPyRandom random = new NumPyRandom(System.nanoTime() & 0xffffffffL);

        /** Returns the generator. */
        public NumPyRandom generator() {
            return random;
        }

        private PythonModule module() {
            return new PythonModule("numpy.random")
                    .function("seed", "seed", a -> {
                        random = new NumPyRandom(PythonNumbers.index(a.required("seed")));
                        return null;
                    })
                    .function("permutation", "x", a -> permutation(a.required("x")))
                    .function("rand", (PythonFunction) sizes -> drawn(Tuple.of(sizes), () -> random.random()))
                    .function("randn", (PythonFunction) sizes -> drawn(Tuple.of(sizes), () -> random.normal()))
                    .function("random", "size", a -> drawn(a.get("size"), () -> random.random()))
                    .function("uniform", "low high size", this::uniform)
                    .function("normal", "loc scale size", this::normal);
        }

        private NdArray permutation(@Nullable Object x) {
            NdArray array = PythonNumbers.isInt(x)
                    ? NdArray.ofInts(IntStream.range(0, NdArray.whole(x)).toArray())
                    : ArrayOperators.array(x);
            int[] order = IntStream.range(0, array.sizes()[0]).toArray();
            random.shuffle(order);
            return (NdArray) Indexing.get(array, NdArray.ofInts(order));
        }

        private Object uniform(Arguments a) {
            double low = PythonNumbers.real(a.get("low", 0.0));
            double high = PythonNumbers.real(a.get("high", 1.0));
            return drawn(a.get("size"), () -> random.uniform(low, high));
        }

        private Object normal(Arguments a) {
            double mean = PythonNumbers.real(a.get("loc", 0.0));
            double deviation = PythonNumbers.real(a.get("scale", 1.0));
            return drawn(a.get("size"), () -> mean + deviation * random.normal());
        }

        private static Object drawn(@Nullable Object size, DoubleSupplier draw) {
            if (size == null || (size instanceof Tuple none && none.isEmpty())) {
                return draw.getAsDouble();
            }
            NdArray array = filled(size, 0);
            Arrays.setAll(array.data(), i -> draw.getAsDouble());
            return array;
        }
    }
}
