package io.github.microgradj.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.microgradj.command.CommandRegistry;
import io.github.microgradj.command.RunMode;
import io.github.microgradj.command.Settings;
import io.github.microgradj.output.Printer;
import io.github.microgradj.output.Theme;
import io.github.microgradj.report.Outcome;
import io.github.microgradj.session.Session;
import io.github.microgradj.snippet.SnippetEngine;
import io.github.microgradj.viz.terminal.ColorLevel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Tests of sessions as a user could have typed them. Each file in {@code src/test/resources/transcripts} is replayed in
 * a new session and must give the same output. Each file in {@code src/test/resources/cases} has many short sessions,
 * which begin at a line such as {@code ## what it shows}. {@code -Dtranscripts.update} rewrites the files instead;
 * review the changes. {@code -Dtranscripts.only=plot} replays only the files with that name.
 */
class TranscriptTest {
    private static final Path RESOURCES = Path.of("src/test/resources");

    @TestFactory
    List<DynamicTest> everyTranscriptReplays() throws IOException {
        return filesOf("transcripts").stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> replay(file)))
                .toList();
    }

    @TestFactory
    List<DynamicTest> everyCaseReplays() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path file : filesOf("cases")) {
            for (String session : sessions(file)) {
                String title = session.lines().findFirst().orElseThrow();
                tests.add(DynamicTest.dynamicTest(file.getFileName() + " " + title, () -> assertThat(replayed(session))
                        .isEqualTo(session)));
            }
            if (Boolean.getBoolean("transcripts.update")) {
                tests.add(DynamicTest.dynamicTest("update " + file.getFileName(), () -> update(file)));
            }
        }
        return tests;
    }

    private static List<Path> filesOf(String folder) throws IOException {
        try (Stream<Path> files = Files.list(RESOURCES.resolve(folder))) {
            String only = System.getProperty("transcripts.only", "");
            return files.filter(file -> only.isEmpty() || file.endsWith(only + ".txt"))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> sessions(Path file) throws IOException {
        return List.of(Files.readString(file).split("(?m)^(?=## )"));
    }

    /** Returns the title of a case and its session's current output; blank lines separate cases. */
    private static String replayed(String session) {
        String title = session.lines().findFirst().orElseThrow();
        return title + "\n" + run(inputs(session)) + (session.endsWith("\n\n") ? "\n" : "");
    }

    private static void update(Path file) throws IOException {
        Files.writeString(
                file, sessions(file).stream().map(TranscriptTest::replayed).collect(Collectors.joining()));
    }

    private static void replay(Path file) throws IOException {
        String expected = Files.readString(file);
        String actual = run(inputs(expected));
        if (Boolean.getBoolean("transcripts.update")) {
            Files.writeString(file, actual);
        }
        assertThat(actual).isEqualTo(expected);
    }

    /** Returns the typed input: one string for each prompt, with its continuation lines. */
    private static List<String> inputs(String transcript) {
        List<String> inputs = new ArrayList<>();
        for (String line : transcript.lines().toList()) {
            if (line.startsWith("mg> ")) {
                inputs.add(line.substring(4));
            } else if (line.startsWith("..> ")) {
                inputs.add(inputs.remove(inputs.size() - 1) + "\n" + line.substring(4));
            }
        }
        return inputs;
    }

    private static String run(List<String> inputs) {
        PrintStream before = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        System.setOut(out);
        try (Session session = new Session(
                () -> new SnippetEngine(Startup.script()),
                new Printer(out, out, false, ColorLevel.NONE, Theme.NONE),
                new CommandRegistry(Commands.all(Map.of()), Path.of("")),
                new Settings())) {
            for (String input : inputs) {
                out.println("mg> " + input.replace("\n", "\n..> "));
                if (session.run(input, "", RunMode.INTERACTIVE) instanceof Outcome.Quit quit) {
                    out.println("[exit status " + quit.status() + "]");
                    break;
                }
            }
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
