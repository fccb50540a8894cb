package io.github.microgradj.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Tests of the files that outlive a session. */
@Tag("long")
@DisabledOnOs(OS.WINDOWS)
class HistoryIT {
    private static final String UP = "\033OA";
    private static final String CTRL_R = "\022";

    @TempDir
    Path home;

    private TerminalProgram start() throws IOException, InterruptedException {
        TerminalProgram shell = TerminalProgram.start(home, 100, 30, Map.of());
        shell.awaitPrompt();
        return shell;
    }

    private Path history() throws IOException {
        Path folder = Files.createDirectories(home.resolve(".local/state/microgradj"));
        return folder.resolve("history");
    }

    /** Returns the entries of the file without their times. */
    private List<String> kept() throws IOException {
        return Files.readAllLines(history()).stream()
                .map(line -> line.replaceFirst("^\\d+:", ""))
                .toList();
    }

    @Test
    void aWholeSnippetIsOneEntryAndStays() throws InterruptedException, IOException {
        try (TerminalProgram shell = start()) {
            shell.type("int twice(int x) {\rreturn 2 * x;\r}\r");
            shell.await("created method twice(int)");
            shell.enter(":quit");
            assertThat(shell.awaitExit()).isZero();
        }
        try (TerminalProgram next = start()) {
            next.type("int" + UP);
            next.await("the method", screen -> screen.endsWith("mg> int twice(int x) {\n..>     return 2 * x;\n..> }"));
        }
        assertThat(kept()).containsExactly("int twice(int x) {\\n    return 2 * x;\\n}", ":quit");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(history())))
                .isEqualTo("rw-------");
    }

    @Test
    void twoShellsAtOnceLoseNothingEvenIfTheyAreKilled() throws InterruptedException, IOException {
        try (TerminalProgram one = start();
                TerminalProgram other = start()) {
            one.enter("int first = 1");
            one.await("first ==> 1");
            other.enter("int second = 2");
            other.await("second ==> 2");
            one.enter("int third = 3");
            one.await("third ==> 3");
        }
        assertThat(kept()).containsExactly("int first = 1", "int second = 2", "int third = 3");
    }

    @Test
    void whatBeginsWithASpaceIsPrivate() throws InterruptedException, IOException {
        try (TerminalProgram shell = start()) {
            shell.enter("int open = 1");
            shell.await("open ==> 1");
            shell.enter(" int secret = 2");
            shell.await("secret ==> 2");
            shell.type(UP);
            shell.await("the other one", screen -> screen.endsWith("mg> int open = 1"));
        }
        assertThat(kept()).containsExactly("int open = 1");
    }

    @Test
    void ctrlRSearchesAsOneTypes() throws InterruptedException, IOException {
        try (TerminalProgram shell = start()) {
            shell.enter("int needle = 1");
            shell.await("needle ==> 1");
            shell.enter("int hay = 2");
            shell.await("hay ==> 2");
            shell.type(CTRL_R + "need");
            shell.await("bck-i-search");
            shell.await("mg> int needle = 1");
            shell.type("\r");
            shell.await("it ran", screen -> screen.split("needle ==> 1", -1).length == 3);
        }
    }

    @Test
    void aDamagedFileKeepsWhatIsGood() throws InterruptedException, IOException {
        Files.write(history(), "1700000000000:int good = 1\nrubbish \0\377\n17".getBytes(StandardCharsets.ISO_8859_1));
        try (TerminalProgram shell = start()) {
            shell.type(UP);
            shell.await("the good line", screen -> screen.endsWith("mg> int good = 1"));
            shell.type("\r");
            shell.await("the history had 2 damaged lines");
            shell.await("good ==> 1");
        }
        assertThat(kept()).containsExactly("int good = 1");
        assertThat(history().resolveSibling("history.damaged")).exists();
    }

    @Test
    void aLockThatIsNeverReleasedCostsNothing() throws InterruptedException, IOException {
        Path lockFile = history().resolveSibling("history.lock");
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock();
                TerminalProgram shell = start()) {
            assertThat(lock.isValid()).isTrue();
            shell.enter("int anyway = 1");
            shell.await("anyway ==> 1");
            assertThat(kept()).containsExactly("int anyway = 1");
        }
    }

    @Test
    void aFileThatCannotBeWrittenCostsALine() throws IOException, InterruptedException {
        Files.createDirectory(history());
        try (TerminalProgram shell = start()) {
            shell.enter("int a = 1");
            shell.await("a ==> 1");
            assertThat(shell.screen()).contains("the history is not saved: cannot ");
            shell.enter("int b = 2");
            shell.await("b ==> 2");
            assertThat(shell.screen()).containsOnlyOnce("the history is not saved");
            shell.type(UP + UP);
            shell.await("the session's own", screen -> screen.endsWith("mg> int a = 1"));
        }
    }

    @Test
    void aHomeThatCannotBeWrittenCostsOnlyTheHistory() throws IOException, InterruptedException {
        try (TerminalProgram shell = TerminalProgram.start(home, 80, 24, Map.of("XDG_STATE_HOME", "/proc/nowhere"))) {
            shell.awaitPrompt();
            shell.enter("1 + 1");
            shell.await("$1 ==> 2");
        }
    }
}
