package io.github.microgradj.compile.kernel;

/** The product of matrices that are too small for vector loops. It keeps up to sixteen sums in registers. */
final class SmallMatrixMultiply {
    private SmallMatrixMultiply() {}

    /** Computes {@code c = start + a*b}, as {@link Kernels.Product} specifies. */
    static void multiply(Matrix c, Matrix start, Matrix a, Matrix b, int rows, int depth, int columns) {
        boolean dots = a.columnStride() == 1 && b.rowStride() == 1;
        int r = 0;
        for (; r + 3 < rows; r += 4) {
            int j = 0;
            for (; j + 1 < columns && dots; j += 2) {
                dots(c, start, a, b, depth, r, j);
            }
            for (; j + 3 < columns; j += 4) {
                fourByFour(c, start, a, b, depth, r, j);
            }
            for (; j < columns; j++) {
                fourByOne(c, start, a, b, depth, r, j);
            }
        }
        for (; r < rows; r++) {
            int j = 0;
            for (; j + 7 < columns; j += 8) {
                oneByEight(c, start, a, b, depth, r, j);
            }
            for (; j < columns; j += 4) {
                oneByFour(c, start, a, b, depth, r, j, columns - 1);
            }
        }
    }

    /** Computes four rows by two columns, if the factors of each sum are contiguous in both matrices. */
    private static void dots(Matrix c, Matrix start, Matrix a, Matrix b, int depth, int r, int j) {
        double[] first = start.array();
        int k0 = start.place(r, j);
        int k1 = k0 + start.rowStride();
        int k2 = k1 + start.rowStride();
        int k3 = k2 + start.rowStride();
        int beside = start.columnStride();
        double s00 = first[k0];
        double s01 = first[k0 + beside];
        double s10 = first[k1];
        double s11 = first[k1 + beside];
        double s20 = first[k2];
        double s21 = first[k2 + beside];
        double s30 = first[k3];
        double s31 = first[k3 + beside];
        double[] left = a.array();
        double[] right = b.array();
        int i0 = a.place(r, 0);
        int i1 = i0 + a.rowStride();
        int i2 = i1 + a.rowStride();
        int i3 = i2 + a.rowStride();
        int p0 = b.place(0, j);
        int p1 = p0 + b.columnStride();
        for (int t = 0; t < depth; t++) {
            double a0 = left[i0 + t];
            double a1 = left[i1 + t];
            double a2 = left[i2 + t];
            double a3 = left[i3 + t];
            double b0 = right[p0 + t];
            double b1 = right[p1 + t];
            s00 += a0 * b0;
            s01 += a0 * b1;
            s10 += a1 * b0;
            s11 += a1 * b1;
            s20 += a2 * b0;
            s21 += a2 * b1;
            s30 += a3 * b0;
            s31 += a3 * b1;
        }
        double[] into = c.array();
        beside = c.columnStride();
        int k = c.place(r, j);
        into[k] = s00;
        into[k + beside] = s01;
        k += c.rowStride();
        into[k] = s10;
        into[k + beside] = s11;
        k += c.rowStride();
        into[k] = s20;
        into[k + beside] = s21;
        k += c.rowStride();
        into[k] = s30;
        into[k + beside] = s31;
    }

    private static void fourByFour(Matrix c, Matrix start, Matrix a, Matrix b, int depth, int r, int j) {
        double[] first = start.array();
        int beside = start.columnStride();
        int k0 = start.place(r, j);
        int k1 = start.place(r + 1, j);
        int k2 = start.place(r + 2, j);
        int k3 = start.place(r + 3, j);
        double s00 = first[k0];
        double s01 = first[k0 + beside];
        double s02 = first[k0 + 2 * beside];
        double s03 = first[k0 + 3 * beside];
        double s10 = first[k1];
        double s11 = first[k1 + beside];
        double s12 = first[k1 + 2 * beside];
        double s13 = first[k1 + 3 * beside];
        double s20 = first[k2];
        double s21 = first[k2 + beside];
        double s22 = first[k2 + 2 * beside];
        double s23 = first[k2 + 3 * beside];
        double s30 = first[k3];
        double s31 = first[k3 + beside];
        double s32 = first[k3 + 2 * beside];
        double s33 = first[k3 + 3 * beside];
        double[] left = a.array();
        double[] right = b.array();
        int next = a.rowStride();
        int across = b.columnStride();
        int i = a.place(r, 0);
        int p = b.place(0, j);
        for (int t = 0; t < depth; t++) {
            double a0 = left[i];
            double a1 = left[i + next];
            double a2 = left[i + 2 * next];
            double a3 = left[i + 3 * next];
            double b0 = right[p];
            double b1 = right[p + across];
            double b2 = right[p + 2 * across];
            double b3 = right[p + 3 * across];
            s00 += a0 * b0;
            s01 += a0 * b1;
            s02 += a0 * b2;
            s03 += a0 * b3;
            s10 += a1 * b0;
            s11 += a1 * b1;
            s12 += a1 * b2;
            s13 += a1 * b3;
            s20 += a2 * b0;
            s21 += a2 * b1;
            s22 += a2 * b2;
            s23 += a2 * b3;
            s30 += a3 * b0;
            s31 += a3 * b1;
            s32 += a3 * b2;
            s33 += a3 * b3;
            i += a.columnStride();
            p += b.rowStride();
        }
        store(c, r, j, s00, s01, s02, s03);
        store(c, r + 1, j, s10, s11, s12, s13);
        store(c, r + 2, j, s20, s21, s22, s23);
        store(c, r + 3, j, s30, s31, s32, s33);
    }

