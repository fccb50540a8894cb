package io.github.microgradj.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests of the keys that edit a snippet. */
@DisabledOnOs(OS.WINDOWS)
class EditingIT {
    private static final String POW = "    Value pow(double exponent)\n    Value pow(Value exponent)";

    private static final String UP = "\033OA";
    private static final String DOWN = "\033OB";
    private static final String HOME = "\033OH";
    private static final String END = "\033OF";
    private static final String ALT_ENTER = "\033\r";
    private static final String UNDO = "\037";

    @RegisterExtension
    static final SharedShell SHARED = new SharedShell(80, 24);

    private TerminalProgram shell;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        shell = SHARED.fresh();
    }

    @Test
    void editsSeveralLinesAsOne() throws InterruptedException {
        shell.enter("for (int i = 0; i < 3; i++) {");
        shell.await("..>");
        shell.enter("System.out.println(\"row \" + i);");
        shell.enter("}");
        shell.await("row 2");
        shell.awaitPrompt();
        shell.type("\033OA");
        shell.await("the whole loop again", screen -> screen.endsWith("..> }"));
    }

    @Test
    void runsAPastedBlockOneByOne() throws InterruptedException {
        shell.paste("```java\nvar a = new Value(3);\nvar b = a.mul(2);\n\n:vars\nb.data\n```\n");
        shell.type("\r");
        shell.await("$1 ==> 6.0");
        assertThat(shell.screen())
                .contains("a  Value  Value(data=3.0, grad=0.0)", "b ==> Value(data=6.0, grad=0.0, op=*)");
    }

    @Test
    void tabsThatArePastedLineByLineIndent() throws InterruptedException {
        shell.type(
                "for (int i = 0; i < 2; i++) {\r\tif (i == 1) {\r\t\tSystem.out.println(\"one of \" + 2);\r\t}\r}\r");
        shell.await("one of 2");
        shell.awaitPrompt();
        shell.type("\t1 + 1\r");
        shell.await("$1 ==> 2");
    }

    @Test
    void ctrlCClearsTheLine() throws InterruptedException {
        shell.type("this is not Java");
        shell.await("not Java");
        shell.type("\003");
        shell.awaitPrompt();
        shell.enter("2 + 3");
        shell.await("$1 ==> 5");
    }

    @Test
    void indentsAndDedents() throws InterruptedException {
        shell.type("for (int i = 0; i < 3; i++) {\rif (i > 1) {\rSystem.out.println(i);\r}\r}");
        shell.await("the block", screen -> screen.endsWith("""
                mg> for (int i = 0; i < 3; i++) {
                ..>     if (i > 1) {
                ..>         System.out.println(i);
                ..>     }
                ..> }"""));
    }

    @Test
    void oneGoesUpToALineEditsItAndRunsTheWhole() throws InterruptedException {
        shell.type("int twice(int x) {\rreturn x;\r}");
        shell.await("..> }");
        shell.type(UP + "\005\b * 2;"); // to the end of line 2, and over its semicolon
        shell.await("return x * 2;");
        shell.type("\r");
        shell.awaitPrompt();
        shell.enter("twice(21)");
        shell.await("==> 42");
    }

    @Test
    void endAndHomeStayOnTheirLine() throws InterruptedException {
        shell.type("int twice(int x) {\rreturn x\r}");
        shell.await("..> }");
        shell.type(UP + END + END + " * 2;" + HOME + HOME + " ");
        shell.await("the line, in which one was all the time", screen -> screen.endsWith("""
                mg> int twice(int x) {
                ..>      return x * 2;
                ..> }"""));
    }

    @Test
    void altEnterOpensALineInsideAWholeSnippet() throws InterruptedException {
        shell.type("int one = 1;" + ALT_ENTER + "int two = 2;");
        shell.await("mg> int one = 1;\n..> int two = 2;");
        shell.type("\r");
        shell.await("two ==> 2");
        assertThat(shell.screen()).contains("one ==> 1");
    }

    @Test
    void twoEmptyLinesRunWhatIsNotWhole() throws InterruptedException {
        shell.type("int x = (1\r\r\r");
        shell.await("error: ");
        shell.awaitPrompt();
    }

    @Test
    void undoTakesBackWhatWasTyped() throws InterruptedException {
        shell.type("abc");
        shell.await("mg> abc");
        shell.type(UNDO);
        shell.await("two letters", screen -> screen.endsWith("mg> ab"));
    }

    @Test
    void upFindsWhatBeginsWithWhatWasTyped() throws InterruptedException {
        shell.enter("int apple = 1");
        shell.await("apple ==> 1");
        shell.enter("int pear = 2");
        shell.await("pear ==> 2");
        shell.type("int a" + UP);
        shell.await("the apple", screen -> screen.endsWith("mg> int apple = 1"));
        shell.type(DOWN);
        shell.await("what was typed", screen -> screen.endsWith("mg> int a"));
    }

    @Test
    void viKeysEditIfOneWantsThem() throws InterruptedException {
        shell.enter(":set editing vi");
        shell.awaitPrompt();
        shell.type("intt x = 1\0330x");
        shell.await("the first letter is gone", screen -> screen.endsWith("mg> ntt x = 1"));
        shell.type("xxx" + "iint\033A + 4\r");
        shell.await("x ==> 5");
        shell.type(":set editing emacs\r");
        shell.awaitPrompt();
    }

    @Test
    void withoutIndentationALineBeginsAtTheMargin() throws InterruptedException {
        shell.enter(":set autoindent off");
        shell.awaitPrompt();
        shell.type("{\r1");
        shell.await("..> 1");
        shell.type("\003");
        shell.awaitPrompt();
        shell.enter(":set autoindent on");
        shell.awaitPrompt();
    }

    @Test
    void aWindowOfAnotherWidthDrawsTheSnippetAnewInItsPlace() throws InterruptedException {
        shell.type("for (int i = 0; i < 3; i++) {\rSystem.out.println(\"a rather long line \" + i);\r}" + UP);
        shell.await("..> }");
        for (int columns : new int[] {30, 25, 100, 40}) {
            Thread.sleep(200); // the text is there, but the cursor may still be moving back into it
            shell.resize(columns, 24);
            String block = rows(columns, """
                    mg> for (int i = 0; i < 3; i++) {
                    ..>     System.out.println("a rather long line " + i);
                    ..> }""");
            shell.await(
                    "the snippet in " + columns + " columns",
                    screen -> screen.endsWith("\n" + block) && screen.split("mg>", -1).length == 3);
        }
        shell.type("\r");
        shell.await("a rather long line 2\nmg>");
    }

    /** Returns text in rows of this width, without trailing blanks. */
    private static String rows(int columns, String text) {
        return text.lines()
                .flatMap(line -> Arrays.stream(line.split("(?<=\\G.{" + columns + "})")))
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n"));
    }

    @Test
    void ctrlLClearsTheWindowAndKeepsTheSnippet() throws InterruptedException {
        shell.type("{\rint x = 1;");
        shell.await("..>     int x = 1;");
        shell.type("\014");
        shell.await("the snippet alone", screen -> screen.equals("mg> {\n..>     int x = 1;"));
        shell.type("\r}\r2 + 3\r");
        shell.await("$1 ==> 5");
    }

    @Test
    void whatIsTypedWhileSomethingRunsWaitsForThePrompt() throws InterruptedException {
        shell.enter("Thread.sleep(1000)");
        shell.type("1 + 1");
        shell.await("mg> Thread.sleep(1000)\nmg> 1 + 1");
        shell.type("\r");
        shell.await("$1 ==> 2");
    }

    @Test
    void theSignatureOfACallStandsBelowItWhileOneIsInIt() throws InterruptedException {
        shell.enter("var a = new Value(2)");
        shell.await("a ==>");
        shell.type("a.pow(");
        shell.await("the signature", screen -> screen.endsWith("mg> a.pow(\n" + POW));
        shell.type("Math.max(1,");
        shell.await(
                "that of the call inside", screen -> screen.contains("(1,\n    int max(int a, int b)\n    long max("));
        assertThat(shell.screen()).endsWith("\n    and 2 more; F1 shows all");
        shell.type("2)");
        shell.await("that of the call around", screen -> screen.endsWith(",2)\n" + POW));
        shell.type(")");
        shell.await("none", screen -> screen.endsWith("mg> a.pow(Math.max(1,2))"));
        shell.type("\b"); // inside again
        shell.await("    Value pow(double exponent)");
        shell.type("\003");
        shell.awaitPrompt();
        shell.type("a.pow(");
        shell.await("    Value pow(double exponent)");
        shell.type("3).data\r");
        shell.await("==> 8.0");
        assertThat(shell.screen()).doesNotContain("exponent");
    }

    @Test
    void atTheBottomOfTheWindowASignatureLeavesNothingBehind() throws InterruptedException {
        shell.resize(60, 8);
        shell.enter("var a = new Value(2)");
        shell.await("a ==>");
        for (int i = 0; i < 4; i++) {
            shell.type("a.pow(");
            shell.await("    Value pow(double exponent)");
            shell.type(i % 2 == 0 ? "3).data\r" : "\003");
            shell.awaitPrompt();
        }
        assertThat(String.join("\n", shell.scrolledOut()) + shell.screen())
                .doesNotContain("exponent")
                .contains("$2 ==> 8.0");
    }

    @Test
    void signaturesAreASetting() throws InterruptedException {
        shell.enter(":set signatures off");
        shell.awaitPrompt();
        shell.type("Math.abs(");
        shell.await("mg> Math.abs(");
        Thread.sleep(1000);
        assertThat(shell.screen()).endsWith("mg> Math.abs(");
        shell.type("\003");
        shell.awaitPrompt();
        shell.enter(":set signatures on");
        shell.awaitPrompt();
    }
}
