package io.github.microgradj.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Runs benchmarks and prints what they took: {@code .ci/bench} starts it. */
final class Bench {
    private Bench() {}

    public static void main(String[] arguments) {
        List<String> names = new ArrayList<>(Arrays.asList(arguments));
        boolean tsv = names.remove("--tsv");
        boolean markdown = names.remove("--markdown");
        Report report = tsv ? new Report.Tsv() : markdown ? new Report.Markdown() : new Report.Table();
        int processes = markdown ? 3 : 1;
        List<Benchmarks.Row> rows = names.isEmpty()
                ? Benchmarks.TABLE
                : names.stream().map(Benchmarks::matching).flatMap(List::stream).toList();
        report.begin();
        boolean right = true;
        for (Benchmarks.Row row : rows) {
            Measured measured = Measurement.of(row, processes);
            report.add(row, measured);
            right &= measured.error() <= Work.TOLERANCE;
        }
        report.end();
        System.exit(right ? 0 : 1);
    }
}
