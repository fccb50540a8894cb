package io.github.microgradj.compile;

import org.jspecify.annotations.Nullable;

/** A matrix inside an array: element {@code (r, c)} is at {@code offset + r*rowStride + c*columnStride}. */
final class Matrix {
    private final double[] array;
    private final int offset;
    private final int rowStride;
    private final int columnStride;
    /** Kept, so that a step allocates nothing, whatever HotSpot makes of it. */
    private @Nullable Matrix transposed;

    /**
     * @param rowStride the distance of rows; 0 for the same row again and again
     * @param columnStride the distance of columns; 1 unless it is transposed
     */
    Matrix(double[] array, int offset, int rowStride, int columnStride) {
        this.array = array;
        this.offset = offset;
        this.rowStride = rowStride;
        this.columnStride = columnStride;
    }

    /** Rows that are {@code stride} apart. */
    static Matrix ofRows(double[] array, int offset, int stride) {
        return new Matrix(array, offset, stride, 1);
    }

    double[] array() {
        return array;
    }

    int offset() {
        return offset;
    }

    int rowStride() {
        return rowStride;
    }

    int columnStride() {
        return columnStride;
    }

    int place(int row, int column) {
        return offset + row * rowStride + column * columnStride;
    }

    /** Without the columns before that one. */
    Matrix from(int column) {
        return column == 0 ? this : new Matrix(array, offset + column * columnStride, rowStride, columnStride);
    }

    Matrix transposed() {
        Matrix known = transposed;
        if (known == null) {
            known = new Matrix(array, offset, columnStride, rowStride);
            transposed = known;
        }
        return known;
    }
}
