package io.github.microgradj.compile.sequence;

import io.github.microgradj.engine.Value;
import java.util.Objects;

/**
 * An {@code int} in a form that can be compiled. It selects one of several Values, as a letter selects its row in a
 * table of embeddings.
 *
 * <p>A function that uses its indices only to select Values, and never reads their numbers, has the same graph for all
 * numbers. It can therefore be compiled; see {@link CompiledSequence}.
 */
public class Index {
    private final int number;

    Index(int number) {
        this.number = number;
    }

    /** Returns an index with the given number. */
    public static Index of(int number) {
        return new Index(number);
    }

    /** Returns indices with the given numbers. */
    public static Index[] of(int... numbers) {
        Index[] indices = new Index[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            indices[i] = of(numbers[i]);
        }
        return indices;
    }

    /** Returns the number. */
    public int number() {
        return number;
    }

    /**
     * Returns the Value at this index.
     *
     * @throws IndexOutOfBoundsException if there is no such Value
     */
    public Value select(Value[] values) {
        return values[Objects.checkIndex(number, values.length)];
    }

    /**
     * Returns a copy of the row at this index.
     *
     * @param table rows of the same length
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public Value[] select(Value[][] table) {
        return table[Objects.checkIndex(number, table.length)].clone();
    }

    @Override
    public String toString() {
        return "Index(" + number + ")";
    }
}
