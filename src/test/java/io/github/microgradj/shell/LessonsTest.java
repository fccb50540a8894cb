package io.github.microgradj.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.microgradj.command.learning.LessonCheck;
import io.github.microgradj.learn.Lesson;
import io.github.microgradj.learn.LessonList;
import io.github.microgradj.learn.LessonStep;
import io.github.microgradj.learn.LessonTask;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests of the lessons that come with the shell: each runs from start to end, with all its right and wrong answers.
 * {@code -Dlessons.only=chain-rule} checks only that one.
 */
class LessonsTest {
    private static final Path FOLDER = Path.of("src/main/resources/io/github/microgradj/lessons");

    /** Matches an answer that looks different in Python: a method, a loop, or a lambda. */
    private static final Pattern HAS_PYTHON = Pattern.compile("\\bfor \\(|\\bwhile \\(|->|\\) \\{");

    @TempDir
    Path folder;

    @TestFactory
    @Tag("long")
    Stream<DynamicTest> everyLessonIsInOrder() throws Exception {
        String only = System.getProperty("lessons.only", "");
        return LessonList.in(FOLDER).lessons().stream()
                .filter(lesson -> only.isEmpty() || lesson.name().equals(only))
                .map(lesson -> DynamicTest.dynamicTest(lesson.name(), () -> check(lesson)));
    }

    private static void check(Lesson lesson) {
        try (LessonCheck check =
                new LessonCheck(printer -> Commands.another(Map.of(), printer).context(), lesson)) {
            assertThat(check.faults()).isEmpty();
        }
        SoftAssertions soft = new SoftAssertions();
        for (LessonStep step : lesson.steps()) {
            soft.assertThat(missing(step)).as(lesson.file() + ":" + step.line()).isEmpty();
        }
        soft.assertThat(lesson.minutes()).isBetween(5, 15);
        soft.assertThat(lesson.part()).isPositive();
        soft.assertAll();
    }

    /** Returns which answers a step lacks. */
    private static List<String> missing(LessonStep step) {
        List<String> missing = new ArrayList<>();
        boolean predicted = step.task() instanceof LessonTask.Predict;
        if (!predicted && !(step.task() instanceof LessonTask.Satisfy)) {
            return missing;
        }
        List<String> right = Stream.concat(
                        Stream.of(step.answer()).filter(answer -> !answer.isEmpty()),
                        step.trials().stream().filter(LessonStep.Trial::right).map(LessonStep.Trial::input))
                .toList();
        long wrong = step.trials().stream().filter(trial -> !trial.right()).count();
        if (right.size() < (predicted ? 3 : 5)) {
            missing.add("another right answer");
        }
        if (wrong < 3) {
            missing.add("another wrong answer");
        }
        if (!predicted && !step.answer().startsWith(":")) {
            Stream.of(Form.values())
                    .filter(form -> form == Form.JAVA
                            || (form == Form.PYTHON)
                                    == HAS_PYTHON.matcher(step.answer()).find())
                    .filter(form -> right.stream().noneMatch(answer -> Form.of(answer) == form))
                    .forEach(form -> missing.add("a right answer in the form " + form));
        }
        return missing;
    }

    /** A way to write an answer. */
    private enum Form {
        JAVA,
        INFIX,
        PYTHON;

        static Form of(String answer) {
            if (Pattern.compile("(?m)^\\s*(?:def|for|while) .*:|\\blambda ")
                    .matcher(answer)
                    .find()) {
                return PYTHON;
            }
            return answer.endsWith(";") || answer.endsWith("}") ? JAVA : INFIX;
        }
    }

