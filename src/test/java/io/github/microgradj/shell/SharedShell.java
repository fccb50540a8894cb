package io.github.microgradj.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A shell in a pseudo-terminal that all tests of a class share, because starting a shell takes longer than a test. Each
 * test gets an empty session in a window of the original size; the history and the settings remain. After a failed
 * test, the next one gets a new shell.
 */
final class SharedShell implements AfterTestExecutionCallback, AfterAllCallback {
    /** A mark that no test leaves on the screen. */
    private static final String MARK = "~";

    private final int columns;
    private final int rows;
    private TerminalProgram shell;

    SharedShell(int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
    }

    /** Returns the shell at an empty prompt, below {@code :reset} and its message. */
    TerminalProgram fresh() throws IOException, InterruptedException {
        if (shell == null) {
            Path home = Files.createDirectories(Path.of("target/homes"));
            shell = TerminalProgram.start(
                    Files.createTempDirectory(home.toAbsolutePath(), "shell"), columns, rows, Map.of());
            shell.awaitPrompt();
        }
        shell.resize(columns, rows);
        shell.type(MARK); // When this is visible, everything typed before it has been read, and Ctrl-C is a key.
        shell.await(MARK);
        shell.type("\003");
        shell.awaitPrompt();
        shell.type("\014"); // Ctrl-L
        shell.await("an empty window", screen -> screen.equals("mg>"));
        shell.enter(":reset");
        shell.await("the empty session", screen -> screen.equals("mg> :reset\nthe session is empty\nmg>"));
        return shell;
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        if (context.getExecutionException().isPresent()) {
            close();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    private void close() {
        if (shell != null) {
            shell.close();
            shell = null;
        }
    }
}
