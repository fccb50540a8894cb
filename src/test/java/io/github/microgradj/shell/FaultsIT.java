package io.github.microgradj.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Tests of faults around the shell, in a pseudo-terminal. */
@Tag("long")
@DisabledOnOs(OS.WINDOWS)
@Timeout(180)
class FaultsIT {
    private static final String LAUNCHER =
            Path.of("bin/microgradj-shell").toAbsolutePath().toString();

    @TempDir
    Path home;

    private TerminalProgram start(Map<String, String> environment) throws IOException, InterruptedException {
        TerminalProgram shell = TerminalProgram.start(home, 100, 30, environment);
        shell.awaitPrompt();
        return shell;
    }

    /** Simulates a full disk: no file may grow beyond a few kilobytes. */
    @Test
    void aFullDiskCostsWhatWasToBeWrittenAlone() throws IOException, InterruptedException {
        Map<String, String> environment = TerminalProgram.environment(
                home, Map.of("MICROGRADJ_ARCHIVE", "off", "MICROGRADJ_OPTS", "-XX:-UsePerfData -Duser.home=" + home));
        List<String> command = List.of("sh", "-c", "ulimit -f 4; exec " + LAUNCHER);
        try (TerminalProgram shell = TerminalProgram.start(command, home, 100, 30, environment)) {
            shell.awaitPrompt();
            shell.enter("int before = 42");
            shell.await("before ==> 42");
            shell.enter(":save session.jsh");
            shell.await("wrote session.jsh");
            String saved = Files.readString(home.resolve("session.jsh"));
            for (int i = 0; i < 8; i++) {
                shell.paste("String s" + i + " = \"" + "x".repeat(700) + '"');
                shell.enter("");
                shell.await("s" + i + " ==>");
                shell.awaitPrompt();
            }
            shell.enter(":save --force session.jsh");
            shell.await("cannot write session.jsh: ");
            shell.awaitPrompt();
            shell.enter("MLP(2, 16, 16, 1).save(\"model.txt\")");
            shell.await("error: ");
            shell.awaitPrompt();
            assertThat(Files.readString(home.resolve("session.jsh"))).isEqualTo(saved);
            shell.enter("before");
            shell.await("==> 42");
        }
        try (var files = Files.list(home)) {
            assertThat(files.map(each -> each.getFileName().toString()))
                    .noneMatch(name -> name.startsWith(".session") || name.contains("model"));
        }
    }

    @Test
    void ctrlCEndsASnippetThatPrintsForever() throws IOException, InterruptedException {
        try (TerminalProgram shell = start(Map.of())) {
            shell.enter("while (true) System.out.println(\"and\" + \" on\");");
            shell.await("a screen of it", screen -> screen.split("and on", -1).length > 25);
            shell.type("\003");
            shell.await("stopped");
            shell.awaitPrompt();
            shell.enter("6 * 7");
            shell.await("$1 ==> 42");
        }
    }

    /** The window disappears without a signal, so only the next read fails. */
    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "script is another program elsewhere")
    void aShellWhoseTerminalIsGoneEndsAndKeepsItsHistory() throws Exception {
        Path told = home.resolve("pid");
        ProcessBuilder builder = new ProcessBuilder(
                        "script",
                        "-q",
                        "-c",
                        "stty cols 100 rows 30; trap '' HUP; exec " + LAUNCHER,
                        home.resolve("log").toString())
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("out").toFile());
        builder.environment().clear();
        builder.environment().putAll(TerminalProgram.environment(home, Map.of()));
        Process terminal = builder.start();
        while (!Files.readString(home.resolve("out")).contains("mg> ")) {
            Thread.sleep(20);
        }
        OutputStream keys = terminal.getOutputStream();
        keys.write(("java.nio.file.Files.writeString(java.nio.file.Path.of(\"" + told
                        + "\"), \"\" + ProcessHandle.current().pid() + \";\")\r")
                .getBytes(StandardCharsets.UTF_8));
        keys.flush();
        while (!Files.exists(told) || !Files.readString(told).endsWith(";")) {
            Thread.sleep(20);
        }
        ProcessHandle shell = ProcessHandle.of(
                        Long.parseLong(Files.readString(told).replace(";", "")))
                .orElseThrow();
        assertThat(shell.isAlive()).isTrue();
        terminal.destroyForcibly().waitFor();
        shell.onExit().get(60, TimeUnit.SECONDS);
        assertThat(Files.readString(home.resolve(".local/state/microgradj/history")))
                .contains("ProcessHandle.current().pid()");
    }

    /** Simulates a serial line. */
    @Test
    void aTerminalWithoutASizeCountsAs80By24() throws IOException, InterruptedException {
        List<String> command = List.of("sh", "-c", "read -r sized; stty cols 0 rows 0; exec " + LAUNCHER);
        try (TerminalProgram shell =
                TerminalProgram.start(command, home, 80, 24, TerminalProgram.environment(home, Map.of()))) {
            shell.enter("sized");
            shell.awaitPrompt();
            shell.enter("\"x\".repeat(3) + \"" + "y".repeat(80) + '"');
            shell.await("mg> \"x\".repeat(3) + \"" + "y".repeat(59) + '\n' + "y".repeat(21) + "\"\n$1 ==> \"xxxy");
            shell.awaitPrompt();
        }
    }

    @Test
    void tenThousandLinesArePasted() throws IOException, InterruptedException {
        try (TerminalProgram shell = start(Map.of())) {
            String lines = IntStream.range(0, 9_997)
                    .mapToObj(i -> "    // line " + i + "\n")
                    .collect(Collectors.joining());
            shell.paste("class Lengthy {\n" + lines + "    int answer() { return 42; }\n}\n");
            shell.await("the last line", screen -> screen.contains("int answer() { return 42; }"));
            shell.enter("");
            shell.awaitPrompt();
            shell.enter("new Lengthy().answer()");
            shell.await("$1 ==> 42");
        }
    }
}
