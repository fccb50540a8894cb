package io.github.microgradj.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of the completions that Tab offers, and of their layout. */
@DisabledOnOs(OS.WINDOWS)
class CompletionIT {
    private static final String F1 = "\033OP";

    @RegisterExtension
    static final SharedShell SHARED = new SharedShell(100, 40);

    private TerminalProgram shell;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        shell = SHARED.fresh();
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
        assertThat(menu)
                .contains("\nbackward()  void      Sets the grad", "\ntanh()      Value     Returns the hyperbolic");
        shell.type("\t");
        assertThat(menuBelow("mg> a.abs()")).isEqualTo(menu);
        shell.type("\t");
        assertThat(menuBelow("mg> a.add(")).isEqualTo(menu);
        shell.type("\003");
        shell.awaitPrompt();
        shell.type(":\t");
        shell.await("the menu of commands", screen -> screen.matches("(?s).*\nquit +Leave the shell.*"));
    }

    private String menuBelow(String line) throws InterruptedException {
        shell.await("the menu", screen -> screen.contains("\n" + line + "\nabs()") && screen.contains("\ntoString()"));
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
        shell.type("\"x\".\t\t");
        String first = "mg> \"x\".charAt(\ncharAt(               char\nchars()               IntStream\n";
        shell.await("the first choices", screen -> screen.startsWith(first));
        assertThat(shell.screen()).contains("\nrows 1 to 13 of ");
        assertThat(shell.screen().lines()).hasSize(15).allMatch(line -> line.length() <= 40);
        shell.type("\033[Z"); // Shift-Tab: to the last one
        shell.await("the last choices", screen -> screen.startsWith("mg> \"x\".toString()\n"));
        assertThat(shell.screen()).contains("\ntoString()            String\n").doesNotContain("\ncharAt(");
        shell.type("\003");
        shell.awaitPrompt();
    }

    @ParameterizedTest
    @CsvSource({"80,24,rows 1 to 21 of", "120,40,length()", "40,10,rows 1 to 7 of", "30,4,rows 1 to 1 of"})
    void aListAddsNothingThatIsNotCommonToAllAndNarrowsInAnyWindow(int columns, int rows, String last)
            throws InterruptedException {
        shell.resize(columns, rows);
        shell.type("\"abc\".\t");
        shell.await("the list", screen -> screen.contains("mg> \"abc\".\ncharAt(") && screen.contains("\n" + last));
        assertThat(shell.screen().lines()).hasSizeLessThanOrEqualTo(rows).allMatch(line -> line.length() <= columns);
        shell.type("le");
        shell.await("the rest", screen -> screen.matches("(?s).*mg> \"abc\"\\.le\nlength\\(\\).*"));
        assertThat(shell.screen()).doesNotContain("charAt");
        shell.type("\t");
        shell.await("mg> \"abc\".length()");
        shell.type("\003");
        shell.awaitPrompt();
    }

    @Test
    void aTextThatFillsTheWindowScrollsForTheList() throws InterruptedException {
        shell.resize(60, 8);
        shell.type("{\r{\r{\r{\r{\r{\r{\r\"abc\".\t");
        shell.await("\n..>                             \"abc\".\ncharAt(               char\n");
        shell.type("\tle"); // there is no room for the menu, and the list stays
        shell.await("\"abc\".le\nlength()              int");
        shell.type("\003");
        shell.awaitPrompt();
    }

    @Test
    void theMenuCountsItsRows() throws InterruptedException {
        shell.enter("int qab1, qab2, qab3, qab4, qab5");
        shell.awaitPrompt();
        shell.resize(17, 5);
        shell.type("\014qab\t\t");
        shell.await("mg> qab1\nqab1  int\nqab2  int\nqab3  int\nrows 1 to 3 of 5");
        shell.type("\003");
        shell.awaitPrompt();
    }

    @Test
    void tabTellsWhatThereIsToReadWhereItHasNothingToAdd() throws InterruptedException {
        shell.enter("var a = new Value(2)");
        shell.await("a ==>");
        shell.type("1 + a.relu\t");
        shell.await("mg> 1 + a.relu()");
        assertThat(shell.screen()).doesNotContain("max(x, 0)");
        shell.type("\t");
        shell.await("\nValue relu()\n    Returns max(x, 0); the derivative is 1 if x is above 0, and 0 otherwise."
                + "\nmg> 1 + a.relu()");
        shell.type(".data\r");
        shell.await("$1 ==> 3.0");
        shell.type("a.\t");
        shell.await("the menu", screen -> screen.endsWith("as micrograd prints it."));
        shell.type("data");
        shell.await("mg> a.data\ndata        double    The number that this node holds.");
        assertThat(shell.screen()).doesNotContain("class Value");
    }

    @Test
    void f1TellsWhatThereIsToReadOfNamesCallsAndCommands() throws InterruptedException {
        shell.type("Value(2).pow(1 + " + F1);
        shell.await("\nValue pow(double exponent)\n    Returns the power x^k with a constant exponent");
        shell.await("mg> Value(2).pow(1 +");
        shell.type("\003");
        shell.awaitPrompt();
        shell.type(":qui\033?"); // Alt-?
        shell.await("Leave the shell");
        shell.await("mg> :qui");
        shell.type("\025nothing" + F1);
        shell.await("mg> nothing");
    }

    @Test
    void documentationThatIsTooLongIsCutToTheWindow() throws InterruptedException {
        shell.resize(60, 15);
        shell.type("Value" + F1);
        shell.await("... :doc Value shows the rest\nmg> Value");
        assertThat(shell.screen()).contains("\nclass Value\n").doesNotContain("relu");
    }
}
