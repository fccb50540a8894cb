package io.github.microgradj.command.learning;

import io.github.microgradj.command.CommandContext;
import io.github.microgradj.command.InputGuide;
import io.github.microgradj.learn.Answer;
import io.github.microgradj.learn.Lesson;
import io.github.microgradj.learn.LessonTask;
import io.github.microgradj.output.Printer;
import io.github.microgradj.output.Printer.Style;
import io.github.microgradj.report.Outcome;
import io.github.microgradj.snippet.SnippetEngine;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A running lesson. It goes from step to step, and understands a few words at the prompt. */
final class LessonRun implements InputGuide {
    static final List<String> WORDS = List.of("next", "back", "hint", "show", "skip", "play", "quit");

    /** A listener to the progress of a running lesson. */
    interface LessonListener {
        /** Called when the learner arrives at a step. */
        void reached(int step);

        /** Called when the lesson ends; {@code finished} is false if it ends before its last step is done. */
        void ended(boolean finished);
    }

    private final CommandContext context;
    private final Lesson lesson;
    private final String name;
    private final LessonListener listener;
    private final LessonSession session;
    private final LessonText text;
    private final Printer printer;
    private SavedNames own;
    private SnippetEngine engine;
    private StepRun step;
    private int index;
    private int indexAtInput;
    private boolean playing;
    /** Whether the step is done, so that the lesson goes on with the next one after Enter. */
    private boolean pausing;
    /** What to do when the rest of the step has been shown, if the window had no room for all of it. */
    private Optional<Runnable> afterRest = Optional.empty();
    /** Whether the lesson is running code of its own, which it does not judge. */
    private boolean demonstrating;

    /**
     * Creates the run of a lesson.
     *
     * @param name what the learner types after {@code :learn} to continue it
     */
    LessonRun(CommandContext context, Lesson lesson, String name, LessonListener listener) {
        this.context = context;
        this.lesson = lesson;
        this.name = name;
        this.listener = listener;
        this.printer = context.printer();
        this.session =
                new LessonSession(context, lesson.name(), fault -> printer.note("this lesson has a fault: " + fault));
        this.text = new LessonText(session);
        this.engine = session.engine();
        this.own = new SavedNames(engine);
        this.step = new StepRun(session, lesson.steps().get(0));
    }

    /** Begins the lesson at the given step. */
    void begin(int at) {
        if (!lesson.steps().get(at).title().equals(lesson.title())) {
            printer.line(Style.BOLD, lesson.title());
        }
        List<String> both = lesson.steps().stream()
                .flatMap(each -> Stream.of(each.setup(), each.answer()))
                .flatMap(code -> LessonSession.names(code).stream())
                .distinct()
                .filter(own::contains)
                .toList();
        if (!both.isEmpty()) {
            printer.note("the lesson uses the names " + String.join(", ", both)
                    + "; your own variables and methods come back when it ends");
            both.forEach(engine.declarations()::dropValues);
        }
        if (at > 0) {
            printer.note(
                    "continued at step " + (at + 1) + " of " + lesson.steps().size()
                            + "; type back for the step before, or :learn --reset " + name
                            + " to forget the progress");
        }
        context.session().setGuide(Optional.of(this));
        unjudged(() -> go(at));
    }

    private void unjudged(Runnable action) {
        boolean before = demonstrating;
        demonstrating = true;
        try {
            action.run();
        } finally {
            demonstrating = before;
        }
    }

    /** Repeats what the earlier steps do to the session, and then goes to the given step. */
    private void go(int to) {
        lesson.steps().subList(0, to).forEach(each -> new StepRun(session, each).repeat());
        enter(to);
    }

    private void enter(int to) {
        index = to;
        pausing = false;
        listener.reached(index);
        step = new StepRun(session, lesson.steps().get(index));
        continueIf(step.begin(place()), this::explain);
    }

    /** Goes on if the step was shown as far as it goes. Otherwise, waits for Enter. */
    private void continueIf(boolean whole, Runnable next) {
        afterRest = whole ? Optional.empty() : Optional.of(next);
        if (whole) {
            next.run();
        } else {
            printer.note("(Enter continues)");
        }
    }

    private void explain() {
        String words = index == 0 ? "Enter continues; back, play and quit work, too" : "Enter";
        printer.note("(" + (step.isReading() ? words : "hint, show, skip, back, play, quit") + ")");
    }

    private String place() {
        return (index + 1) + "/" + lesson.steps().size();
    }

