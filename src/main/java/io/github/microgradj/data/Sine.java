package io.github.microgradj.data;

import io.github.microgradj.random.NumPyRandom;

/** A generator for regression: y = sin(x) plus noise, with x drawn uniformly between -3 and 3. */
final class Sine {
    private Sine() {}

    static Dataset make(int size, double noise, long seed) {
        if (size < 1) {
            throw new IllegalArgumentException("sine needs at least 1 sample, got " + size);
        }
        Samples.requireNoise(noise);
        NumPyRandom random = new NumPyRandom(seed);
        double[][] inputs = new double[size][];
        double[] targets = new double[size];
        for (int i = 0; i < size; i++) {
            inputs[i] = new double[] {random.uniform(-3, 3)};
            targets[i] = StrictMath.sin(inputs[i][0]) + noise * random.normal();
        }
        return Dataset.regression("sine", inputs, targets);
    }
}
