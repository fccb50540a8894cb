package io.github.microgradj.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Tests of long output in a real pseudo-terminal: one screenful at a time, unless the user wants all of it. */
@DisabledOnOs(OS.WINDOWS)
class PagerIT {
    @TempDir
    Path home;

    private TerminalProgram shell;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        shell = TerminalProgram.start(home, 80, 15, Map.of());
        shell.awaitPrompt();
    }

    @AfterEach
    void close() {
        shell.close();
    }

    @Test
    void whatIsHigherThanTheScreenStopsAtEachScreenful() throws InterruptedException {
        shell.enter(":help all");
        shell.await("the first page", screen -> screen.contains("Essentials") && !screen.contains(":sh "));
        shell.type(" ");
        shell.await(":drop");
        shell.type("q");
        shell.awaitPrompt();
        shell.enter("1 + 1");
        shell.await("$1 ==> 2");
    }

    @Test
    void theGraphOfANetworkStopsAtEachScreenful() throws InterruptedException {
        shell.enter("var net = MLP(2, 16, 16, 1)");
        shell.await("net ==>");
        shell.awaitPrompt();
        shell.enter(":graph --fold neuron net.forward(1, 2)[0]");
        shell.await(
                "the first page",
                screen -> screen.contains("net[2][0] Linear neuron") && !screen.contains("net[0][12] ReLU neuron"));
        shell.type(" ");
        shell.await("net[0][12] ReLU neuron");
        shell.type("q");
        shell.awaitPrompt();
        shell.enter("1 + 1");
        shell.await("$1 ==> 2");
    }

    @Test
    void ctrlCLeavesThePager() throws InterruptedException {
        shell.enter(":help all");
        shell.await("Essentials");
        shell.type("\003");
        shell.awaitPrompt();
        shell.enter("1 + 1");
        shell.await("$1 ==> 2");
    }

    @Test
    void theSettingPrintsItWhole() throws InterruptedException {
        shell.enter(":set pager off");
        shell.await("pager");
        shell.enter(":help all");
        shell.await(":COMMAND --help shows its options");
        shell.awaitPrompt();
    }

    @Test
    void whatFitsIsSimplyPrinted() throws InterruptedException {
        shell.enter("var a = Value(2)");
        shell.await("a ==>");
        shell.enter(":vars");
        shell.await("the table and the prompt", screen -> screen.matches("(?s).*\na +Value +Value\\(data=2.*\nmg>"));
        assertThat(shell.screen()).startsWith("microgradj ");
    }
}
