package io.github.microgradj.archive;

import io.github.microgradj.editor.PseudoTerminal;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A scripted session that imitates a user's first minute, so that the JVM learns which classes are needed. The input is
 * typed into a real shell.
 */
final class ArchiveTrainingRun {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String CTRL_C = "\003";
    private static final String CLEAR = "\025";

    private final ProcessBuilder program;

    /**
     * Creates the session.
     *
     * @param home the folder that the shell uses instead of the user's folders for settings, history and caches
     */
    ArchiveTrainingRun(List<String> command, Path home) {
        program = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(Redirect.DISCARD);
        Map<String, String> environment = program.environment();
        environment.putAll(Map.of("TERM", "xterm-256color", "COLORTERM", "truecolor"));
        for (String place : List.of("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")) {
            environment.put(place, home.toString());
        }
    }

    /**
     * Runs the session on a pseudo-terminal or, if the system has none, a shorter session on standard input. Returns
     * whether the shell exited normally and in time.
     */
    boolean play() throws IOException, InterruptedException {
        try (PseudoTerminal terminal = PseudoTerminal.open()) {
            Process process = program.redirectInput(terminal.file())
                    .redirectOutput(terminal.file())
                    .start();
            type(terminal);
            return ended(process);
        } catch (IOException noTerminal) {
            Process process = program.redirectInput(Redirect.PIPE).start();
            try (OutputStream script = process.getOutputStream()) {
                script.write("1 + 1\nValue(2.0) * 3\n:help\n".getBytes(StandardCharsets.UTF_8));
            }
            return ended(process);
        }
    }

    private static void type(PseudoTerminal terminal) throws IOException, InterruptedException {
        terminal.await("mg> ", PATIENCE);
        terminal.type("1+1\r", "2\r\n", PATIENCE);
        terminal.type("Value(2.0) * 3\r", "data=6.0", PATIENCE);
        terminal.type("Value(1).ta\t", "tanh", PATIENCE);
        terminal.type(CLEAR + ":he\t", "help", PATIENCE);
        terminal.type(CLEAR + ":help\r", ":vars", PATIENCE);
        terminal.type(":train moons --steps 1000000\r", "accuracy by step", PATIENCE);
        terminal.type(CTRL_C, ":vars", PATIENCE);
        terminal.type(":train names\r", ":plot attention", PATIENCE);
        terminal.type(":quit\r", "", PATIENCE);
    }

    /**
     * Waits for the process, which writes the archive when it exits. Returns whether the process exits normally and in
     * time.
     */
    private static boolean ended(Process process) throws InterruptedException {
        if (!process.waitFor(5 * PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return false;
        }
        return process.exitValue() == 0;
    }
}
