package io.github.microgradj.arithmetic;

/**
 * The exponential function, with the same bits as {@link StrictMath#exp} in two thirds of the time. The algorithm is
 * that of fdlibm: it writes x as {@code k ln2 + r}, computes a rational approximation of {@code e^r}, and adds k to the
 * exponent of the approximation. Where fdlibm branches on the magnitude of x, which a processor often predicts wrongly,
 * this class computes with bits.
 */
public final class Exponential {
    /** The largest magnitude of x that this class computes itself; not far above it, results overflow or lose bits. */
    public static final double LARGEST = 708;
    /** The magnitude of x below which the result is 1 + x. */
    public static final double TINY = 0x1p-28;
    /** A number just above ln2 / 2, below which k is 0; fdlibm compares only the upper 32 bits of x. */
    public static final double HALF_LN2 = Double.longBitsToDouble(0x3fd62e43L << 32);
    /** A number just below 3 ln2 / 2, below which k is -1, 0 or 1. */
    public static final double LARGER_LN2 = Double.longBitsToDouble(0x3ff0a2b2L << 32);
    /** 1 / ln2. */
    public static final double INVERSE_LN2 = 0x1.71547652b82fep0;
    /** The upper bits of ln2. Their product with k is exact. */
    public static final double LN2_HIGH = 0x1.62e42feep-1;
    /** The lower bits of ln2. */
    public static final double LN2_LOW = 0x1.a39ef35793c76p-33;
    /** The first of the five coefficients of the approximation. */
    public static final double P1 = 0x1.555555555553ep-3;
    /** The second coefficient. */
    public static final double P2 = -0x1.6c16c16bebd93p-9;
    /** The third coefficient. */
    public static final double P3 = 0x1.1566aaf25de2cp-14;
    /** The fourth coefficient. */
    public static final double P4 = -0x1.bbd41c5d26bf1p-20;
    /** The fifth coefficient. */
    public static final double P5 = 0x1.6376972bea4d0p-25;

    private static final long HALF_LN2_BITS = Double.doubleToRawLongBits(HALF_LN2);
    private static final long LARGER_LN2_BITS = Double.doubleToRawLongBits(LARGER_LN2);

    private Exponential() {}

    /** Returns e^x. */
    public static double exp(double x) {
        double size = Math.abs(x);
        boolean isTiny = Math.abs(size - TINY / 2) < TINY / 2; // but not 0, which is common
        if (!(size <= LARGEST) || isTiny) {
            return StrictMath.exp(x);
        }
        int k = exponent(x, size);
        double high = x - k * LN2_HIGH;
        double low = k * LN2_LOW;
        double r = high - low;
        double t = r * r;
        double c = r - t * (P1 + t * (P2 + t * (P3 + t * (P4 + t * P5))));
        double power = 1 - (low - r * c / (2 - c) - high);
        return Double.longBitsToDouble(Double.doubleToRawLongBits(power) + ((long) k << 52));
    }

    private static int exponent(double x, double size) {
        long bits = Double.doubleToRawLongBits(size);
        int isBelowHalf = (int) ((bits - HALF_LN2_BITS) >> 63);
        int isBelowLarger = (int) ((bits - LARGER_LN2_BITS) >> 63);
        int sign = (int) (Double.doubleToRawLongBits(x) >> 63) | 1;
        int rounded = (int) (INVERSE_LN2 * x + Math.copySign(0.5, x));
        return (rounded & ~isBelowLarger) | (sign & isBelowLarger & ~isBelowHalf);
    }
}
