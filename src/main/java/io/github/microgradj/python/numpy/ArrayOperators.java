package io.github.microgradj.python.numpy;

import io.github.microgradj.python.numpy.NdArray.ElementKind;
import io.github.microgradj.python.value.Comparison;
import io.github.microgradj.python.value.Operator;
import io.github.microgradj.python.value.PythonError;
import io.github.microgradj.python.value.PythonNumbers;
import io.github.microgradj.python.value.Sequences;
import io.github.microgradj.python.value.Text;
import io.github.microgradj.python.value.Tuple;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Arithmetic on arrays, element by element; shapes are broadcast as in NumPy. */
final class ArrayOperators {
    private ArrayOperators() {}

    /** Returns a number, a list or an array as an array; null for anything else. */
    static @Nullable NdArray operand(@Nullable Object object) {
        if (object instanceof NdArray array) {
            return array;
        }
        return PythonNumbers.plain(object) != null || Sequences.plain(object) instanceof List ? array(object) : null;
    }

    /** Returns {@code np.array(object)}. */
    static NdArray array(@Nullable Object object) {
        if (object instanceof NdArray array) {
            return new NdArray(array.data().clone(), array.kind(), array.sizes());
        }
        Number number = PythonNumbers.plain(object);
        if (number != null) {
            ElementKind kind = object instanceof Boolean
                    ? ElementKind.BOOL
                    : number instanceof Double ? ElementKind.FLOAT : ElementKind.INT;
            return new NdArray(new double[] {PythonNumbers.real(number)}, kind);
        }
        if (!(Sequences.plain(object) instanceof List)) {
            throw PythonError.type("an array holds only numbers, got %s", Text.repr(object));
        }
        List<NdArray> rows =
                Sequences.list(object).stream().map(ArrayOperators::array).toList();
        return stacked(rows);
    }

    private static NdArray stacked(List<NdArray> rows) {
        int[] inner = rows.isEmpty() ? new int[0] : rows.get(0).sizes();
        List<Double> data = new ArrayList<>();
        ElementKind kind = rows.isEmpty() ? ElementKind.FLOAT : ElementKind.BOOL;
        for (NdArray row : rows) {
            if (!Arrays.equals(row.sizes(), inner)) {
                throw PythonError.value(
                        "setting an array element with a sequence. The requested array has an inhomogeneous shape");
            }
            kind = row.kind().compareTo(kind) > 0 ? row.kind() : kind;
            Arrays.stream(row.data()).forEach(data::add);
        }
        int[] shape =
                IntStream.concat(IntStream.of(rows.size()), IntStream.of(inner)).toArray();
        return new NdArray(data.stream().mapToDouble(each -> each).toArray(), kind, shape);
    }

    static Tuple shape(int... sizes) {
        return Tuple.of((Object[]) IntStream.of(sizes).mapToObj(Long::valueOf).toArray(Long[]::new));
    }

    static Object binary(Operator operator, NdArray a, NdArray b) {
        boolean whole = a.kind() != ElementKind.FLOAT && b.kind() != ElementKind.FLOAT;
        boolean truths = a.kind() == ElementKind.BOOL && b.kind() == ElementKind.BOOL;
        DoubleBinaryOperator function =
                switch (operator) {
                    case ADD -> truths ? (x, y) -> Math.min(1, x + y) : (x, y) -> x + y;
                    case SUB -> (x, y) -> x - y;
                    case MUL -> (x, y) -> x * y;
                    case TRUEDIV -> (x, y) -> x / y;
                    case FLOORDIV -> (x, y) -> Math.floor(x / y);
                    case MOD -> (x, y) -> x - Math.floor(x / y) * y;
                    case POW -> (x, y) -> y == 2 ? x * x : StrictMath.pow(x, y);
                    case AND -> (x, y) -> (long) x & (long) y;
                    case OR -> (x, y) -> (long) x | (long) y;
                    case XOR -> (x, y) -> (long) x ^ (long) y;
                    default -> throw PythonError.type("arrays do not support the operator %s", operator.symbol());
                };
        ElementKind kind = operator == Operator.TRUEDIV || !whole
                ? ElementKind.FLOAT
                : truths && operator != Operator.SUB ? ElementKind.BOOL : ElementKind.INT;
        return broadcast(a, b, kind, function);
    }

    static Object compare(Comparison comparison, NdArray a, NdArray b) {
        return broadcast(a, b, ElementKind.BOOL, (x, y) -> holds(comparison, x, y) ? 1 : 0);
    }

    private static boolean holds(Comparison comparison, double x, double y) {
        return switch (comparison) {
            case EQ -> x == y;
            case NE -> x != y;
            case LT -> x < y;
            case LE -> x <= y;
            case GT -> x > y;
            case GE -> x >= y;
        };
    }

    static Object unary(String operator, NdArray a) {
        return switch (operator) {
            case "-" -> each(a, a.kind(), x -> -x);
            case "abs" -> each(a, a.kind(), Math::abs);
            case "~" -> each(a, a.kind(), a.kind() == ElementKind.BOOL ? x -> 1 - x : x -> -x - 1);
            default -> a;
        };
    }

    static NdArray each(NdArray a, ElementKind kind, DoubleUnaryOperator function) {
        return new NdArray(Arrays.stream(a.data()).map(function).toArray(), kind, a.sizes());
    }

    private static Object broadcast(NdArray a, NdArray b, ElementKind kind, DoubleBinaryOperator function) {
        int[] shape = common(a.sizes(), b.sizes());
        double[] data = new double[IntStream.of(shape).reduce(1, (x, y) -> x * y)];
        for (int i = 0; i < data.length; i++) {
            data[i] = function.applyAsDouble(
                    a.data()[source(i, shape, a.sizes())], b.data()[source(i, shape, b.sizes())]);
        }
        NdArray result = new NdArray(data, kind, shape);
        return shape.length == 0 ? result.boxed(0) : result;
    }

    private static int[] common(int[] a, int[] b) {
        int rank = Math.max(a.length, b.length);
        int[] shape = new int[rank];
        for (int i = 0; i < rank; i++) {
            int x = i < rank - a.length ? 1 : a[i - (rank - a.length)];
            int y = i < rank - b.length ? 1 : b[i - (rank - b.length)];
            if (x != y && x != 1 && y != 1) {
                throw PythonError.value(
                        "operands could not be broadcast together with shapes %s %s", compact(a), compact(b));
            }
            shape[i] = x == 1 ? y : x;
        }
        return shape;
    }

    static String compact(int... shape) {
        String sizes = IntStream.of(shape).mapToObj(Integer::toString).collect(Collectors.joining(","));
        return "(" + sizes + (shape.length == 1 ? ",)" : ")");
    }

    /** Returns the index of the operand's element that is broadcast to an index of the result. */
    private static int source(int index, int[] shape, int[] sizes) {
        int rest = index;
        int source = 0;
        int stride = 1;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            int at = rest % shape[axis];
            rest /= shape[axis];
            int own = axis - (shape.length - sizes.length);
            if (own >= 0) {
                source += sizes[own] == 1 ? 0 : at * stride;
                stride *= sizes[own];
            }
        }
        return source;
    }

    static NdArray transposed(NdArray a) {
        if (a.rank() != 2) {
            return a;
        }
        int rows = a.sizes()[0];
        int columns = a.sizes()[1];
        double[] data = new double[rows * columns];
        for (int i = 0; i < data.length; i++) {
            data[i % columns * rows + i / columns] = a.data()[i];
        }
        return new NdArray(data, a.kind(), columns, rows);
    }
}
