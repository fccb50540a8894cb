package io.github.microgradj.session;

import io.github.microgradj.command.CommandContext;
import io.github.microgradj.command.RunMode;
import io.github.microgradj.command.UserError;
import io.github.microgradj.language.infix.InfixTranslator;
import io.github.microgradj.report.Outcome;
import io.github.microgradj.session.InputSplitter.Unit;
import io.github.microgradj.snippet.SnippetEngine;
import io.github.microgradj.snippet.model.Evaluation;
import io.github.microgradj.snippet.model.Origin;
import java.util.List;
import java.util.Optional;

/**
 * The part of a session that runs a snippet of Java or Python and logs it. A snippet that threw an exception or was
 * stopped is logged as unfinished, and a snippet that does not compile is not logged.
 */
final class SnippetRunner {
    private final CommandContext context;
    private final SessionEvaluator evaluator;
    private final ResultPrinter results;
    private final SessionLog log;
    private final InputHints hints;
    /**
     * Created for the first input that may be Python, so that sessions without Python do not load the classes for it.
     */
    private Optional<PythonInput> python = Optional.empty();

    private Optional<String> lastResult = Optional.empty();

    SnippetRunner(CommandContext context, SessionEvaluator evaluator, SessionLog log, InputHints hints) {
        this.context = context;
        this.evaluator = evaluator;
        this.results = evaluator.results();
        this.log = log;
        this.hints = hints;
        evaluator.setPython(this::python);
    }

    private PythonInput python() {
        if (python.isEmpty()) {
            python = Optional.of(new PythonInput(context, evaluator, log));
        }
        return python.get();
    }

    /** Begins an input, which has no result yet. */
    void begin() {
        lastResult = Optional.empty();
    }

    /** Returns the name that holds the last value of the latest input, or empty if that input had no value. */
    Optional<String> lastResult() {
        return lastResult;
    }

    /** Returns input of several lines as one unit if all of it is Python; otherwise, returns empty. */
    Optional<Unit> wholeOfPython(String text) {
        return PythonText.whole(text, this::python);
    }

    /** Runs a snippet. */
    Outcome run(Unit unit, String file, RunMode mode) {
        String text = evaluator.resolved(unit.text());
        Optional<String> refusal = Continuation.refusal(text);
        if (refusal.isPresent()) {
            return new Outcome.Failure(refusal.get());
        }
        boolean marked = InfixTranslator.isPython(text) || PythonText.isDrawing(text);
        if (PythonText.isPythons(text, marked, this::python)
                || (python.isPresent() && python.get().assigns(text))) {
            return runPython(unit, file, mode, false);
        }
        SnippetEngine engine = evaluator.engine();
        int declared = engine.declared().size();
        Evaluation evaluation = engine.eval(evaluator.resolved(unit.source()), origin(unit, file, mode));
        if (evaluation instanceof Evaluation.Rejected && (marked || python().isMarked(text))) {
            return runPython(unit, file, mode, false);
        }
        evaluator.last().add(List.of(engine.lastJava()));
        boolean none = evaluation instanceof Evaluation.Result result
                && result.value() == null
                && result.expression()
                && isPythonsCall(text);
        Outcome outcome = none ? Outcome.SUCCESS : results.to(evaluation, mode);
        log(evaluation, outcome, text);
        hints.ofDeclared(engine.declared().stream().skip(declared).toList(), mode);
        if (outcome instanceof Outcome.Success) {
            hints.ofSuccess(unit.text(), engine.lastJava().equals(evaluator.resolved(unit.source())), mode);
        }
        if (mode == RunMode.INTERACTIVE
                && evaluation instanceof Evaluation.Done
                && !hints.commandIn(text).isEmpty()) {
            results.printWaiting();
            context.printer()
                    .note("the command is :"
                            + hints.commandIn(text)); // "train moons" declares a variable of an unknown class.
        }
        if (outcome instanceof Outcome.Failure failure) {
            return helped(python.map(each -> each.inPythonsWords(failure)).orElse(failure), text);
        }
        return outcome;
    }

    /**
     * Returns whether the text calls a function that is defined in Python. If the function returns None, nothing is
     * shown.
     */
    private boolean isPythonsCall(String text) {
        return python.flatMap(each -> each.header(text.strip().replaceFirst("(?s)\\W.*", "")))
                .isPresent();
    }

    private void log(Evaluation evaluation, Outcome outcome, String text) {
        String java = evaluator.engine().lastJava();
        if (evaluation instanceof Evaluation.Result result) {
            lastResult = Optional.of(result.name());
            log.addSnippet(text, java, result.name(), result.type(), result.expression());
        } else if (outcome instanceof Outcome.Success) {
            log.addSnippet(text, java, "", "", false);
        } else if (evaluation instanceof Evaluation.Threw || evaluation instanceof Evaluation.Stopped) {
            log.addUnfinished(text);
        }
    }

    /**
     * Runs Python code.
     *
     * @param cell whether only the last value is shown, as for a notebook cell
     */
    Outcome runPython(Unit unit, String file, RunMode mode, boolean cell) {
        boolean line = !unit.text().strip().contains("\n");
        Outcome outcome = python().run(unit.text(), origin(unit, file, mode), mode, line && !cell);
        if (python().divides()) {
            results.printWaiting();
            hints.ofDivision(mode);
        }
        return outcome;
    }

    private static Origin origin(Unit unit, String file, RunMode mode) {
        return mode == RunMode.INTERACTIVE
                ? new Origin(unit.text(), "", 1)
                : new Origin(unit.text(), file, unit.line());
    }

    /** Runs {@code :help} or {@code :doc} for Python's {@code help(...)}. May add a hint to other failures. */
    private Outcome helped(Outcome.Failure failure, String text) {
        Optional<String> command = hints.helpFor(text);
        try {
            return command.isPresent() ? context.commands().run(command.get(), context) : hints.added(failure, text);
        } catch (UserError e) {
            return results.to(e);
        }
    }
}
