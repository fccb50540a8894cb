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
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.tools.ToolProvider;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Tests that random programs, with comments and empty lines where Java allows them, do the same as snippets and as a
 * method.
 */
class CutProgramsTest {
    private static final ByteArrayOutputStream SCREEN = new ByteArrayOutputStream();
    private static Session session;
    private static Path folder;
    private static int programs;

    @BeforeContainer
    static void start() throws IOException {
        PrintStream screen = new PrintStream(SCREEN, true, StandardCharsets.UTF_8);
        session = new Session(
                () -> new SnippetEngine(Startup.script()),
                new Printer(screen, screen, false, ColorLevel.NONE, Theme.NONE),
                new CommandRegistry(Commands.all(Map.of()), Path.of("")),
                new Settings());
        folder = Files.createTempDirectory("programs");
    }

    @AfterContainer
    static void close() {
        session.close();
    }

    @Property(tries = 8, edgeCases = EdgeCasesMode.NONE)
    void snippetsDoWhatTheProgramDoes(@ForAll long seed) throws Exception {
        String program = new RandomProgram(seed, "p" + programs).text();
        String expected = printed(() -> compiledAndRun("Program" + programs++, program));
        SCREEN.reset();
        String actual = printed(() -> session.run(program, "program", RunMode.SCRIPT));
        assertThat(SCREEN.toString(StandardCharsets.UTF_8)).as(program).isEmpty();
        assertThat(actual).as(program).isEqualTo(expected);
    }

    private static String printed(Callable<?> work) throws Exception {
        PrintStream before = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            work.call();
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static Object compiledAndRun(String name, String program) throws Exception {
        Path source = Files.writeString(
                folder.resolve(name + ".java"),
                "import java.util.*;\nimport java.util.stream.*;\npublic class " + name
                        + " {\npublic static void main(String[] args) throws Exception {\n" + program + "\n}\n}\n");
        int status = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-nowarn", "-d", folder.toString(), source.toString());
        assertThat(status).as(program).isZero();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            return loader.loadClass(name).getMethod("main", String[].class).invoke(null, (Object) new String[0]);
        }
    }
}
