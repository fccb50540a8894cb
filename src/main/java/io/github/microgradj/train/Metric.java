package io.github.microgradj.train;

import io.github.microgradj.data.Dataset;
import io.github.microgradj.text.Repr;
import java.math.BigDecimal;
import java.math.MathContext;

/** What the score of a network is: a number that is larger the better it predicts, at most 1. */
public enum Metric {
    /** The fraction of the samples classified correctly. */
    ACCURACY("accuracy"),
    /**
     * The coefficient of determination, 1 - (sum of squared errors) / (sum of squared deviations from the mean): 0 for
     * a network that always answers the mean, and negative for a worse one.
     */
    R2("R2");

    private static final MathContext DIGITS = new MathContext(4);

    private final String title;

    Metric(String title) {
        this.title = title;
    }

    /** Returns the metric of a data set's task. */
    public static Metric of(Dataset data) {
        return data.isRegression() ? R2 : ACCURACY;
    }

    /** Returns the score with all its digits: {@code 50.0%}, {@code 0.93}. */
    public String full(double score) {
        return this == ACCURACY ? Repr.of(score * 100) + "%" : Repr.of(score);
    }

    /** Returns the score with four digits, see {@link #full}. */
    public String text(double score) {
        return this == ACCURACY ? Repr.of(rounded(100 * score)) + "%" : Repr.of(rounded(score));
    }

    private static double rounded(double x) {
        return Double.isFinite(x) ? new BigDecimal(x).round(DIGITS).doubleValue() : x;
    }

    /** Returns the name of the score: {@code accuracy} or {@code R2}. */
    @Override
    public String toString() {
        return title;
    }
}
