package io.github.microgradj.random;

/**
 * The generator of NumPy's {@code RandomState}: {@code new NumPyRandom(1337)} draws the same numbers as NumPy after
 * {@code np.random.seed(1337)}.
 */
public final class NumPyRandom {
    private final MersenneTwister words;
    private double spare = Double.NaN;

    /**
     * Creates a generator that is seeded like {@code np.random.seed(seed)}.
     *
     * @throws IllegalArgumentException if the seed is not between 0 and 2^32 - 1, which is NumPy's range
     */
    public NumPyRandom(long seed) {
        if (seed < 0 || seed > 0xffffffffL) {
            throw new IllegalArgumentException("a seed must be a whole number from 0 to 4294967295, got " + seed);
        }
        words = new MersenneTwister((int) seed);
    }

    /** Returns the next double in [0, 1). */
    public double random() {
        return words.nextDouble();
    }

    /** Returns the next double between {@code low} and {@code high}. */
    public double uniform(double low, double high) {
        return low + (high - low) * random();
    }

    /** Returns the next draw from the standard normal distribution, by the polar method of NumPy's legacy generator. */
    public double normal() {
        if (!Double.isNaN(spare)) {
            double kept = spare;
            spare = Double.NaN;
            return kept;
        }
        double x1;
        double x2;
        double r2;
        do {
            x1 = 2 * random() - 1;
            x2 = 2 * random() - 1;
            r2 = x1 * x1 + x2 * x2;
        } while (r2 >= 1 || r2 == 0);
        double f = StrictMath.sqrt(-2 * StrictMath.log(r2) / r2);
        spare = f * x1;
        return f * x2;
    }

    /** Shuffles the array in place, like {@code np.random.shuffle}. */
    public void shuffle(int[] items) {
        for (int i = items.length - 1; i >= 1; i--) {
            int j = upTo(i);
            int swapped = items[i];
            items[i] = items[j];
            items[j] = swapped;
        }
    }

    /** Returns a whole number from 0 to {@code bound} inclusive, by drawing masked words until one is in range. */
    private int upTo(int bound) {
        int mask = -1 >>> Integer.numberOfLeadingZeros(bound);
        int draw;
        do {
            draw = words.nextWord() & mask;
        } while (draw > bound);
        return draw;
    }
}
