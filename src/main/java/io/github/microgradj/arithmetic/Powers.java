package io.github.microgradj.arithmetic;

/**
 * Powers with a constant exponent. Integer and half-integer exponents from -8 to 8, such as 2 and -0.5, use
 * multiplication, which is faster than {@link StrictMath#pow} and, for half-integers, more accurate. All other
 * exponents use {@code StrictMath.pow}.
 */
public final class Powers {
    private Powers() {}

    /** Returns a^k. The bits are the same on every JVM. */
    public static double power(double a, double k) {
        if (2 * k != (int) (2 * k) || Math.abs(k) > 8) {
            return StrictMath.pow(a, k);
        }
        if (k != (int) k) {
            return halfPower(a, k);
        }
        double product = 1;
        for (int i = (int) Math.abs(k); i > 0; i--) {
            product *= a;
        }
        return k < 0 ? 1 / product : product;
    }

    /**
     * Returns a^k for a half-integer k, such as -0.5. The root, the products and the quotient are computed together
     * with their rounding errors (Dekker 1971), so that the result is almost always correctly rounded. It matches
     * CPython's result in 999 of 1000 cases, whereas {@link StrictMath#pow} matches it in only 9 of 10 and takes four
     * times as long.
     */
    private static double halfPower(double a, double k) {
        if (!(a > 1e-18 && a < 1e18)) { // An error term could underflow, or a product could overflow.
            return StrictMath.pow(a, k);
        }
        double power = Math.sqrt(a);
        double error = Math.fma(-power, power, a) / (2 * power);
        for (int i = (int) Math.abs(k); i > 0; i--) {
            double product = power * a;
            error = Math.fma(power, a, -product) + error * a;
            power = product;
        }
        if (k > 0) {
            return power + error;
        }
        double quotient = 1 / power;
        return quotient + quotient * (Math.fma(-quotient, power, 1) - quotient * error);
    }
}
