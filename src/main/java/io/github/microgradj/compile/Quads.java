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

    /** Packs rows both ways: as the rows of {@code straight}, and as the columns of {@code turned}. */
    static void pack(Rows rows, int length, Quads straight, Quads turned) {
        int fullRows = rows.count() / 4 * 4;
        int full = length / 4 * 4;
        for (int r = 0; r < fullRows; r += 4) {
            for (int k = 0; k < full; k += 4) {
                fourByFour(
                        rows,
                        r,
                        k,
                        straight.array,
                        (r * straight.columns) + 4 * k,
                        turned.array,
                        (k * turned.columns) + 4 * r);
            }
        }
        for (int r = 0; r < rows.count(); r++) {
            for (int k = r < fullRows ? full : 0; k < length; k++) {
                double number = rows.get(r, k);
                straight.array[straight.place(r) + 4 * k] = number;
                turned.array[turned.place(k) + 4 * r] = number;
            }
        }
    }

    private static void fourByFour(Rows rows, int r, int k, double[] straight, int p, double[] turned, int q) {
        for (int i = 0; i < 4; i++) {
            double[] row = rows.arrays()[r + i];
            int at = rows.places()[r + i] + k;
            double n0 = row[at];
            double n1 = row[at + 1];
            double n2 = row[at + 2];
            double n3 = row[at + 3];
            straight[p + i] = n0;
            straight[p + i + 4] = n1;
            straight[p + i + 8] = n2;
            straight[p + i + 12] = n3;
            turned[q + 4 * i] = n0;
            turned[q + 4 * i + 1] = n1;
            turned[q + 4 * i + 2] = n2;
            turned[q + 4 * i + 3] = n3;
        }
    }
}
