package io.github.microgradj.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of the format of lessons. */
class LessonParserTest {
    private static final String LESSON = """
            # Doubling
            part: 2
            minutes: 5
            needs: numbers, slope

            What it is about.

            ## Double it

            ```java setup
            x = 3
            ```

            Double `x`.

            ```check
            it == 6
            ```

            ```hint it == 9
            The square.
            ```

            ```hint
            Multiply.
            ```

            ```answer
            x * 2
            ```

            Well done.

            ```right
            x + x

            int y = 3;
            y * 2
            ```

            ```wrong
            x * x
            => square
            ```

            ## Choose

            ```choose
            - [ ] one
              => not one
            - [x] two
            ```

            ## Predict

            ```predict
            x++
            x
            ```

            ```hint
            One more.
            ```

            ## Think

            Why?

            ```answer
            Because.
            ```
            """;

    private static Lesson parsed(String text) throws LessonException {
        return LessonParser.parse("doubling", "doubling.md", text);
    }

    @Test
    void aLessonHasAHeadAndSteps() throws LessonException {
        Lesson lesson = parsed(LESSON);
        assertThat(lesson.title()).isEqualTo("Doubling");
        assertThat(lesson.part()).isEqualTo(2);
        assertThat(lesson.minutes()).isEqualTo(5);
        assertThat(lesson.needs()).containsExactly("numbers", "slope");
        assertThat(lesson.steps())
                .extracting(LessonStep::title)
                .containsExactly("Doubling", "Double it", "Choose", "Predict", "Think");
        assertThat(lesson.steps())
                .extracting(step -> (Object) step.task().getClass())
                .containsExactly(
                        LessonTask.Read.class,
                        LessonTask.Satisfy.class,
                        LessonTask.Choose.class,
                        LessonTask.Predict.class,
                        LessonTask.Reflect.class);
    }

    @Test
    void aStepHasAllThatItsBlocksSay() throws LessonException {
        LessonStep step = parsed(LESSON).steps().get(1);
        assertThat(step.line()).isEqualTo(8);
        assertThat(step.setup()).isEqualTo("x = 3");
        assertThat(step.before()).containsExactly(new LessonStep.Prose("Double `x`."));
        assertThat(step.after()).containsExactly(new LessonStep.Prose("Well done."));
        assertThat(step.answer()).isEqualTo("x * 2");
        assertThat(step.hints())
                .containsExactly(new LessonStep.Hint("it == 9", "The square."), new LessonStep.Hint("", "Multiply."));
        assertThat(step.trials())
                .extracting(LessonStep.Trial::input, LessonStep.Trial::right, LessonStep.Trial::reply)
                .containsExactly(
                        tuple("x + x", true, ""),
                        tuple("int y = 3;\ny * 2", true, ""),
                        tuple("x * x", false, "square"));
    }

    @Test
    void choicesAndPredictionsAreRead() throws LessonException {
        List<LessonStep> steps = parsed(LESSON).steps();
        LessonTask.Choose choose = (LessonTask.Choose) steps.get(2).task();
        assertThat(choose.right()).isEqualTo(2);
        assertThat(choose.options().get(0)).isEqualTo(new LessonTask.Option("one", false, "not one"));
        assertThat(steps.get(3).task()).isEqualTo(new LessonTask.Predict("x++", "x"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            text                                          | l.md:1: a lesson begins with its title, such as # The chain rule
            # T                                           | l.md:2: the lesson has no steps; a step begins with ##
            # T/parts: 1                                  | l.md:2: expected one of part, minutes, needs; got parts; did you mean part?
            # T/minutes: soon                             | l.md:2: minutes must be a whole number from 1 to 999, got soon
            # T/## S/```chek/1 == 1/```                   | l.md:3: there is no block named chek; did you mean check? (the blocks are setup, show, picture, try, fix, predict, check, choose, hint, answer, right, wrong, claim)
            # T/## S/```check/1 == 1                      | l.md:3: the block is not closed; its last line must be ```
            # T/## S/```check/```                         | l.md:3: the block named check is empty
            # T/## S/```check/1 == 1/```                  | l.md:2: a step with a check needs a model answer
            # T/## S/```predict/1/```/```predict/2/```    | l.md:6: a step can have only one task; begin another step with ##
            # T/## S/```choose/- [ ] a/- [ ] b/```        | l.md:3: expected one right option (- [x]) and at least one wrong option (- [ ])
            # T/## S/```choose/a/```                      | l.md:4: an option begins with - [ ] or, if it is right, - [x]; got a
            # T/## S/```predict/1/```/```wrong/2/```      | l.md:6: a wrong answer ends with a line such as => words of its hint
            # T/## S/```fix/x/```                         | l.md:2: a step with code to fix needs a check
            # T/## S/text/# U                             | l.md:4: a lesson has one title; a step begins with ##
            """)
    void aFaultIsReportedWithItsLine(String text, String message) {
        assertThatThrownBy(() -> LessonParser.parse("l", "l.md", text.replace("/", "\n")))
                .isInstanceOf(LessonException.class)
                .hasMessage(message);
    }

    @Test
    void theWordsForTheAnswerAreReplaced() {
        Answer answer = new Answer("x = \"it\"", Optional.of("$1"));
        assertThat(answer.in("it.data == 6 && unit.it == 1 && !\"it\".isEmpty()"))
                .contains("$1.data == 6 && unit.it == 1 && !\"it\".isEmpty()");
        assertThat(answer.in("typed.length() > 1")).contains("\"x = \\\"it\\\"\".length() > 1");
        assertThat(answer.in("it instanceof Number")).contains("((Object) $1) instanceof Number");
        assertThat(new Answer("", Optional.of("-6")).in("it == 1")).contains("(-6) == 1");
        assertThat(new Answer("", Optional.empty()).in("it == 1")).isEmpty();
        assertThat(answer.inText("It holds {{ it.data }}.")).isEqualTo("It holds {{ $1.data }}.");
    }

    @Test
    void aPredictionMayBeOffByOnePercent() {
        assertThat(Answer.isClose(14, 14.003)).isTrue();
        assertThat(Answer.isClose(14.2, 14.0)).isFalse();
        assertThat(Answer.isClose(0, 0.0)).isTrue();
        assertThat(Answer.isClose(0, 0.001)).isFalse();
        assertThat(Answer.isClose(true, true)).isTrue();
        assertThat(Answer.isClose(true, 1)).isFalse();
    }
}
