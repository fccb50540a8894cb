package io.github.microgradj.command.learning;

import io.github.microgradj.command.CommandContext;
import io.github.microgradj.command.InputGuide;
import io.github.microgradj.learn.Answer;
import io.github.microgradj.learn.Lesson;
import io.github.microgradj.learn.LessonStep;
import io.github.microgradj.learn.LessonTask;
import io.github.microgradj.output.Printer;
import io.github.microgradj.output.Theme;
import io.github.microgradj.report.Outcome;
import io.github.microgradj.viz.terminal.ColorLevel;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A check of a lesson for its author. It goes through the lesson in a session of its own, types each right and wrong
 * answer, and lists each result that differs from what the file says.
 */
public final class LessonCheck implements AutoCloseable {
    /** The height of a small window. */
    private static final int ROWS = 24;

    private static final Pattern ERROR = Pattern.compile("(?m)^error: (.*)");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    private final CommandContext context;
    private final Lesson lesson;
    private final LessonSession session;
    private final List<String> faults = new ArrayList<>();
    /** The faults of the current step, without their lines. What fails again is not reported again. */
    private final Set<String> ofStep = new HashSet<>();

    private final List<String> notes = new ArrayList<>();
    private int line;

    /**
     * Creates a check.
     *
     * @param sessions creates a session with the given printer
     */
    public LessonCheck(Function<Printer, CommandContext> sessions, Lesson lesson) {
        this.context = sessions.apply(new Printer(out, out, true, ColorLevel.NONE, Theme.NONE));
        this.lesson = lesson;
        this.session = new LessonSession(context, lesson.name(), this::fault);
    }

    private void fault(String message) {
        if (ofStep.add(message)) {
            faults.add(lesson.file() + ":" + line + ": " + message);
        }
    }

    /**
     * Returns the faults of the lesson, each with its file and line. The list is empty if there are none.
     *
     * @throws CancellationException if the user stops the lesson's code
     */
    public List<String> faults() {
        OutputRedirect.run(out, () -> lesson.steps().forEach(this::check));
        return List.copyOf(faults);
    }

    /** Returns remarks about steps that {@link #faults} has checked and that are right but could be better. */
    public List<String> notes() {
        return List.copyOf(notes);
    }

    private void check(LessonStep step) {
        ofStep.clear();
        line = step.line();
        new LessonMarks(step).faults().forEach(this::fault);
        checkConditions(step);
        StepRun run = new StepRun(session, step);
        bytes.reset();
        line = step.line("setup");
        run.begin("");
        SavedNames begun = new SavedNames(session.engine());
        String shown = output();
        line = step.line();
        checkHeight(shown);
        LessonTask task = step.task();
        boolean broken =
                task instanceof LessonTask.Satisfy satisfy && !satisfy.broken().isEmpty();
        if (!broken) {
            line = step.line("show");
            ERROR.matcher(shown).results().forEach(error -> fault("code in this step fails: " + error.group(1)));
        }
        if (task instanceof LessonTask.Satisfy satisfy) {
            line = step.line("check");
            if (run.satisfies(satisfy, new Answer("", Optional.empty()))) {
                fault("the check already holds before an answer: " + String.join(" and ", satisfy.conditions())
                        + "; undo in setup what an answer changes, or refer to the answer (it or typed) in the check");
            }
            int at = step.line(step.lines().containsKey("try") ? "try" : "answer");
            rightAnswer(step, satisfy, begun, step.answer(), at);
            inSeveralInputs(step, satisfy, begun);
        }
        for (LessonStep.Trial trial : step.trials()) {
            line = trial.line();
            if (task instanceof LessonTask.Satisfy satisfy && trial.right()) {
                rightAnswer(step, satisfy, begun, trial.input(), trial.line());
            } else {
                attempt(step, task instanceof LessonTask.Predict ? run.again() : afresh(step, begun), trial);
            }
        }
        if (task instanceof LessonTask.Choose choose) {
            line = step.line("choose");
            checkOptions(run, choose);
        }
        line = step.line(task instanceof LessonTask.Predict ? "predict" : "check");
        if (isJudged(task) && step.hints().isEmpty()) {
            fault("a wrong answer gets no hint; add a block named hint");
        }
        finish(step, begun);
        endIfStopped();
    }

