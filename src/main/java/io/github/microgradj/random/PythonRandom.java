package io.github.microgradj.random;

/**
 * The generator of Python's {@code random} module: {@code new PythonRandom(1337)} draws the same numbers as Python
 * after {@code random.seed(1337)}.
 */
public final class PythonRandom {
    private static final PythonRandom SHARED = new PythonRandom(System.nanoTime());

    private MersenneTwister words;

    /** Creates a generator that is seeded like {@code random.seed(seed)}. */
    public PythonRandom(long seed) {
        words = seeded(seed);
    }

    /**
     * Returns the shared generator, like the one behind Python's {@code random.random()}. Libraries and tests pass
     * their own generator instead.
     */
    public static PythonRandom shared() {
        return SHARED;
    }

    /** Restarts the stream of {@code random.seed(seed)}. Like Python, uses the absolute value of the seed. */
    public void seed(long seed) {
        words = seeded(seed);
    }

    /** Returns the next double in [0, 1). */
    public double random() {
        return words.nextDouble();
    }

    /** Returns the next double between {@code low} and {@code high}. */
    public double uniform(double low, double high) {
        return low + (high - low) * random();
    }

    private static MersenneTwister seeded(long seed) {
        long magnitude = Math.abs(seed);
        int low = (int) magnitude;
        int high = (int) (magnitude >>> 32);
        return new MersenneTwister(high == 0 ? new int[] {low} : new int[] {low, high});
    }
}
