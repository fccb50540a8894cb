package io.github.microgradj.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
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

    @Test
    void aPictureThatDoesNotFitBelowTheTextWaitsForEnter() throws Exception {
        Files.writeString(home.resolve("tall.md"), """
                # Tall

                ## A picture

                The text before the picture.

                ```setup
                a = Value(2.0)
                L = (a * 3 + 1) * a
                ```

                ```text
                1
                2
                3
                4
                5
                6
                ```

                ```picture
                :graph L
                ```

                The text after the picture.
                """);
        try (TerminalProgram program = TerminalProgram.start(home, 80, 24, Map.of())) {
            program.awaitPrompt();
            program.enter(":learn tall.md");
            program.await("(Enter continues)");
            program.awaitPrompt();
            assertThat(program.screen()).contains("The text before").doesNotContain("grad 0.0000");
            program.enter("");
            program.await("grad 0.0000");
            program.awaitPrompt();
            assertThat(program.screen()).contains("mg> :graph L");
        }
    }

    @Test
    void ctrlCStopsTheCheckOfALessonWhoseAnswerNeverEnds() throws Exception {
        Files.writeString(home.resolve("endless.md"), """
                # Endless

                ```check
                1 > 2
                ```

                ```hint
                Never.
                ```

                ```answer
                while (true) { Thread.sleep(10); }
                ```
                """);
        try (TerminalProgram program = TerminalProgram.start(home, 80, 24, Map.of())) {
            program.awaitPrompt();
            program.enter(":learn --check endless.md");
            program.await("checking endless for 2 s; Ctrl-C stops");
            program.type("\003");
            program.awaitPrompt();
            assertThat(program.screen()).contains("\nstopped\n").doesNotContain("checking", "^C");
            program.enter("1 + 1");
            program.await("==> 2");
        }
    }
}
