package io.github.microgradj.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Tests of the standard streams of snippets at the prompt, and of signals. */
@DisabledOnOs(OS.WINDOWS)
class StreamsIT {
    @RegisterExtension
    static final SharedShell SHARED = new SharedShell(100, 30);

    @TempDir
    Path home;

    private TerminalProgram shell;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        shell = SHARED.fresh();
    }

    @Test
    void aBackgroundThreadWritesAboveThePrompt() throws InterruptedException {
        shell.enter(
                "new Thread(() -> { try { Thread.sleep(500); } catch (InterruptedException e) { } "
                        + "System.out.print(\"half \"); System.out.println(\"whole\"); System.err.println(\"err\"); }).start()");
        shell.awaitPrompt();
        shell.type("int half");
        shell.await("above the prompt", screen -> screen.endsWith("half whole\nerr\nmg> int half"));
        shell.type("way = 1\r");
        shell.await("halfway ==> 1");
    }

    @Test
    void thePromptBeginsOnALineOfItsOwn() throws InterruptedException {
        shell.enter("System.out.print(\"no end\")");
        shell.await("the prompt below", screen -> screen.endsWith("no end\nmg>"));
    }

    @Test
    void anErrorAndAValueBeginOnALineOfTheirOwnToo() throws InterruptedException {
        shell.enter("System.out.printf(\"%s %s\", \"half\")");
        shell.await("\nhalf\nerror: MissingFormatArgumentException");
        shell.awaitPrompt();
        shell.enter("int half() { System.out.print(\"a\\033[1m\\033[0m\"); return 42; }");
        shell.awaitPrompt();
        shell.enter("half()");
        shell.await("\na\n$2 ==> 42\n");
    }

    @Test
    void aSnippetAsksTheUser() throws InterruptedException {
        shell.enter("System.out.print(\"Name: \"); var name = new Scanner(System.in).nextLine()");
        shell.await("\nName:");
        shell.type("Karlo\177\r");
        shell.await("name ==> \"Karl\"");
        assertThat(shell.screen()).contains("\nName: Karl\n");
        shell.enter("System.out.print(\"The end? \"); System.in.read()");
        shell.await("the keyboard listens", screen -> shell.written().matches("(?s).*The end\\?.*\033\\[\\?2004h.*"));
        shell.type("\004");
        shell.await("==> -1");
        shell.awaitPrompt();
    }

    @Test
    void ctrlCStopsASnippetThatAsks() throws InterruptedException {
        shell.enter("System.out.print(\"Name: \"); new Scanner(System.in).nextLine()");
        shell.await("\nName:");
        shell.type("\003");
        shell.await("stopped");
        shell.awaitPrompt();
        shell.enter("1 + 1");
        shell.await("==> 2");
    }

    @Test
    void aKeyRightAfterCtrlCIsNotLost() throws InterruptedException {
        shell.type("rubbish\0031 + 1\r");
        shell.await("$1 ==> 2");
    }

    @Test
    void signalsEndTheShellInGoodOrder() throws InterruptedException, IOException {
        try (TerminalProgram first = TerminalProgram.start(home, 100, 30, Map.of())) {
            first.awaitPrompt();
            first.type("int half");
            first.await("int half");
            first.signal("TERM");
            assertThat(first.awaitExit()).isEqualTo(143);
            assertThat(first.screen()).endsWith("mg> int half");
        }
        try (TerminalProgram next = TerminalProgram.start(home, 100, 30, Map.of())) {
            next.awaitPrompt();
            next.signal("HUP");
            assertThat(next.awaitExit()).isEqualTo(129);
        }
    }

    @Test
    void ctrlCStopsASnippetOnADumbTerminalToo() throws IOException, InterruptedException {
        try (TerminalProgram dumb = TerminalProgram.start(home, 80, 24, Map.of("TERM", "dumb"))) {
            dumb.awaitPrompt();
            dumb.enter("System.out.println(\"run\" + \"ning\"); while (true) { }");
            dumb.await("running");
            dumb.type("\003");
            dumb.await("stopped");
            dumb.enter("40 + 2");
            dumb.await("==> 42");
        }
    }

    @Test
    void aDumbTerminalGetsNoEscapeSequences() throws InterruptedException, IOException {
        try (TerminalProgram dumb = TerminalProgram.start(home, 80, 24, Map.of("TERM", "dumb"))) {
            dumb.awaitPrompt();
            dumb.enter("for (int i = 0; i < 2; i++) {\rSystem.out.println(\"row \" + i);\r}");
            dumb.await("row 1");
            dumb.awaitPrompt();
            assertThat(dumb.written()).doesNotContain("\033");
        }
    }
}
