package io.github.microgradj.compile.kernel;

import org.jspecify.annotations.Nullable;

/** A matrix inside an array. The element {@code (r, c)} is at {@code offset + r*rowStride + c*columnStride}. */
public final class Matrix {
    /** The number of doubles in a cache line. */
    public static final int LINE = 8;

    private final double[] array;
    private final int offset;
    private final int rowStride;
    private final int columnStride;
    /**
     * The last result of {@link #transposed()}, cached so that a step allocates nothing even without HotSpot's
     * optimizations.
     */
    private @Nullable Matrix transposed;
    /** The last result of {@link #from}, also cached so that a step allocates nothing. */
    private @Nullable Matrix rest;

    /**
     * Creates a view of an array.
     *
     * @param rowStride the distance between rows, or 0 to repeat the same row
     * @param columnStride the distance between columns, which is 1 unless the matrix is transposed
     */
    Matrix(double[] array, int offset, int rowStride, int columnStride) {
        this.array = array;
        this.offset = offset;
        this.rowStride = rowStride;
        this.columnStride = columnStride;
    }

    /** Returns a matrix whose rows are {@code stride} apart. */
    public static Matrix ofRows(double[] array, int offset, int stride) {
        return new Matrix(array, offset, stride, 1);
    }

    /**
     * Returns a new matrix whose rows do not compete for the same cache sets, as explained at {@link #aliasesInCache}.
     */
    public static Matrix ofSpacedRows(int rows, int columns) {
        int stride = aliasesInCache(columns) ? columns + LINE : columns;
        return ofRows(new double[Kernels.padded(rows * stride)], 0, stride);
    }

    /**
     * Returns whether numbers that are this far apart compete for the same sets of the first-level cache. A cache of
     * any size holds only a few numbers whose distance is a multiple of 512 bytes.
     */
    static boolean aliasesInCache(int stride) {
        return stride % (8 * LINE) == 0 && stride > 0;
    }

    /** Returns the array of which this matrix is a view. */
    public double[] array() {
        return array;
    }

    int offset() {
        return offset;
    }

    /** Returns the distance between rows in the array. */
    public int rowStride() {
        return rowStride;
    }

    int columnStride() {
        return columnStride;
    }

    int place(int row, int column) {
        return offset + row * rowStride + column * columnStride;
    }

    /** Copies the first rows and columns into another matrix. Neither matrix may be transposed. */
    void copyTo(Matrix to, int rows, int columns) {
        for (int r = 0; r < rows; r++) {
            System.arraycopy(array, place(r, 0), to.array, to.place(r, 0), columns);
        }
    }

    /** Copies the given rows, in order, into another matrix. Neither matrix may be transposed. */
    void selectRows(int[] rows, int columns, Matrix to) {
        for (int r = 0; r < rows.length; r++) {
            System.arraycopy(array, place(rows[r], 0), to.array, to.place(r, 0), columns);
        }
    }

    /** Copies the given columns, in order, into another matrix. Neither matrix may be transposed. */
    void selectColumns(int[] columns, int rows, Matrix to) {
        for (int r = 0; r < rows; r++) {
            int from = place(r, 0);
            int next = to.place(r, 0);
            for (int c = 0; c < columns.length; c++) {
                to.array[next + c] = array[from + columns[c]];
            }
        }
    }

    /** Copies the first rows into the columns of another matrix, four at a time to reduce memory writes. */
    public void transposeInto(Matrix to, int rows, int columns) {
        if (rows < 4) {
            for (int r = 0; r < rows; r++) {
                for (int c = 0; c < columns; c++) {
                    to.array[to.place(c, r)] = array[place(r, c)];
                }
            }
            return;
        }
        for (int i = 0; i < rows; i += 4) {
            int r = Math.min(i, rows - 4); // The last four may overlap the previous ones.
            transposeFour(array, place(r, 0), rowStride, columns, to.array, to.place(0, r), to.rowStride);
        }
    }

    private static void transposeFour(
            double[] rows, int place, int stride, int columns, double[] transposed, int to, int step) {
        int next = to;
        for (int k = place; k < place + columns; k++) {
            transposed[next] = rows[k];
            transposed[next + 1] = rows[k + stride];
            transposed[next + 2] = rows[k + 2 * stride];
            transposed[next + 3] = rows[k + 3 * stride];
            next += step;
        }
    }

    /** Returns a view that starts at the given column. */
    Matrix from(int column) {
        if (column == 0) {
            return this;
        }
        int place = place(0, column);
        Matrix known = rest;
        if (known == null || known.offset != place) {
            known = new Matrix(array, place, rowStride, columnStride);
            rest = known;
        }
        return known;
    }

    /** Returns a view with rows and columns exchanged, without copying. */
    public Matrix transposed() {
        Matrix known = transposed;
        if (known == null) {
            known = new Matrix(array, offset, columnStride, rowStride);
            transposed = known;
        }
        return known;
    }
}
