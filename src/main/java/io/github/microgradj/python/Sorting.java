package io.github.microgradj.python;

import io.github.microgradj.python.value.Arguments;
import io.github.microgradj.python.value.Comparing;
import io.github.microgradj.python.value.Comparison;
import io.github.microgradj.python.value.Keywords;
import io.github.microgradj.python.value.PythonError;
import io.github.microgradj.python.value.Sequences;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The functions that order elements: {@code sorted}, {@code min} and {@code max}. */
final class Sorting {
    private record Keyed(@Nullable Object key, @Nullable Object element) {}

    private Sorting() {}

    /** Returns the elements in ascending or, if reversed, descending order. Equal elements always keep their order. */
    static List<@Nullable Object> sorted(@Nullable Object iterable, @Nullable Object key, boolean reverse) {
        List<Keyed> keyed = new ArrayList<>();
        for (Object element : Sequences.iterable(iterable)) {
            keyed.add(new Keyed(key == null ? element : Calls.call(key, element), element));
        }
        if (reverse) {
            Collections.reverse(keyed);
        }
        Keyed[] array = keyed.toArray(Keyed[]::new);
        mergeSort(array, array.clone(), 0, array.length);
        List<@Nullable Object> sorted = new ArrayList<>();
        Arrays.stream(array).map(Keyed::element).forEach(sorted::add);
        if (reverse) {
            Collections.reverse(sorted);
        }
        return sorted;
    }

    /** Sorts with {@code <} alone, as Python does. Java's sort needs a total order, which NaN breaks. */
    private static void mergeSort(Keyed[] to, Keyed[] from, int start, int end) {
        if (end - start < 2) {
            return;
        }
        int middle = (start + end) >>> 1;
        mergeSort(from, to, start, middle);
        mergeSort(from, to, middle, end);
        int left = start;
        int right = middle;
        for (int i = start; i < end; i++) {
            boolean fromRight = left >= middle
                    || (right < end && Comparing.truth(Comparison.LT, from[right].key(), from[left].key()));
            to[i] = from[fromRight ? right++ : left++];
        }
    }

    /** Returns {@code min(...)} or {@code max(...)}. */
    static @Nullable Object extreme(String name, Comparison better, @Nullable Object... given) {
        Keywords none = Keywords.of();
        Keywords keywords = given.length > 0 && given[given.length - 1] instanceof Keywords last ? last : none;
        Arguments options = Arguments.of(name, new Object[] {keywords}, "*key", "*default");
        List<@Nullable Object> positional = Arrays.asList(given).subList(0, given.length - (keywords == none ? 0 : 1));
        if (positional.isEmpty()) {
            throw PythonError.type("%s expected at least 1 argument, got 0", name);
        }
        Object key = options.get("key");
        Keyed best = null;
        for (Object element : positional.size() == 1 ? Sequences.iterable(positional.get(0)) : positional) {
            Keyed next = new Keyed(key == null ? element : Calls.call(key, element), element);
            best = best == null || Comparing.truth(better, next.key(), best.key()) ? next : best;
        }
        if (best == null && !options.has("default")) {
            throw PythonError.value("%s() arg is an empty sequence", name);
        }
        return best == null ? options.get("default") : best.element();
    }
}
