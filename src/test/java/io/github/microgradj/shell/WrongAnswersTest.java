package io.github.microgradj.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.microgradj.session.Session;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Tests of what a lesson does after a wrong answer: the hint, and the state from which the learner tries again. */
class WrongAnswersTest extends LearningSessions {
    @Test
    void aWrongAnswerIsUndone() throws IOException {
        Session session = session(true);
        type(session, ":learn " + descent());
        assertThat(type(session, "x.data += 0.05 * x.grad"))
                .contains("Hint: Subtract.", "x was changed; the step begins again with x = 4.0");
        assertThat(type(session, "x.data -= 0.05 * x.grad", "y.data -= 0.05 * y.grad"))
                .contains("Hint: Now `y`.", "right")
                .doesNotContain("begins again");
    }

    @Test
    void anAnswerThatIsRightSoFarIsNotUndoneWhenItsHintIsUsedUp() throws IOException {
        Session session = session(true);
        type(session, ":learn " + descent(), "x.data = 3.6");
        assertThat(type(session, "y.data += 0.5")).contains("Hint: Both.").doesNotContain("begins again");
        assertThat(type(session, "y.data = 0")).contains("right");
        type(session, "back", "x.data = 3.6");
        assertThat(type(session, "x.data = 7"))
                .as("an earlier hint decides")
                .contains("Hint: Subtract.", "the step begins again with x = 4.0");
    }

    @Test
    void aValueThatHasBecomeAPlainNumberComesBack() throws IOException {
        Session session = session(true);
        type(session, ":learn " + descent());
        assertThat(type(session, "x = 3.6"))
                .containsIgnoringWhitespaces("x was changed; the step begins again with x = 4.0. To change the number"
                        + " of a Value, type x.data = ...");
        assertThat(type(session, "f().data")).contains("==> 26.0");
        assertThat(type(session, "x.data = 3.6; y.data = 0")).contains("right");
    }

    @Test
    void theModelAnswerIsRightAfterItWasShown() throws IOException {
        Session session = session(true);
        type(session, ":learn " + descent(), "x.data = 1");
        assertThat(type(session, "show")).contains("x was changed; the step begins again", "One answer:");
        assertThat(type(session, "x.data -= 0.05 * x.grad", "y.data -= 0.05 * y.grad"))
                .contains("right");
    }

    @Test
    void everyPredictionIsComputedFromTheStartOfTheStep() throws IOException {
        Session session = session(true);
        type(session, ":learn " + descent(), "skip");
        assertThat(type(session, "x.data + 0.1 * x.grad")).contains("Hint: Mind the sign.");
        assertThat(type(session, "x.data - 0.1 * x.grad")).contains("right", "x.data ==> 0.4");
    }

    @Test
    void anAnswerToPredictIsMarkedAndNotAskedForAgain() throws IOException {
        Session session = session(true);
        type(session, ":learn " + descent(), "skip");
        assertThat(type(session, "7"))
                .contains("The answer:\nx.data ==> 0.4", "Type next to continue.")
                .doesNotContain("What will");
        assertThat(type(session, "NEXT")).contains("End  3/3");
    }
}
