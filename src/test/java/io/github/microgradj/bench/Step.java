package io.github.microgradj.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * The method that JMH times: the work of one benchmark, in its own process. The results are checked after the timing,
 * so that the check does not warm up the code.
 */
@State(Scope.Benchmark)
public class Step {
    /**
     * The property that names the file for the other measurements: the bytes that a run takes, and {@link
     * Work#error()}.
     */
    static final String FINDINGS = "bench.findings";

    /** The name of the benchmark. */
    @Param("")
    public String name;

    private Work work;
    private int runs;

    @Setup
    public void setUp() {
        Benchmarks.Row row = Benchmarks.named(name);
        work = row.work().get();
        runs = row.runs();
    }

    @Benchmark
    public double run() {
        double sum = 0;
        for (int i = 0; i < runs; i++) {
            sum += work.run();
        }
        return sum;
    }

    @TearDown(Level.Trial)
    public void check() throws IOException {
        double bytes = Allocation.bytes(this::run) / runs;
        Files.writeString(Path.of(System.getProperty(FINDINGS)), bytes + " " + work.error());
    }
}
