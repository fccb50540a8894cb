package io.github.microgradj.data;

import io.github.microgradj.random.NumPyRandom;

/** A generator of two interleaving half circles, like scikit-learn's {@code make_moons}. */
final class Moons {
    private Moons() {}

    static Dataset make(int size, double noise, NumPyRandom random) {
        Samples samples = new Samples("moons", size, 2);
        int outer = size / 2;
        int inner = size - outer;
        for (int i = 0; i < outer; i++) {
            double t = angle(i, outer);
            samples.add(0, StrictMath.cos(t), StrictMath.sin(t));
        }
        for (int i = 0; i < inner; i++) {
            double t = angle(i, inner);
            samples.add(1, 1 - StrictMath.cos(t), 1 - StrictMath.sin(t) - 0.5);
        }
        return samples.shuffle(random).scatter(noise, random).toDataset();
    }

    /**
     * Returns the angle of a point. The angles go from 0 to exactly pi in equal steps, computed as in
     * {@code np.linspace}.
     */
    private static double angle(int i, int count) {
        if (i == 0) {
            return 0;
        }
        return i == count - 1 ? Math.PI : i * (Math.PI / (count - 1));
    }
}