    @Test
    void theIndexListsAllLessons() throws Exception {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".md"))
                    .sorted()
                    .toList();
            assertThat(FOLDER.resolve("index.txt")).hasContent(String.join("\n", names) + "\n");
        }
        List<String> known =
                LessonList.bundled().lessons().stream().map(Lesson::name).toList();
        assertThat(known).doesNotHaveDuplicates();
        assertThat(LessonList.bundled().lessons())
                .allSatisfy(lesson -> assertThat(known).containsAll(lesson.needs()));
    }

    /** The lesson on the page that describes the format is a good one. */
    @Test
    void theExampleInTheDocumentationIsInOrder() throws Exception {
        String page = Files.readString(Path.of("docs/lessons.md"));
        String lesson = page.split("````markdown\n", -1)[1].split("````\n", -1)[0];
        check(Files.writeString(folder.resolve("doubling.md"), lesson));
    }

    private static void check(Path file) throws Exception {
        for (Lesson lesson : LessonList.in(file).lessons()) {
            try (LessonCheck check = new LessonCheck(
                    printer -> Commands.another(Map.of(), printer).context(), lesson)) {
                assertThat(check.faults()).isEmpty();
            }
        }
    }

    @Test
    void theCheckDoesNotPrintWhatTheLessonPrints() throws Exception {
        Path file = Files.writeString(folder.resolve("printing.md"), """
                # Printing

                ## One

                ```show
                System.out.println("shown");
                ```

                ```check
                it == 1
                ```

                ```hint
                One.
                ```

                ```answer
                1
                ```

                ```wrong
                System.out.println("tried");
                => One
                ```
                """);
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            check(file);
        } finally {
            System.setOut(before);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    /** A check that finds nothing would pass every lesson. */
    @Test
    void theCheckFindsFaults() throws Exception {
        String text = """
                # Faulty

                ## One

                The answer is {{ nothing }}.

                ```check
                it == 6
                ```

                ```hint it == 9
                Square.
                ```

                ```answer
                2 * 2
                ```

                ```right
                6
                ```

                ```wrong
                6
                => Square

                5
                => Square
                ```

                ```claim
                1 + 1 == 3
                ```

                ## Two

                ```check
                1 < 2
                ```

                ```answer
                1
                ```

                ## Three

                ```setup
                missing + 1
                ```

                ```predict
                Math.random()
                ```
                """;
        Path file = Files.writeString(folder.resolve("faulty.md"), text);
        Lesson lesson = LessonList.in(file).lessons().get(0);
        try (LessonCheck check =
                new LessonCheck(printer -> Commands.another(Map.of(), printer).context(), lesson)) {
            assertThat(String.join("\n", check.faults()))
                    .contains(
                            "faulty.md:3: {{ nothing }} fails: there is no variable nothing",
                            "faulty.md:15: a right answer is not accepted: 2 * 2",
                            ":24: a wrong answer is accepted: 6",
                            ":27: the answer 5 does not get the hint \"Square\"",
                            "faulty.md:31: the claim does not hold: 1 + 1 == 3",
                            "the check already holds before an answer: 1 < 2",
                            "a wrong answer gets no hint",
                            "this code fails: missing + 1",
                            "when it is computed again");
        }
    }

    private List<String> faults(String steps) throws Exception {
        Path file = Files.writeString(folder.resolve("faulty.md"), "# Faulty\n" + steps);
        Lesson lesson = LessonList.in(file).lessons().get(0);
        try (LessonCheck check =
                new LessonCheck(printer -> Commands.another(Map.of(), printer).context(), lesson)) {
            return check.faults().stream()
                    .map(fault -> fault.replace(folder + "/", ""))
                    .toList();
        }
    }

    @Test
    void theCheckFindsMarksWithoutPartnersAndConditionsThatNeverHold() throws Exception {
        assertThat(faults("""

                ## One

                It is {{ 1 + and `stray, or **bold.

                ```check
                it == 6
                ```

                ```hint it >
                More.
                ```

                ```hint
                Six.
                ```

                ```answer
                6
                ```
                """))
                .containsExactly(
                        "faulty.md:3: an expression that begins with {{ must end with }} on the same line: {{ 1 + and `stray, or"
                                + " **bold.",
                        "faulty.md:3: a backquote has no partner: `stray, or **bold.",
                        "faulty.md:3: ** has no partner: **bold.",
                        "faulty.md:11: this condition is not a Java expression: it >");
    }

    @Test
    void theCheckRemarksOnStepsThatAreTallerThanASmallWindow() throws Exception {
        String text = "# Tall\n\n## One\n\n" + "- line\n".repeat(20) + "\n## Two\n\n" + "- line\n".repeat(23);
        Lesson lesson = LessonList.in(Files.writeString(folder.resolve("tall.md"), text))
                .lessons()
                .get(0);
        try (LessonCheck check =
                new LessonCheck(printer -> Commands.another(Map.of(), printer).context(), lesson)) {
            assertThat(check.faults()).isEmpty();
            assertThat(check.notes())
                    .singleElement()
                    .asString()
                    .contains("tall.md:26: this step takes 27 lines; in a window of 24 lines, the lesson waits");
        }
    }

    @Test
    void aFaultNamesTheLineOfItsBlockAndTheValues() throws Exception {
        assertThat(faults("""

                ## One

                ```setup
                b = Value(4.0)
                nothing + 1
                ```

                ```check
                b.data == 5
                ```

                ```hint
                Five.
                ```

                ```answer
                b.data = 4
                ```
                """))
                .containsExactly(
                        "faulty.md:5: this code fails: b = Value(4.0) nothing + 1 (there is no variable nothing)",
                        "faulty.md:18: a right answer is not accepted: b.data = 4; the check is b.data == 5"
                                + " (b.data is 4.0)");
    }

    @Test
    void theCheckTypesTheModelAnswerLineByLine() throws Exception {
        assertThat(faults("""

                ## One

                ```setup
                x = Value(1.0)
                y = Value(1.0)
                ```

                ```check
                x.data == 2
                y.data == 3
                ```

                ```hint x.data == 2
                Now y.
                ```

                ```hint
                Both.
                ```

                ```answer
                x.data += 1
                y.data += 2
                ```

                """))
                .anyMatch(
                        fault -> fault.startsWith("faulty.md:23: the model answer is not accepted when its lines are"));
    }
}
