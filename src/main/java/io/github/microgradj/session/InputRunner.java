package io.github.microgradj.session;

import io.github.microgradj.command.CommandContext;
import io.github.microgradj.command.CommandLineParser;
import io.github.microgradj.command.RunMode;
import io.github.microgradj.command.Setting;
import io.github.microgradj.command.UserError;
import io.github.microgradj.command.argument.ValueNames;
import io.github.microgradj.language.infix.Assignment;
import io.github.microgradj.language.infix.InfixTranslator;
import io.github.microgradj.report.ErrorReport;
import io.github.microgradj.report.Outcome;
import io.github.microgradj.session.InputSplitter.Unit;
import io.github.microgradj.snippet.SnippetEngine;
import io.github.microgradj.snippet.model.Evaluation;
import io.github.microgradj.snippet.model.Origin;
import io.github.microgradj.snippet.model.SnippetForm;
import io.github.microgradj.snippet.model.Thrown;
import io.github.microgradj.snippet.runtime.LeafNames;
import io.github.microgradj.snippet.runtime.ZeroGradGuard;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The part of a session that runs the snippets and commands of its input in order. It logs those that do not fail. */
final class InputRunner {
    private static final Pattern PYTHONS_HELP = Pattern.compile("help\\(\\s*([\\w.$]*)\\s*\\);?");
    private static final Pattern MAIN = Pattern.compile("\\bvoid\\s+main\\s*\\(");

    private final CommandContext context;
    private final SessionEvaluator evaluator;
    private final ResultPrinter results;
    private final SessionLog log;
    /** Created for the first Python, so that a session of Java loads none of its classes. */
    private Optional<PythonInput> python = Optional.empty();

    private RunMode mode = RunMode.SCRIPT;
    private boolean keepGoing;
    private boolean declaringNoted;
    private final Set<String> hinted = new HashSet<>();
    private Optional<String> lastResult = Optional.empty();
    private boolean failed;

    InputRunner(CommandContext context, SessionEvaluator evaluator, SessionLog log) {
        this.context = context;
        this.evaluator = evaluator;
        this.results = evaluator.results();
        this.log = log;
        evaluator.setPython(this::python);
    }

    PythonInput python() {
        if (python.isEmpty()) {
            python = Optional.of(new PythonInput(context, evaluator, log));
        }
        return python.get();
    }

    /** Sets whether a script continues after an error. */
    void setKeepGoing(boolean keepGoing) {
        this.keepGoing = keepGoing;
    }

    /** Returns the name that holds the last value of the latest input, or empty if it had no value. */
    Optional<String> lastResult() {
        return lastResult;
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
        lastResult = Optional.empty();
        failed = false;
        SessionCells cells = log.cells();
        cells.begin(how == RunMode.SCRIPT ? "" : text);
        try {
            Outcome outcome = runUnits(text, name);
            hintAtMain(text);
            return outcome;
        } finally {
            mode = outer;
            cells.begin("");
        }
    }

    /** If the pasted text is a Java file, prints the call that runs its {@code main} method. */
    private void hintAtMain(String text) {
        if (!hinting() || !MAIN.matcher(text).find()) {
            return;
        }
        try {
            JavaFile.of(text)
                    .call(evaluator)
                    .map(call -> call.replace("(args);", "(new String[0]);"))
                    .ifPresent(call -> context.printer().note("hint: " + call + " runs it"));
        } catch (UserError e) {
            // The class was not declared. The error has already been reported.
        }
    }

    /** Runs a cell of Python as one unit, as {@link Session#runCell} specifies. */
    Outcome runCell(String text, String name) {
        RunMode outer = mode;
        mode = RunMode.CELL;
        log.cells().begin(text);
        try {
            evaluator.engine().arm();
            Unit unit = new Unit(text, text, 1, false, true);
            Outcome outcome = guarded(() -> python(unit, name, true));
            log.cells().endWhole(outcome instanceof Outcome.Success);
            reported(unit, outcome, name, Outcome.SUCCESS);
            return outcome;
        } finally {
            mode = outer;
            log.cells().begin("");
        }
    }

