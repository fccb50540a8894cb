package io.github.microgradj.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.microgradj.command.Command;
import io.github.microgradj.command.CommandContext;
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
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Tests of commands with internal errors. */
class GuardTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    private Throwable thrown = new AssertionError();
    private Session session;

    /** A command that throws the exception that the test sets. */
    @CommandLine.Command(name = "fail", description = "Fail.")
    private final class FailCommand extends Command {
        @Override
        public Outcome run(CommandContext context) {
            return GuardTest.<RuntimeException>fail(thrown);
        }
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <E extends Throwable> Outcome fail(Throwable thrown) throws E {
        throw (E) thrown;
    }

    @BeforeEach
    void start() {
        session = new Session(
                () -> new SnippetEngine(Startup.script()),
                new Printer(out, out, false, ColorLevel.NONE, Theme.NONE),
                new CommandRegistry(List.of(FailCommand::new), Path.of("")),
                new Settings());
    }

    @AfterEach
    void close() {
        session.close();
    }

    private String failing(Throwable how) {
        thrown = how;
        session.run("int kept = 42", "", RunMode.INTERACTIVE);
        bytes.reset();
        assertThat(session.run(":fail", "", RunMode.SCRIPT)).isInstanceOf(Outcome.Failure.class);
        String said = bytes.toString(StandardCharsets.UTF_8);
        bytes.reset();
        session.run("kept", "", RunMode.ONE_LINER);
        assertThat(bytes.toString(StandardCharsets.UTF_8).strip()).isEqualTo("42");
        return said;
    }

    @Test
    void anErrorCostsOneLine() {
        assertThat(failing(new AssertionError("odd")))
                .contains("microgradj itself failed; please report this: AssertionError: odd at io.github")
                .hasLineCount(1);
        assertThat(failing(new NoClassDefFoundError("org/example/Tree")))
                .contains("there is no class org.example.Tree")
                .hasLineCount(1);
        assertThat(failing(new StackOverflowError()))
                .contains("the calls are nested too deeply")
                .hasLineCount(1);
        assertThat(failing(new OutOfMemoryError()))
                .contains("there is no free memory")
                .hasLineCount(1);
    }

    @Test
    void soDoesAnExceptionWithoutATrace() {
        RuntimeException bare = new IllegalStateException("bare");
        bare.setStackTrace(new StackTraceElement[0]); // HotSpot omits it in hot code
        assertThat(failing(bare)).endsWith("please report this: IllegalStateException: bare\n");
    }

    @Test
    void soDoesOneWhoseMessageFails() {
        assertThat(failing(new IllegalStateException() {
                    @Override
                    public String getMessage() {
                        throw new UnsupportedOperationException();
                    }
                }))
                .contains("IllegalStateException: (its getMessage threw UnsupportedOperationException)")
                .hasLineCount(1);
    }
}
