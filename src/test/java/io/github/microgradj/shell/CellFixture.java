package io.github.microgradj.shell;

import io.github.microgradj.command.CommandRegistry;
import io.github.microgradj.command.Settings;
import io.github.microgradj.output.Printer;
import io.github.microgradj.output.Theme;
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

/** A fixture that runs cells of Python in a session without commands, and records what they print. */
abstract class CellFixture {
    final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    private final PrintStream before = System.out;
    Session session;

    @BeforeEach
    final void start() {
        System.setOut(out);
        session = new Session(
                () -> new SnippetEngine(Startup.script()),
                new Printer(out, out, false, ColorLevel.NONE, Theme.NONE),
                new CommandRegistry(List.of(), Path.of("")),
                new Settings());
    }

    @AfterEach
    final void close() {
        session.close();
        System.setOut(before);
    }
}
