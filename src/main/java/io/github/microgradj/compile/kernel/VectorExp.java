package io.github.microgradj.compile.kernel;

import io.github.microgradj.arithmetic.Exponential;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The exponential function for several numbers at a time. Its results have the same bits as those of
 * {@link StrictMath#exp}. The algorithm is that of {@link Exponential}; masks take the place of its arithmetic on bits.
 * If a vector contains NaN or a magnitude above {@link Exponential#LARGEST}, its numbers are computed one by one.
 */
final class VectorExp {
    private static final VectorSpecies<Double> SPECIES = VectorKernels.SPECIES;
    private static final int WIDTH = SPECIES.length();
    /** Adding this number to k rounds k to an integer and leaves the integer in the lowest bits of the sum. */
    private static final double WHOLE = 0x1.8p52;

    private VectorExp() {}

    /** Computes {@code values[y + i] = e^values[a + i]}, with the bits of {@link StrictMath#exp}. */
    static void exp(double[] values, int y, int a, int length) {
        int i = 0;
        for (; i < length && length >= WIDTH; i += WIDTH) {
            int from = Math.min(i, length - WIDTH); // The last vector may overlap the previous one.
            DoubleVector x = DoubleVector.fromArray(SPECIES, values, a + from);
            DoubleVector size = x.abs();
            if (!size.compare(VectorOperators.LE, Exponential.LARGEST).allTrue()) {
                oneByOne(values, y + from, a + from, WIDTH);
                continue;
            }
            VectorMask<Double> negative = x.compare(VectorOperators.LT, 0);
            DoubleVector one = DoubleVector.broadcast(SPECIES, 1).blend(-1, negative);
            // k is x / ln2 plus or minus 1/2, truncated
            DoubleVector k = x.mul(Exponential.INVERSE_LN2).add(one.mul(0.5));
            DoubleVector nearest = k.add(WHOLE).sub(WHOLE);
            k = nearest.sub(one, nearest.abs().compare(VectorOperators.GT, k.abs()));
            k = k.blend(one, size.compare(VectorOperators.LT, Exponential.LARGER_LN2));
            k = k.blend(0, size.compare(VectorOperators.LT, Exponential.HALF_LN2));
            DoubleVector high = x.sub(k.mul(Exponential.LN2_HIGH));
            DoubleVector low = k.mul(Exponential.LN2_LOW);
            DoubleVector r = high.sub(low);
            DoubleVector t = r.mul(r);
            DoubleVector c = t.mul(Exponential.P5)
                    .add(Exponential.P4)
                    .mul(t)
                    .add(Exponential.P3)
                    .mul(t)
                    .add(Exponential.P2)
                    .mul(t)
                    .add(Exponential.P1)
                    .mul(t);
            c = r.sub(c);
            DoubleVector quotient =
                    r.mul(c).div(DoubleVector.broadcast(SPECIES, 2).sub(c));
            DoubleVector power =
                    DoubleVector.broadcast(SPECIES, 1).sub(low.sub(quotient).sub(high));
            LongVector exponent = k.add(WHOLE).reinterpretAsLongs().lanewise(VectorOperators.LSHL, 52);
            power = power.reinterpretAsLongs().add(exponent).reinterpretAsDoubles();
            power.blend(x.add(1), size.compare(VectorOperators.LT, Exponential.TINY))
                    .intoArray(values, y + from);
        }
        oneByOne(values, y + i, a + i, length - i);
    }

    private static void oneByOne(double[] values, int y, int a, int length) {
        for (int i = 0; i < length; i++) {
            values[y + i] = Exponential.exp(values[a + i]);
        }
    }
}
