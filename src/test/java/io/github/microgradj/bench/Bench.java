package io.github.microgradj.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The program that runs benchmarks and prints their results; {@code .ci/bench} starts it. */
final class Bench {
    private Bench() {}

    public static void main(String[] arguments) {
        List<String> names = new ArrayList<>(Arrays.asList(arguments));
        boolean tsv = names.remove("--tsv");
        boolean markdown = names.remove("--markdown");
        if (names.remove("--growth")) {
            Growth.print();
            return;
        }
        Report report = tsv ? new Report.Tsv() : markdown ? new Report.Markdown() : new Report.Table();
        try {
            System.exit(run(Benchmarks.named(names), report, markdown ? 3 : 1) ? 0 : 1);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    /** Runs benchmarks, and returns whether all results are correct. */
    private static boolean run(List<Benchmarks.Row> rows, Report report, int processes) {
        report.begin();
        boolean right = true;
        for (Benchmarks.Row row : rows) {
            Measured measured = Measurement.of(row, processes);
            report.add(row, measured);
            right &= measured.error() <= Work.TOLERANCE;
        }
        report.end();
        return right;
    }
}
