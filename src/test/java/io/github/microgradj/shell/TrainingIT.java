package io.github.microgradj.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Tests of {@code :train} in a pseudo-terminal. */
@Tag("long")
@DisabledOnOs(OS.WINDOWS)
class TrainingIT {
    private static final String BRAILLE = "(?s).*[\u2801-\u28ff].*";

    @TempDir
    Path home;

    private TerminalProgram shell;

    private void start(int columns, int rows, Map<String, String> environment)
            throws IOException, InterruptedException {
        shell = TerminalProgram.start(home, columns, rows, environment);
        shell.awaitPrompt();
    }

    @AfterEach
    void close() {
        shell.close();
    }

    @Test
    void theLastPictureStaysAboveTheNextPrompt() throws IOException, InterruptedException {
        start(80, 24, Map.of());
        shell.enter(":train moons");
        shell.await("Now try");
        shell.awaitPrompt();
        assertThat(shell.screen())
                .startsWith("mg> :train moons\n━━━━━━━━━━")
                .contains("  100/100  in ", "loss 0.0110   accuracy 100.0%   learning rate 0.1090   steps/s ")
                .contains("loss by step", "decision boundary", "█ 0   █ 1", "\u2580\u2580\u2580")
                .contains("finished: step 99 loss 0.010978370135492717, accuracy 100.0%")
                .contains(":train moons --watch", ":train moons --model model")
                .matches(BRAILLE);
        shell.enter("model.predictClass(1, -0.5)");
        shell.await("$1 ==> 1");
        shell.enter(":train moons --steps 7");
        shell.await("finished: step 6 ");
        shell.await("Now try  model.predictClass(1.1, 0.1)  :train moons --model model  :vars\nmg>");
    }

    @Test
    void everyPictureIsOneWriteThatLeavesTheCursorSeen() throws IOException, InterruptedException {
        start(80, 24, Map.of());
        shell.enter(":train moons --steps 30000");
        shell.await("Now try");
        String written = shell.written();
        int pictures = written.split("\033\\[\\?2026h", -1).length - 1;
        assertThat(pictures).isGreaterThan(1);
        assertThat(written.split("\033\\[\\?25h\033\\[\\?2026l", -1)).hasSize(pictures + 1);
        assertThat(written.split("\033\\[\\?2026h\033\\[\\?25l", -1)).hasSize(pictures + 1);
    }

    @Test
    void ctrlCKeepsTheModelAndKeysAreNotInThePicture() throws IOException, InterruptedException {
        start(80, 24, Map.of());
        shell.enter(":train moons --steps 1000000");
        shell.await("/1,000,000  ");
        shell.type("xyz");
        shell.type("\003");
        shell.await("interrupted; the model keeps its progress so far");
        shell.awaitPrompt();
        assertThat(shell.screen()).doesNotContain("xyz").contains("/1,000,000  in ");
        shell.enter("history.size() < 1000000 && model.inputs() == 2");
        shell.await("$1 ==> true");
        shell.enter("System.in.read()"); // the terminal echoes input again
        Thread.sleep(200);
        shell.enter("A");
        shell.await("$2 ==> 65");
    }

    @Test
    void aKeyEndsTheReplay() throws IOException, InterruptedException {
        start(100, 30, Map.of());
        shell.enter(":train moons --watch");
        shell.await("replay (press any key to end)");
        shell.type("q");
        shell.await("finished: step 99 loss 0.010978370135492717, accuracy 100.0%");
        shell.awaitPrompt();
        assertThat(shell.screen())
                .contains("  100/100  in ")
                .doesNotContain("replay")
                .containsOnlyOnce("--watch");
        shell.enter("1 + 1");
        shell.await("$1 ==> 2");
    }

    @Test
    void ctrlCEndsTheReplayToo() throws IOException, InterruptedException {
        start(100, 30, Map.of());
        shell.enter(":train moons --watch");
        shell.await("replay (press any key to end)");
        shell.type("\003");
        shell.await("finished: step 99 ");
        shell.awaitPrompt();
        assertThat(shell.screen()).contains("  100/100  in ");
    }

