package io.github.microgradj.compile;

/** The indices of the slots that hold the numbers of a row. Contiguous slots are copied as one range. */
final class SlotIndices {
    private final int[] slots;
    private final boolean neighbours;

    SlotIndices(int[] slots) {
        this.slots = slots;
        boolean ascending = true;
        for (int i = 1; i < slots.length; i++) {
            ascending &= slots[i] == slots[i - 1] + 1;
        }
        neighbours = ascending && slots.length > 0;
    }

    /** Returns whether the row occupies the first slots, in which case the slot array itself serves as the row. */
    boolean areFirst() {
        return neighbours && slots[0] == 0;
    }

    /** Returns the row, which is the slot array itself or a copy in {@code own}. */
    double[] row(double[] from, double[] own) {
        if (areFirst()) {
            return from;
        }
        gather(from, own);
        return own;
    }

    int size() {
        return slots.length;
    }

    int get(int i) {
        return slots[i];
    }

    void gather(double[] from, double[] row) {
        if (neighbours) {
            System.arraycopy(from, slots[0], row, 0, slots.length);
            return;
        }
        for (int i = 0; i < slots.length; i++) {
            row[i] = from[slots[i]];
        }
    }

    void scatter(double[] row, double[] to) {
        if (neighbours) {
            System.arraycopy(row, 0, to, slots[0], slots.length);
            return;
        }
        for (int i = 0; i < slots.length; i++) {
            to[slots[i]] = row[i];
        }
    }

    /** Adds each number of the row to its slot, in order, because a slot may occur more than once. */
    void scatterAdd(double[] row, double[] to) {
        if (neighbours) {
            int from = slots[0];
            for (int i = 0; i < row.length; i++) {
                to[from + i] += row[i];
            }
            return;
        }
        for (int i = 0; i < slots.length; i++) {
            to[slots[i]] += row[i];
        }
    }

    /** Adds the same number to every slot. */
    void add(double number, double[] to) {
        if (neighbours) {
            int from = slots[0];
            for (int i = from; i < from + slots.length; i++) {
                to[i] += number;
            }
            return;
        }
        for (int slot : slots) {
            to[slot] += number;
        }
    }
}
