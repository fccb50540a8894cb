package io.github.microgradj.python.numpy;

import io.github.microgradj.engine.Value;
import io.github.microgradj.python.value.Comparison;
import io.github.microgradj.python.value.Operator;
import io.github.microgradj.python.value.PythonError;
import io.github.microgradj.python.value.PythonFunction;
import io.github.microgradj.python.value.PythonNumbers;
import io.github.microgradj.python.value.PythonObject;
import io.github.microgradj.python.value.Sequences;
import io.github.microgradj.python.value.Tuple;
import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A NumPy array, {@code numpy.ndarray}: numbers of one kind in rows of equal length. */
public final class NdArray implements PythonObject {
    /** The kind of the elements, which are always stored as doubles. */
    enum ElementKind {
        BOOL,
        INT,
        FLOAT
    }

    private final double[] data;
    private final int[] shape;
    private final ElementKind kind;

    NdArray(double[] data, ElementKind kind, int... shape) {
        this.data = data;
        this.kind = kind;
        this.shape = shape.clone();
    }

    /** Returns a one-dimensional array of floats. */
    public static NdArray of(double... numbers) {
        return new NdArray(numbers.clone(), ElementKind.FLOAT, numbers.length);
    }

    /** Returns a two-dimensional array of floats with these rows. */
    public static NdArray of(double[]... rows) {
        double[] data = Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
        return new NdArray(data, ElementKind.FLOAT, rows.length, rows.length == 0 ? 0 : rows[0].length);
    }

    /** Returns a one-dimensional array of ints. */
    public static NdArray ofInts(int... numbers) {
        return new NdArray(IntStream.of(numbers).asDoubleStream().toArray(), ElementKind.INT, numbers.length);
    }

    /** Returns the numbers, row by row. */
    public double[] data() {
        return data;
    }

    int[] sizes() {
        return shape;
    }

    ElementKind kind() {
        return kind;
    }

    int rank() {
        return shape.length;
    }

    /** Returns an element as a Python bool, int or float. */
    Object boxed(int index) {
        return boxed(data[index]);
    }

    Object boxed(double element) {
        return switch (kind) {
            case BOOL -> element != 0;
            case INT -> (long) element;
            case FLOAT -> element;
        };
    }

    /** Returns the part at an index of the first axis: an element if the array has one dimension, else an array. */
    Object row(int index) {
        int size = data.length / Math.max(1, shape[0]);
        return rank() == 1
                ? boxed(index)
                : new NdArray(
                        Arrays.copyOfRange(data, index * size, (index + 1) * size),
                        kind,
                        Arrays.copyOfRange(shape, 1, rank()));
    }

    NdArray reshaped(int... sizes) {
        int known = IntStream.of(sizes).filter(size -> size >= 0).reduce(1, (a, b) -> a * b);
        int[] full = IntStream.of(sizes)
                .map(size -> size >= 0 ? size : data.length / Math.max(1, known))
                .toArray();
        if (IntStream.of(full).reduce(1, (a, b) -> a * b) != data.length) {
            throw PythonError.value(
                    "cannot reshape array of size %d into shape %s", data.length, ArrayOperators.compact(sizes));
        }
        return new NdArray(data, kind, full);
    }

    @Override
    public String typeName() {
        return "numpy.ndarray";
    }

    @Override
    public @Nullable Object attribute(String name) {
        return switch (name) {
            case "shape" ->
                Tuple.of((Object[]) IntStream.of(shape).mapToObj(Long::valueOf).toArray(Long[]::new));
            case "size" -> (long) data.length;
            case "ndim" -> (long) rank();
            case "T" -> ArrayOperators.transposed(this);
            case "dtype" ->
                switch (kind) {
                    case BOOL -> "bool";
                    case INT -> "int64";
                    case FLOAT -> "float64";
                };
            default -> (PythonFunction) arguments -> NumPy.method(this, name, arguments);
        };
    }

    @Override
    public @Nullable Object binary(Operator operator, @Nullable Object other, boolean reflected) {
        if (other instanceof Value) {
            throw PythonError.type(
                    "an array holds only numbers; for a Value v and an array xs, write [%s for x in xs]",
                    reflected ? "v " + operator.symbol() + " x" : "x " + operator.symbol() + " v");
        }
        NdArray right = ArrayOperators.operand(other);
        return right == null
                ? null
                : reflected
                        ? ArrayOperators.binary(operator, right, this)
                        : ArrayOperators.binary(operator, this, right);
    }

    @Override
    public @Nullable Object unary(String operator) {
        return ArrayOperators.unary(operator, this);
    }

    @Override
    public @Nullable Object compare(Comparison comparison, @Nullable Object other) {
        NdArray right = ArrayOperators.operand(other);
        return right == null ? null : ArrayOperators.compare(comparison, this, right);
    }

    @Override
    public @Nullable Object item(@Nullable Object index) {
        return Indexing.get(this, index);
    }

    @Override
    public void setItem(@Nullable Object index, @Nullable Object value) {
        Indexing.set(this, index, value);
    }

    @Override
    public Iterator<@Nullable Object> iterator() {
        if (rank() == 0) {
            throw PythonError.type("iteration over a 0-d array");
        }
        return Sequences.list(IntStream.range(0, shape[0]).mapToObj(this::row).toList())
                .iterator();
    }

    @Override
    public long length() {
        if (rank() == 0) {
            throw PythonError.type("len() of unsized object");
        }
        return shape[0];
    }

    @Override
    public boolean truth() {
        if (data.length != 1) {
            throw PythonError.value(
                    "The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()");
        }
        return data[0] != 0;
    }

    @Override
    public String repr() {
        return new ArrayText(this, ", ").repr();
    }

    @Override
    public String str() {
        return new ArrayText(this, " ").str();
    }

    /** Returns {@code repr(self)}. */
    @Override
    public String toString() {
        return repr();
    }

    /** Returns an argument, such as an axis, as an int. */
    static int whole(@Nullable Object argument) {
        return Math.toIntExact(PythonNumbers.index(argument));
    }
}
