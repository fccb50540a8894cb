package io.github.microgradj.session;

import io.github.microgradj.command.CommandContext;
import io.github.microgradj.command.CommandLineParser;
import io.github.microgradj.command.RunMode;
import io.github.microgradj.command.UserError;
import io.github.microgradj.language.infix.Assignment;
import io.github.microgradj.report.ErrorReport;
import io.github.microgradj.report.Outcome;
import io.github.microgradj.session.InputSplitter.Unit;
import io.github.microgradj.snippet.model.SnippetForm;
import io.github.microgradj.snippet.model.Thrown;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The part of a session that runs the snippets and commands of the input in order, and logs them. */
final class InputRunner {
    private final CommandContext context;
    private final SessionEvaluator evaluator;
    private final ResultPrinter results;
    private final SessionLog log;
    private final InputHints hints;
    private final SnippetRunner snippets;
    private RunMode mode = RunMode.SCRIPT;
    private boolean keepGoing;
    private boolean failed;

    InputRunner(CommandContext context, SessionEvaluator evaluator, SessionLog log) {
        this.context = context;
        this.evaluator = evaluator;
        this.results = evaluator.results();
        this.log = log;
        this.hints = new InputHints(context);
        this.snippets = new SnippetRunner(context, evaluator, log, hints);
    }

    /** Sets whether a script continues after an error. */
    void setKeepGoing(boolean keepGoing) {
        this.keepGoing = keepGoing;
    }

    /**
     * Returns the name of the variable that holds the last value of the latest input, or empty if the input had no
     * value.
     */
    Optional<String> lastResult() {
        return snippets.lastResult();
    }

    /** Returns whether a part of the latest input failed. */
    boolean hasFailed() {
        return failed;
    }

    boolean isInteractive() {
        return mode == RunMode.INTERACTIVE;
    }

    /** Runs input, as described at {@link Session#run}. */
    Outcome run(String text, String name, RunMode how) {
        RunMode outer = mode;
        mode = how;
        snippets.begin();
        evaluator.last().begin();
        failed = false;
        SessionCells cells = log.cells();
        cells.begin(how == RunMode.SCRIPT ? "" : text);
        try {
            Outcome outcome = runUnits(text, name);
            hints.ofMain(text, mode);
            return outcome;
        } finally {
            mode = outer;
            cells.begin("");
        }
    }

    /** Runs a cell of Python as one unit, as {@link Session#runCell} specifies. */
    Outcome runCell(String text, String name) {
        return runWhole(text, name, RunMode.CELL);
    }

    /** Runs a Python file as one unit, as {@link Session#runPython} specifies. */
    Outcome runPython(String text, String name) {
        return runWhole(text, name, RunMode.SCRIPT);
    }

    private Outcome runWhole(String text, String name, RunMode how) {
        RunMode outer = mode;
        mode = how;
        evaluator.last().begin();
        log.cells().begin(text);
        try {
            Unit unit = new Unit(text, text, 1, false, true);
            Outcome outcome = ofPython(unit, name);
            reported(unit, outcome, name, Outcome.SUCCESS);
            return outcome;
        } finally {
            mode = outer;
            log.cells().begin("");
        }
    }

    private Outcome ofPython(Unit whole, String name) {
        evaluator.engine().arm();
        Outcome outcome = guarded(() -> snippets.runPython(whole, name, mode, true));
        boolean succeeded = outcome instanceof Outcome.Success;
        log.cells().endWhole(succeeded);
        if (succeeded && isInteractive()) {
            log.type(whole.text());
        }
        return outcome;
    }

    private Outcome runUnits(String text, String name) {
        Optional<Unit> shown = isInteractive() ? InputSplitter.codeToShow(text) : Optional.empty();
        if (shown.isPresent()) {
            evaluator.engine().arm();
            return reported(shown.get(), guarded(shown.get(), name), name, Outcome.SUCCESS);
        }
        Optional<Unit> whole = snippets.wholeOfPython(text);
        if (whole.isPresent()) {
            return reported(whole.get(), ofPython(whole.get(), name), name, Outcome.SUCCESS);
        }
        Outcome worst = Outcome.SUCCESS;
        DeferredDeclarations deferred = new DeferredDeclarations();
        RefusedBlock refused = new RefusedBlock(context.printer());
        evaluator.engine().arm(); // Once for the whole input, so that a stop between two units also stops the rest.
        for (InputSplitter units =
                        new InputSplitter(text, source -> evaluator.engine().cut(source));
                units.hasNext(); ) {
            Unit unit = units.next();
            if (refused.contains(unit)) {
                continue;
            }
            boolean declares = !unit.command() && SnippetForm.isDeclaration(unit.text());
            if (!declares) {
                worst = settled(deferred, name, worst);
                if (ends(worst)) {
                    return worst;
                }
            }
            Outcome outcome = ofCell(unit, name, units.hasNext());
            refused.ran(unit, outcome);
            if (declares && outcome instanceof Outcome.Failure failure) {
                deferred.add(unit, failure);
                continue;
            }
            deferred.declared();
            worst = reported(unit, outcome, name, worst);
            if (ends(outcome)) {
                return outcome;
            }
        }
        return settled(deferred, name, worst);
    }

