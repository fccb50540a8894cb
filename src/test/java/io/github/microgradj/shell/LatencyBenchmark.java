package io.github.microgradj.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A benchmark of the shell's response times on the screen of a pseudo-terminal; only run by {@code .ci/latency}. */
class LatencyBenchmark {
    private static final Path RESULT = Path.of("target/latency.tsv").toAbsolutePath();
    private static final String JAVA = "java" + Runtime.version().feature();

    @TempDir
    Path home;

    private final Map<String, List<Double>> samples = new LinkedHashMap<>();
    private TerminalProgram shell;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        warmUpScreen();
        shell = TerminalProgram.start(home, 100, 30, Map.of());
        shell.awaitPrompt();
    }

    /**
     * Lets another shell draw the first pictures, because the first ones take this test's simulated screen a long time.
     */
    private void warmUpScreen() throws IOException, InterruptedException {
        try (TerminalProgram other = TerminalProgram.start(home, 100, 30, Map.of())) {
            other.awaitPrompt();
            other.enter(":train moons --watch");
            other.await(":vars");
        }
    }

    @AfterEach
    void close() {
        shell.close();
    }

    @Test
    void measure() throws IOException, InterruptedException {
        session();
        for (int i = 0; i < 30; i++) {
            typeWord(i < 10 ? "warm-up" : "keystroke");
            complete(i < 10 ? "warm-up" : "completion");
            evaluate(i < 10 ? "warm-up" : "eval");
        }
        for (int i = 0; i < 12; i++) {
            stop("ctrlc.loop", "while (true) { }");
            stop("ctrlc.swallow", "while (true) try { Thread.sleep(5); } catch (Throwable t) { }");
            stop("ctrlc.stream", "Stream.iterate(1, n -> n + 1).forEach(n -> { })");
            stop("ctrlc.sleep", "Thread.sleep(100000)");
            stop("ctrlc.train", ":train moons --steps 1000000");
        }
        samples.remove("warm-up");
        Files.writeString(RESULT, samples.keySet().stream().map(this::row).collect(Collectors.joining()));
        assertThat(RESULT).isNotEmptyFile();
    }

    /** Runs five hundred snippets, as a long session would. */
    private void session() throws IOException, InterruptedException {
        String declarations = IntStream.range(0, 500)
                .mapToObj(i -> "double number" + i + " = " + i + ";\n")
                .collect(Collectors.joining());
        Path script = Files.writeString(home.resolve("many.jsh"), declarations + "var value = new Value(2);\n");
        shell.enter(":open " + script);
        shell.enter("\"the session \" + \"is long\"");
        shell.await("the session is long");
        clear();
    }

    private void typeWord(String name) {
        String typed = "";
        for (String key : "Math.max(number1,2)".split("(?!^)", -1)) {
            typed += key;
            String line = "mg> " + typed;
            time(name, () -> shell.type(key), screen -> screen.endsWith(line));
        }
        clear();
    }

    private void complete(String name) {
        shell.type("value.backw");
        spin(screen -> screen.endsWith("value.backw"));
        time(name, () -> shell.type("\t"), screen -> screen.endsWith("value.backward()"));
        clear();
    }

    private void evaluate(String name) {
        shell.type("1 + 1");
        spin(screen -> screen.endsWith("1 + 1"));
        time(name, () -> shell.type("\r"), screen -> screen.matches("(?s).*\\$\\d+ ==> 2\nmg>$"));
        clear();
    }

    private void stop(String name, String snippet) throws InterruptedException {
        shell.enter(snippet);
        Thread.sleep(400);
        time(name, () -> shell.type("\003"), screen -> screen.endsWith("\nmg>"));
        clear();
    }

    private void clear() {
        shell.type("\025\014");
        spin(screen -> screen.equals("mg>"));
    }

    private void time(String name, Runnable keys, Predicate<String> done) {
        long start = System.nanoTime();
        keys.run();
        spin(done);
        samples.computeIfAbsent(name, key -> new ArrayList<>()).add((System.nanoTime() - start) / 1e6);
    }

    /** Polls for a new screen five thousand times a second, which costs the shell almost nothing, and checks each. */
    private void spin(Predicate<String> done) {
        long deadline = System.nanoTime() + 20_000_000_000L;
        int seen = -1;
        while (true) {
            int paintings = shell.paintings();
            if (paintings != seen && done.test(shell.screen())) {
                return;
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError("waited in vain; the screen:\n" + shell.screen());
            }
            seen = paintings;
            LockSupport.parkNanos(200_000);
        }
    }

    private String row(String name) {
        List<Double> sorted = samples.get(name).stream().sorted().toList();
        return String.format(
                Locale.ROOT, "%s.%s\t%.1f\t%.1f%n", JAVA, name, sorted.get(sorted.size() / 2), sorted.get((int)
                        (sorted.size() * 0.95)));
    }
}
