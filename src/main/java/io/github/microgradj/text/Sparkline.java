package io.github.microgradj.text;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A renderer that shows counts as a row of bars, each one character wide. */
public final class Sparkline {
    private static final String BARS = " ▁▂▃▄▅▆▇█";
    private static final String ASCII = " .:-=+*#@";

    private Sparkline() {}

    /**
     * Returns a bar for each count. The bar of the largest count has the full height, and the bar of every count above
     * 0 is visible.
     *
     * @param unicode whether characters beyond ASCII may be used
     */
    public static String of(int[] counts, boolean unicode) {
        int most = Arrays.stream(counts).max().orElse(0);
        return Arrays.stream(counts)
                .map(count -> count == 0 ? 0 : Math.max(1, (int) Math.round(8.0 * count / most)))
                .mapToObj(height -> String.valueOf((unicode ? BARS : ASCII).charAt(height)))
                .collect(Collectors.joining());
    }
}
