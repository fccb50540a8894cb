package io.github.microgradj.command.learning;

import io.github.microgradj.learn.Answer;
import io.github.microgradj.learn.LessonStep;
import io.github.microgradj.learn.LessonTask;
import io.github.microgradj.output.Printer;
import io.github.microgradj.output.Printer.Style;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A step of a running lesson: what it shows, and how it judges answers. */
final class StepRun {
    private static final Pattern NUMBER = Pattern.compile("[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?");

    private final LessonSession session;
    private final LessonText text;
    private final Printer printer;
    private final LessonStep step;
    private final StepPages pages;
    private final StepHints hints;
    private Optional<StepStart> start = Optional.empty();
    private Optional<StepPrediction> prediction;
    private boolean rightSoFar;
    private int units;
    private boolean shown;
    private boolean drawn;

    StepRun(LessonSession session, LessonStep step) {
        this.session = session;
        this.text = new LessonText(session);
        this.printer = session.printer();
        this.step = step;
        this.pages = new StepPages(session, text);
        this.hints = new StepHints(session, text, step.hints());
        this.prediction = step.task() instanceof LessonTask.Predict predict
                ? Optional.of(new StepPrediction(session, text, step.setup(), predict))
                : Optional.empty();
    }

    /** Prepares the session and shows the step, as far as the window has room. Returns whether it was shown whole. */
    boolean begin(String place) {
        session.begin(step.setup());
        printer.line("");
        printer.line(printer.styled(Style.BOLD, step.title()) + printer.styled(Style.DIM, "  " + place));
        pages.set(StepText.beginning(step));
        return showMore();
    }

    /** Returns whether the window has room for the beginning of the step. */
    boolean hasRoom() {
        pages.set(StepText.beginning(step));
        return printer.hasRoom(2 + pages.height());
    }

    /** Shows what is left of the step's beginning or end. Returns whether it was shown whole. */
    boolean showMore() {
        boolean whole = pages.show();
        if (whole && start.isEmpty()) {
            saveStart();
        }
        return whole;
    }

    private void saveStart() {
        start = Optional.of(new StepStart(session, () -> prepare(true)));
    }

    /**
     * Returns a copy of this step as it was before any answer. Does not prepare the session or compute a predicted
     * value again.
     */
    StepRun again() {
        StepRun again = new StepRun(session, step);
        again.prediction = prediction.map(StepPrediction::again);
        return again;
    }

    /**
     * Prepares the session as {@link #begin} does, without showing anything.
     *
     * @param again whether the session was prepared for this step before, so that less has to be declared
     */
    void prepare(boolean again) {
        if (again) {
            session.runAgain(step.setup());
        } else {
            session.run(step.setup());
        }
        repeat(step.before());
        if (step.task() instanceof LessonTask.Satisfy satisfy) {
            session.repeat(satisfy.broken());
        }
        if (start.isEmpty()) {
            saveStart();
        }
    }

    /**
     * Repeats what the step does to the session, without showing anything, as if the learner had completed the step.
     */
    void repeat() {
        prepare(false);
        if (step.task() instanceof LessonTask.Predict predict) {
            session.repeat(predict.code());
        }
        session.repeat(isCode() ? step.answer() : "");
        repeat(step.after());
    }

    private void repeat(List<LessonStep.Block> blocks) {
        for (LessonStep.Block block : blocks) {
            if (block instanceof LessonStep.Demonstration demonstration) {
                session.repeat(demonstration.code());
            }
        }
    }

    /** Returns whether the model answer is code rather than prose. */
    private boolean isCode() {
        return step.task() instanceof LessonTask.Satisfy;
    }

    /** Returns whether the step waits for an answer. */
    boolean isWaiting() {
        return !shown && !isReading();
    }

    /** Returns whether the learner only reads or thinks, so that Enter continues the lesson. */
    boolean isReading() {
        return step.task() instanceof LessonTask.Read || step.task() instanceof LessonTask.Reflect;
    }

    /**
     * Judges a line that is an answer but not code to run: the number of an option, or a predicted number. Returns
     * whether the step is done, or empty for any other line.
     */
    Optional<Boolean> take(String line) {
        if (step.task() instanceof LessonTask.Choose choose && line.matches("\\d")) {
            return Optional.of(chosen(choose, Integer.parseInt(line)));
        }
        return prediction
                .filter(each -> NUMBER.matcher(line).matches())
                .map(each -> isRight(each, new Answer(line, Optional.of(line))));
    }

    private boolean chosen(LessonTask.Choose choose, int number) {
        if (number < 1 || number > choose.options().size()) {
            text.line(Style.DIM, "type a number from 1 to " + choose.options().size());
            return false;
        }
        LessonTask.Option option = choose.options().get(number - 1);
        if (option.right()) {
            printer.line(Style.GOOD, "right");
        } else {
            text.line(Style.BOLD, "not this one");
        }
        if (!option.reply().isEmpty()) {
            text.prose(option.reply());
        }
        return option.right();
    }

