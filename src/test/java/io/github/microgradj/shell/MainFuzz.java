package io.github.microgradj.shell;

import io.github.microgradj.fuzz.Corpus;
import io.github.microgradj.fuzz.Fuzzing;
import io.github.microgradj.fuzz.Mutations;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.Tuple;

/**
 * Fuzz tests of the command line. Exit statuses must be as documented, and errors must be one line. Each line of an
 * input is one argument.
 */
class MainFuzz {
    private static final String STANDARD_INPUT = "var s = 3;\ns + 1\n";

    private static final List<String> ARGUMENTS = List.of(
            "-e",
            "-e",
            "1 + 1",
            "Value(3)**2",
            "--keep-going",
            "--no-startup",
            "--no-color",
            "--vector",
            "--warm",
            "--help",
            "--version",
            "--print-classpath",
            "--completion",
            "-h",
            "-V",
            "-",
            "--",
            "script.jsh",
            "script.jsh",
            "missing.jsh",
            "wrong.jsh",
            "@script.jsh",
            "",
            " ",
            "-e=3",
            "-e3",
            ".");

    private static final Pattern INSIDES =
            Pattern.compile("\\tat [\\w.$/]+\\(|Exception in thread|InternalError|picocli");

    @Example
    void commandLines() throws IOException {
        Files.writeString(Path.of("script.jsh"), "int x = 3;\nSystem.out.println(x);\n");
        Files.writeString(Path.of("wrong.jsh"), "int x = y;\n");
        Arbitrary<String> argument =
                Arbitraries.frequencyOf(Tuple.of(3, Arbitraries.of(ARGUMENTS)), Tuple.of(1, Mutations.of(ARGUMENTS)));
        Arbitrary<String> lines =
                argument.list().ofMinSize(0).ofMaxSize(4).map(arguments -> String.join("\n", arguments));
        Fuzzing.run("main", 0.1, Integer.MAX_VALUE, lines, MainFuzz::fault);
    }

    private static Optional<String> fault(String lines) {
        String[] arguments = lines.isEmpty() ? new String[0] : lines.split("\n", -1);
        if (!Corpus.isHarmless(lines)) {
            return Optional.empty();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream before = System.out;
        PrintStream caught = new PrintStream(out, true, StandardCharsets.UTF_8);
        System.setOut(caught);
        try {
            int status = inTime(() -> new Main(
                            new ByteArrayInputStream(STANDARD_INPUT.getBytes(StandardCharsets.UTF_8)),
                            caught,
                            new PrintStream(err, true, StandardCharsets.UTF_8),
                            Map.of())
                    .run(arguments));
            return fault(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8), lines);
        } catch (ExecutionException e) {
            return Optional.of("threw " + FuzzedSession.thrown(e.getCause()));
        } catch (TimeoutException e) {
            return Optional.of("goes on after Ctrl-C");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            System.setOut(before);
        }
    }

    /** Interrupts the thread, as Ctrl-C does. */
    private static int inTime(Callable<Integer> program)
            throws ExecutionException, TimeoutException, InterruptedException {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<Integer> status = thread.submit(program);
            try {
                return status.get(5, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                thread.shutdownNow();
                return status.get(20, TimeUnit.SECONDS);
            }
        } finally {
            thread.shutdownNow();
        }
    }

    private static Optional<String> fault(int status, String out, String err, String lines) {
        if (INSIDES.matcher(out + err).find() && !lines.contains("classpath") && !lines.contains("completion")) {
            return Optional.of("shows "
                    + INSIDES.matcher(out + err)
                            .results()
                            .findFirst()
                            .orElseThrow()
                            .group());
        }
        long said = err.lines()
                .filter(line -> line.contains("error: ") || line.startsWith("microgradj-shell: "))
                .count();
        return switch (status) {
            case 0 -> Optional.empty();
            case 1 -> said > 0 ? Optional.empty() : Optional.of("status 1 without a word");
            case 2 ->
                err.lines().count() == 1 && said == 1
                        ? Optional.empty()
                        : Optional.of("status 2, not one line: " + err);
            default -> status == 130 || lines.contains("exit") ? Optional.empty() : Optional.of("status " + status);
        };
    }
}
