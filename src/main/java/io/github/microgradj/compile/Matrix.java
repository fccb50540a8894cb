package io.github.microgradj.compile;

/**
 * A matrix inside an array: element {@code (r, c)} is at {@code offset + r*rowStride + c*columnStride}.
 *
 * @param rowStride the distance of rows; 0 for the same row again and again
 * @param columnStride the distance of columns; 1 unless it is transposed
 */
record Matrix(double[] array, int offset, int rowStride, int columnStride) {
    /** Rows that are {@code stride} apart. */
    static Matrix ofRows(double[] array, int offset, int stride) {
        return new Matrix(array, offset, stride, 1);
    }

    /** Without the columns before that one. */
    Matrix from(int column) {
        return new Matrix(array, offset + column * columnStride, rowStride, columnStride);
    }

    Matrix transposed() {
        return new Matrix(array, offset, columnStride, rowStride);
    }

    int place(int row, int column) {
        return offset + row * rowStride + column * columnStride;
    }
}
