package io.github.microgradj.nn;

import io.github.microgradj.engine.Value;
import io.github.microgradj.text.Repr;
import java.util.Arrays;
import java.util.List;

/**
 * An affine map of each column, {@code x' = (x - shift) * factor}, which is fitted to samples before training and then
 * fixed. A column that is constant in the samples is only shifted, as in scikit-learn.
 *
 * @param kind the kind of scaling, one of {@link #KINDS}
 * @param shift for each column, the number that is subtracted from its entries
 * @param factor for each column, the number by which the differences are multiplied; not 0
 */
public record Scaling(String kind, double[] shift, double[] factor) {
    /**
     * The kinds of scaling: {@code standard} gives mean 0 and standard deviation 1, {@code minmax} the range from 0 to
     * 1.
     */
    public static final List<String> KINDS = List.of("standard", "minmax");

    public Scaling {
        if (!KINDS.contains(kind)) {
            throw new IllegalArgumentException("expected a scaling, one of " + KINDS + ", got " + kind);
        }
        if (shift.length == 0 || shift.length != factor.length) {
            throw new IllegalArgumentException("expected as many shifts as factors, and at least 1 of each, got "
                    + shift.length + " and " + factor.length);
        }
        for (int i = 0; i < shift.length; i++) {
            if (!Double.isFinite(shift[i]) || !Double.isFinite(factor[i]) || factor[i] == 0) {
                throw new IllegalArgumentException("expected finite numbers and a factor other than 0, got a shift of "
                        + Repr.of(shift[i]) + " and a factor of " + Repr.of(factor[i]));
            }
        }
        shift = shift.clone();
        factor = factor.clone();
    }

    /**
     * Fits a scaling to samples.
     *
     * @param kind one of {@link #KINDS}
     * @param samples samples by columns, at least one sample
     * @throws IllegalArgumentException if there is no such kind, there are no samples, or a shift is not finite
     */
    public static Scaling of(String kind, double[][] samples) {
        return kind.equals("minmax") ? minmax(samples) : new Scaling(kind, means(samples), inverseDeviations(samples));
    }

    /**
     * Fits a scaling of each column to mean 0 and (population) standard deviation 1, like scikit-learn's {@code
     * StandardScaler}.
     *
     * @param samples samples by columns, at least one sample
     */
    public static Scaling standard(double[][] samples) {
        return of("standard", samples);
    }

    /**
     * Fits a scaling of each column to the range from 0 to 1, like scikit-learn's {@code MinMaxScaler}.
     *
     * @param samples samples by columns, at least one sample
     */
    public static Scaling minmax(double[][] samples) {
        double[] low = requireSamples(samples)[0].clone();
        double[] high = low.clone();
        for (double[] sample : samples) {
            for (int i = 0; i < low.length; i++) {
                low[i] = Math.min(low[i], sample[i]);
                high[i] = Math.max(high[i], sample[i]);
            }
        }
        double[] factor = new double[low.length];
        for (int i = 0; i < factor.length; i++) {
            factor[i] = inverse(high[i] - low[i]);
        }
        return new Scaling("minmax", low, factor);
    }

    private static double[][] requireSamples(double[][] samples) {
        if (samples.length == 0) {
            throw new IllegalArgumentException("expected at least 1 sample to fit a scaling, got 0");
        }
        return samples;
    }

    private static double[] means(double[][] samples) {
        double[] means = new double[requireSamples(samples)[0].length];
        for (double[] sample : samples) {
            for (int i = 0; i < means.length; i++) {
                means[i] += sample[i];
            }
        }
        for (int i = 0; i < means.length; i++) {
            means[i] /= samples.length;
        }
        return means;
    }

    private static double[] inverseDeviations(double[][] samples) {
        double[] means = means(samples);
        double[] inverse = new double[means.length];
        for (int i = 0; i < means.length; i++) {
            double first = samples[0][i];
            double squares = 0;
            boolean constant = true;
            for (double[] sample : samples) {
                squares += (sample[i] - means[i]) * (sample[i] - means[i]);
                constant &= sample[i] == first;
            }
            inverse[i] = constant ? 1 : inverse(Math.sqrt(squares / samples.length));
        }
        return inverse;
    }

    /** Returns 1 / x, or 1 if that is 0 or not finite. */
    private static double inverse(double x) {
        double inverse = 1 / x;
        return Double.isFinite(inverse) && inverse != 0 ? inverse : 1;
    }

    /** Returns the number of columns. */
    public int size() {
        return shift.length;
    }

    /** Returns the scaled values as a graph. */
    Value[] scale(Value[] x) {
        Value[] scaled = new Value[x.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = x[i].sub(shift[i]).mul(factor[i]);
        }
        return scaled;
    }

    /** Returns the scaled numbers, which equal those of the graph bit for bit. */
    public double[] scale(double[] x) {
        double[] scaled = new double[x.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = (x[i] - shift[i]) * factor[i];
        }
        return scaled;
    }

    /** Reverses the scaling: returns y / factor + shift as a graph. */
    Value[] restore(Value[] y) {
        Value[] raw = new Value[y.length];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = y[i].div(factor[i]).add(shift[i]);
        }
        return raw;
    }

    /** Reverses the scaling: returns y / factor + shift. */
    public double[] restore(double[] y) {
        double[] raw = new double[y.length];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = y[i] / factor[i] + shift[i];
        }
        return raw;
    }

    @Override
    public double[] shift() {
        return shift.clone();
    }

    @Override
    public double[] factor() {
        return factor.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Scaling that
                && kind.equals(that.kind)
                && Arrays.equals(shift, that.shift)
                && Arrays.equals(factor, that.factor);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(shift) * 31 + Arrays.hashCode(factor);
    }

    /** Returns a description such as {@code Scaling(standard, 4 columns)}. */
    @Override
    public String toString() {
        return "Scaling(" + kind + ", " + shift.length + (shift.length == 1 ? " column)" : " columns)");
    }
}
