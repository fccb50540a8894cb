package io.github.microgradj.compile.sequence;

import io.github.microgradj.compile.sequence.SequenceGraph.IndexedSelection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The places in memory that depend on the indices of a sequence. They are written into the arrays of the steps. */
final class SelectedPlaces {
    private final Selected[] selections;
    private final int[] places;
    private final Patches[] patches;

    /**
     * One or more successive selections by the same index, such as the elements of a row of a table. The candidates of
     * each are usually a column of the table, so their places are evenly spaced, and so are the columns.
     *
     * @param position the position of the index in the sequence
     * @param count the number of candidates
     * @param first the place of the first candidate of the first selection
     * @param step the distance between the places of successive candidates
     * @param columns the number of selections
     * @param nextColumn the distance between the first candidates of successive selections
     * @param candidates for each candidate, its place or, if selection {@code s} selects it, {@code ~s}; empty if the
     *     places are evenly spaced
     */
    private record Selected(
            int position, int count, int first, int step, int columns, int nextColumn, int[] candidates) {
        static Selected of(IndexedSelection selection, int[] nodePlaces) {
            int[] candidates = selection.operands().clone();
            for (int i = 0; i < candidates.length; i++) {
                candidates[i] = candidates[i] < 0 ? candidates[i] : nodePlaces[candidates[i]];
            }
            int first = candidates[0];
            int step = candidates.length > 1 ? candidates[1] - first : 0;
            boolean regular = true;
            for (int i = 0; i < candidates.length; i++) {
                regular &= candidates[i] >= 0 && candidates[i] == first + i * step;
            }
            return new Selected(
                    selection.position(), candidates.length, first, step, 1, 0, regular ? new int[0] : candidates);
        }

        /** Returns these selections and the next one together, or null if they do not form a row. */
        @Nullable
        Selected with(Selected next) {
            int distance = columns == 1 ? next.first - first : nextColumn;
            boolean isRow = position == next.position
                    && count == next.count
                    && step == next.step
                    && candidates.length + next.candidates.length == 0
                    && next.first == first + columns * distance;
            return isRow ? new Selected(position, count, first, step, columns + 1, distance, candidates) : null;
        }

        /**
         * Writes the places that a number selects.
         *
         * @param at the number of the first selection
         */
        void write(int number, int[] places, int at) {
            int place = first + number * step;
            if (candidates.length > 0) {
                place = candidates[number] >= 0 ? candidates[number] : places[~candidates[number]];
            }
            for (int i = 0; i < columns; i++) {
                places[at + i] = place + i * nextColumn;
            }
        }
    }

    /**
     * A place that depends on an index.
     *
     * @param array the array that holds the place
     * @param at the position of the place in the array
     * @param selection the number of the selection
     */
    record Patch(int[] array, int at, int selection) {}

    /** The patches of one array. */
    private record Patches(int[] array, int[] at, int[] selections) {
        static Patches of(List<Patch> patches) {
            return new Patches(
                    patches.get(0).array,
                    patches.stream().mapToInt(Patch::at).toArray(),
                    patches.stream().mapToInt(Patch::selection).toArray());
        }

        void write(int[] places) {
            for (int i = 0; i < at.length; i++) {
                array[at[i]] = places[selections[i]];
            }
        }
    }

    SelectedPlaces(List<IndexedSelection> selections, int[] nodePlaces, List<Patch> patches) {
        places = new int[selections.size()];
        this.selections = rows(selections, nodePlaces);
        List<Patches> byArray = new ArrayList<>();
        for (int from = 0; from < patches.size(); ) {
            int to = from;
            while (to < patches.size() && patches.get(to).array == patches.get(from).array) {
                to++;
            }
            byArray.add(Patches.of(patches.subList(from, to)));
            from = to;
        }
        this.patches = byArray.toArray(Patches[]::new);
    }

    private SelectedPlaces(Selected[] selections, int count, Patches[] patches) {
        this.selections = selections;
        this.patches = patches;
        places = new int[count];
    }

    private static Selected[] rows(List<IndexedSelection> selections, int[] nodePlaces) {
        List<Selected> rows = new ArrayList<>();
        for (IndexedSelection each : selections) {
            Selected next = Selected.of(each, nodePlaces);
            int last = rows.size() - 1;
            Selected row = last < 0 ? null : rows.get(last).with(next);
            if (row == null) {
                rows.add(next);
            } else {
                rows.set(last, row);
            }
        }
        return rows.toArray(Selected[]::new);
    }

    /** Copies the arrays, and returns a copy of this object that writes into the new arrays. */
    SelectedPlaces copy(MemoryCopy memory) {
        Patches[] copies = Arrays.stream(patches)
                .map(each -> new Patches(memory.copy(each.array), each.at, each.selections))
                .toArray(Patches[]::new);
        return new SelectedPlaces(selections, places.length, copies);
    }

    /**
     * Checks the indices of a sequence.
     *
     * @throws IndexOutOfBoundsException if an index is negative, or too large for the array from which it selects
     */
    void check(int[] sequence) {
        for (Selected selected : selections) {
            int number = sequence[selected.position];
            if (number < 0 || number >= selected.count) {
                throw new IndexOutOfBoundsException("expected an index from 0 to " + (selected.count - 1)
                        + " at position " + selected.position + " of the sequence, got " + number);
            }
        }
    }

    /** Writes the places that the indices of a sequence select. */
    void select(int[] sequence) {
        int selection = 0;
        for (Selected selected : selections) {
            selected.write(sequence[selected.position], places, selection);
            selection += selected.columns;
        }
        for (Patches each : patches) {
            each.write(places);
        }
    }
}
