package io.github.microgradj.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.microgradj.command.RunMode;
import io.github.microgradj.report.Outcome;
import io.github.microgradj.session.Session;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Tests of {@code :learn} in sessions at a terminal. */
class LearnTest extends LearningSessions {
    private Path lesson() throws IOException {
        return Files.writeString(folder.resolve("small.md"), """
                # A small lesson

                Welcome.

                ## Make it

                ```setup
                x = 3
                ```

                Make `y`, which is twice `x`.

                ```check
                y == 6
                ```

                ```hint it == 9
                The square of x is {{ it }}.
                ```

                ```hint
                Multiply by 2.
                ```

                ```hint
                It is x * 2.
                ```

                ```answer
                y = x * 2
                ```

                So `y` is {{ y }}.

                ## Guess it

                ```setup
                n = 1
                ```

                ```predict
                n++
                n * 10
                ```

                ```hint it == 10
                It grew.
                ```

                ```hint
                2 times 10.
                ```

                ## Choose it

                Which?

                ```choose
                - [ ] this
                  => not this
                - [x] that
                  => indeed
                ```

                ## Mend it

                ```fix
                int third(int n) { return n / 4; }
                ```

                It should divide by 3.

                ```check
                third(9) == 3
                ```

                ```hint
                Look at the 4.
                ```

                ```answer
                int third(int n) { return n / 3; }
                ```
                """);
    }

    @Test
    void aLessonRunsAtThePrompt() throws IOException {
        Session session = session(true);
        assertThat(type(session, ":learn " + lesson())).contains("A small lesson  1/5", "Welcome.");
        assertThat(type(session, "")).contains("Make it  2/5", "twice `x`");
        assertThat(type(session, "y = x * x")).contains("y ==> 9", "Hint: The square of x is 9.", "2/5  Make `y`");
        assertThat(type(session, "1 + 1")).contains("Hint: Multiply by 2.");
        assertThat(type(session, "2 + 2")).contains("Hint: It is x * 2.");
        assertThat(type(session, "3 + 3")).contains("One answer:", "y = x * 2");
        assertThat(type(session, "int y = x + x;")).contains("right", "So `y` is 6.", "Guess it  3/5", "n * 10");
        assertThat(type(session, "n * 10")).contains("First predict it").doesNotContain("right");
        assertThat(type(session, "10")).contains("Hint: It grew.").doesNotContain("$");
        assertThat(type(session, "19 + 1")).contains("right", "n * 10 ==> 20", "Choose it  4/5", "2. that");
        assertThat(type(session, "1")).contains("not this one", "not this");
        assertThat(type(session, "3")).contains("a number from 1 to 2");
        assertThat(type(session, "2")).contains("right", "indeed", "Mend it  5/5", "n / 4");
        assertThat(type(session, "third(9)")).contains("$", "Look at the 4");
        assertThat(type(session, "int third(int n) { return n - 6; }")).contains("right", "Done: A small lesson");
        assertThat(type(session, "next")).contains("there is no variable next");
    }

    @Test
    void lookingAroundAndErrorsAreNeverWrong() throws IOException {
        Session session = session(true);
        type(session, ":learn " + lesson(), "");
        assertThat(type(session, "x")).contains("x ==> 3", "2/5").doesNotContain("Hint", "right");
        assertThat(type(session, "x +* 3")).contains("error").doesNotContain("Hint");
        assertThat(type(session, ":vars")).doesNotContain("Hint");
        assertThat(type(session, "double harmless = 1; y = 6")).contains("right");
    }

    @Test
    void theLearnersOwnNamesComeToNoHarm() throws IOException {
        Session session = session(true);
        type(session, "String x = \"mine\"", "y = Value(7)", "int third(int n) { return 33; }", "int next = 1;");
        assertThat(type(session, ":learn " + lesson()))
                .contains("uses the names x, y, third; your own variables and methods come back");
        assertThat(type(session, "")).contains("Make it");
        assertThat(type(session, "next"))
                .as("a variable with the name of a word")
                .contains("next ==> 1");
        assertThat(type(session, "y = 2 * x")).contains("right");
        assertThat(type(session, "20", "2", "int third(int n) { return n / 3; }"))
                .contains("Done");
        assertThat(type(session, "x", "y", "third(1)")).contains("\"mine\"", "data=7.0", "==> 33");
    }

    @Test
    void aMethodWithTheNameOfAWordIsNotHidden() throws IOException {
        Session session = session(true);
        type(session, "int show(int n) { return 10 * n; }", ":learn " + lesson(), "");
        assertThat(type(session, "show")).contains("error").doesNotContain("One answer");
        assertThat(type(session, "show(2)")).contains("==> 20");
        assertThat(type(session, ":learn show")).contains("One answer:");
    }

