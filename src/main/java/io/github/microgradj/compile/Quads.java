package io.github.microgradj.compile;

/**
 * A matrix packed for the kernels: its rows four by four, and of those the numbers of a column side by side. The last of fewer
 * than four rows are filled up.
 *
 * @param columns the number of columns there is room for
 */
record Quads(double[] array, int columns) {
    Quads(int rows, int columns) {
        this(new double[(rows + 3) / 4 * 4 * columns], columns);
    }

    /** The place of the first number of a row; the next ones follow at a distance of four. */
    int place(int row) {
        return row / 4 * 4 * columns + row % 4;
    }

    double get(int row, int column) {
        return array[place(row) + 4 * column];
    }

    /** Packs the first {@code length} numbers of rows. */
    void pack(Rows rows, int length) {
        for (int r = 0; r < rows.count(); r += 4) {
            int last = rows.count() - 1;
            pack(rows, r, Math.min(r + 1, last), Math.min(r + 2, last), Math.min(r + 3, last), length);
        }
    }

    private void pack(Rows rows, int r0, int r1, int r2, int r3, int length) {
        double[] a0 = rows.arrays()[r0];
        double[] a1 = rows.arrays()[r1];
        double[] a2 = rows.arrays()[r2];
        double[] a3 = rows.arrays()[r3];
        int i0 = rows.places()[r0];
        int i1 = rows.places()[r1];
        int i2 = rows.places()[r2];
        int i3 = rows.places()[r3];
        int place = r0 * columns;
        for (int t = 0; t < length; t++) {
            array[place + 4 * t] = a0[i0 + t];
            array[place + 4 * t + 1] = a1[i1 + t];
            array[place + 4 * t + 2] = a2[i2 + t];
            array[place + 4 * t + 3] = a3[i3 + t];
        }
    }

    /** Packs rows as columns. */
    void packTransposed(Rows rows, int length) {
        for (int column = 0; column < rows.count(); column++) {
            packColumn(column, rows.arrays()[column], rows.places()[column], length);
        }
    }

    private void packColumn(int column, double[] from, int at, int length) {
        int k = 0;
        for (; k + 3 < length; k += 4) {
            int place = k * columns + 4 * column;
            array[place] = from[at + k];
            array[place + 1] = from[at + k + 1];
            array[place + 2] = from[at + k + 2];
            array[place + 3] = from[at + k + 3];
        }
        for (; k < length; k++) {
            array[place(k) + 4 * column] = from[at + k];
        }
    }
}
