package io.github.microgradj.compile.sequence;

import org.jspecify.annotations.Nullable;

/**
 * A step that computes sums {@code ((t0 + t1) + t2) + ...}, whose terms are nodes or products of two nodes.
 *
 * @param y the place of the first sum
 * @param starts the first term of each sum, and the number of terms
 * @param a the place of each term, or of its left factor
 * @param b the place of the right factor of each product; null if the terms are nodes
 * @param base the place of the node with which each sum of products starts; null if it starts with a product
 * @param back the terms in the order of the backward pass
 */
record TermSums(int y, int[] starts, int[] a, int @Nullable [] b, int @Nullable [] base, Back back)
        implements SequenceStep {
    /**
     * The terms in the order of the backward pass.
     *
     * @param y the place of the sum of each term
     * @param a the place of each term, or of its left factor
     * @param b the place of the right factor of each product; empty if the terms are nodes
     * @param baseY the place of the sum of each base
     * @param base the place of each base
     */
    record Back(int[] y, int[] a, int[] b, int[] baseY, int[] base) {
        Back copy(MemoryCopy memory) {
            return new Back(y, memory.of(a), memory.of(b), baseY, memory.of(base));
        }
    }

    @Override
    public void forward(double[] values) {
        if (b == null) {
            sums(values);
        } else {
            products(values, b);
        }
    }

    private void sums(double[] values) {
        for (int r = 0; r + 1 < starts.length; r++) {
            double sum = values[a[starts[r]]];
            for (int k = starts[r] + 1; k < starts[r + 1]; k++) {
                sum += values[a[k]];
            }
            values[y + r] = sum;
        }
    }

    private void products(double[] values, int[] right) {
        int r = 0;
        while (r + 1 < starts.length) {
            int k = starts[r];
            int length = starts[r + 1] - k;
            if (r + 4 < starts.length && starts[r + 4] - k == 4 * length && base == null && areEqual(r, length)) {
                fourProducts(values, y + r, a, right, k, length);
                r += 4;
            } else {
                values[y + r] = product(values, right, r);
                r++;
            }
        }
    }

    private boolean areEqual(int r, int length) {
        return starts[r + 2] - starts[r + 1] == length && starts[r + 3] - starts[r + 2] == length;
    }

    private double product(double[] values, int[] right, int r) {
        int k = starts[r];
        double sum = base != null ? values[base[r]] : values[a[k]] * values[right[k++]];
        for (; k < starts[r + 1]; k++) {
            sum += values[a[k]] * values[right[k]];
        }
        return sum;
    }

    /** Computes four sums of equal length at the same time, so that no addition has to wait for the one before it. */
    private static void fourProducts(double[] values, int y, int[] left, int[] right, int from, int length) {
        int k1 = from + length;
        int k2 = k1 + length;
        int k3 = k2 + length;
        double sum0 = values[left[from]] * values[right[from]];
        double sum1 = values[left[k1]] * values[right[k1]];
        double sum2 = values[left[k2]] * values[right[k2]];
        double sum3 = values[left[k3]] * values[right[k3]];
        for (int k = 1; k < length; k++) {
            sum0 += values[left[from + k]] * values[right[from + k]];
            sum1 += values[left[k1 + k]] * values[right[k1 + k]];
            sum2 += values[left[k2 + k]] * values[right[k2 + k]];
            sum3 += values[left[k3 + k]] * values[right[k3 + k]];
        }
        values[y] = sum0;
        values[y + 1] = sum1;
        values[y + 2] = sum2;
        values[y + 3] = sum3;
    }

    @Override
    public SequenceStep copy(MemoryCopy memory) {
        return new TermSums(y, starts, memory.of(a), memory.ofNullable(b), memory.ofNullable(base), back.copy(memory));
    }

    @Override
    public void backward(double[] values, double[] grads) {
        for (int i = 0; i < back.base.length; i++) {
            grads[back.base[i]] += grads[back.baseY[i]];
        }
        if (b == null) {
            for (int k = 0; k < back.y.length; k++) {
                grads[back.a[k]] += grads[back.y[k]];
            }
            return;
        }
        for (int k = 0; k < back.y.length; k++) {
            double gradient = grads[back.y[k]];
            double left = values[back.a[k]];
            double right = values[back.b[k]];
            grads[back.a[k]] += right * gradient;
            grads[back.b[k]] += left * gradient;
        }
    }
}
