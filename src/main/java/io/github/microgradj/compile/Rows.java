package io.github.microgradj.compile;

import java.util.Arrays;

/**
 * Rows of numbers inside arrays.
 *
 * @param arrays the array each row lies in
 * @param places where it begins there
 */
record Rows(double[][] arrays, int[] places) {
    /** Arrays that are rows from their beginning. */
    static Rows of(double[][] arrays) {
        return new Rows(arrays, new int[arrays.length]);
    }

    /** Rows inside one array, at a regular distance. */
    static Rows of(double[] array, int offset, int count, int stride) {
        double[][] arrays = new double[count][];
        int[] places = new int[count];
        Arrays.fill(arrays, array);
        Arrays.setAll(places, r -> offset + r * stride);
        return new Rows(arrays, places);
    }

    int count() {
        return arrays.length;
    }

    double get(int row, int number) {
        return arrays[row][places[row] + number];
    }

    void set(int row, int number, double value) {
        arrays[row][places[row] + number] = value;
    }

    void copyTo(double[] target, int row, int from, int length) {
        System.arraycopy(arrays[row], places[row] + from, target, 0, length);
    }

    void copyFrom(double[] source, int row, int from, int length) {
        System.arraycopy(source, 0, arrays[row], places[row] + from, length);
    }
}