    private Outcome settled(DeferredDeclarations deferred, String name, Outcome before) {
        Outcome worst = before;
        Map<Unit, Outcome.Failure> failed = deferred.settle(unit -> guarded(unit, name));
        results.printWaiting();
        for (var left : failed.entrySet()) {
            worst = reported(left.getKey(), left.getValue(), name, worst);
            if (ends(worst)) {
                break;
            }
        }
        return worst;
    }

    /** Reports a failure. Returns the worst outcome so far; at the prompt, failures do not count. */
    private Outcome reported(Unit unit, Outcome outcome, String name, Outcome worst) {
        if (!(outcome instanceof Outcome.Failure failure)) {
            return worst;
        }
        failed = true;
        new ErrorReport(unit.text(), failure).print(context.printer(), isInteractive() ? "" : name, unit.line());
        return isInteractive() ? worst : failure;
    }

    /** Returns whether an outcome ends the run. */
    private boolean ends(Outcome outcome) {
        return outcome instanceof Outcome.Quit
                || outcome instanceof Outcome.Interrupted
                || (outcome instanceof Outcome.Failure && !isInteractive() && (!keepGoing || mode == RunMode.CELL));
    }

    /** Runs a unit and adds it to the current cell. In a notebook cell, only the value of the last unit is shown. */
    private Outcome ofCell(Unit unit, String file, boolean more) {
        RunMode whole = mode;
        boolean silent =
                whole == RunMode.CELL && (more || Assignment.target(unit.text()).isPresent());
        mode = silent ? RunMode.SCRIPT : whole;
        log.cells().beginUnit(whole == RunMode.SCRIPT);
        if (whole == RunMode.SCRIPT) {
            evaluator.last().begin();
        }
        try {
            Outcome outcome = guarded(unit, file);
            log.cells().endUnit(unit.text(), outcome instanceof Outcome.Success);
            return outcome;
        } finally {
            mode = whole;
        }
    }

    /** Runs a unit and converts any exception to a failure, so that an internal error does not end the session. */
    private Outcome guarded(Unit unit, String file) {
        return guarded(() -> run(unit, file));
    }

    private Outcome guarded(Supplier<Outcome> run) {
        try {
            return run.get();
        } catch (StackOverflowError | OutOfMemoryError e) {
            results.threw(e);
            return new Outcome.Failure(ErrorReport.describe(e));
        } catch (RuntimeException | Error e) {
            results.threw(e);
            String place = Stream.of(Thrown.frames(e))
                    .limit(1)
                    .map(frame -> " at " + frame)
                    .collect(Collectors.joining());
            return new Outcome.Failure(
                    "microgradj itself failed; please report this: " + ErrorReport.describe(e) + place);
        }
    }

    private Outcome run(Unit unit, String file) {
        hints.beginSnippet(mode);
        String text = evaluator.resolved(unit.text());
        Optional<String> needless = CommandLineParser.needless(unit.text());
        if (isInteractive() || unit.command()) {
            needless.ifPresent(context.printer()::note);
        }
        if (needless.isPresent()) {
            return Outcome.SUCCESS;
        }
        Outcome outcome = unit.command() ? command(unit.text()) : snippets.run(unit, file, mode);
        if (outcome instanceof Outcome.Success) {
            if (isInteractive()) {
                log.type(unit.text());
            }
            if (unit.command()) {
                log.addCommand(text);
            }
        }
        return outcome;
    }

    private Outcome command(String text) {
        try {
            return context.commands().run(text, context);
        } catch (UserError e) {
            return results.to(e);
        }
    }
}
