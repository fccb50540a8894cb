package io.github.microgradj.engine;

/**
 * An index that selects one of several Values, such as the token that selects a row of an embedding.
 *
 * <p>A function of indices that only selects with them, and never looks at their numbers, has the same graph for all
 * indices. It can therefore be compiled; see {@code CompiledSequence}.
 */
public class Index {
    private final int number;

    /** Creates an index with the given number. */
    protected Index(int number) {
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
     * Returns the Value with this index.
     *
     * @throws IndexOutOfBoundsException if there is no such Value
     */
    public Value select(Value[] values) {
        return values[number];
    }

    /**
     * Returns the row with this index.
     *
     * @param table rows of the same length
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public Value[] select(Value[][] table) {
        Value[] row = new Value[table[0].length];
        Value[] column = new Value[table.length];
        for (int j = 0; j < row.length; j++) {
            for (int i = 0; i < table.length; i++) {
                column[i] = table[i][j];
            }
            row[j] = select(column);
        }
        return row;
    }

    @Override
    public String toString() {
        return "Index(" + number + ")";
    }
}
