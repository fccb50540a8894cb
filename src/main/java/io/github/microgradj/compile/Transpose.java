package io.github.microgradj.compile;

/** Turns rows into columns, four at a time, so that each column is looked up once for them all. */
final class Transpose {
    private Transpose() {}

    /** {@code columns[s][j] = rows[j][s]} for {@code s < length}. */
    static void of(double[][] rows, int length, double[][] columns) {
        int j = 0;
        for (; j + 3 < rows.length; j += 4) {
            four(rows[j], rows[j + 1], rows[j + 2], rows[j + 3], j, length, columns);
        }
        for (; j < rows.length; j++) {
            double[] row = rows[j];
            for (int s = 0; s < length; s++) {
                columns[s][j] = row[s];
            }
        }
    }

    private static void four(
            double[] r0, double[] r1, double[] r2, double[] r3, int j, int length, double[][] columns) {
        for (int s = 0; s < length; s++) {
            double[] column = columns[s];
            column[j] = r0[s];
            column[j + 1] = r1[s];
            column[j + 2] = r2[s];
            column[j + 3] = r3[s];
        }
    }
}
