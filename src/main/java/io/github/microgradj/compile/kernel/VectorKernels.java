package io.github.microgradj.compile.kernel;

import io.github.microgradj.engine.Op;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Kernels that use the Vector API, with the longest vectors that the processor supports, up to eight doubles. Vectors
 * span columns, and sums stay in registers over the depth. The large methods call only the Vector API, which HotSpot
 * inlines at any size. It does not inline our own helpers, and a vector passed to one of them would be allocated as an
 * object.
 */
final class VectorKernels implements Kernels {
    static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED.length() > PADDING
            ? DoubleVector.SPECIES_512
            : DoubleVector.SPECIES_PREFERRED;
    private static final int WIDTH = SPECIES.length();

    /** The number of parameters above which plain loops are faster than vectors of two doubles. */
    private static final int LARGE = 4000;

    @Override
    public Kernels forParameters(int count) {
        return WIDTH == 2 && count > LARGE ? new PlainKernels() : this;
    }

    @Override
    public Layout layout() {
        return Layout.BY_SAMPLES;
    }

    @Override
    public Product product(int rows, int depth, int columns) {
        if (columns == 1) {
            return VectorKernels::multiplyColumn;
        }
        return WIDTH == 8 ? new VectorWideProduct(rows, depth, columns) : new VectorPackedProduct(rows, depth, columns);
    }

    @Override
    public Product orderedProduct(int rows, int[] order, int columns) {
        return WIDTH == 8
                ? new VectorWideProduct(rows, order.length, columns, order)
                : Kernels.super.orderedProduct(rows, order, columns);
    }

    private static void multiplyColumn(Matrix c, Matrix start, Matrix a, Matrix b, int rows, int depth) {
        if (WIDTH == 8 && VectorMatVec.fit(c, start, a, b)) {
            VectorMatVec.multiply(c, start, a, b, rows, depth);
        } else if (WIDTH == 4 && VectorMatVec.fit(c, start, a, b)) {
            VectorMatVec4.multiply(c, start, a, b, rows, depth);
        } else {
            SmallMatrixMultiply.multiply(c, start, a, b, rows, depth, 1);
        }
    }

    /** Copies the last columns. They are computed in a separate array, because a vector extends beyond them. */
    static void copyEdge(Matrix edge, Matrix c, int rows, int from, int to) {
        for (int r = 0; r < rows; r++) {
            for (int j = from; j < to; j++) {
                c.array()[c.place(r, j)] = edge.array()[r * WIDTH + j - from];
            }
        }
    }

    @Override
    public void sumRows(Matrix rows, int count, int columns, double[] sums) {
        int j = 0;
        for (; j + 4 * WIDTH <= columns; j += 4 * WIDTH) { // A single sum would wait for each of its additions.
            DoubleVector sum0 = DoubleVector.zero(SPECIES);
            DoubleVector sum1 = sum0;
            DoubleVector sum2 = sum0;
            DoubleVector sum3 = sum0;
            for (int r = 0; r < count; r++) {
                int k = rows.place(r, j);
                sum0 = sum0.add(DoubleVector.fromArray(SPECIES, rows.array(), k));
                sum1 = sum1.add(DoubleVector.fromArray(SPECIES, rows.array(), k + WIDTH));
                sum2 = sum2.add(DoubleVector.fromArray(SPECIES, rows.array(), k + 2 * WIDTH));
                sum3 = sum3.add(DoubleVector.fromArray(SPECIES, rows.array(), k + 3 * WIDTH));
            }
            sum0.intoArray(sums, j);
            sum1.intoArray(sums, j + WIDTH);
            sum2.intoArray(sums, j + 2 * WIDTH);
            sum3.intoArray(sums, j + 3 * WIDTH);
        }
        for (; j + WIDTH <= columns; j += WIDTH) {
            DoubleVector sum = DoubleVector.zero(SPECIES);
            for (int r = 0; r < count; r++) {
                sum = sum.add(DoubleVector.fromArray(SPECIES, rows.array(), rows.place(r, j)));
            }
            sum.intoArray(sums, j);
        }
        for (; j < columns; j++) {
            double sum = 0;
            for (int r = 0; r < count; r++) {
                sum += rows.array()[rows.place(r, j)];
            }
            sums[j] = sum;
        }
    }

    @Override
    public NodeLoops loops(Op op, double constant, int length) {
        // HotSpot does not use vector instructions to shift vectors of two.
        return WIDTH >= 4 && length >= WIDTH ? VectorNodeLoops.of(op, constant) : NodeLoops.of(op, constant);
    }

    @Override
    public String toString() {
        return "vectors of " + WIDTH + " doubles";
    }
}
