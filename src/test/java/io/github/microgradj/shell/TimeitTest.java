package io.github.microgradj.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.microgradj.shell.command.Commands;
import io.github.microgradj.shell.snippet.SnippetEngine;
import io.github.microgradj.viz.terminal.ColorLevel;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Ctrl-C while {@code :timeit} prepares what it is to time. */
class TimeitTest {
    private final ByteArrayOutputStream told = new ByteArrayOutputStream();

    @Test
    void aStopBeforeItRunsLeavesTheCodeAlone() {
        PrintStream screen = new PrintStream(told, true, StandardCharsets.UTF_8);
        try (Session session = new Session(
                () -> new SnippetEngine(""),
                new Printer(screen, screen, false, ColorLevel.NONE, Theme.NONE),
                new CommandTable(Commands.all()),
                new Settings())) {
            session.engine().eval("int calls = 0;");
            session.engine().arm();
            session.engine().stop();
            assertThat(session.commands().run(":timeit --once calls++", session))
                    .isInstanceOf(Outcome.Stopped.class);
            assertThat(session.engine().valueOf("calls")).contains(0);
            session.engine().arm();
            assertThat(session.commands().run(":timeit --once calls++", session))
                    .isInstanceOf(Outcome.Success.class);
            assertThat(session.engine().valueOf("calls")).contains(1);
        }
    }
}
