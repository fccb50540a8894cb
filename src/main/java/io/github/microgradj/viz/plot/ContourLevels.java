package io.github.microgradj.viz.plot;

import io.github.microgradj.text.Repr;
import io.github.microgradj.viz.plot.ClassGrid.Interval;
import io.github.microgradj.viz.terminal.TerminalColor;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/**
 * The heights at which contours are drawn, round numbers ascending, and the colours of the bands between them: those of matplotlib's
 * viridis, whose lightness rises evenly, so that they can be told apart with every kind of colour blindness and in grey.
 */
record ContourLevels(double[] heights) {
    /** Of values that lie as unevenly as this the levels do too. */
    private static final double UNEVEN = 3;

    private static final int[] VIRIDIS = {
        0x440154, 0x482878, 0x3e4989, 0x31688e, 0x26828e, 0x1f9e89, 0x35b779, 0x6ece58, 0xb5de2b, 0xfde725
    };

    /**
     * Levels for the values of a function, between those that nearly all lie between, so that a pole does not take them all.
     *
     * @param most how many there may be
     * @param valley whether they are to lie closer together where the values are, even if those lie but a little unevenly
     * @throws IllegalArgumentException if there is no finite value, or all are the same
     */
    static ContourLevels of(Surface surface, int most, boolean valley) {
        double[] sorted = surface.sorted();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("the function has no finite value here");
        }
        Interval range = Interval.ofMost(sorted);
        if (!(range.high() - range.low() > 1e-12 * Math.max(Math.abs(range.high()), Math.abs(range.low())))) {
            throw new IllegalArgumentException(
                    "the function is " + Repr.of(sorted[0]) + " everywhere here: it has no contours");
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
            step = finer; // 2.5 is round too
        }
        List<Double> heights = new ArrayList<>();
        for (double i = Math.floor(range.low() / step) + 1; i * step < range.high(); i++) {
            heights.add(i * step);
        }
        return heights.stream().mapToDouble(height -> height).toArray();
    }

    /** Closer together where the values are: in a valley with steep sides. */
    private static double[] uneven(Interval range, int most, double power) {
        List<Double> heights = new ArrayList<>();
        double extent = range.high() - range.low();
        int count = Math.min(10, most);
        for (int i = 1; i < count; i++) {
            double exact = range.low() + extent * Math.pow((double) i / count, power);
            double next = range.low() + extent * Math.pow((i + 1.0) / count, power);
            // As few digits as tell it from its neighbour.
            int digits = (int) Math.ceil(Math.log10(Math.max(1, Math.abs(exact) / (next - exact)))) + 1;
            heights.add(new BigDecimal(exact).round(new MathContext(digits)).doubleValue());
        }
        return heights.stream()
                .mapToDouble(height -> height)
                .sorted()
                .distinct()
                .toArray();
    }

    /** The number of bands: below the first level, between each and the next, above the last. */
    int bands() {
        return heights.length + 1;
    }

    /** The band in which a value lies; -1 for a gap. */
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

    /** A level as a short text. */
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

    /** Whether a band is dark, so that what is drawn on it has to be light. */
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
