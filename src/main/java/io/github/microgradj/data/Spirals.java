package io.github.microgradj.data;

import io.github.microgradj.random.NumPyRandom;

/** A generator of spiral arms, one per class, that wind once around the origin, out to radius 1. */
final class Spirals {
    private Spirals() {}

    static Dataset make(int size, int arms, double noise, long seed) {
        if (arms < 2) {
            throw new IllegalArgumentException("expected at least 2 arms for spirals, got " + arms);
        }
        Samples samples = new Samples("spirals", size, arms);
        for (int i = 0; i < size; i++) {
            int arm = i % arms;
            double radius = (i / arms + 1) / (double) ((size - 1 - arm) / arms + 1);
            double t = 2 * Math.PI * (radius + arm / (double) arms);
            samples.add(arm, radius * StrictMath.cos(t), radius * StrictMath.sin(t));
        }
        NumPyRandom random = new NumPyRandom(seed);
        return samples.shuffle(random).scatter(noise, random).toDataset();
    }
}
