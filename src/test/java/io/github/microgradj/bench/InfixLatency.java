package io.github.microgradj.bench;

import io.github.microgradj.shell.snippet.SnippetEngine;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;

/**
 * How long a warm shell works on a line: CPU time of the evaluating thread. Each line gets sessions of its own of a few dozen
 * lines: JShell takes longer the more a session has declared.
 */
final class InfixLatency {
    private static final int SESSIONS = 6;
    private static final int RUNS = 30;
    private static final String STARTUP = """
            import io.github.microgradj.engine.*;
            import io.github.microgradj.Ops;
            import io.github.microgradj.Python;
            """;
    private static final List<String> LINES = List.of(
            "Value d# = a.mul(b).add(b.pow(3));",
            "Value d# = a*b + b**3;",
            "Value d = a.mul(b).add(b.pow(3));",
            "Value d = a*b + b**3;",
            "a.mul(b)",
            "a*b",
            "a + true",
            "f# = [a, b]");

    private InfixLatency() {}

    public static void main(String[] args) {
        LINES.forEach(InfixLatency::measured);
        for (String line : LINES) {
            double[] times = measured(line);
            System.out.printf(
                    "%-36s median %5.1f ms   p95 %5.1f ms%n",
                    line, times[times.length / 2], times[times.length * 95 / 100]);
        }
    }

    private static double[] measured(String line) {
        double[] times = new double[SESSIONS * RUNS];
        for (int session = 0; session < SESSIONS; session++) {
            try (SnippetEngine engine = new SnippetEngine(STARTUP)) {
                engine.eval("Value a = new Value(-4.0);");
                engine.eval("Value b = new Value(2.0);");
                for (int run = 0; run < RUNS; run++) {
                    times[session * RUNS + run] = milliseconds(engine, line.replace("#", "" + run));
                }
            }
        }
        Arrays.sort(times);
        return times;
    }

    private static double milliseconds(SnippetEngine engine, String source) {
        ThreadMXBean thread = ManagementFactory.getThreadMXBean();
        long start = thread.getCurrentThreadCpuTime();
        engine.eval(source);
        return (thread.getCurrentThreadCpuTime() - start) / 1e6;
    }
}
