package io.github.microgradj.shell;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** Sessions at a terminal in which a test types the lines of a learner, and that keep their progress in a folder. */
abstract class LearningSessions {
    @TempDir
    Path folder;

    final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    private final List<Session> sessions = new ArrayList<>();
    int columns = 80;

    Session session(boolean terminal) {
        Printer printer = new Printer(out, out, terminal, ColorLevel.NONE, Theme.NONE);
        printer.setWidth(() -> columns);
        Map<String, String> environment = Map.of("HOME", folder.toString(), "XDG_STATE_HOME", folder.toString());
        Session session = new Session(
                () -> new SnippetEngine(Startup.script()),
                printer,
                new CommandRegistry(Commands.all(environment), folder),
                new Settings());
        sessions.add(session);
        return session;
    }

    @AfterEach
    void close() {
        sessions.forEach(Session::close);
    }

    /** Types lines, and returns the output. */
    String type(Session session, String... lines) {
        bytes.reset();
        for (String line : lines) {
            session.run(line, "", RunMode.INTERACTIVE);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** Writes a lesson whose step takes two inputs, each of which changes a variable. */
    Path descent() throws IOException {
        return Files.writeString(folder.resolve("descent.md"), """
                # Descent

                ## Step

                ```setup
                x = Value(4.0)
                y = Value(1.0)
                Value f() { return x * x + 10 * y * y; }
                f().backward();
                ```

                Move both.

                ```check
                Math.abs(x.data - 3.6) < 1e-6
                Math.abs(y.data) < 1e-6
                ```

                ```hint x.data > 4
                Subtract.
                ```

                ```hint+ Math.abs(x.data - 3.6) < 1e-6
                Now `y`.
                ```

                ```hint
                Both.
                ```

                ```answer
                x.data -= 0.05 * x.grad
                y.data -= 0.05 * y.grad
                ```

                ## Guess

                ```setup
                x = Value(0.0)
                x.grad = -4
                ```

                ```predict
                x.data -= 0.1 * x.grad
                x.data
                ```

                ```hint it == -0.4
                Mind the sign.
                ```

                ## End
                """);
    }
}
