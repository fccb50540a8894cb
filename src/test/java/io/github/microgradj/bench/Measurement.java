package io.github.microgradj.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.util.Statistics;

/** A measurement of a benchmark with JMH, in its own processes. */
final class Measurement {
    private static final Path FOLDER = Path.of("target", "bench");

    private Measurement() {}

    /** Measures one benchmark. JMH's own log goes to {@code target/bench/NAME.txt}. */
    static Measured of(Benchmarks.Row row, int processes) {
        try {
            Files.createDirectories(FOLDER);
            Path findings = FOLDER.resolve(row.name() + ".findings");
            Files.deleteIfExists(findings);
            RunResult result = new Runner(options(row, processes, findings)).runSingle();
            String[] found = Files.readString(findings).split(" ", 2);
            return measured(row, result, Double.parseDouble(found[0]), Double.parseDouble(found[1]));
        } catch (RunnerException | IOException e) {
            throw new IllegalStateException(row.name() + " did not run, see " + FOLDER.resolve(row.name() + ".txt"), e);
        }
    }

    private static Options options(Benchmarks.Row row, int processes, Path findings) {
        List<String> flags = new ArrayList<>(Benchmarks.FLAGS);
        flags.addAll(row.flags());
        flags.add("-D" + Step.FINDINGS + "=" + findings);
        return new OptionsBuilder()
                .include(Step.class.getName() + ".run")
                .param("name", row.name())
                .mode(Mode.SampleTime)
                .timeUnit(TimeUnit.NANOSECONDS)
                .warmupIterations(6)
                .warmupTime(TimeValue.milliseconds(500))
                .measurementIterations(5)
                .measurementTime(TimeValue.milliseconds(400))
                .forks(processes)
                .jvmArgs(flags.toArray(String[]::new))
                .shouldFailOnError(true)
                .output(FOLDER.resolve(row.name() + ".txt").toString())
                .build();
    }

    private static Measured measured(Benchmarks.Row row, RunResult result, double bytes, double error) {
        Statistics all = result.getPrimaryResult().getStatistics();
        double[] processes = result.getBenchmarkResults().stream()
                .mapToDouble(
                        process -> process.getPrimaryResult().getStatistics().getPercentile(50) / row.runs())
                .toArray();
        return new Measured(
                all.getPercentile(50) / row.runs(),
                all.getMin() / row.runs(),
                all.getPercentile(95) / row.runs(),
                processes,
                bytes,
                error);
    }
}
