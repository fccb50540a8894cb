package io.github.microgradj.compile.sequence;

import io.github.microgradj.compile.sequence.SequenceGraph.IndexedSelection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The places in memory that depend on the indices of a sequence. They are written into the arrays of the steps. */
final class SelectedPlaces {
    private final Selected[] selections;
    private final int[] places;
    private final Patches[] patches;

    /**
     * A selection. Its candidates are usually a column of a table, so their places are evenly spaced.
     *
     * @param position the position of the index in the sequence
     * @param count the number of candidates
     * @param first the place of the first candidate
     * @param step the distance between the places of successive candidates
     * @param candidates for each candidate, its place or, if selection {@code s} selects it, {@code ~s}; empty if the
     *     places are evenly spaced
     */
    private record Selected(int position, int count, int first, int step, int[] candidates) {
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
                    selection.position(), candidates.length, first, step, regular ? new int[0] : candidates);
        }

        int place(int number, int[] places) {
            if (candidates.length == 0) {
                return first + number * step;
            }
            int candidate = candidates[number];
            return candidate >= 0 ? candidate : places[~candidate];
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
        this.selections =
                selections.stream().map(each -> Selected.of(each, nodePlaces)).toArray(Selected[]::new);
        places = new int[this.selections.length];
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

    private SelectedPlaces(Selected[] selections, Patches[] patches) {
        this.selections = selections;
        this.patches = patches;
        places = new int[selections.length];
    }

    /** Copies the arrays, and returns a copy of this object that writes into the new arrays. */
    SelectedPlaces copy(MemoryCopy memory) {
        Patches[] copies = Arrays.stream(patches)
                .map(each -> new Patches(memory.copy(each.array), each.at, each.selections))
                .toArray(Patches[]::new);
        return new SelectedPlaces(selections, copies);
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
        for (int s = 0; s < places.length; s++) {
            Selected selected = selections[s];
            places[s] = selected.place(sequence[selected.position], places);
        }
        for (Patches each : patches) {
            each.write(places);
        }
    }
}
