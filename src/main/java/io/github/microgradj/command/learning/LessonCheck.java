package io.github.microgradj.command.learning;

import io.github.microgradj.command.CommandContext;
import io.github.microgradj.command.InputGuide;
import io.github.microgradj.command.RunMode;
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
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A check of a lesson for its author. It goes through the lesson in a session of its own, types each right and wrong
 * answer, and lists each result that differs from what the file says.
 */
public final class LessonCheck implements AutoCloseable {
    private static final Pattern ERROR = Pattern.compile("(?m)^error: (.*)");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    private final CommandContext context;
    private final Lesson lesson;
    private final LessonSession session;
    private final List<String> faults = new ArrayList<>();
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
        faults.add(lesson.file() + ":" + line + ": " + message);
    }

    /** Returns the faults of the lesson, each with its file and line. The list is empty if there are none. */
    public List<String> faults() {
        PrintStream before = System.out;
        System.setOut(out);
        try {
            for (LessonStep step : lesson.steps()) {
                line = step.line();
                check(step);
            }
        } finally {
            System.setOut(before);
        }
        return List.copyOf(faults);
    }

    private void check(LessonStep step) {
        StepRun run = new StepRun(session, step);
        bytes.reset();
        run.begin("");
        OwnNames begun = new OwnNames(session.engine());
        String shown = output();
        LessonTask task = step.task();
        boolean broken =
                task instanceof LessonTask.Satisfy satisfy && !satisfy.broken().isEmpty();
        if (!broken) {
            ERROR.matcher(shown).results().forEach(error -> fault("code in this step fails: " + error.group(1)));
        }
        if (task instanceof LessonTask.Satisfy satisfy) {
            if (run.satisfies(satisfy, new Answer("", Optional.empty()))) {
                fault("the check already holds before an answer: " + String.join(" and ", satisfy.conditions())
                        + "; undo in setup what an answer changes, or refer to the answer (it or typed) in the check");
            }
            rightAnswer(step, satisfy, begun, step.answer(), step.line());
        }
        for (LessonStep.Trial trial : step.trials()) {
            line = trial.line();
            if (task instanceof LessonTask.Satisfy satisfy && trial.right()) {
                rightAnswer(step, satisfy, begun, trial.input(), trial.line());
            } else {
                attempt(task instanceof LessonTask.Predict ? run.again() : afresh(step, begun), trial);
            }
        }
        if (task instanceof LessonTask.Choose choose) {
            checkOptions(run, choose);
        }
        line = step.line();
        if (isJudged(task) && step.hints().isEmpty()) {
            fault("a wrong answer gets no hint; add a block named hint");
        }
        finish(step, begun);
    }

    private static boolean isJudged(LessonTask task) {
        return task instanceof LessonTask.Satisfy || task instanceof LessonTask.Predict;
    }

    private String output() {
        context.printer().flush();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private void rightAnswer(LessonStep step, LessonTask.Satisfy satisfy, OwnNames begun, String input, int at) {
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
                .orElse("; the check is " + String.join(" and ", satisfy.conditions()));
    }

    private void attempt(StepRun run, LessonStep.Trial trial) {
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
        }
    }

    private static String flat(String text) {
        return text.replace("`", "").replaceAll("\\s+", " ").strip();
    }

    /** Restarts a step, after undoing the declarations and changes made since it first began. */
    private StepRun afresh(LessonStep step, OwnNames begun) {
        begun.restore(session);
        begun.dropOthers(session.engine());
        bytes.reset();
        StepRun run = new StepRun(session, step);
        run.prepare(true);
        return run;
    }

    /** Types an answer. Returns whether the step is done. */
    private boolean typed(StepRun run, String input) {
        Typist typist = new Typist(run);
        context.session().setGuide(Optional.of(typist));
        context.session().run(input, "", RunMode.INTERACTIVE);
        context.session().setGuide(Optional.empty());
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
    private void finish(LessonStep step, OwnNames begun) {
        StepRun last = afresh(step, begun);
        if (step.task() instanceof LessonTask.Predict predict) {
            checkPrediction(step, predict);
        }
        bytes.reset();
        last.end(false);
        ERROR.matcher(output()).results().forEach(error -> fault("code in this step fails: " + error.group(1)));
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
        context.evaluator().engine().close();
    }
}