    /** Reports conditions that are not whole Java expressions, and would therefore never hold. */
    private void checkConditions(LessonStep step) {
        line = step.line("check");
        if (step.task() instanceof LessonTask.Satisfy satisfy) {
            satisfy.conditions().forEach(this::checkSyntax);
        }
        line = step.line("hint");
        step.hints().stream()
                .filter(LessonStep.Hint::isSpecific)
                .map(LessonStep.Hint::when)
                .forEach(this::checkSyntax);
        line = step.line("claim");
        step.claims().forEach(this::checkSyntax);
    }

    private void checkSyntax(String condition) {
        if (!session.isExpression(condition)) {
            fault("this condition is not a Java expression: " + condition);
        }
    }

    private void checkHeight(String shown) {
        long rows = shown.lines().count() + 2; // The step is followed by a note and the prompt.
        if (rows > ROWS) {
            notes.add(lesson.file() + ":" + line + ": this step takes " + rows + " lines; in a window of " + ROWS
                    + " lines, the lesson waits for Enter before it goes on");
        }
    }

    private static boolean isJudged(LessonTask task) {
        return task instanceof LessonTask.Satisfy || task instanceof LessonTask.Predict;
    }

    private String output() {
        context.printer().flush();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private void rightAnswer(LessonStep step, LessonTask.Satisfy satisfy, SavedNames begun, String input, int at) {
        line = at;
        StepRun run = afresh(step, begun);
        if (!typed(run, input)) {
            fault("a right answer is not accepted: " + input.replace('\n', ' ') + reason(satisfy));
        }
    }

    /** Returns why an answer was not accepted: the first error that it caused or, without one, the conditions. */
    private String reason(LessonTask.Satisfy satisfy) {
        Optional<String> error =
                ERROR.matcher(output()).results().map(each -> each.group(1)).findFirst();
        return error.map(message -> " (" + message + ")")
                .orElse("; the check is "
                        + satisfy.conditions().stream()
                                .map(condition -> condition + told(condition))
                                .collect(Collectors.joining(" and ")));
    }

    /** Types the lines of a model answer one after another, as a learner may. */
    private void inSeveralInputs(LessonStep step, LessonTask.Satisfy satisfy, SavedNames begun) {
        List<String> units = session.split(step.answer());
        if (units.size() > 1 && satisfy.conditions().stream().noneMatch(Answer::isAboutText)) {
            StepRun run = afresh(step, begun);
            boolean done = false;
            for (String unit : units) {
                done |= typed(run, unit);
            }
            if (!done) {
                fault("the model answer is not accepted when its lines are typed one by one;"
                        + " a hint for what is right so far must be named hint+");
            }
        }
    }

    /** Checks that the model answer is accepted after a wrong answer, unless its hint asks to continue from there. */
    private void afterWrong(LessonStep step, LessonTask.Satisfy satisfy, StepRun run, LessonStep.Trial trial) {
        if (satisfy.broken().isEmpty() && !run.isRightSoFar() && !typed(run, step.answer())) {
            fault("the model answer is not accepted after the wrong answer "
                    + trial.input().replace('\n', ' ') + reason(satisfy)
                    + "; in setup, declare all that an answer may change");
        }
    }

    private void attempt(LessonStep step, StepRun run, LessonStep.Trial trial) {
        bytes.reset();
        boolean done = typed(run, trial.input());
        String input = trial.input().replace('\n', ' ');
        if (trial.right() && !done) {
            fault("a right answer is not accepted: " + input);
        } else if (!trial.right() && done) {
            fault("a wrong answer is accepted: " + input);
        } else if (!trial.right() && !flat(output()).contains(flat(trial.reply()))) {
            fault("the answer " + input + " does not get the hint \"" + trial.reply() + "\"; it gets: "
                    + flat(output()));
        } else if (!trial.right() && step.task() instanceof LessonTask.Satisfy satisfy) {
            afterWrong(step, satisfy, run, trial);
        }
    }

    private static String flat(String text) {
        return text.replace("`", "").replaceAll("\\s+", " ").strip();
    }

    /** Restarts a step, after undoing the declarations and changes made since it first began. */
    private StepRun afresh(LessonStep step, SavedNames begun) {
        begun.restore(session);
        begun.dropOthers(session.engine());
        bytes.reset();
        StepRun run = new StepRun(session, step);
        run.prepare(true);
        return run;
    }

    /** Ends the check if the user has stopped it. */
    private void endIfStopped() {
        if (session.wasStopped()) {
            throw new CancellationException();
        }
    }

    /** Types an answer. Returns whether the step is done. */
    private boolean typed(StepRun run, String input) {
        endIfStopped();
        Typist typist = new Typist(run);
        context.session().setGuide(Optional.of(typist));
        session.type(input);
        context.session().setGuide(Optional.empty());
        endIfStopped();
        return typist.done;
    }

    private void checkOptions(StepRun run, LessonTask.Choose choose) {
        for (int number = 1; number <= choose.options().size(); number++) {
            LessonTask.Option option = choose.options().get(number - 1);
            if (!option.right() && option.reply().isEmpty()) {
                fault("option " + number + " is wrong and has no reply; add a line such as => the reason");
            }
            typed(run.again(), String.valueOf(number));
        }
    }

    /** Ends a step with the model answer, and checks the step's claims and what it shows afterwards. */
    private void finish(LessonStep step, SavedNames begun) {
        StepRun last = afresh(step, begun);
        if (step.task() instanceof LessonTask.Predict predict) {
            line = step.line("predict");
            checkPrediction(step, predict);
        }
        bytes.reset();
        line = step.line("answer");
        last.end(false);
        ERROR.matcher(output()).results().forEach(error -> fault("code in this step fails: " + error.group(1)));
        line = step.line("claim");
        for (String claim : step.claims()) {
            if (!session.holds(claim)) {
                fault("the claim does not hold: " + claim + told(claim));
            }
        }
    }

    private String told(String claim) {
        String left = claim.replaceFirst("\\s*[<>=!]=?.*", "");
        return left.equals(claim)
                ? ""
                : session.value(left)
                        .map(value -> " (" + left + " is " + value + ")")
                        .orElse("");
    }

    private void checkPrediction(LessonStep step, LessonTask.Predict predict) {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            session.run(step.setup());
            session.run(predict.code());
            session.value(predict.expression()).ifPresent(values::add);
        }
        session.run(step.setup());
        if (values.isEmpty()) {
            fault("the expression to predict has no value: " + predict.expression());
        } else if (!(values.get(0) instanceof Number || values.get(0) instanceof Boolean)) {
            fault("only a number, true or false can be predicted; " + predict.expression() + " is " + values.get(0));
        } else if (!Answer.isClose(values.get(0), values.get(values.size() - 1))) {
            fault("the predicted value changes from " + values.get(0) + " to " + values.get(1)
                    + " when it is computed again; in setup, declare all that the expression uses");
        }
    }

    /** A guide that only judges one step. */
    private static final class Typist implements InputGuide {
        private final StepRun run;
        private boolean done;

        Typist(StepRun run) {
            this.run = run;
        }

        @Override
        public Optional<Outcome> take(String line) {
            Optional<Boolean> taken = run.take(line.strip());
            done |= taken.orElse(false);
            return taken.map(each -> Outcome.SUCCESS);
        }

        @Override
        public void ran(String text, Optional<String> result, boolean failed) {
            done |= run.ran(new Answer(text, result), failed);
        }
    }

    @Override
    public void close() {
        context.evaluator().engine().stop(); // After a stop, code may still be running on an abandoned thread.
        context.evaluator().engine().close();
    }
}
