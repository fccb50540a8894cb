package io.github.microgradj.compile.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The exponential function for several numbers at a time. Its results have the same bits as those of
 * {@link StrictMath#exp}. The algorithm is that of fdlibm: it writes x as {@code k ln2 + r}, computes a rational
 * approximation of {@code e^r}, and adds k to the exponent of the approximation. Branches on the magnitude of x become
 * masks.
 */
final class VectorExp {
    private static final VectorSpecies<Double> SPECIES = VectorKernels.SPECIES;
    private static final int WIDTH = SPECIES.length();
    /**
     * The magnitude of x above which results may overflow or lose bits. If a vector contains such a number, its results
     * are computed one by one.
     */
    private static final double LARGEST = 708;
    /**
     * The bounds of fdlibm: 2^-28, and numbers just above ln2 / 2 and 3 ln2 / 2, because fdlibm compares only the upper
     * 32 bits of x.
     */
    private static final double TINY = 0x1p-28;

    private static final double HALF_LN2 = Double.longBitsToDouble(0x3fd62e43L << 32);
    private static final double LARGER_LN2 = Double.longBitsToDouble(0x3ff0a2b2L << 32);
    private static final double INVERSE_LN2 = 0x1.71547652b82fep0;
    private static final double LN2_HIGH = 0x1.62e42feep-1;
    private static final double LN2_LOW = 0x1.a39ef35793c76p-33;
    private static final double P1 = 0x1.555555555553ep-3;
    private static final double P2 = -0x1.6c16c16bebd93p-9;
    private static final double P3 = 0x1.1566aaf25de2cp-14;
    private static final double P4 = -0x1.bbd41c5d26bf1p-20;
    private static final double P5 = 0x1.6376972bea4d0p-25;
    /** Adding this number to k rounds k to an integer and leaves the integer in the lowest bits of the sum. */
    private static final double WHOLE = 0x1.8p52;

    private VectorExp() {}

    /** Computes the exponentials, as {@link Kernels#exp} specifies. */
    static void exp(double[] values, int y, int a, int length) {
        int i = 0;
        for (; i < length && length >= WIDTH; i += WIDTH) {
            int from = Math.min(i, length - WIDTH); // The last vector may overlap the previous one.
            DoubleVector x = DoubleVector.fromArray(SPECIES, values, a + from);
            DoubleVector size = x.abs();
            if (!size.compare(VectorOperators.LE, LARGEST).allTrue()) {
                oneByOne(values, y + from, a + from, WIDTH);
                continue;
            }
            VectorMask<Double> negative = x.compare(VectorOperators.LT, 0);
            DoubleVector one = DoubleVector.broadcast(SPECIES, 1).blend(-1, negative);
            // k is x / ln2 plus or minus 1/2, truncated
            DoubleVector k = x.mul(INVERSE_LN2).add(one.mul(0.5));
            DoubleVector nearest = k.add(WHOLE).sub(WHOLE);
            k = nearest.sub(one, nearest.abs().compare(VectorOperators.GT, k.abs()));
            k = k.blend(one, size.compare(VectorOperators.LT, LARGER_LN2));
            k = k.blend(0, size.compare(VectorOperators.LT, HALF_LN2));
            DoubleVector high = x.sub(k.mul(LN2_HIGH));
            DoubleVector low = k.mul(LN2_LOW);
            DoubleVector r = high.sub(low);
            DoubleVector t = r.mul(r);
            DoubleVector c = t.mul(P5)
                    .add(P4)
                    .mul(t)
                    .add(P3)
                    .mul(t)
                    .add(P2)
                    .mul(t)
                    .add(P1)
                    .mul(t);
            c = r.sub(c);
            DoubleVector quotient =
                    r.mul(c).div(DoubleVector.broadcast(SPECIES, 2).sub(c));
            DoubleVector power =
                    DoubleVector.broadcast(SPECIES, 1).sub(low.sub(quotient).sub(high));
            LongVector exponent = k.add(WHOLE).reinterpretAsLongs().lanewise(VectorOperators.LSHL, 52);
            power = power.reinterpretAsLongs().add(exponent).reinterpretAsDoubles();
            power.blend(x.add(1), size.compare(VectorOperators.LT, TINY)).intoArray(values, y + from);
        }
        oneByOne(values, y + i, a + i, length - i);
    }

    private static void oneByOne(double[] values, int y, int a, int length) {
        for (int i = 0; i < length; i++) {
            values[y + i] = StrictMath.exp(values[a + i]);
        }
    }
}
