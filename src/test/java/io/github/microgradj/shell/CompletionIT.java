package io.github.microgradj.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What Tab offers, and how it looks. */
@DisabledOnOs(OS.WINDOWS)
class CompletionIT {
    @TempDir
    Path home;

    private TerminalProgram shell;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        shell = TerminalProgram.start(home, 100, 30, Map.of());
        shell.awaitPrompt();
    }

    @AfterEach
    void close() {
        shell.close();
    }

    @Test
    void completesMembersAndCommands() throws InterruptedException {
        shell.enter("var a = new Value(2)");
        shell.await("a ==>");
        shell.type("a.backw\t");
        shell.await("mg> a.backward()");
        shell.type("\r:qu\t");
        shell.await("mg> :quit");
    }

    @Test
    void theMenuTellsTypesAndWhatThingsAre() throws InterruptedException {
        shell.enter("var a = new Value(2)");
        shell.await("a ==>");
        shell.type("a.\t");
        String menu = menuBelow("mg> a.");
        assertThat(menu).contains("\nbackward()  void  Sets grad", "\ntanh()      Value  The hyperbolic");
        shell.type("\t");
        assertThat(menuBelow("mg> a.add(")).isEqualTo(menu);
        shell.type("\t");
        assertThat(menuBelow("mg> a.backward()")).isEqualTo(menu);
        shell.type("\003");
        shell.awaitPrompt();
        shell.type(":\t");
        shell.await("the menu of commands", screen -> screen.matches("(?s).*\nquit +Leave the shell.*"));
    }

    private String menuBelow(String line) throws InterruptedException {
        shell.await("the menu", screen -> screen.contains("\n" + line + "\nadd(") && screen.contains("\ntoString()"));
        return shell.screen().split(Pattern.quote("\n" + line + "\n"), 2)[1];
    }

    @Test
    void optionsDataSetsAndVariablesComplete() throws InterruptedException {
        shell.enter("var net = new MLP(2, 1)");
        shell.await("net ==>");
        shell.type(":train mo\t--mod\tn\t");
        shell.await("mg> :train moons --model net");
    }

    @Test
    void whatAPlotShowsAndItsOptionsComplete() throws InterruptedException {
        shell.type(":plot bou\t");
        shell.await("mg> :plot boundary");
        shell.type("\003");
        shell.awaitPrompt();
        shell.type(":desc\tx -> x*x --st\t7 --l\t1");
        shell.await("mg> :descend x -> x*x --steps 7 --lr 1");
    }

    @Test
    void hundredsOfChoicesScrollInANarrowWindow() throws InterruptedException {
        shell.resize(40, 15);
        shell.type("\"x\".\t");
        String first = "mg> \"x\".charAt(\ncharAt(               char\nchars()               IntStream\n";
        shell.await("the first choices", screen -> screen.startsWith(first));
        assertThat(shell.screen().lines()).hasSize(15).allMatch(line -> line.length() <= 40);
        shell.type("\033[Z"); // Shift-Tab: to the last one
        shell.await("the last choices", screen -> screen.startsWith("mg> \"x\".toString()\n"));
        assertThat(shell.screen()).contains("\ntoString()            String\n").doesNotContain("\ncharAt(");
        shell.type("\003");
        shell.awaitPrompt();
    }
}
