package io.github.microgradj.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.microgradj.command.CommandRegistry;
import io.github.microgradj.command.RunMode;
import io.github.microgradj.command.Settings;
import io.github.microgradj.output.Printer;
import io.github.microgradj.output.Theme;
import io.github.microgradj.session.Session;
import io.github.microgradj.snippet.SnippetEngine;
import io.github.microgradj.viz.terminal.ColorLevel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests that whole Java files print the same output as with {@code java File.java}. The expected output is in files
 * next to them, created with {@code java Shapes.java > Shapes.out}. Files in a numbered folder need at least that Java
 * version.
 */
class JavaFilesTest extends CommandLineFixture {
    private static final Path FILES = Path.of("src/test/resources/java-files");
    private static final Pattern HINT = Pattern.compile("hint: (.*) runs it");

    /**
     * Files that JShell itself rejects, because they declare a type below a method that has a parameter of that type.
     */
    private static final Set<String> REFUSED = Set.of("Compact.java");

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(FILES)) {
            return files.filter(file -> file.toString().endsWith(".java") && isForThisJava(file.getParent()))
                    .filter(file -> !REFUSED.contains(file.getFileName().toString()))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isForThisJava(Path folder) {
        return folder.equals(FILES)
                || Integer.parseInt(folder.getFileName().toString())
                        <= Runtime.version().feature();
    }

    private static String expected(Path file) throws IOException {
        return Files.readString(Path.of(file.toString().replaceFirst("java$", "out")));
    }

    @ParameterizedTest
    @MethodSource("files")
    void onTheCommandLine(Path file) throws IOException {
        assertThat(run("", file.toString())).as(err()).isZero();
        assertThat(out()).isEqualTo(expected(file));
        assertThat(err()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void pastedAtThePrompt(Path file) throws IOException {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        PrintStream screen = new PrintStream(told, true, StandardCharsets.UTF_8);
        try (Session session = new Session(
                () -> new SnippetEngine(Startup.script()),
                new Printer(screen, screen, false, ColorLevel.NONE, Theme.NONE),
                new CommandRegistry(Commands.all(Map.of()), Path.of("")),
                new Settings())) {
            session.run(Files.readString(file), "", RunMode.INTERACTIVE);
            String notes = told.toString(StandardCharsets.UTF_8);
            assertThat(notes).contains("created ").doesNotContain("error");
            String call = HINT.matcher(notes)
                    .results()
                    .map(match -> match.group(1))
                    .findFirst()
                    .orElseThrow();
            session.run(call, "", RunMode.INTERACTIVE);
            assertThat(out()).isEqualTo(expected(file));
            assertThat(told.toString(StandardCharsets.UTF_8)).isEqualTo(notes);
        }
    }
}
