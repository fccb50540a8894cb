package io.github.microgradj.compile;

import java.util.Arrays;

/** What a run of consecutive samples adds to the loss and to the gradients of the parameters, in the order of the samples. */
final class Slice {
    double loss;
    /** For each affine block the gradients of its weights, see {@link Affine#newSums()}. */
    final double[][][] weights;
    /** For each spread its gradient. */
    final double[] spreads;

    Slice(double[][][] weights, int spreads) {
        this.weights = weights;
        this.spreads = new double[spreads];
    }

    void clear() {
        loss = 0;
        Arrays.fill(spreads, 0);
        for (double[][] block : weights) {
            for (double[] row : block) {
                Arrays.fill(row, 0);
            }
        }
    }

    /** Adds the samples of {@code later} behind those of this one. */
    void append(Slice later) {
        loss += later.loss;
        add(spreads, later.spreads);
        for (int block = 0; block < weights.length; block++) {
            for (int row = 0; row < weights[block].length; row++) {
                add(weights[block][row], later.weights[block][row]);
            }
        }
    }

    private static void add(double[] sum, double[] more) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += more[i];
        }
    }
}
