package io.github.microgradj.compile.sequence;

import io.github.microgradj.engine.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** One call to a function of indices. The indices hide their numbers and record what they select. */
final class TracedCall {
    private final List<TracedSelection> choices = new ArrayList<>();
    private final Value result;

    /**
     * A selection that an index made.
     *
     * @param selected a new Value that stands for the selected Value
     * @param position the position of the index in the sequence
     * @param candidates the Values from which the index selects
     */
    record TracedSelection(Value selected, int position, Value[] candidates) {}

    /** An index that hides its number. */
    private final class TracedIndex extends Index {
        private final int position;
        private final int shift;

        TracedIndex(int position, int shift) {
            super(-1);
            this.position = position;
            this.shift = shift;
        }

        @Override
        public int number() {
            throw new IllegalArgumentException("a compiled function cannot read the number of an index;"
                    + " select Values with index.select(values) instead");
        }

        @Override
        public Value select(Value[] values) {
            Objects.checkIndex(0, values.length);
            Value selected = new Value(values[(position + shift) % values.length].data);
            choices.add(new TracedSelection(selected, position, values.clone()));
            return selected;
        }

        @Override
        public Value[] select(Value[][] table) {
            Value[] row = new Value[table[Objects.checkIndex(0, table.length)].length];
            Arrays.setAll(row, j -> select(column(table, j, row.length)));
            return row;
        }

        private static Value[] column(Value[][] table, int j, int width) {
            Value[] column = new Value[table.length];
            for (int i = 0; i < column.length; i++) {
                if (table[i].length != width) {
                    throw new IllegalArgumentException("expected a table with rows of the same length, got rows of "
                            + width + " and " + table[i].length + " Values");
                }
                column[i] = table[i][j];
            }
            return column;
        }

        @Override
        public String toString() {
            return "Index(at " + position + ")";
        }
    }

    /**
     * Calls a function.
     *
     * @param length the length of the sequence
     * @param shift a number that determines which candidate each index appears to select; the graph must not depend on
     *     it
     */
    TracedCall(CompiledSequence.SequenceLoss function, int length, int shift) {
        Index[] indices = new Index[length];
        Arrays.setAll(indices, i -> new TracedIndex(i, shift));
        result = function.of(indices);
    }

    List<TracedSelection> choices() {
        return choices;
    }

    /** Returns the Value that the function returned. */
    Value result() {
        return result;
    }
}
