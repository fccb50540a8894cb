package io.github.microgradj.compile.sequence;

import org.jspecify.annotations.Nullable;

/**
 * A step that computes sums {@code ((t0 + t1) + t2) + ...}, whose terms are nodes or products of two nodes.
 *
 * @param y the place of the first sum
 * @param starts the index of the first term of each sum, followed by the total number of terms
 * @param a the place of each term, or of its left factor
 * @param b the place of the right factor of each product; null if the terms are nodes
 * @param base for each sum of products, the place of the node with which it starts; null if the sums start with
 *     products
 * @param back the terms in the order of the backward pass
 */
record TermSums(int y, int[] starts, int[] a, int @Nullable [] b, int @Nullable [] base, Back back)
        implements SequenceStep {
    /**
     * The terms in the order of the backward pass.
     *
     * @param y for each term, the place of the sum that contains it
     * @param a the place of each term, or of its left factor
     * @param b the place of the right factor of each product; empty if the terms are nodes
     * @param baseY for each base, the place of the sum that starts with it
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
        for (int r = 0; r + 1 < starts.length; r++) {
            int k = starts[r];
            double sum = base != null ? values[base[r]] : values[a[k]] * values[right[k++]];
            for (; k < starts[r + 1]; k++) {
                sum += values[a[k]] * values[right[k]];
            }
            values[y + r] = sum;
        }
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