    @Override
    public Optional<Outcome> take(String line) {
        if (demonstrating) {
            return Optional.empty();
        }
        String word = line.strip();
        indexAtInput = index;
        if (word.isEmpty()) {
            if (!playing && (isPausing() || step.isReading())) {
                next();
            }
            return Optional.of(Outcome.SUCCESS);
        }
        String command = word.toLowerCase(Locale.ROOT);
        if (WORDS.contains(command) && !session.declares(word)) {
            obey(command);
            return Optional.of(Outcome.SUCCESS);
        }
        Optional<Boolean> answer = playing || isPausing() ? Optional.empty() : step.take(word);
        answer.ifPresent(this::proceed);
        return answer.map(done -> Outcome.SUCCESS);
    }

    /** Returns the step at which the lesson continues: the next one if this one is done. */
    private int reached() {
        return pausing ? Math.min(index + 1, lesson.steps().size() - 1) : index;
    }

    private boolean isPausing() {
        return pausing || afterRest.isPresent();
    }

    private void proceed(boolean done) {
        if (done) {
            end(true);
        } else {
            step.remind(place());
        }
    }

    /** Obeys one of the {@link #WORDS}. */
    void obey(String word) {
        unjudged(() -> follow(word));
    }

    private void follow(String word) {
        if (playing && !word.equals("quit")) {
            playing = false;
            if (word.equals("next")) {
                go(reached());
                return;
            }
        }
        switch (word) {
            case "next" -> next();
            case "back" -> go(pausing ? index : Math.max(0, index - 1));
            case "hint" -> hint();
            case "show" -> step.show();
            case "skip" -> {
                if (pausing) {
                    next();
                } else {
                    end(false);
                }
            }
            case "play" -> {
                playing = true;
                printer.note("the lesson waits: nothing is judged until you type next");
            }
            default -> leave();
        }
    }

    private void next() {
        if (afterRest.isPresent()) {
            continueIf(step.showMore(), afterRest.get());
        } else if (pausing) {
            enter(index + 1);
        } else if (step.isWaiting()) {
            printer.note("this step waits for an answer; type hint, show (an answer) or skip");
        } else {
            end(step.isReading());
        }
    }

    private void hint() {
        if (isPausing() || !step.hint()) {
            printer.note(
                    isPausing() || step.isReading()
                            ? "there is nothing to answer; type next to continue"
                            : "no more hints; type show to see an answer");
        }
    }

    @Override
    public void ran(String typed, Optional<String> result, boolean failed) {
        if (session.engine() != engine) {
            engine = session.engine();
            own = new SavedNames(engine);
            go(index);
        } else if (!demonstrating && !playing && !isPausing() && index == indexAtInput) {
            proceed(step.ran(new Answer(typed, result), failed));
        } else if (!demonstrating && !playing && afterRest.isPresent()) {
            printer.note("(Enter continues)");
        }
    }

    /** Ends the step and goes to the next one. */
    private void end(boolean done) {
        pausing = true;
        continueIf(step.end(done), this::goOn);
    }

    private void goOn() {
        if (index + 1 == lesson.steps().size()) {
            stop(true);
        } else if (step.drawsAtEnd() || isAboutToDraw() || !nextStep().hasRoom()) {
            listener.reached(index + 1);
            printer.note("(Enter continues)");
        } else {
            enter(index + 1);
        }
    }

    /** Returns whether the picture of the next step would push what this step has just shown out of the window. */
    private boolean isAboutToDraw() {
        return !(lesson.steps().get(index).task() instanceof LessonTask.Read)
                && nextStep().drawsAtStart();
    }

    private StepRun nextStep() {
        return new StepRun(session, lesson.steps().get(index + 1));
    }

    private void leave() {
        printer.note("the lesson waits at step " + (reached() + 1) + "; :learn " + name + " continues it");
        stop(false);
    }

    /** Stops the lesson and restores the learner's own names. */
    void stop(boolean finished) {
        context.session().setGuide(Optional.empty());
        lesson.steps().stream()
                .flatMap(each -> StepText.ownCode(each).stream())
                .flatMap(code -> LessonSession.names(code).stream())
                .filter(each -> !own.contains(each))
                .forEach(engine.declarations()::dropMethods);
        own.restore(session).forEach(printer::note);
        if (finished) {
            text.line(Style.GOOD, "Done: " + lesson.title());
        }
        listener.ended(finished);
    }
}
