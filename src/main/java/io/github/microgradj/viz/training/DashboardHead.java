package io.github.microgradj.viz.training;

import io.github.microgradj.viz.terminal.ColorLevel;
import io.github.microgradj.viz.terminal.StyledLine;
import io.github.microgradj.viz.terminal.TerminalColor;
import java.util.Locale;
import java.util.Map;

/** The lines at the top of a dashboard: a progress bar and the numbers of the latest step. */
record DashboardHead(int columns, ColorLevel colors) {
    private static final int BAR = 40;
    private static final TerminalColor GREEN = TerminalColor.point(2);

    /** Returns a line with a progress bar, the numbers of completed and planned steps, and the given text. */
    String bar(int done, int steps, String tail) {
        int filled = (int) ((long) BAR * done / steps);
        StyledLine line = new StyledLine();
        if (colors == ColorLevel.NONE) {
            line.append("", "█".repeat(filled) + "░".repeat(BAR - filled));
        } else {
            line.append(colors.select(GREEN, false), "━".repeat(filled));
            line.append(dim(), "━".repeat(BAR - filled));
        }
        line.append("", "  " + count(done) + "/" + count(steps) + "  " + tail);
        return line.end();
    }

    /** Returns a line with as many named numbers as fit. */
    String numbers(Map<String, String> numbers) {
        StyledLine line = new StyledLine();
        int width = 0;
        for (Map.Entry<String, String> entry : numbers.entrySet()) {
            String name = (width == 0 ? "" : "   ") + entry.getKey() + " ";
            int longer = width + name.length() + entry.getValue().length();
            if (longer <= columns) {
                line.append(dim(), name);
                line.append(colors == ColorLevel.NONE ? "" : "1", entry.getValue());
                width = longer;
            }
        }
        return line.end();
    }

    private String dim() {
        return colors == ColorLevel.NONE ? "" : "2";
    }

    static String count(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }
}
