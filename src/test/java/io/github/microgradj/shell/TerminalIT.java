package io.github.microgradj.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the real program in a pseudo-terminal. */
@DisabledOnOs(OS.WINDOWS)
class TerminalIT {
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
    void bannerSaysWhatItIsAndWhatToTry() throws IOException, InterruptedException {
        try (TerminalProgram first = startAnother()) {
            assertThat(first.screen())
                    .startsWith("microgradj ")
                    .contains(
                            " on Java " + System.getProperty("java.version"),
                            ":learn",
                            ":train moons",
                            ":graph",
                            ":help",
                            "Ctrl-D");
            assertThat(first.screen().lines().count()).isEqualTo(4);
        }
    }

    @Test
    void filesRunBeforeThePromptOfAShellThatStays() throws IOException, InterruptedException {
        Path good = Files.writeString(home.resolve("good.jsh"), "var kept = 41;\nSystem.out.println(\"ran\");\n");
        Path bad = Files.writeString(home.resolve("bad.jsh"), "var also = 5;\nint lost = \"a\";\nvar never = 6;\n");
        try (TerminalProgram staying =
                TerminalProgram.start(home, 100, 30, Map.of(), "-i", good.toString(), bad.toString(), "--", "x")) {
            staying.awaitPrompt();
            assertThat(staying.screen()).contains("\nran\n", "bad.jsh:2: error: expected int, got String");
            staying.enter("kept + also + args[0]");
            staying.await("$1 ==> \"46x\"");
            staying.enter("never");
            staying.await("error: there is no variable never");
            staying.awaitPrompt();
            staying.enter(":quit");
            assertThat(staying.awaitExit()).isZero();
        }
    }

    private TerminalProgram startAnother() throws IOException, InterruptedException {
        TerminalProgram another = TerminalProgram.start(home, 100, 30, Map.of());
        another.awaitPrompt();
        return another;
    }

    @ParameterizedTest
    @ValueSource(strings = {"xterm-unheard-of", ""})
    void aTerminalThatNothingIsKnownOfIsLikeXterm(String type) throws IOException, InterruptedException {
        try (TerminalProgram unknown = TerminalProgram.start(home, 80, 24, Map.of("TERM", type))) {
            unknown.awaitPrompt();
            assertThat(unknown.screen()).startsWith("microgradj ");
            assertThat(unknown.screen().lines()).hasSize(4);
            unknown.type("40 + 1\b2\r"); // the editor moves the cursor
            unknown.await("$1 ==> 42");
            unknown.enter("java.util.logging.Logger.getLogger(\"org.mine\").warning(\"of one's own\")");
            unknown.await("WARNING: of one's own");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 40, 76})
    void theBannerFitsANarrowWindow(int columns) throws IOException, InterruptedException {
        try (TerminalProgram narrow = TerminalProgram.start(home, columns, 15, Map.of())) {
            narrow.awaitPrompt();
            assertThat(narrow.screen())
                    .startsWith("microgradj ")
                    .contains(":train moons", ":help")
                    .doesNotContain("\n (");
        }
    }

    @Test
    void theHelpOfACommandBreaksNoWordInANarrowWindow() throws IOException, InterruptedException {
        try (TerminalProgram narrow = TerminalProgram.start(home, 40, 160, Map.of())) {
            narrow.awaitPrompt();
            narrow.enter(":train --help");
            narrow.await("Print only what was asked for and");
            assertThat(narrow.screen())
                    .contains(
                            "Usage: :train [OPTIONS] DATASET [FILE]\n",
                            "\n  --hidden=N\n    Sizes of the hidden layers (default\n    16,16); none for a linear model.\n",
                            "\n    Learning rate of the first step\n    (default: depends on the\n    optimizer).\n");
        }
    }

    @Test
    void runsWhatIsTyped() throws InterruptedException {
        shell.enter("var a = new Value(-4.0)");
        shell.await("a ==> Value(data=-4.0, grad=0.0)");
        shell.enter("a.mul(a).backward()");
        shell.awaitPrompt();
        shell.enter("a.grad");
        shell.await("$1 ==> -8.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"while (true) { }", "while (true) try { Thread.sleep(9); } catch (Throwable t) { }"})
    void ctrlCStopsARunningSnippet(String snippet) throws InterruptedException {
        shell.enter("System.out.println(\"run\" + \"ning\"); " + snippet);
        shell.await("running");
        shell.type("\003");
        shell.await("stopped");
        shell.awaitPrompt();
        shell.enter("1 + 1");
        shell.await("$1 ==> 2");
    }

    @Test
    void ctrlDLeaves() throws IOException, InterruptedException {
        try (TerminalProgram left = startAnother()) {
            left.type("\004");
            assertThat(left.awaitExit()).isZero();
        }
    }

    @Test
    void exitStatusOfASnippetIsTheShells() throws IOException, InterruptedException {
        try (TerminalProgram left = startAnother()) {
            left.enter("System.exit(4)");
            assertThat(left.awaitExit()).isEqualTo(4);
        }
    }

    @Test
    void aNarrowWindowIsUsable() throws InterruptedException {
        shell.resize(40, 15);
        shell.enter("var wide = List.of(\"one\", \"two\", \"three\", \"four\")");
        shell.await("wide ==>");
        shell.enter("1 + 1");
        shell.await("$1 ==> 2");
    }

    @Test
    void noColorIsRespected() throws IOException, InterruptedException {
        try (TerminalProgram plain = TerminalProgram.start(home, 80, 24, Map.of("NO_COLOR", "1"))) {
            plain.awaitPrompt();
            plain.enter("1 / 0");
            plain.await("error: ArithmeticException: / by zero");
        }
    }
}
