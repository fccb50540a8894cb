package io.github.microgradj.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Tests of lessons in a real terminal. */
@DisabledOnOs(OS.WINDOWS)
class LearnIT {
    @TempDir
    Path home;

    @Test
    void aLessonContinuesAfterAKilledShellInANarrowWindowWithoutColours() throws Exception {
        Map<String, String> plain = Map.of("NO_COLOR", "1");
        try (TerminalProgram first = TerminalProgram.start(home, 40, 24, plain)) {
            first.awaitPrompt();
            first.enter(":learn 1");
            first.await("1/7");
            first.awaitPrompt();
            first.type("\003");
            first.awaitPrompt();
            assertThat(first.screen()).as("Ctrl-C does not go on").doesNotContain("2/7");
            first.enter("");
            first.await("2/7");
            first.awaitPrompt();
            first.enter("a = Value(2)");
            first.await("3/7");
            first.signal("KILL");
            first.awaitExit();
        }
        try (TerminalProgram second = TerminalProgram.start(home, 40, 24, plain)) {
            second.awaitPrompt();
            second.enter(":learn 1");
            second.await("Two of them  3/7");
            second.awaitPrompt();
            second.enter("b = Value(-3)");
            second.await("4/7");
            second.type("1 +");
            second.await("mg> 1 +");
            second.type("\003");
            second.awaitPrompt();
            second.enter("quit");
            second.await("numbers continues it");
            second.awaitPrompt();
            second.enter("a.data + b.data");
            second.await("-1.0");
            assertThat(second.written()).doesNotContain("\033[1m", "\033[2m");
        }
    }
}
