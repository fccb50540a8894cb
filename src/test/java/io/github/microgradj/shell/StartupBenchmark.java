package io.github.microgradj.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.pty4j.PtyProcess;
import com.pty4j.PtyProcessBuilder;
import com.pty4j.WinSize;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A benchmark of the time from the command to the prompt and to the first result, in a pseudo-terminal. Only
 * {@code .ci/startup} runs it. All programs take turns, so that a busy moment affects each of them.
 */
class StartupBenchmark {
    private static final Path RESULT = Path.of("target/startup.tsv").toAbsolutePath();
    private static final String LAUNCHER =
            Path.of("bin/microgradj-shell").toAbsolutePath().toString();
    private static final int ROUNDS = Integer.getInteger("startup.rounds", 11);

    @TempDir
    Path home;

    private final Map<String, List<Double>> samples = new LinkedHashMap<>();
    private final List<Subject> subjects = new ArrayList<>();

    /** A program and the text that it shows when it is ready. For one-liners, only the result counts. */
    private record Subject(
            String name, List<String> command, Map<String, String> environment, String prompt, String answer) {}

    @Test
    void measure() throws Exception {
        for (String jdk : System.getProperty("startup.jdks", "").split(",", -1)) {
            add(jdk);
        }
        if (Stream.of(System.getenv("PATH").split(":", -1))
                .anyMatch(each -> Files.isExecutable(Path.of(each, "ipython")))) {
            subjects.add(new Subject("ipython", List.of("ipython", "--no-banner"), Map.of(), "In [1]:", "Out[1]: 2"));
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (Subject each : subjects) {
                time(each);
            }
        }
        Files.writeString(RESULT, samples.keySet().stream().map(this::row).collect(Collectors.joining()));
        assertThat(RESULT).isNotEmptyFile();
    }

    private void add(String jdk) throws Exception {
        Map<String, String> ours = Map.of(
                "MICROGRADJ_JAVA", jdk, "XDG_CACHE_HOME", home.resolve("cache").toString());
        for (String option : new String[] {"", "--vector"}) {
            ProcessBuilder warm = new ProcessBuilder(
                            option.isEmpty() ? List.of(LAUNCHER, "--warm") : List.of(LAUNCHER, "--warm", option))
                    .inheritIO();
            warm.environment().putAll(ours);
            assertThat(warm.start().waitFor()).isZero();
        }
        String number = Files.readString(Path.of(jdk, "release")).replaceFirst("(?s).*JAVA_VERSION=\"(\\d+).*", "$1");
        Map<String, String> cold = new HashMap<>(ours);
        cold.put("MICROGRADJ_ARCHIVE", "off");
        subjects.add(new Subject("java" + number, List.of(LAUNCHER), ours, "mg> ", "==> 2"));
        subjects.add(new Subject("java" + number + ".eval", List.of(LAUNCHER, "-e", "1+1"), ours, "", "2\r\n"));
        subjects.add(new Subject("java" + number + ".vector", List.of(LAUNCHER, "--vector"), ours, "mg> ", "==> 2"));
        subjects.add(new Subject("java" + number + ".cold", List.of(LAUNCHER), cold, "mg> ", "==> 2"));
        subjects.add(new Subject("jshell" + number, List.of(jdk + "/bin/jshell"), Map.of(), "jshell> ", "==> 2"));
    }

    private void time(Subject subject) throws IOException, InterruptedException {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.keySet().removeIf(name -> name.startsWith("XDG_") || name.startsWith("JAVA_"));
        environment.putAll(Map.of("TERM", "xterm-256color", "HOME", home.toString()));
        environment.putAll(subject.environment());
        long start = System.nanoTime();
        PtyProcess process = new PtyProcessBuilder(subject.command().toArray(String[]::new))
                .setEnvironment(environment)
                .setDirectory(home.toString())
                .setInitialColumns(100)
                .setInitialRows(30)
                .start();
        try {
            process.setWinSize(new WinSize(100, 30));
            if (!subject.prompt().isEmpty()) {
                await(process, subject.prompt());
                note(subject.name() + ".prompt", millisSince(start));
                note(subject.name() + ".rss", residentMegabytes(process.pid()));
                process.getOutputStream().write("1+1\r".getBytes(StandardCharsets.UTF_8));
                process.getOutputStream().flush();
                await(process, subject.answer());
                note(subject.name() + ".first", millisSince(start));
            } else {
                await(process, subject.answer());
                note(subject.name(), millisSince(start));
            }
        } finally {
            process.destroyForcibly();
            process.waitFor();
        }
    }

    /** Reads until the text appears, ignoring colours and cursor movements. Answers queries for the cursor position. */
    private static void await(PtyProcess process, String text) throws IOException {
        InputStream in = process.getInputStream();
        StringBuilder read = new StringBuilder();
        byte[] buffer = new byte[8192];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            String chunk = new String(buffer, 0, n, StandardCharsets.UTF_8);
            if (chunk.contains("\033[6n")) {
                process.getOutputStream().write("\033[1;1R".getBytes(StandardCharsets.UTF_8));
                process.getOutputStream().flush();
            }
            read.append(chunk);
            if (read.toString().replaceAll("\033\\[[0-9;?]*[a-zA-Z]", "").contains(text)) {
                return;
            }
        }
        throw new AssertionError("ended before " + text + " was there:\n" + read);
    }

    private static double millisSince(long start) {
        return (System.nanoTime() - start) / 1e6;
    }

    private static double residentMegabytes(long pid) throws IOException {
        Path status = Path.of("/proc/" + pid + "/status");
        if (!Files.exists(status)) {
            return Double.NaN; // Only Linux has this in a file.
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    private void note(String name, double value) {
        samples.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
    }

    private String row(String name) {
        List<Double> sorted = samples.get(name).stream().sorted().toList();
        return String.format(
                Locale.ROOT,
                "%s\t%.0f\t%.0f\t%.0f%n",
                name,
                sorted.get(sorted.size() / 2),
                sorted.get(0),
                sorted.get(sorted.size() - 1));
    }
}
