package io.github.microgradj.compile;

import io.github.microgradj.compile.kernel.Kernels;
import io.github.microgradj.compile.kernel.Matrix;
import java.util.Arrays;
import java.util.List;

/** The loss and the gradients of a slice, which are sums over consecutive samples in the order of the samples. */
final class PartialSum {
    double loss;
    /** The gradient of each slot, followed by the gradients of affine weights whose slots do not form a matrix. */
    final double[] grads;

    /** For each matrix product, a view of its weight gradients. */
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

    /** Adds the sums of a later slice to those of this one. */
    void append(PartialSum later) {
        loss += later.loss;
        for (int i = 0; i < grads.length; i++) {
            grads[i] += later.grads[i];
        }
    }
}
