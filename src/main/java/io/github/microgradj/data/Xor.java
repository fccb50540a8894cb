package io.github.microgradj.data;

import io.github.microgradj.random.NumPyRandom;

/** A generator that repeats the four rows of the XOR truth table. The class is 1 if exactly one input is 1. */
final class Xor {
    private Xor() {}

    static Dataset make(int size, double noise, long seed) {
        Samples samples = new Samples("xor", size, 2);
        for (int i = 0; i < size; i++) {
            int a = i >> 1 & 1;
            int b = i & 1;
            samples.add(a ^ b, a, b);
        }
        return samples.scatter(noise, new NumPyRandom(seed)).toDataset();
    }
}
