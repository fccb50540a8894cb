package io.github.microgradj.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Tests of commands that need a terminal: the system's shell, the editor, settings and the startup file. */
@DisabledOnOs(OS.WINDOWS)
class CommandsIT {
    @TempDir
    Path home;

    private TerminalProgram start(Map<String, String> environment) throws IOException, InterruptedException {
        TerminalProgram shell = TerminalProgram.start(home, 150, 16, environment);
        shell.awaitPrompt();
        return shell;
    }

    @Test
    void aProgramHasTheTerminalAndCtrlCEndsIt() throws IOException, InterruptedException {
        try (TerminalProgram shell = start(Map.of())) {
            shell.enter(":sh echo 'a line' please; read line; echo \"read $line\"; sleep 100");
            shell.await("a line please");
            shell.enter("something");
            shell.await("a line please\nsomething\nread something");
            shell.type("\003");
            shell.awaitPrompt();
            shell.enter("1 + 1");
            shell.await("$1 ==> 2");
        }
    }

    @Test
    void settingsAndTheStartupFileAreThoseOfTheUser() throws IOException, InterruptedException {
        Path config = Files.createDirectories(home.resolve(".config/microgradj"));
        Files.writeString(config.resolve("startup.jsh"), "int mine = 3;\nint broken = nothing;\nint after = 4;\n");
        Files.writeString(config.resolve("settings"), "thme=light\n");
        try (TerminalProgram shell = start(Map.of())) {
            assertThat(shell.screen())
                    .contains("settings:1: there is no setting thme; did you mean theme?")
                    .contains("startup.jsh:2: error: there is no variable nothing");
            shell.enter("mine + after");
            shell.await("$1 ==> 7");
            shell.enter(":set declare off");
            shell.awaitPrompt();
            shell.enter(":quit");
            assertThat(shell.awaitExit()).isZero();
        }
        assertThat(config.resolve("settings")).hasContent("thme=light\ndeclare=off");
    }
}