    private static void store(Matrix c, int r, int j, double s0, double s1, double s2, double s3) {
        c.array()[c.place(r, j)] = s0;
        c.array()[c.place(r, j + 1)] = s1;
        c.array()[c.place(r, j + 2)] = s2;
        c.array()[c.place(r, j + 3)] = s3;
    }

    private static void fourByOne(Matrix c, Matrix start, Matrix a, Matrix b, int depth, int r, int j) {
        double[] first = start.array();
        double s0 = first[start.place(r, j)];
        double s1 = first[start.place(r + 1, j)];
        double s2 = first[start.place(r + 2, j)];
        double s3 = first[start.place(r + 3, j)];
        double[] left = a.array();
        int next = a.rowStride();
        int i = a.place(r, 0);
        int p = b.place(0, j);
        for (int t = 0; t < depth; t++) {
            double b0 = b.array()[p];
            s0 += left[i] * b0;
            s1 += left[i + next] * b0;
            s2 += left[i + 2 * next] * b0;
            s3 += left[i + 3 * next] * b0;
            i += a.columnStride();
            p += b.rowStride();
        }
        c.array()[c.place(r, j)] = s0;
        c.array()[c.place(r + 1, j)] = s1;
        c.array()[c.place(r + 2, j)] = s2;
        c.array()[c.place(r + 3, j)] = s3;
    }

    /** Computes eight columns of a row at once, because each addition to a sum must wait for the previous one. */
    private static void oneByEight(Matrix c, Matrix start, Matrix a, Matrix b, int depth, int r, int j) {
        double[] first = start.array();
        int k = start.place(r, j);
        int beside = start.columnStride();
        double s0 = first[k];
        double s1 = first[k + beside];
        double s2 = first[k + 2 * beside];
        double s3 = first[k + 3 * beside];
        double s4 = first[k + 4 * beside];
        double s5 = first[k + 5 * beside];
        double s6 = first[k + 6 * beside];
        double s7 = first[k + 7 * beside];
        double[] left = a.array();
        double[] right = b.array();
        int i = a.place(r, 0);
        int p = b.place(0, j);
        int across = b.columnStride();
        for (int t = 0; t < depth; t++) {
            double a0 = left[i];
            s0 += a0 * right[p];
            s1 += a0 * right[p + across];
            s2 += a0 * right[p + 2 * across];
            s3 += a0 * right[p + 3 * across];
            s4 += a0 * right[p + 4 * across];
            s5 += a0 * right[p + 5 * across];
            s6 += a0 * right[p + 6 * across];
            s7 += a0 * right[p + 7 * across];
            i += a.columnStride();
            p += b.rowStride();
        }
        store(c, r, j, s0, s1, s2, s3);
        store(c, r, j + 4, s4, s5, s6, s7);
    }

    /** Computes four columns of a row. If fewer are left, computes the last column several times. */
    private static void oneByFour(Matrix c, Matrix start, Matrix a, Matrix b, int depth, int r, int j, int last) {
        int j1 = Math.min(j + 1, last);
        int j2 = Math.min(j + 2, last);
        int j3 = Math.min(j + 3, last);
        double[] first = start.array();
        double s0 = first[start.place(r, j)];
        double s1 = first[start.place(r, j1)];
        double s2 = first[start.place(r, j2)];
        double s3 = first[start.place(r, j3)];
        double[] right = b.array();
        int i = a.place(r, 0);
        int p0 = b.place(0, j);
        int p1 = b.place(0, j1);
        int p2 = b.place(0, j2);
        int p3 = b.place(0, j3);
        int p = 0;
        for (int t = 0; t < depth; t++) {
            double a0 = a.array()[i];
            s0 += a0 * right[p0 + p];
            s1 += a0 * right[p1 + p];
            s2 += a0 * right[p2 + p];
            s3 += a0 * right[p3 + p];
            i += a.columnStride();
            p += b.rowStride();
        }
        c.array()[c.place(r, j)] = s0;
        c.array()[c.place(r, j1)] = s1;
        c.array()[c.place(r, j2)] = s2;
        c.array()[c.place(r, j3)] = s3;
    }

    /**
     * Computes the sum of each column. Computes four sums at a time, because each addition to a sum must wait for the
     * previous one. At the end, the last sum may be computed several times.
     */
    static void sumRows(Matrix rows, int count, int columns, double[] sums) {
        double[] array = rows.array();
        int last = columns - 1;
        for (int j = 0; j < columns; j += 4) {
            int j1 = Math.min(j + 1, last);
            int j2 = Math.min(j + 2, last);
            int j3 = Math.min(j + 3, last);
            double s0 = 0;
            double s1 = 0;
            double s2 = 0;
            double s3 = 0;
            int k = rows.place(0, j);
            int k1 = rows.place(0, j1) - k;
            int k2 = rows.place(0, j2) - k;
            int k3 = rows.place(0, j3) - k;
            for (int r = 0; r < count; r++) {
                s0 += array[k];
                s1 += array[k + k1];
                s2 += array[k + k2];
                s3 += array[k + k3];
                k += rows.rowStride();
            }
            sums[j] = s0;
            sums[j1] = s1;
            sums[j2] = s2;
            sums[j3] = s3;
        }
    }
}
