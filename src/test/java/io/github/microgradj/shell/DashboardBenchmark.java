package io.github.microgradj.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A benchmark of the dashboard in a training run of more than five seconds; only run by {@code .ci/dashboard}. */
class DashboardBenchmark {
    private static final Path RESULT = Path.of("target/dashboard.tsv").toAbsolutePath();
    private static final String JAVA = "java" + Runtime.version().feature();
    private static final Pattern SECONDS = Pattern.compile("took ([\\d.]+) s");
    private static final int STEPS = Integer.getInteger("dashboard.steps", 900_000);
    private static final int PAIRS = Integer.getInteger("dashboard.pairs", 5);

    @TempDir
    Path home;

    /** Runs the same training with and without the display, alternately and in alternating order, in one session. */
    @Test
    void measure() throws IOException, InterruptedException {
        List<Double> ratios = new ArrayList<>();
        StringBuilder rows = new StringBuilder();
        try (TerminalProgram shell = TerminalProgram.start(home, 120, 40, Map.of())) {
            shell.awaitPrompt();
            seconds(shell, "", STEPS / 2);
            seconds(shell, "--quiet", STEPS / 2);
            for (int i = 0; i < PAIRS; i++) {
                double first = seconds(shell, i % 2 == 0 ? "--quiet" : "", STEPS);
                int before = pictures(shell);
                double second = seconds(shell, i % 2 == 0 ? "" : "--quiet", STEPS);
                double quiet = i % 2 == 0 ? first : second;
                double shown = i % 2 == 0 ? second : first;
                ratios.add(shown / quiet);
                rows.append(String.format(
                        Locale.ROOT, "%s.pair%d\t%.3f\t%.3f\t%.4f%n", JAVA, i, shown, quiet, shown / quiet));
                if (i % 2 == 0) {
                    double rate = (pictures(shell) - before) / shown;
                    assertThat(rate).as("pictures a second").isLessThanOrEqualTo(20.5);
                    rows.append(String.format(Locale.ROOT, "%s.pictures%d\t%.1f%n", JAVA, i, rate));
                }
            }
        }
        ratios.sort(null);
        rows.append(String.format(Locale.ROOT, "%s.ratio\t%.4f%n", JAVA, ratios.get(PAIRS / 2)));
        Files.writeString(RESULT, rows);
    }

    private static int pictures(TerminalProgram shell) {
        return shell.written().split("\033\\[\\?2026h", -1).length - 1;
    }

    private static double seconds(TerminalProgram shell, String option, int steps) throws InterruptedException {
        shell.type("\025\014");
        shell.await("a clear screen", screen -> screen.equals("mg>"));
        shell.paste("long start = System.nanoTime()\n:train moons " + option + " --steps " + steps
                + "\nSystem.out.println(\"took \" + (System.nanoTime() - start) / 1e9 + \" s\")");
        shell.type("\r");
        shell.await("the end", screen -> SECONDS.matcher(screen).find());
        shell.awaitPrompt();
        Matcher took = SECONDS.matcher(shell.screen());
        assertThat(took.find()).isTrue();
        return Double.parseDouble(took.group(1));
    }
}
