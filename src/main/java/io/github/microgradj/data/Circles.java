package io.github.microgradj.data;

import io.github.microgradj.random.NumPyRandom;

/**
 * A generator of points on a circle of radius 1 and on a smaller circle inside it, like scikit-learn's
 * {@code make_circles}.
 */
final class Circles {
    private Circles() {}

    static Dataset make(int size, double noise, double factor, NumPyRandom random) {
        if (!(factor >= 0 && factor < 1)) {
            throw new IllegalArgumentException(
                    "expected a factor (the radius of the inner circle) of at least 0 and below 1, got " + factor);
        }
        Samples samples = new Samples("circles", size, 2);
        addCircle(samples, 0, size / 2, 1);
        addCircle(samples, 1, size - size / 2, factor);
        return samples.shuffle(random).scatter(noise, random).toDataset();
    }

    private static void addCircle(Samples samples, int label, int count, double radius) {
        for (int i = 0; i < count; i++) {
            double t = i * (2 * Math.PI / count);
            samples.add(label, StrictMath.cos(t) * radius, StrictMath.sin(t) * radius);
        }
    }
}