    @Test
    void aPictureStaysUntilEnter() throws IOException {
        Path file = Files.writeString(folder.resolve("picture.md"), """
                # A picture

                ## Draw

                Make `x`.

                ```check
                x.data == 3
                ```

                ```answer
                x = Value(3.0)
                ```

                ```picture
                :graph x
                ```

                ## Next

                The end.
                """);
        Session session = session(true);
        type(session, ":learn " + file);
        assertThat(type(session, "x = Value(3)"))
                .contains("right", "(Enter continues)")
                .doesNotContain("2/2");
        assertThat(type(session, "x.data")).contains("==> 3.0").doesNotContain("right");
        assertThat(type(session, "")).contains("Next  2/2");
        assertThat(type(session, "1 + 1")).contains("2/2  Enter continues.");
    }

    @Test
    void whatALessonShowsIsNotAnAnswer() throws IOException {
        Path file = Files.writeString(folder.resolve("shows.md"), """
                # It shows

                ## Two

                ```show
                1 + 1
                ```

                ```check
                it == 2
                ```

                ```hint
                Two.
                ```

                ```answer
                2
                ```

                ## Three

                The end.
                """);
        Session session = session(true);
        assertThat(type(session, ":learn " + file)).contains("==> 2", "1/2").doesNotContain("right", "2/2");
        assertThat(type(session, "3 - 1")).contains("right", "2/2");
        assertThat(type(session, ":learn back")).contains("==> 2", "1/2").doesNotContain("right", "2/2");
    }

    @Test
    void aMinusSignInCodeDoesNotBeginAList() throws IOException {
        Path file = Files.writeString(folder.resolve("minus.md"), "# Minus\n\nIts slope is `1\n- t * t` there.\n");
        assertThat(type(session(true), ":learn " + file)).contains("Its slope is `1 - t * t` there.");
    }

    @Test
    void theListNamesTheLessonThatWasBegun() {
        Session session = session(true);
        type(session, ":learn slope", "next", "quit");
        assertThat(type(session, ":learn")).contains(":learn 3 starts or continues");
    }

    @Test
    void whatWasShownStaysUntilEnterWhenTheNextStepBeginsWithAPicture() throws IOException {
        Path file = Files.writeString(folder.resolve("before.md"), """
                # Before

                ## Guess

                ```predict
                1 + 1
                ```

                ```hint
                2
                ```

                This is what is to be read.

                ## Look

                ```picture
                :graph Value(2.0) * 3
                ```
                """);
        Session session = session(true);
        type(session, ":learn " + file);
        assertThat(type(session, "2"))
                .contains("to be read", "(Enter continues)")
                .doesNotContain("2/2");
        assertThat(type(session, "")).contains("Look  2/2", "mg> :graph");
    }

    @Test
    void judgingGivesNoHintsAboutGradients() throws IOException {
        Path file = Files.writeString(folder.resolve("pass.md"), """
                # A pass

                ## Run

                ```setup
                x = Value(1.0)
                Value loss() { return (x - 3) * (x - 3); }
                ```

                Move `x`.

                ```check
                ((Supplier<Double>) () -> { loss().backward(); x.data -= 0.1; loss().backward(); return x.grad; }).get() > 99
                ```

                ```hint
                Not yet.
                ```

                ```answer
                x.grad = 200
                ```
                """);
        Session session = session(true);
        type(session, ":learn " + file);
        assertThat(type(session, "x.data = 2")).contains("Not yet.").doesNotContain("hint: ");
    }

    @Test
    void everyOverloadOfTheLearnersMethodComesBack() {
        Session session = session(true);
        type(session, "int f(int x) { return 1; }", "int f(String x) { return 2; }");
        type(session, ":learn chain-rule", "quit");
        assertThat(type(session, "f(0) + f(\"\")")).contains("==> 3");
    }

    @Test
    void wordsLeadThroughALesson() throws IOException {
        Session session = session(true);
        type(session, ":learn " + lesson());
        assertThat(type(session, "next")).contains("Make it  2/5");
        assertThat(type(session, "next")).contains("waits for an answer");
        assertThat(type(session, "hint")).contains("Multiply by 2");
        assertThat(type(session, "show")).contains("One answer:");
        assertThat(type(session, "next")).contains("So `y` is 6.", "Guess it");
        assertThat(type(session, "skip")).contains("Choose it");
        assertThat(type(session, "back")).contains("Guess it  3/5");
        assertThat(type(session, "play", "10", "y = 1"))
                .contains("nothing is judged")
                .doesNotContain("Hint");
        assertThat(type(session, "next")).contains("Guess it  3/5");
        assertThat(type(session, ":learn skip")).contains("Choose it");
        assertThat(type(session, "show")).contains("The answer is 2");
        assertThat(type(session, "quit")).contains("waits at step 4");
        assertThat(type(session, "1 + 1")).contains("==> 2").doesNotContain("4/5");
        assertThat(type(session, ":learn " + folder.resolve("small.md")))
                .contains("continued at step 4 of 5", "Choose it  4/5");
        assertThat(session.run("quit()", "", RunMode.INTERACTIVE)).isInstanceOf(Outcome.Quit.class);
    }

    @Test
    void aResetOfTheSessionKeepsTheStep() throws IOException {
        Session session = session(true);
        type(session, ":learn " + lesson(), "", "skip");
        assertThat(type(session, ":reset")).contains("Guess it  3/5");
        assertThat(type(session, "y", "20")).contains("y ==> 6", "right");
    }