    @Test
    void theReplayShowsEveryStepAndEndsByItself() throws IOException, InterruptedException {
        start(100, 30, Map.of());
        shell.enter(":train moons --steps 10 --watch");
        for (int step = 1; step <= 10; step++) {
            shell.await("  " + step + "/10  replay");
        }
        shell.await("finished: step 9 ");
        assertThat(shell.screen()).contains("  10/10  in ");
    }

    @Test
    void aSmallWindowHasABarAndTheBoundary() throws IOException, InterruptedException {
        start(40, 15, Map.of());
        shell.enter(":train moons --steps 300000");
        shell.await("a bar", screen -> screen.matches("(?s).*\n\\[#*-*]  \\d+/300000.*"));
        shell.type("\003");
        shell.await("interrupted");
        shell.awaitPrompt();
        assertThat(shell.screen()).contains("\u2580\u2580\u2580", "█ 0   █ 1").doesNotContain("/300000");
        assertThat(shell.written()).doesNotContain("\033[?2026h");
        shell.enter(":train moons --steps 3 --watch");
        shell.await("finished: step 2 ");
        assertThat(shell.screen().replaceAll("\\s+", " "))
                .contains("needs a terminal of at least 80 columns and 24 lines");
    }

    @Test
    void aDumbTerminalHasABarWithoutEscapeSequences() throws IOException, InterruptedException {
        start(100, 30, Map.of("TERM", "dumb"));
        int before = shell.written().length();
        shell.enter(":train moons --steps 30000");
        shell.await("finished: step 29999 ");
        shell.await("Now try");
        assertThat(shell.written().substring(before))
                .doesNotContain("\033", "\u2580")
                .contains("#-", "/30000  loss ", "o 0   x 1");
    }

    @Test
    void withoutColoursTheDashboardIsText() throws IOException, InterruptedException {
        start(80, 24, Map.of("NO_COLOR", "1"));
        shell.enter(":train moons");
        shell.await("Now try");
        assertThat(shell.screen()).contains("████  100/100  in ", "o 0   x 1", "decision boundary");
        assertThat(shell.written()).doesNotContain("\033[38", "\033[48", "\033[2m");
    }

    @Test
    void aWindowThatChangesItsSizeIsSane() throws IOException, InterruptedException {
        start(120, 40, Map.of());
        shell.enter(":train moons --steps 5000000");
        shell.await("/5,000,000  ");
        shell.resize(90, 26);
        shell.await("the smaller picture", screen -> boundaryAt(screen) == (89 - 3) / 2 + 3);
        shell.resize(60, 20);
        shell.await("a bar", screen -> screen.matches("(?s).*\\[#*-*]  \\d+/5000000.*"));
        shell.resize(130, 40);
        shell.await("the larger picture", screen -> boundaryAt(screen) == (129 - 3) / 2 + 3);
        shell.type("\003");
        shell.await("interrupted; the model keeps its progress so far");
        shell.awaitPrompt();
        String screen = shell.screen();
        assertThat(screen).contains("/5,000,000  in ");
        String last = screen.substring(1 + screen.lastIndexOf('\n', screen.lastIndexOf("/5,000,000  in ")));
        assertThat(last).containsOnlyOnce("decision boundary").containsOnlyOnce("█ 0   █ 1");
        assertThat(last.substring(last.indexOf("█ 0   █ 1\n"))).contains("\ninterrupted; ");
    }

    /** Returns the column in which the boundary begins; -1 if there is none. */
    private static int boundaryAt(String screen) {
        return screen.lines()
                .mapToInt(line -> line.indexOf("decision boundary"))
                .max()
                .orElse(-1);
    }

    @Test
    void dataOfMoreFeaturesHaveTheAccuracyAsACurve() throws IOException, InterruptedException {
        start(80, 24, Map.of());
        Files.writeString(home.resolve("cube.csv"), """
                a,b,c,kind
                0,0,1,odd
                0,1,0,odd
                1,0,0,odd
                1,1,0,even
                """);
        shell.enter(":train csv cube.csv --label kind");
        shell.await("Now try");
        shell.awaitPrompt();
        assertThat(shell.screen())
                .contains("accuracy by step", ":train csv cube.csv --label kind --model model")
                .doesNotContain("decision boundary");
    }
}
