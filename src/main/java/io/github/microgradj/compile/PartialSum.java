package io.github.microgradj.compile;

import io.github.microgradj.compile.kernel.Kernels;
import io.github.microgradj.compile.kernel.Matrix;
import java.util.Arrays;
import java.util.List;

/** What a run of consecutive samples adds to the loss and to the gradients, in the order of the samples. */
final class PartialSum {
    double loss;
    /** A gradient for each slot, then those of the affine blocks whose weights do not lie side by side. */
    final double[] grads;

    /** For each matrix product the gradients of its weights, among the others. */
    final Matrix[] weights;

    PartialSum(int gradients, List<Affine> products) {
        grads = new double[Kernels.padded(gradients)];
        weights = products.stream().map(product -> product.sums(grads)).toArray(Matrix[]::new);
    }

    void clear() {
        loss = 0;
        Arrays.fill(grads, 0);
    }

    void set(PartialSum other) {
        loss = other.loss;
        System.arraycopy(other.grads, 0, grads, 0, grads.length);
    }

    /** Adds the samples of {@code later} behind those of this one. */
    void append(PartialSum later) {
        loss += later.loss;
        for (int i = 0; i < grads.length; i++) {
            grads[i] += later.grads[i];
        }
    }
}
