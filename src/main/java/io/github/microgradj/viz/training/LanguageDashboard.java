package io.github.microgradj.viz.training;

import io.github.microgradj.languagemodel.LanguageStep;
import io.github.microgradj.text.TextWidth;
import io.github.microgradj.viz.terminal.ColorLevel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A terminal dashboard for the training of a language model. It shows a progress bar, the numbers of the latest step, a
 * curve of the loss and, next to it, documents that the model wrote as it learned.
 */
public final class LanguageDashboard {
    private static final int HEAD = 3;
    private static final int BELOW = 8;
    private static final int FRAME = 3;
    private static final int GAP = 3;
    private static final int MOST_COLUMNS = 160;

    /** The number of steps over which the loss is averaged. */
    private static final int LAST = 50;

    private final int columns;
    private final int rows;
    private final ColorLevel colors;

    /**
     * The state of a training run.
     *
     * @param history the steps so far, at least one
     * @param elapsed the time taken by the steps so far
     * @param ended whether training has ended
     * @param samples lines of documents that the model wrote, the latest line last
     */
    public record LanguageProgress(List<LanguageStep> history, Duration elapsed, boolean ended, List<String> samples) {}

    /**
     * Creates a dashboard for a window in which a {@link Dashboard} fits.
     *
     * @param columns the width of the window
     * @param rows the height of the window
     * @param colors the colours that the terminal can show
     */
    public LanguageDashboard(int columns, int rows, ColorLevel colors) {
        this.columns = Math.min(MOST_COLUMNS, columns - 1);
        this.rows = Math.min(rows - HEAD - BELOW, Dashboard.panel(this.columns) * 3 / 8 + 2);
        this.colors = colors;
    }

    /** Returns the width of the panel with the documents. */
    public int panel() {
        return Dashboard.panel(columns);
    }

    /** Returns the lines of the dashboard. Their number depends only on the size of the window. */
    public List<String> lines(LanguageProgress progress) {
        List<LanguageStep> history = progress.history();
        LanguageStep now = history.get(history.size() - 1);
        int done = now.step() + 1;
        DashboardHead head = new DashboardHead(columns, colors);
        double seconds = progress.elapsed().toNanos() / 1e9;
        String tail = progress.ended()
                ? String.format(Locale.ROOT, "in %.1f s", seconds)
                : Dashboard.timeLeft(done, now.steps(), progress.elapsed());
        List<String> lines = new ArrayList<>();
        lines.add(head.bar(done, now.steps(), tail));
        lines.add(head.numbers(numbers(history, done / Math.max(1e-9, seconds))));
        lines.add("");
        List<String> left = LanguageCurve.of(history)
                .terminal(panel(), rows - FRAME, colors, true)
                .subList(0, rows); // without a redundant legend
        List<String> right = new ArrayList<>(List.of("samples during training"));
        right.addAll(progress.samples()
                .subList(
                        Math.max(0, progress.samples().size() - rows + 1),
                        progress.samples().size()));
        for (int row = 0; row < rows; row++) {
            String curve = left.get(row) + " ".repeat(Math.max(0, panel() + GAP - TextWidth.styled(left.get(row))));
            lines.add((curve + (row < right.size() ? right.get(row) : "")).stripTrailing());
        }
        return lines;
    }

    private static Map<String, String> numbers(List<LanguageStep> history, double stepsPerSecond) {
        List<LanguageStep> last = history.subList(Math.max(0, history.size() - LAST), history.size());
        double mean = last.stream().mapToDouble(LanguageStep::loss).average().orElse(Double.NaN);
        Map<String, String> numbers = new LinkedHashMap<>();
        numbers.put("loss", Dashboard.decimals(last.get(last.size() - 1).loss(), 4));
        numbers.put("mean of " + last.size(), Dashboard.decimals(mean, 4));
        numbers.put("steps/s", DashboardHead.count(Math.round(stepsPerSecond)));
        return numbers;
    }
}
