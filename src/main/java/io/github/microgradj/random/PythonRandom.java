package io.github.microgradj.random;

/** Python's {@code random} module: {@code new PythonRandom(1337)} draws what Python draws after {@code random.seed(1337)}. */
public final class PythonRandom {
    private static final PythonRandom SHARED = new PythonRandom(System.nanoTime());

    private MersenneTwister words;

    /** A generator seeded as by {@code random.seed(seed)}. */
    public PythonRandom(long seed) {
        words = seeded(seed);
    }

    /**
     * The generator of those who do not name one, as in Python's {@code random.random()}. Libraries and tests pass a generator
     * of their own instead.
     */
    public static PythonRandom shared() {
        return SHARED;
    }

    /** Starts the stream of {@code random.seed(seed)} afresh; like Python, by the absolute value. */
    public void seed(long seed) {
        words = seeded(seed);
    }

    /** The next double in [0, 1). */
    public double random() {
        return words.nextDouble();
    }

    /** The next double between {@code low} and {@code high}. */
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
