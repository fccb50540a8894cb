package io.github.microgradj.random;

import java.math.BigInteger;
import java.util.Collections;
import java.util.List;

/**
 * The generator of Python's {@code random} module: {@code new PythonRandom(1337)} draws the same numbers as Python
 * after {@code random.seed(1337)}.
 */
public final class PythonRandom {
    private static final PythonRandom SHARED = new PythonRandom(System.nanoTime());

    private MersenneTwister words;
    private double spare = Double.NaN;

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

    /** Restarts the generator like {@code random.seed(seed)}. As in Python, the sign of the seed has no effect. */
    public void seed(long seed) {
        words = seeded(seed);
        spare = Double.NaN;
    }

    /** Returns the next double in [0, 1). */
    public double random() {
        return words.nextDouble();
    }

    /** Returns the next double between {@code low} and {@code high}. */
    public double uniform(double low, double high) {
        return low + (high - low) * random();
    }

    /** Returns the next {@code count} random bits as a number, like {@code random.getrandbits(count)}. */
    public BigInteger bits(int count) {
        BigInteger bits = BigInteger.ZERO;
        for (int shift = 0; shift < count; shift += 32) {
            int unused = Math.max(0, 32 - (count - shift));
            long word = (words.nextWord() & 0xffffffffL) >>> unused;
            bits = bits.or(BigInteger.valueOf(word).shiftLeft(shift));
        }
        return bits;
    }

    /** Returns the next whole number from 0 to {@code bound - 1}, like {@code random.randrange(bound)}. */
    public long below(long bound) {
        int count = Long.SIZE - Long.numberOfLeadingZeros(bound);
        long draw = bits(count).longValue();
        while (draw >= bound) {
            draw = bits(count).longValue();
        }
        return draw;
    }

    /** Returns the next draw from the standard normal distribution, like {@code random.gauss(0, 1)}. */
    public double gauss() {
        if (!Double.isNaN(spare)) {
            double kept = spare;
            spare = Double.NaN;
            return kept;
        }
        double angle = random() * (2 * Math.PI);
        double radius = Math.sqrt(-2 * StrictMath.log(1 - random()));
        spare = StrictMath.sin(angle) * radius;
        return StrictMath.cos(angle) * radius;
    }

    /** Returns the next draw from a normal distribution, like {@code random.gauss(mean, deviation)}. */
    public double gauss(double mean, double deviation) {
        return mean + gauss() * deviation;
    }

    /** Shuffles the list in place, like {@code random.shuffle(items)}. */
    public void shuffle(List<?> items) {
        for (int i = items.size() - 1; i > 0; i--) {
            Collections.swap(items, i, (int) below(i + 1L));
        }
    }

    /**
     * Draws an index with a probability proportional to its weight, like {@code random.choices(range(len(weights)),
     * weights)[0]}.
     *
     * @throws IllegalArgumentException if the sum of the weights is not a finite number above 0
     */
    public int choice(double... weights) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        if (!(total > 0 && Double.isFinite(total))) {
            throw new IllegalArgumentException("expected weights with a finite sum above 0, got a sum of " + total);
        }
        double at = random() * total;
        double sum = 0;
        int last = weights.length - 1;
        for (int i = 0; i < last; i++) {
            sum += weights[i];
            if (at < sum) {
                return i;
            }
        }
        return last;
    }

    private static MersenneTwister seeded(long seed) {
        long magnitude = Math.abs(seed);
        int low = (int) magnitude;
        int high = (int) (magnitude >>> 32);
        return new MersenneTwister(high == 0 ? new int[] {low} : new int[] {low, high});
    }
}
