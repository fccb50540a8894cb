package io.github.microgradj.nn;

import io.github.microgradj.compile.sequence.Index;
import io.github.microgradj.engine.Value;
import io.github.microgradj.random.PythonRandom;
import java.util.List;
import java.util.stream.Stream;

/** A table with a row of trainable numbers for each index, such as one row for each letter of an alphabet. */
public final class Embedding implements Module {
    private final Value[][] table; // count x width
    private final List<Value> parameters;

    /**
     * Creates a table whose numbers are drawn row by row from a normal distribution.
     *
     * @param deviation the standard deviation of the numbers
     * @param count the number of rows
     * @param width the length of a row
     * @throws IllegalArgumentException if {@code count} or {@code width} is below 1
     */
    public Embedding(PythonRandom random, double deviation, int count, int width) {
        Shapes.checkPositive("expected at least 1 row", count);
        Shapes.checkPositive("expected rows of at least 1 number", width);
        table = Shapes.normal(random, deviation, count, width);
        parameters = Stream.of(table).flatMap(Stream::of).toList();
    }

    /** Creates a table with numbers of standard deviation 1 from the shared random generator. */
    public Embedding(int count, int width) {
        this(PythonRandom.shared(), 1, count, width);
    }

    /**
     * Returns the row with the given index, as in {@link #forward(int)}, but in a way that can be compiled; see {@link
     * Index}.
     *
     * @return length {@code width}
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public Value[] forward(Index index) {
        return index.select(table);
    }

    /**
     * Returns the row with the given index. The array is new, but its Values are the parameters themselves.
     *
     * @return length {@code width}
     * @throws IllegalArgumentException if there is no such row
     */
    public Value[] forward(int index) {
        if (index < 0 || index >= table.length) {
            throw new IllegalArgumentException("expected an index from 0 to " + (table.length - 1) + ", got " + index);
        }
        return table[index].clone();
    }

    /** Returns the numbers of the table, row by row. */
    @Override
    public List<Value> parameters() {
        return parameters;
    }

    /** Returns a description such as {@code Embedding(27, 16)}. */
    @Override
    public String toString() {
        return "Embedding(" + table.length + ", " + table[0].length + ")";
    }
}
