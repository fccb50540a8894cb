package io.github.microgradj.compile;

/** The product of a matrix with one column: a layer of one neuron. The order of its sums forbids vectors along a row. */
final class Dots {
    private Dots() {}

    /** {@code c = start + a*b}, as {@link Kernels.Product}. */
    static void multiply(Matrix c, Matrix start, Matrix a, Matrix b, int rows, int depth) {
        for (int r = 0; r < rows; r += 8) {
            eight(c, start, a, b, depth, r, rows - 1);
        }
    }

    /** Where fewer than eight are left, the last one several times. */
    private static void eight(Matrix c, Matrix start, Matrix a, Matrix b, int depth, int r, int last) {
        double[] first = start.array();
        double s0 = first[start.place(r, 0)];
        double s1 = first[start.place(Math.min(r + 1, last), 0)];
        double s2 = first[start.place(Math.min(r + 2, last), 0)];
        double s3 = first[start.place(Math.min(r + 3, last), 0)];
        double s4 = first[start.place(Math.min(r + 4, last), 0)];
        double s5 = first[start.place(Math.min(r + 5, last), 0)];
        double s6 = first[start.place(Math.min(r + 6, last), 0)];
        double s7 = first[start.place(Math.min(r + 7, last), 0)];
        int i0 = a.place(r, 0);
        int i1 = a.place(Math.min(r + 1, last), 0);
        int i2 = a.place(Math.min(r + 2, last), 0);
        int i3 = a.place(Math.min(r + 3, last), 0);
        int i4 = a.place(Math.min(r + 4, last), 0);
        int i5 = a.place(Math.min(r + 5, last), 0);
        int i6 = a.place(Math.min(r + 6, last), 0);
        int i7 = a.place(Math.min(r + 7, last), 0);
        double[] left = a.array();
        double[] right = b.array();
        int place = b.offset();
        int stride = b.rowStride();
        int step = a.columnStride();
        for (int t = 0; t < depth; t++) {
            double weight = right[place + t * stride];
            s0 += weight * left[i0 + t * step];
            s1 += weight * left[i1 + t * step];
            s2 += weight * left[i2 + t * step];
            s3 += weight * left[i3 + t * step];
            s4 += weight * left[i4 + t * step];
            s5 += weight * left[i5 + t * step];
            s6 += weight * left[i6 + t * step];
            s7 += weight * left[i7 + t * step];
        }
        double[] into = c.array();
        into[c.place(r, 0)] = s0;
        into[c.place(Math.min(r + 1, last), 0)] = s1;
        into[c.place(Math.min(r + 2, last), 0)] = s2;
        into[c.place(Math.min(r + 3, last), 0)] = s3;
        into[c.place(Math.min(r + 4, last), 0)] = s4;
        into[c.place(Math.min(r + 5, last), 0)] = s5;
        into[c.place(Math.min(r + 6, last), 0)] = s6;
        into[c.place(Math.min(r + 7, last), 0)] = s7;
    }
}
