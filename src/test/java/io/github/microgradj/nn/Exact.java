package io.github.microgradj.nn;

import java.math.BigDecimal;
import java.math.MathContext;

/** Losses computed to 60 digits, the exact results for tests of doubles. An infinite logit is an excluded class. */
final class Exact {
    private static final MathContext DIGITS = new MathContext(60);
    /** e^-2000, which is negligible compared with any double. */
    private static final BigDecimal NOTHING = new BigDecimal(-2000);

    private Exact() {}

    /**
     * Returns -log(softmax(z)[target]) as (m - z_t) + log(1 + sum of exp(z - m) over all but the largest, m). Nothing
     * cancels.
     */
    static BigDecimal crossEntropy(double[] z, int target) {
        int largest = largest(z);
        return difference(z[largest], z[target]).add(log1p(rest(z, largest)), DIGITS);
    }

    /** Returns softmax(z)[i]. */
    static BigDecimal softmax(double[] z, int i) {
        int largest = largest(z);
        BigDecimal sum = rest(z, largest).add(BigDecimal.ONE);
        return z[i] == Double.NEGATIVE_INFINITY
                ? BigDecimal.ZERO
                : exp(difference(z[i], z[largest])).divide(sum, DIGITS);
    }

    /** Returns log(1 + e^x). */
    static BigDecimal softplus(BigDecimal x) {
        return x.max(BigDecimal.ZERO).add(log1p(exp(x.abs().negate())), DIGITS);
    }

    private static int largest(double[] z) {
        int largest = 0;
        for (int i = 1; i < z.length; i++) {
            largest = z[i] > z[largest] ? i : largest;
        }
        return largest;
    }

    private static BigDecimal rest(double[] z, int largest) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < z.length; i++) {
            if (i != largest && z[i] != Double.NEGATIVE_INFINITY) {
                sum = sum.add(exp(difference(z[i], z[largest])), DIGITS);
            }
        }
        return sum;
    }

    private static BigDecimal difference(double a, double b) {
        return new BigDecimal(a).subtract(new BigDecimal(b));
    }

    /** Returns e^x for x of at most 0: the series for x / 2^20, squared 20 times. */
    private static BigDecimal exp(BigDecimal x) {
        if (x.compareTo(NOTHING) < 0) {
            return BigDecimal.ZERO;
        }
        MathContext more = new MathContext(80);
        BigDecimal small = x.divide(new BigDecimal(1 << 20), more);
        BigDecimal term = BigDecimal.ONE;
        BigDecimal sum = BigDecimal.ONE;
        for (int n = 1; n < 40; n++) {
            term = term.multiply(small, more).divide(new BigDecimal(n), more);
            sum = sum.add(term, more);
        }
        return sum.pow(1 << 20, more);
    }

    /** Returns log(1 + s) for s of at least 0: 2 artanh(s / (2 + s)), after square roots have made s small. */
    private static BigDecimal log1p(BigDecimal s) {
        int halvings = 0;
        BigDecimal small = s;
        while (small.compareTo(new BigDecimal("0.01")) > 0) { // sqrt(1 + s) - 1 = s / (sqrt(1 + s) + 1)
            small = small.divide(small.add(BigDecimal.ONE).sqrt(DIGITS).add(BigDecimal.ONE), DIGITS);
            halvings++;
        }
        BigDecimal ratio = small.divide(small.add(BigDecimal.valueOf(2)), DIGITS);
        BigDecimal power = ratio;
        BigDecimal sum = BigDecimal.ZERO;
        for (int n = 1; n < 60; n += 2) {
            sum = sum.add(power.divide(new BigDecimal(n), DIGITS), DIGITS);
            power = power.multiply(ratio, DIGITS).multiply(ratio, DIGITS);
        }
        return sum.multiply(new BigDecimal(2).pow(halvings + 1), DIGITS);
    }
}
