package io.github.microgradj.viz.plot;

import io.github.microgradj.text.Repr;
import io.github.microgradj.viz.plot.ClassGrid.Interval;
import io.github.microgradj.viz.terminal.TerminalColor;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/**
 * The heights of contour lines and the colours of the bands between them.
 *
 * <p>The range of the values is divided into a limited number of bands at round heights. These are multiples of a step
 * that is 1, 2, 2.5 or 5 times a power of ten. For example, values from 0 to 8 with at most 5 bands get the levels 2, 4
 * and 6.
 *
 * <p>Even levels would waste most bands on the steep sides of a valley. If the median of the values is far below the
 * middle of the range, the levels between n bands are therefore low + (high - low) * (i / n)^p, rounded, for i from 1
 * to n - 1. The exponent p is at most 5, and is chosen so that (1/2)^p is the relative position of the median. For
 * example, values from 0 to 100 with the median 6.25 give p = 4: halfway through the levels, the height is 6.25,
 * rounded to 6.
 *
 * <p>The colours are those of matplotlib's viridis. Its lightness rises evenly, so that bands can be distinguished in
 * greyscale and by people with any kind of colour blindness.
 *
 * @param heights the levels in ascending order
 */
record ContourLevels(double[] heights) {
    /** The exponent p above which levels are uneven. */
    private static final double UNEVEN = 3;

    private static final int[] VIRIDIS = {
        0x440154, 0x482878, 0x3e4989, 0x31688e, 0x26828e, 0x1f9e89, 0x35b779, 0x6ece58, 0xb5de2b, 0xfde725
    };

    /**
     * Returns levels for the values of a function. Outliers are ignored, so that not all levels are near a pole.
     *
     * @param most the maximum number of levels
     * @param valley whether the levels are already uneven if p is above half of {@link #UNEVEN}
     * @throws IllegalArgumentException if no value is finite or if all are equal
     */
    static ContourLevels of(Surface surface, int most, boolean valley) {
        double[] sorted = surface.sorted();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("the function has no finite value in this range");
        }
        Interval range = Interval.ofMost(sorted);
        if (!(range.high() - range.low() > 1e-12 * Math.max(Math.abs(range.high()), Math.abs(range.low())))) {
            throw new IllegalArgumentException(
                    "the function is " + Repr.of(sorted[0]) + " everywhere in this range, so it has no contours");
        }
        double median = (sorted[sorted.length / 2] - range.low()) / (range.high() - range.low());
        double power = Math.log(Math.max(1e-3, median)) / Math.log(0.5);
        return new ContourLevels(
                power > (valley ? UNEVEN / 2 : UNEVEN) ? uneven(range, most, Math.min(5, power)) : even(range, most));
    }

    private static double[] even(Interval range, int most) {
        double step = Ticks.step(range, most);
        double finer = step / 2;
        if (step / Math.pow(10, Math.floor(Math.log10(step))) > 4 && (range.high() - range.low()) / finer <= most) {
            step = finer; // 2.5 is a round step too
        }
        List<Double> heights = new ArrayList<>();
        for (double i = Math.floor(range.low() / step) + 1; i * step < range.high(); i++) {
            heights.add(i * step);
        }
        return heights.stream().mapToDouble(height -> height).toArray();
    }

    /** Returns levels that are closer together at low values, as in a valley with steep sides. */
    private static double[] uneven(Interval range, int most, double power) {
        List<Double> heights = new ArrayList<>();
        double extent = range.high() - range.low();
        int count = Math.min(10, most);
        for (int i = 1; i < count; i++) {
            double exact = range.low() + extent * Math.pow((double) i / count, power);
            double next = range.low() + extent * Math.pow((i + 1.0) / count, power);
            // Use just enough digits to distinguish a level from the next one.
            int digits = (int) Math.ceil(Math.log10(Math.max(1, Math.abs(exact) / (next - exact)))) + 1;
            heights.add(new BigDecimal(exact).round(new MathContext(digits)).doubleValue());
        }
        return heights.stream()
                .mapToDouble(height -> height)
                .sorted()
                .distinct()
                .toArray();
    }

    /** Returns the number of bands: one below the first level, and one above each level. */
    int bands() {
        return heights.length + 1;
    }

    /** Returns the band of a value, or -1 for a gap. */
    int band(double value) {
        if (!Double.isFinite(value)) {
            return -1;
        }
        int band = 0;
        while (band < heights.length && value >= heights[band]) {
            band++;
        }
        return band;
    }

    /** Returns the label of a level, with at most six digits. */
    String text(int level) {
        double rounded =
                new BigDecimal(heights[level]).round(new MathContext(6)).doubleValue();
        return Repr.of(rounded).replaceFirst("\\.0$", "");
    }

    TerminalColor color(int band) {
        double at = bands() == 1 ? 0.5 : (double) band / (bands() - 1) * (VIRIDIS.length - 1);
        int low = (int) Math.min(VIRIDIS.length - 2.0, at);
        return TerminalColor.of(mixed(VIRIDIS[low], VIRIDIS[low + 1], at - low));
    }

    /** Returns whether a band is dark, so that light ink is needed on it. */
    boolean isDark(int band) {
        return 2 * band < bands();
    }

    private static int mixed(int from, int to, double share) {
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int low = from >> shift & 255;
            mixed |= (int) Math.round(low + share * ((to >> shift & 255) - low)) << shift;
        }
        return mixed;
    }
}