    private Outcome runUnits(String text, String name) {
        Optional<Unit> whole = PythonText.whole(text, this::python);
        if (whole.isPresent()) {
            evaluator.engine().arm();
            Outcome outcome = guarded(() -> python(whole.get(), name, false));
            log.cells().endWhole(outcome instanceof Outcome.Success);
            return reported(whole.get(), outcome, name, Outcome.SUCCESS);
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

    /** Reports the outcome if it is a failure. Returns the worst outcome so far, or a success at the prompt. */
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

    /** Runs a unit of a cell, of which only the last value is shown. */
    private Outcome ofCell(Unit unit, String file, boolean more) {
        RunMode whole = mode;
        boolean silent =
                whole == RunMode.CELL && (more || Assignment.target(unit.text()).isPresent());
        mode = silent ? RunMode.SCRIPT : whole;
        log.cells().beginUnit(whole == RunMode.SCRIPT);
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
        ZeroGradGuard.beginSnippet(hinting() ? new ZeroGradHints() : null);
        String text = evaluator.resolved(unit.text());
        Optional<String> needless = CommandLineParser.needless(unit.text());
        if (isInteractive() || unit.command()) {
            needless.ifPresent(context.printer()::note);
        }
        if (needless.isPresent()) {
            return Outcome.SUCCESS;
        }
        Outcome outcome = unit.command() ? command(unit.text()) : snippet(unit, text, file);
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

    private boolean hinting() {
        return isInteractive() && context.settings().isOn(Setting.HINTS);
    }

    private Outcome snippet(Unit unit, String text, String file) {
        Optional<String> refusal = Continuation.refusal(text);
        if (refusal.isPresent()) {
            return new Outcome.Failure(refusal.get());
        }
        boolean marked = InfixTranslator.isPython(text);
        if (PythonText.isPythons(text, marked, this::python)
                || (python.isPresent() && python.get().assigns(text))) {
            return python(unit, file, false);
        }
        SnippetEngine engine = evaluator.engine();
        Origin origin = isInteractive() ? new Origin(unit.text(), "", 1) : new Origin(unit.text(), file, unit.line());
        int declared = engine.declared().size();
        Evaluation evaluation = engine.eval(evaluator.resolved(unit.source()), origin);
        if (evaluation instanceof Evaluation.Rejected && (marked || python().isMarked(text))) {
            return python(unit, file, false);
        }
        Outcome outcome = results.to(evaluation, mode);
        if (evaluation instanceof Evaluation.Result result) {
            lastResult = Optional.of(result.name());
            log.addSnippet(text, engine.lastJava(), result.name(), result.type(), result.expression());
        } else if (outcome instanceof Outcome.Success) {
            log.addSnippet(text, engine.lastJava(), "", "", false);
        } else if (evaluation instanceof Evaluation.Threw || evaluation instanceof Evaluation.Stopped) {
            log.addUnfinished(text);
        }
        noteDeclaring(engine.declared().stream().skip(declared).toList());
        if (hinting() && outcome instanceof Outcome.Success) {
            boolean java = engine.lastJava().equals(evaluator.resolved(unit.source()));
            InfixTranslator.hint(unit.text()).ifPresent(hint -> {
                if (java) {
                    context.printer().note("hint: " + hint);
                } else if (hint.contains("whole numbers")) {
                    hintOnce(PythonInput.DIVISION);
                }
            });
        }
        if (isInteractive()
                && evaluation instanceof Evaluation.Done
                && !commandIn(text).isEmpty()) {
            results.printWaiting();
            context.printer()
                    .note("the command is :"
                            + commandIn(text)); // "train moons" declares a variable of an unknown class.
        }
        return outcome instanceof Outcome.Failure failure ? helped(failure, text) : outcome;
    }

    private Outcome python(Unit unit, String file, boolean cell) {
        Origin origin = isInteractive() ? new Origin(unit.text(), "", 1) : new Origin(unit.text(), file, unit.line());
        boolean line = !unit.text().strip().contains("\n");
        Outcome outcome = python().run(
                        unit.text(),
                        origin,
                        (evaluation, last) -> last || (line && !cell) ? results.to(evaluation, mode) : Outcome.SUCCESS);
        python().hint().ifPresent(this::hintOnce);
        return outcome;
    }

    /** Shows a hint if it is the first of its kind. */
    private void hintOnce(String hint) {
        if (hinting() && hinted.add(hint)) {
            results.printWaiting();
            context.printer().note("hint: " + hint);
        }
    }

    /** Runs {@code :help} for Python's {@code help(...)}, unless the user has declared a method with that name. */
    private Outcome helped(Outcome.Failure failure, String text) {
        Matcher asked = PYTHONS_HELP.matcher(text.strip());
        boolean declared = evaluator.engine().declarations().names().contains("help");
        if (declared || !asked.matches()) {
            return withHint(failure, text);
        }
        return command(asked.group(1).isEmpty() ? ":help" : ":doc " + asked.group(1));
    }

    /**
     * Adds a hint to the error for {@code !ls}, which Java reads as a negated variable, and for a command without its
     * colon.
     */
    private Outcome.Failure withHint(Outcome.Failure failure, String text) {
        String hint = "";
        if (failure.message().startsWith("there is no variable") && text.matches("![a-z][\\w-]*")) {
            hint = "; to run a program, type :sh " + text.substring(1);
        } else if (failure.start() == 0 && !commandIn(text).isEmpty()) {
            hint = "; the command is :" + commandIn(text);
        }
        return new Outcome.Failure(failure.message() + hint, failure.start(), failure.position(), failure.end());
    }

    /** Returns the command whose name is the first word of the text, or an empty string if there is none. */
    private String commandIn(String text) {
        String word = text.strip().replaceFirst("(?s)\\s.*", "");
        return context.commands().names().contains(word) ? word : "";
    }

    private void noteDeclaring(List<String> declared) {
        if (isInteractive() && !declaringNoted && !declared.isEmpty()) {
            context.printer().note(declared.get(0) + " did not exist; it is now declared, as in Python");
            declaringNoted = true;
        }
    }

    private final class ZeroGradHints implements ZeroGradGuard.Listener {
        @Override
        public void hint(String text) {
            context.printer().note("hint: " + text);
        }

        @Override
        public LeafNames names() {
            return evaluator.engine().isSnippetThread() ? ValueNames.of(evaluator.engine()) : new ValueNames();
        }
    }
}