    @Test
    void progressOutlivesTheShellAndCanBeForgotten() throws IOException {
        type(session(true), ":learn 1", "", "a = Value(2)");
        assertThat(Files.readString(folder.resolve("microgradj/lessons"))).isEqualTo("2 numbers\n");
        Session second = session(true);
        assertThat(type(second, ":learn")).contains("step 3/7", ":learn 1 starts or continues");
        assertThat(type(second, ":learn numbers"))
                .contains("continued at step 3 of 7")
                .doesNotContain("error");
        assertThat(type(second, "a.data")).as("what earlier steps declared").contains("==> 2.0");
        assertThat(type(second, "quit", ":learn --reset numbers")).contains("forgotten");
        assertThat(type(second, ":learn")).doesNotContain("step 3/7");
    }

    @Test
    void twoShellsAtOnceDoNotLoseEachOthersProgress() throws IOException {
        Session one = session(true);
        Session two = session(true);
        type(one, ":learn numbers", "");
        type(two, ":learn slope", "", "skip");
        type(one, "skip");
        assertThat(Files.readString(folder.resolve("microgradj/lessons"))).isEqualTo("2 numbers\n2 slope\n");
    }

    @Test
    void aScriptOrAPipeIsRefused() throws IOException {
        assertThat(type(session(false), ":learn 1"))
                .contains("error: a lesson needs a person at a prompt", "type :learn 1");
        Session session = session(true);
        Path script = Files.writeString(folder.resolve("a.jsh"), ":learn 1\n");
        assertThat(type(session, ":open " + script)).contains("error", "not a script or a pipe");
        assertThat(type(session(false), ":learn")).contains("numbers", "8 min");
    }

    @Test
    void whatIsNotALessonIsRefused() throws IOException {
        Session session = session(true);
        assertThat(type(session, ":learn 99")).contains("error: expected a lesson number from 1 to");
        assertThat(type(session, ":learn numbrs")).contains("there is no lesson numbrs; did you mean numbers?");
        assertThat(type(session, ":learn no.md")).contains("there is no file no.md");
        Path bad = Files.writeString(folder.resolve("bad.md"), "# T\n\n## S\n\n```chek\n1\n```\n");
        assertThat(type(session, ":learn " + bad))
                .containsIgnoringWhitespaces("bad.md:5: there is no block named chek");
        assertThat(type(session, ":learn --check numbers")).contains("needs a Markdown file");
        assertThat(type(session, ":learn --check " + lesson())).contains("all 5 steps pass");
    }

    @Test
    void theMethodsOfALessonEndWithIt() throws IOException {
        Session session = session(true);
        type(session, ":learn " + descent(), "Skip", "skip", "");
        assertThat(type(session, "x = 0.67", "f()"))
                .contains("there is no method f")
                .doesNotContain("compiles");
    }

    @Test
    void aLessonFromAFileIsNamedAsItWasTyped() throws IOException {
        Session session = session(true);
        String file = descent().toString();
        type(session, ":learn " + file, "skip");
        assertThat(type(session, "quit")).containsIgnoringWhitespaces(":learn " + file + " continues it");
        assertThat(type(session, ":learn " + file)).containsIgnoringWhitespaces(":learn --reset " + file);
    }

    @Test
    void stepsThatAreRepeatedPrintNothing() throws IOException {
        Path file = Files.writeString(folder.resolve("prints.md"), """
                # Prints

                ## One

                ```show
                for (int i = 0; i < 2; i++) System.out.println("shown");
                ```

                ## Two

                ## Three
                """);
        Session session = session(true);
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            type(session, ":learn " + file, "", "", "back");
        } finally {
            System.setOut(before);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8).lines()).containsExactly("shown", "shown");
    }

    @Test
    void aSetupKeepsTheValuesThatTheLearnerHasUsed() {
        Session session = session(true);
        type(session, ":learn numbers", "", "a = Value(2)", "b = Value(-3)", "-6", "c = a * b", "", ":graph c + 10");
        assertThat(type(session, "")).contains("7/7");
        assertThat(type(session, "c.operands().get(0) == a && c.operands().get(1) == b"))
                .contains("true");
    }

    @Test
    void aFolderListsTheLessonsThatCanBeRead() throws IOException {
        Path several = Files.createDirectory(folder.resolve("several"));
        Files.writeString(several.resolve("01-a.md"), "# First\npart: 1\n\nText.\n");
        Files.writeString(several.resolve("02-b.md"), "# Second\npart: 2\n\nText.\n");
        Files.writeString(several.resolve("03-c.md"), "No title.\n");
        String list = type(session(true), ":learn " + several);
        assertThat(list)
                .containsIgnoringWhitespaces("03-c.md:1: a lesson begins with its title")
                .containsIgnoringWhitespaces(":learn " + several.resolve("01-a.md") + " starts or continues a lesson")
                .containsPattern("First\\n +2 .*Second");
        assertThat(type(session(true), ":learn --check " + several))
                .containsIgnoringWhitespaces("03-c.md:1: a lesson begins with its title")
                .contains("a: all 1 steps pass", "b: all 1 steps pass", "1 fault;");
    }
}
