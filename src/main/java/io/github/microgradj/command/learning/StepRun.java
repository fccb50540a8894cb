package io.github.microgradj.command.learning;

import io.github.microgradj.learn.Answer;
import io.github.microgradj.learn.LessonStep;
import io.github.microgradj.learn.LessonStep.Block;
import io.github.microgradj.learn.LessonTask;
import io.github.microgradj.output.Printer;
import io.github.microgradj.output.Printer.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A step of a running lesson: what it shows, and how it judges answers. */
final class StepRun {
    private static final Pattern NUMBER = Pattern.compile("[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?");
    /** Matches a name or a field, such as {@code c.grad}. Such input only shows a value and is not an answer. */
    private static final Pattern LOOKING = Pattern.compile("[A-Za-z_$][\\w.$]*\\s*;?");

    /** Matches the characters that a comparison of two answers ignores, such as the {@code .0} of {@code 2.0}. */
    private static final String NO_MATTER = "[\\s;]|(?<=\\d)\\.0\\b";

    private static final String SENTENCE_END = "(?<=[.?!])\\s+(?=[A-Z`])";

    private final LessonSession session;
    private final LessonText text;
    private final Printer printer;
    private final LessonStep step;
    private final StepPages pages;
    private final StepHints hints;
    private Optional<StepStart> start = Optional.empty();
    private Optional<Object> predicted = Optional.empty();
    /** Whether the code before the expression whose value the learner predicts has run. */
    private boolean computed;

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
    }

    /** Prepares the session and shows the step, as far as the window has room. Returns whether it was shown whole. */
    boolean begin(String place) {
        session.begin(step.setup());
        printer.line("");
        printer.line(printer.styled(Style.BOLD, step.title()) + printer.styled(Style.DIM, "  " + place));
        pages.set(beginning());
        return showMore();
    }

    /** Returns whether the window has room for the beginning of the step. */
    boolean hasRoom() {
        pages.set(beginning());
        return printer.hasRoom(2 + pages.height());
    }

    /** Returns the code that a step itself runs, apart from answers. */
    static List<String> ownCode(LessonStep step) {
        List<String> code = new ArrayList<>(List.of(step.setup()));
        if (step.task() instanceof LessonTask.Satisfy satisfy) {
            code.add(satisfy.broken());
        }
        Stream.concat(step.before().stream(), step.after().stream())
                .filter(LessonStep.Demonstration.class::isInstance)
                .forEach(block -> code.add(((LessonStep.Demonstration) block).code()));
        return code;
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

    private List<Block> beginning() {
        List<Block> blocks = new ArrayList<>(step.before());
        if (step.task() instanceof LessonTask.Satisfy satisfy
                && !satisfy.broken().isEmpty()) {
            blocks.add(new LessonStep.Demonstration(satisfy.broken()));
        } else if (step.task() instanceof LessonTask.Choose choose) {
            String options = IntStream.range(0, choose.options().size())
                    .mapToObj(i -> (i + 1) + ". " + choose.options().get(i).text())
                    .collect(Collectors.joining("\n"));
            blocks.add(new LessonStep.Prose(options));
        } else if (step.task() instanceof LessonTask.Predict predict) {
            if (!predict.code().isEmpty()) {
                blocks.add(new LessonStep.Listing(predict.code()));
            }
            blocks.add(new LessonStep.Prose("What will `" + predict.expression() + "` be"
                    + (predict.code().isEmpty() ? "?" : " then?")));
        }
        return blocks;
    }

    /**
     * Returns a copy of this step as it was before any answer. Does not prepare the session or compute a predicted
     * value again.
     */
    StepRun again() {
        StepRun again = new StepRun(session, step);
        if (step.task() instanceof LessonTask.Predict predict) {
            if (predicted.isEmpty()) {
                compute(predict);
            }
            again.predicted = predicted;
        }
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
        if (step.task() instanceof LessonTask.Predict predict
                && NUMBER.matcher(line).matches()) {
            return Optional.of(predicted(predict, new Answer(line, Optional.of(line))));
        }
        return Optional.empty();
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
            wrong(answer, !failed && !command && !isLooking(answer));
        } else if (step.task() instanceof LessonTask.Predict predict
                && !failed
                && !command
                && isPrediction(predict, answer)) {
            return predicted(predict, answer);
        }
        return false;
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

    private boolean isPrediction(LessonTask.Predict predict, Answer answer) {
        if (same(answer.typed(), predict.expression())) {
            text.line(Style.DIM, "That shows the value. First predict it: type the value that you expect.");
            return false;
        }
        return !isLooking(answer)
                && answer.it()
                        .flatMap(session::value)
                        .filter(value -> value instanceof Number || value instanceof Boolean)
                        .isPresent();
    }

    private static boolean isLooking(Answer answer) {
        String typed = answer.typed().strip();
        return LOOKING.matcher(typed).matches() && !typed.matches("true|false");
    }

    private boolean predicted(LessonTask.Predict predict, Answer answer) {
        Optional<Object> value = answer.it().flatMap(session::value);
        if (predicted.isEmpty()) {
            compute(predict);
        }
        if (value.isEmpty() || predicted.isEmpty() || !Answer.isClose(value.get(), predicted.get())) {
            if (!hints.giveFor(answer, false) && !hints.giveNext(answer)) {
                show();
            } else if (!predict.code().isEmpty()) {
                prepare(true); // The next answer, too, is computed from the state at the start of the step.
                computed = false;
            }
            return false;
        }
        printer.line(Style.GOOD, "right");
        showPrediction(predict);
        return true;
    }

    /** Computes the value to predict, starting from the state at the start of the step. */
    private void compute(LessonTask.Predict predict) {
        session.run(step.setup());
        session.run(predict.code());
        predicted = session.value(predict.expression());
        computed = true;
    }

    private void showPrediction(LessonTask.Predict predict) {
        if (!computed) {
            compute(predict);
        }
        printer.line(printer.styled(Style.NAME, predict.expression()) + " ==> " + session.shown(predict.expression()));
    }

    /** Returns whether all conditions hold for an answer. */
    boolean satisfies(LessonTask.Satisfy satisfy, Answer answer) {
        return session.holds(answer, "(" + String.join(") && (", satisfy.conditions()) + ")")
                || (session.hasPython() && satisfy.conditions().stream().allMatch(each -> session.holds(answer, each)));
    }

    private void right(Answer answer) {
        printer.line(Style.GOOD, "right");
        drawn = answer.typed().strip().startsWith(":");
        if (!shown && !same(answer.typed(), step.answer())) {
            showAnswer("Another way to write it:");
        }
    }

    private static boolean same(String a, String b) {
        return a.replaceAll(NO_MATTER, "").equals(b.replaceAll(NO_MATTER, ""));
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
        } else if (step.task() instanceof LessonTask.Predict predict) {
            printer.line(Style.DIM, "The answer:");
            showPrediction(predict);
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
        } else if (step.task() instanceof LessonTask.Predict predict && predicted.isEmpty()) {
            compute(predict);
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
        text.line(Style.DIM, place + "  " + reminder());
    }

    private String reminder() {
        if (step.task() instanceof LessonTask.Predict predict) {
            if (shown) {
                return "Type next to continue.";
            }
            return "What will `" + predict.expression() + "` be?";
        }
        if (step.task() instanceof LessonTask.Choose choose) {
            return "Type a number from 1 to " + choose.options().size() + ".";
        }
        if (isReading()) {
            return step.task() instanceof LessonTask.Read ? "Enter continues." : "Enter shows the answer.";
        }
        String prose = step.before().stream()
                .filter(LessonStep.Prose.class::isInstance)
                .map(block -> ((LessonStep.Prose) block).markdown())
                .reduce("", (first, second) -> second);
        String[] sentences = prose.strip().split(SENTENCE_END, -1);
        return sentences[sentences.length - 1].replaceAll("\\s+", " ").replaceFirst(":$", ".");
    }
}
