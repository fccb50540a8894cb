package io.github.microgradj.snippet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/**
 * A benchmark of the CPU time that a warm shell takes to evaluate a line, with and without the infix layer. Only
 * {@code .ci/latency} runs it. Each line has its own sessions, and the alternatives take turns.
 */
class InfixLatencyBenchmark {
    private static final Path RESULT = Path.of("target/infix-latency.tsv").toAbsolutePath();
    private static final String JAVA = "java" + Runtime.version().feature();
    private static final int SESSIONS = 8;
    private static final int RUNS = 30;
    private static final String STARTUP = """
            import io.github.microgradj.engine.*;
            import io.github.microgradj.language.Ops;
            import io.github.microgradj.language.Python;
            """;

    private record Row(String line, BiConsumer<SnippetEngine, String> evaluation, double[] milliseconds) {
        Row(String line, BiConsumer<SnippetEngine, String> evaluation) {
            this(line, evaluation, new double[SESSIONS * RUNS]);
        }
    }

    private final Map<String, Row> rows = new LinkedHashMap<>();

    @Test
    void measure() throws IOException {
        String plain = "Value d# = a.mul(b).add(b.pow(3));";
        rows.put("warm-up", new Row("Value d# = a*b + b**3;", SnippetEngine::eval));
        rows.put("infix.value", new Row("Value d# = a*b + b**3;", SnippetEngine::eval));
        rows.put("infix.again", new Row("Value d = a*b + b**3;", SnippetEngine::eval));
        rows.put("infix.expression", new Row("a*b", SnippetEngine::eval));
        rows.put("infix.python", new Row("f# = [a, b]", SnippetEngine::eval));
        rows.put("plain.layered", new Row(plain, SnippetEngine::eval));
        rows.put("plain.bare", new Row(plain, SnippetEngine::submit));
        for (int session = 0; session < SESSIONS; session++) {
            List<Row> turns = new ArrayList<>(rows.values());
            if (session % 2 == 1) {
                Collections.reverse(turns);
            }
            for (Row row : turns) {
                session(row, session);
            }
        }
        rows.remove("warm-up");
        StringBuilder table = new StringBuilder();
        rows.forEach((name, row) -> {
            Arrays.sort(row.milliseconds);
            table.append(String.format(
                    Locale.ROOT,
                    "%s.%s\t%.1f\t%.1f%n",
                    JAVA,
                    name,
                    row.milliseconds[SESSIONS * RUNS / 2],
                    row.milliseconds[SESSIONS * RUNS * 95 / 100]));
        });
        Files.writeString(RESULT, table);
        assertThat(RESULT).isNotEmptyFile();
    }

    private static void session(Row row, int session) {
        try (SnippetEngine engine = new SnippetEngine(STARTUP)) {
            engine.eval("Value a = new Value(-4.0);");
            engine.eval("Value b = new Value(2.0);");
            ThreadMXBean thread = ManagementFactory.getThreadMXBean();
            for (int run = 0; run < RUNS; run++) {
                String source = row.line.replace("#", "" + run);
                long start = thread.getCurrentThreadCpuTime();
                row.evaluation.accept(engine, source);
                row.milliseconds[session * RUNS + run] = (thread.getCurrentThreadCpuTime() - start) / 1e6;
            }
        }
    }
}
