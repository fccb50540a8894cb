package io.github.microgradj.data;

import io.github.microgradj.random.NumPyRandom;

/** A generator of round clouds of points around random centers in a square, like scikit-learn's {@code make_blobs}. */
final class Blobs {
    private Blobs() {}

    static Dataset make(int size, int centers, double noise, NumPyRandom random) {
        if (centers < 2) {
            throw new IllegalArgumentException("expected at least 2 centers for blobs, got " + centers);
        }
        Samples samples = new Samples("blobs", size, centers);
        double[][] center = new double[centers][2];
        for (double[] point : center) {
            point[0] = random.uniform(-10, 10);
            point[1] = random.uniform(-10, 10);
        }
        for (int label = 0; label < centers; label++) {
            int count = size / centers + (label < size % centers ? 1 : 0);
            for (int i = 0; i < count; i++) {
                samples.add(label, center[label].clone());
            }
        }
        return samples.scatter(noise, random).shuffle(random).toDataset();
    }
}
