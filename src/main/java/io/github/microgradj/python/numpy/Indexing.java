package io.github.microgradj.python.numpy;

import io.github.microgradj.python.numpy.NdArray.ElementKind;
import io.github.microgradj.python.value.PythonError;
import io.github.microgradj.python.value.PythonNumbers;
import io.github.microgradj.python.value.Sequences;
import io.github.microgradj.python.value.Slice;
import io.github.microgradj.python.value.Tuple;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Access to the elements of arrays by index, slice, array of indices or array of bools. */
final class Indexing {
    /**
     * The elements that an index selects.
     *
     * @param shape the shape of the selection; empty for a single element
     */
    private record Selection(int[] elements, int[] shape) {}

    private Indexing() {}

    static Object get(NdArray array, @Nullable Object index) {
        Selection selection = selection(array, index);
        double[] data = IntStream.of(selection.elements)
                .mapToDouble(i -> array.data()[i])
                .toArray();
        return selection.shape.length == 0 ? array.boxed(data[0]) : new NdArray(data, array.kind(), selection.shape);
    }

    static void set(NdArray array, @Nullable Object index, @Nullable Object value) {
        Selection selection = selection(array, index);
        NdArray values = ArrayOperators.array(value);
        int count = values.data().length;
        if (count != 1 && count != selection.elements.length) {
            throw PythonError.value(
                    "could not broadcast input array from shape (%d,) into shape (%d,)",
                    count, selection.elements.length);
        }
        for (int i = 0; i < selection.elements.length; i++) {
            double element = values.data()[count == 1 ? 0 : i];
            array.data()[selection.elements[i]] = array.kind() == ElementKind.FLOAT ? element : (long) element;
        }
    }

    private static Selection selection(NdArray array, @Nullable Object index) {
        if (index instanceof NdArray mask && mask.kind() == ElementKind.BOOL && mask.rank() == array.rank()) {
            int[] chosen = IntStream.range(0, mask.data().length)
                    .filter(i -> mask.data()[i] != 0)
                    .toArray();
            return new Selection(chosen, new int[] {chosen.length});
        }
        List<?> indices = index instanceof Tuple tuple ? tuple : java.util.Arrays.asList(index);
        if (indices.size() > array.rank()) {
            throw PythonError.of(
                    "IndexError",
                    "too many indices for array: array is %d-dimensional, but %d were indexed",
                    array.rank(),
                    indices.size());
        }
        int[] elements = {0};
        IntStream.Builder shape = IntStream.builder();
        for (int axis = 0; axis < array.rank(); axis++) {
            int size = array.sizes()[axis];
            Object part = axis < indices.size() ? indices.get(axis) : new Slice(null, null, null);
            int[] chosen = chosen(part, axis, size);
            int[] before = elements;
            elements = IntStream.of(before)
                    .flatMap(each -> IntStream.of(chosen).map(at -> each * size + at))
                    .toArray();
            if (!PythonNumbers.isInt(part)) {
                shape.add(chosen.length);
            }
        }
        return new Selection(elements, shape.build().toArray());
    }

    private static int[] chosen(@Nullable Object index, int axis, int size) {
        if (index instanceof Slice slice) {
            Slice.Indices span = slice.of(size);
            return IntStream.range(0, span.count())
                    .map(i -> span.first() + i * span.step())
                    .toArray();
        }
        if (PythonNumbers.isInt(index)) {
            return new int[] {position(PythonNumbers.index(index), axis, size)};
        }
        if (index instanceof NdArray || Sequences.plain(index) instanceof List) {
            NdArray array = ArrayOperators.array(index);
            if (array.kind() == ElementKind.BOOL) {
                return IntStream.range(0, size)
                        .filter(i -> array.data()[i] != 0)
                        .toArray();
            }
            if (array.kind() == ElementKind.INT || array.data().length == 0) {
                return IntStream.range(0, array.data().length)
                        .map(i -> position((long) array.data()[i], axis, size))
                        .toArray();
            }
        }
        throw new PythonError(
                "IndexError",
                "only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean arrays"
                        + " are valid indices");
    }

    private static int position(long index, int axis, int size) {
        long from = index < 0 ? index + size : index;
        if (from < 0 || from >= size) {
            throw PythonError.of("IndexError", "index %d is out of bounds for axis %d with size %d", index, axis, size);
        }
        return (int) from;
    }
}
