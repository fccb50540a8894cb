package io.github.microgradj.viz.plot;

import io.github.microgradj.viz.picture.TextFormat;
import io.github.microgradj.viz.plot.ClassGrid.Interval;
import java.util.SortedMap;
import java.util.TreeMap;

/** The round numbers along an axis. */
public final class Ticks {
    private Ticks() {}

    /**
     * Returns the round numbers in a range, approximately {@code about} of them, with their labels.
     *
     * @param whole whether only whole numbers may have ticks
     */
    public static SortedMap<Double, String> of(Interval range, int about, boolean whole) {
        double step = Math.max(whole ? 1 : 0, step(range, about));
        int decimals = (int) Math.max(0, Math.min(12, -Math.floor(Math.log10(step) + 1e-9)));
        TreeMap<Double, String> ticks = new TreeMap<>();
        double first = Math.ceil(range.low() / step);
        for (int i = 0; i <= 2 * about + 2 && (first + i) * step <= range.high() + 1e-9 * step; i++) {
            double at = (first + i) * step;
            ticks.put(at, TextFormat.number(at == 0 ? 0.0 : at, decimals));
        }
        return ticks;
    }

    /**
     * Returns a round step that divides a range into at most {@code about} pieces. It is 1, 2 or 5 times a power of
     * ten.
     */
    static double step(Interval range, int about) {
        double rough = (range.high() - range.low()) / about;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        return rough <= power ? power : rough <= 2 * power ? 2 * power : rough <= 5 * power ? 5 * power : 10 * power;
    }
}