    /** Judges input that has run. Returns whether the step is done. */
    boolean ran(Answer answer, boolean failed) {
        boolean command = answer.typed().strip().startsWith(":");
        if (step.task() instanceof LessonTask.Satisfy satisfy) {
            if (!failed && satisfies(satisfy, answer)) {
                right(answer);
                return true;
            }
            wrong(answer, !failed && !command && !answer.isLook());
            return false;
        }
        return !failed
                && !command
                && prediction
                        .filter(each -> each.isMadeBy(answer))
                        .filter(each -> isRight(each, answer))
                        .isPresent();
    }

    /**
     * Gives a hint for an answer that is not right, or shows the model answer, and then begins the state again.
     *
     * @param attempt whether the input may have been meant as an answer
     */
    private void wrong(Answer answer, boolean attempt) {
        units += attempt ? session.split(answer.typed()).size() : 0;
        boolean hinted = hints.giveFor(answer, !attempt);
        if (!attempt) {
            return;
        }
        boolean complete = units >= session.split(step.answer()).size();
        rightSoFar = hints.continues(answer);
        if (!hinted && complete && !hints.giveNext(answer) && !rightSoFar) {
            show();
        } else if ((!rightSoFar && (hinted || complete)) || isSpoiled()) {
            restart();
        }
    }

    /** Returns whether a Value that the step needs has become something else, and not because the answer says so. */
    private boolean isSpoiled() {
        List<String> own = LessonSession.names(step.answer());
        return start.stream().flatMap(each -> each.unboxed().stream()).anyMatch(name -> !own.contains(name));
    }

    /** Begins the state of the step again if it was changed. Code to mend stays as the learner has changed it. */
    private void restart() {
        if (step.task() instanceof LessonTask.Satisfy satisfy
                && satisfy.broken().isEmpty()) {
            start.map(StepStart::restore).filter(message -> !message.isEmpty()).ifPresent(message -> {
                text.line(Style.DIM, message);
                units = 0;
            });
        }
    }

    private boolean isRight(StepPrediction predicted, Answer answer) {
        if (predicted.isRight(answer)) {
            printer.line(Style.GOOD, "right");
            predicted.show();
            return true;
        }
        if (!hints.giveFor(answer, false) && !hints.giveNext(answer)) {
            show();
        } else if (predicted.hasCode()) {
            prepare(true); // The next answer, too, is computed from the state at the start of the step.
            predicted.startAgain();
        }
        return false;
    }

    /** Returns whether all conditions hold for an answer. */
    boolean satisfies(LessonTask.Satisfy satisfy, Answer answer) {
        return session.holds(answer, "(" + String.join(") && (", satisfy.conditions()) + ")")
                || (session.hasPython() && satisfy.conditions().stream().allMatch(each -> session.holds(answer, each)));
    }

    private void right(Answer answer) {
        printer.line(Style.GOOD, "right");
        drawn = answer.typed().strip().startsWith(":");
        if (!shown && !answer.isSameAs(step.answer())) {
            showAnswer("Another way to write it:");
        }
    }

    /** Gives the next general hint. Returns false if there is none. */
    boolean hint() {
        return hints.giveNext(new Answer("", Optional.empty()));
    }

    /** Returns whether a hint said that the latest answer was right so far. */
    boolean isRightSoFar() {
        return rightSoFar;
    }

    /** Shows the model answer. */
    void show() {
        if (step.task() instanceof LessonTask.Choose choose) {
            text.prose("The answer is " + choose.right() + ".");
        } else if (prediction.isPresent()) {
            printer.line(Style.DIM, "The answer:");
            prediction.get().show();
        } else if (isCode()) {
            restart();
            showAnswer("One answer:");
        } else if (!step.answer().isEmpty()) {
            text.prose(step.answer());
        }
        shown = true;
    }

    private void showAnswer(String before) {
        printer.line(Style.DIM, before);
        text.code(step.answer());
    }

    /**
     * Ends the step and shows the text below its task. A model answer that is code runs first if the step was skipped
     * or if a name that the answer declares is missing, because later steps rely on it. Returns whether the text was
     * shown whole.
     */
    boolean end(boolean done) {
        boolean missing = LessonSession.names(step.answer()).stream().anyMatch(name -> !session.declares(name));
        if (isCode() && (!done || missing)) {
            if (step.answer().startsWith(":")) {
                session.demonstrate(step.answer());
                drawn = true;
            } else {
                session.repeat(step.answer());
            }
        } else if (prediction.isPresent()) {
            prediction.get().compute();
        } else if (step.task() instanceof LessonTask.Reflect && !shown) {
            show();
        }
        pages.set(step.after());
        return showMore();
    }

    /** Returns whether a picture was drawn at the end, by the step or by the answer. */
    boolean drawsAtEnd() {
        return drawn || StepPages.draw(step.after());
    }

    /** Returns whether a picture is drawn at the start. */
    boolean drawsAtStart() {
        return StepPages.draw(step.before());
    }

    /** Reminds the learner, in one sentence, of what to do. */
    void remind(String place) {
        text.line(Style.DIM, place + "  " + StepText.reminder(step, shown));
    }
}
