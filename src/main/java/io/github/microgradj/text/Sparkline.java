package io.github.microgradj.text;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A row of bars, one character each. */
public final class Sparkline {
    private static final String BARS = " ▁▂▃▄▅▆▇█";
    private static final String ASCII = " .:-=+*#@";

    private Sparkline() {}

    /**
     * Returns a bar for each count. The highest is full, and the smallest that is not 0 is still visible.
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
