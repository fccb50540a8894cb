package io.github.microgradj.bench;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A report that prints each result as it comes. */
abstract class Report {
    /** The median of the first benchmark of each workload, to which the ratios of the others refer. */
    private final Map<String, Double> references = new HashMap<>();

    final PrintStream out = System.out;

    void begin() {}

    abstract void add(Benchmarks.Row row, Measured measured);

    void end() {}

    /** Lines of {@code name<TAB>median_ns<TAB>min_ns}, to compare runs. */
    static final class Tsv extends Report {
        @Override
        void add(Benchmarks.Row row, Measured measured) {
            out.printf(Locale.ROOT, "%s\t%.4g\t%.4g%n", row.name(), measured.median(), measured.min());
        }
    }

    /** Columns for people to read. */
    static final class Table extends Report {
        private static final String FORMAT = "%-26s %10s  %21s %8s %10s  %s%n";

        @Override
        void begin() {
            Environment.lines().forEach(out::println);
            out.println();
            out.printf(FORMAT, "benchmark", "median", "spread (min to p95)", "ratio", "bytes", "off by");
        }

        @Override
        void add(Benchmarks.Row row, Measured measured) {
            out.printf(
                    FORMAT,
                    row.name(),
                    time(measured.median()),
                    time(measured.min()) + " to " + time(measured.p95()),
                    ratio(row, measured),
                    bytes(measured),
                    error(measured));
        }

        @Override
        void end() {
            out.println();
            LEGEND.forEach(out::println);
            out.println("load at the end " + Environment.load());
        }
    }

    /** The table of docs/performance.md. */
    static final class Markdown extends Report {
        @Override
        void begin() {
            Environment.lines().forEach(line -> out.println("- " + line));
            out.println();
            out.println("| benchmark | median | spread (min to p95) | each process | ratio | bytes | off by |");
            out.println("|---|---|---|---|---|---|---|");
        }

        @Override
        void add(Benchmarks.Row row, Measured measured) {
            String processes =
                    Arrays.stream(measured.processes()).mapToObj(Report::time).collect(Collectors.joining(", "));
            List<String> cells = List.of(
                    "`" + row.name() + "`",
                    time(measured.median()),
                    time(measured.min()) + " to " + time(measured.p95()),
                    processes,
                    ratio(row, measured),
                    bytes(measured),
                    error(measured));
            out.println("| " + String.join(" | ", cells) + " |");
        }

        @Override
        void end() {
            out.println();
            out.println("Load at the end: " + Environment.load() + ".");
        }
    }

    private static final List<String> LEGEND = List.of(
            "median, spread: of single runs; of the mean of 100 or 1000 where one takes little, of a training's 100 steps with moons",
            "ratio: to the first of its workload that ran",
            "bytes: taken from the heap by a run",
            "off by: the largest relative difference to the engine's losses, step by step; of a graph to its known results");

    final String ratio(Benchmarks.Row row, Measured measured) {
        double reference = references.computeIfAbsent(row.workload(), workload -> measured.median());
        return String.format(Locale.ROOT, "%.3g", measured.median() / reference);
    }

    static String time(double nanoseconds) {
        String[] units = {"ns", "us", "ms", "s"};
        int unit = 0;
        double time = nanoseconds;
        while (time >= 1000 && unit < units.length - 1) {
            time /= 1000;
            unit++;
        }
        return String.format(
                Locale.ROOT, time < 10 ? "%.2f %s" : time < 100 ? "%.1f %s" : "%.0f %s", time, units[unit]);
    }

    static String bytes(Measured measured) {
        return String.format(Locale.ROOT, "%,.0f", measured.bytes());
    }

    static String error(Measured measured) {
        String size = measured.error() == 0 ? "0" : String.format(Locale.ROOT, "%.0e", measured.error());
        return measured.error() <= Work.TOLERANCE ? size : size + ": WRONG";
    }
}
