package io.github.microgradj.command.learning;

import io.github.microgradj.learn.Answer;
import io.github.microgradj.learn.LessonTask;
import io.github.microgradj.output.Printer.Style;
import java.util.Optional;

/** The value that the learner predicts in a step. It is computed from the state at the start of the step. */
final class StepPrediction {
    private final LessonSession session;
    private final LessonText text;
    private final String setup;
    private final LessonTask.Predict task;
    private Optional<Object> value = Optional.empty();
    /** Whether the code before the predicted expression has run and is still in effect. */
    private boolean hasRun;

    /**
     * Creates a prediction.
     *
     * @param setup the code that prepares the step
     */
    StepPrediction(LessonSession session, LessonText text, String setup, LessonTask.Predict task) {
        this.session = session;
        this.text = text;
        this.setup = setup;
        this.task = task;
    }

    /** Returns a copy that knows the value but has not run the code. */
    StepPrediction again() {
        compute();
        StepPrediction again = new StepPrediction(session, text, setup, task);
        again.value = value;
        return again;
    }

    /** Returns whether input that has run is a prediction. If it only shows the value, says so. */
    boolean isMadeBy(Answer answer) {
        if (answer.isSameAs(task.expression())) {
            text.line(Style.DIM, "That shows the value. First predict it: type the value that you expect.");
            return false;
        }
        return !answer.isLook()
                && answer.it()
                        .flatMap(session::value)
                        .filter(given -> given instanceof Number || given instanceof Boolean)
                        .isPresent();
    }

    /** Returns whether a prediction is right. */
    boolean isRight(Answer answer) {
        Optional<Object> given = answer.it().flatMap(session::value);
        compute();
        return given.isPresent() && value.isPresent() && Answer.isClose(given.get(), value.get());
    }

    /** Computes the value if it is not known. */
    void compute() {
        if (value.isEmpty()) {
            run();
        }
    }

    private void run() {
        session.run(setup);
        session.run(task.code());
        value = session.value(task.expression());
        hasRun = true;
    }

    /** Returns whether code runs before the expression is evaluated. */
    boolean hasCode() {
        return !task.code().isEmpty();
    }

    /** Notes that the session is as it was at the start of the step. */
    void startAgain() {
        hasRun = false;
    }

    /** Shows the expression with its value. */
    void show() {
        if (!hasRun) {
            run();
        }
        session.printer()
                .line(session.printer().styled(Style.NAME, task.expression()) + " ==> "
                        + session.shown(task.expression()));
    }
}
