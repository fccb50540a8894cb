package io.github.microgradj.train;

import io.github.microgradj.data.Dataset;
import io.github.microgradj.text.Repr;
import java.math.BigDecimal;
import java.math.MathContext;

/** A measure of how well a network predicts. A score is at most 1, and a higher score means better predictions. */
public enum Metric {
    /** The fraction of the samples classified correctly. */
    ACCURACY("accuracy"),
    /**
     * The coefficient of determination, 1 - (sum of squared errors) / (sum of squared deviations from the mean). It is
     * 0 for a network that always predicts the mean, and negative for a worse one.
     */
    R2("R2");

    private static final MathContext DIGITS = new MathContext(4);

    private final String title;

    Metric(String title) {
        this.title = title;
    }

    /** Returns the metric for a data set: accuracy for classification, R2 for regression. */
    public static Metric of(Dataset data) {
        return data.isRegression() ? R2 : ACCURACY;
    }

    /** Returns the score with all its digits, such as {@code 50.0%} or {@code 0.93}. */
    public String full(double score) {
        return this == ACCURACY ? Repr.of(score * 100) + "%" : Repr.of(score);
    }

    /** Returns the score in the format of {@link #full}, but rounded to four significant digits. */
    public String text(double score) {
        return this == ACCURACY ? Repr.of(rounded(100 * score)) + "%" : Repr.of(rounded(score));
    }

    private static double rounded(double x) {
        return Double.isFinite(x) ? new BigDecimal(x).round(DIGITS).doubleValue() : x;
    }

    /** Returns the name of this metric: {@code accuracy} or {@code R2}. */
    @Override
    public String toString() {
        return title;
    }
}
