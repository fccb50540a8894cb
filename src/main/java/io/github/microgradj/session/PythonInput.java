package io.github.microgradj.session;

import io.github.microgradj.command.CommandContext;
import io.github.microgradj.command.PictureCommand;
import io.github.microgradj.command.Setting;
import io.github.microgradj.command.UserError;
import io.github.microgradj.language.infix.Diagnostic;
import io.github.microgradj.language.python.PythonCell;
import io.github.microgradj.language.python.syntax.Refusal;
import io.github.microgradj.language.python.syntax.TextSpan;
import io.github.microgradj.output.Printer.Style;
import io.github.microgradj.python.module.PyPlot;
import io.github.microgradj.report.CompilerMessages;
import io.github.microgradj.report.ErrorReport;
import io.github.microgradj.report.Outcome;
import io.github.microgradj.snippet.SnippetEngine;
import io.github.microgradj.snippet.model.Evaluation;
import io.github.microgradj.snippet.model.Origin;
import io.github.microgradj.viz.picture.Picture;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The runner of Python. A cell is translated to Java as a whole, the Java is compiled as a whole, and only then do its
 * statements run, one after another. A session that runs no Python loads none of the classes for it.
 */
final class PythonInput {
    private static final String IMPORTS = """
            import io.github.microgradj.python.*;
            import io.github.microgradj.python.module.*;
            import io.github.microgradj.python.value.*;
            """;

    /** Says how the division of whole numbers differs. */
    static final String DIVISION = "/ keeps the fraction of whole numbers, as in Python; in Java, 2/3 is 0";

    private final CommandContext context;
    private final SessionEvaluator evaluator;
    private final SessionLog log;
    /** The translator, which belongs to one engine: a reset replaces both. */
    private Optional<PythonCell> cell = Optional.empty();

    private Optional<SnippetEngine> engine = Optional.empty();
    private boolean imported;
    private boolean divides;
    private List<String> lastJava = List.of();

    PythonInput(CommandContext context, SessionEvaluator evaluator, SessionLog log) {
        this.context = context;
        this.evaluator = evaluator;
        this.log = log;
    }

    /** Returns whether the text is Python as far as its grammar goes. */
    boolean isPython(String text) {
        return PythonCell.isPython(text);
    }

    /** Returns whether text that Java rejects is Python, rather than Java with a mistake. */
    boolean isMarked(String text) {
        return cell().isMarked(text);
    }

    /** Returns whether the text can be translated. */
    boolean accepts(String text) {
        try {
            cell().preview(text);
            return true;
        } catch (Refusal refusal) {
            return false;
        }
    }

    /** Returns whether the text assigns a variable of a cell that has run, as Python does. */
    boolean assigns(String text) {
        return cell.isPresent()
                && PythonText.assigned(text).filter(cell()::isAssigned).isPresent()
                && isPython(text);
    }

    /** Returns what to tell a reader of Java about the last cell. */
    Optional<String> hint() {
        return divides ? Optional.of(DIVISION) : Optional.empty();
    }

    /** Returns the Java of the last cell. */
    List<String> lastJava() {
        return lastJava;
    }

    private PythonCell cell() {
        if (cell.isEmpty() || !engine.equals(Optional.of(evaluator.engine()))) {
            engine = Optional.of(evaluator.engine());
            cell = Optional.of(new PythonCell(new EngineNames(evaluator.engine())));
            imported = false;
        }
        return cell.get();
    }

    /** Imports what translated cells use, before the first one, because an import makes JShell compile much again. */
    private void importAll() {
        cell();
        if (!imported) {
            imported = true;
            IMPORTS.lines().forEach(each -> evaluator.engine().eval(each, Origin.typed("")));
        }
    }

    private record EngineNames(SnippetEngine engine) implements PythonCell.SessionNames {
        @Override
        public Optional<String> typeOf(String variable) {
            return engine.variables().stream()
                    .filter(each -> each.name().equals(variable))
                    .map(SnippetEngine.Variable::simpleType)
                    .findFirst();
        }

        @Override
        public boolean isMethod(String name) {
            return engine.declarations().methods().stream()
                    .anyMatch(each -> each.name().equals(name));
        }
    }

    /**
     * Returns a cell as Java, without running it.
     *
     * @throws UserError if it is refused
     */
    String java(String text) throws UserError {
        try {
            return cell().preview(text).snippets().stream()
                    .map(PythonCell.Snippet::java)
                    .collect(Collectors.joining("\n"));
        } catch (Refusal refusal) {
            throw new UserError(String.valueOf(refusal.getMessage()));
        }
    }

    /**
     * Runs a cell. If it is refused, none of it runs.
     *
     * @param origin where the cell comes from
     * @param echo how results are shown
     */
    Outcome run(String text, Origin origin, ResultEcho echo) {
        PythonCell.TranslatedCell translation;
        lastJava = List.of();
        divides = false;
        importAll();
        try {
            translation = cell().translate(text, this::check);
        } catch (Refusal refusal) {
            String nothing = text.strip().contains("\n") ? "; nothing of it was run" : "";
            return failure(text, refusal.getMessage() + nothing, refusal.span());
        }
        translation.notes().forEach(context.printer()::note);
        divides = translation.divides();
        lastJava = translation.snippets().stream().map(PythonCell.Snippet::java).toList();
        if (context.settings().isOn(Setting.JAVA)) {
            lastJava.forEach(java -> context.printer().line(Style.DIM, java));
        }
        String logged = text;
        List<String> before = evaluator.engine().declarations().names();
        for (PythonCell.Snippet snippet : translation.snippets()) {
            Outcome outcome = run(snippet, text, origin, echo, logged);
            if (!(outcome instanceof Outcome.Success)) {
                dropNew(translation.snippets(), snippet, before);
                figures();
                return outcome;
            }
            logged = "";
        }
        return figures();
    }

    /** Drops the variables that were declared for a statement that failed, as in Python, where it assigns none. */
    private void dropNew(List<PythonCell.Snippet> snippets, PythonCell.Snippet failed, List<String> before) {
        snippets.stream()
                .filter(each -> each.span().equals(failed.span()))
                .flatMap(each -> each.variable().stream())
                .filter(name -> !before.contains(name))
                .forEach(name -> evaluator.engine().declarations().drop(name));
    }

    /** Shows what the cell has drawn with {@code plt}. */
    private Outcome figures() {
        try {
            for (Picture figure : PyPlot.take()) {
                PictureCommand.show(figure, System.getenv(), context);
            }
            return Outcome.SUCCESS;
        } catch (UserError e) {
            return evaluator.results().to(e);
        }
    }

    /** How a result is shown. */
    interface ResultEcho {
        /**
         * Shows the result of a statement.
         *
         * @param last whether it is the value of the cell's last line
         */
        Outcome show(Evaluation evaluation, boolean last);
    }

    private Outcome run(PythonCell.Snippet snippet, String text, Origin origin, ResultEcho echo, String logged) {
        SnippetEngine running = evaluator.engine();
        if (snippet.isPicture()) {
            try {
                log.addSnippet(logged, "drawDot(" + snippet.picture() + ");", "", "", false);
                return context.commands().run(":graph " + snippet.picture(), context);
            } catch (UserError e) {
                return evaluator.results().to(e);
            }
        }
        Evaluation evaluation = running.evalJava(snippet.java(), origin);
        if (evaluation instanceof Evaluation.Result result) {
            log.addSnippet(logged, snippet.java(), result.name(), result.type(), result.expression());
            boolean none = result.value() == null && result.expression();
            return none ? Outcome.SUCCESS : echo.show(evaluation, snippet.shown());
        }
        if (evaluation instanceof Evaluation.Threw threw) {
            evaluator.results().threw(threw.exception());
            log.addUnfinished(text);
            return failure(text, described(threw.exception()), snippet.span());
        }
        Optional<Outcome> failure = evaluator.results().failure(evaluation);
        if (failure.isEmpty()) {
            log.addSnippet(logged, snippet.java(), "", "", false);
            return echo.show(evaluation, false);
        }
        log.addUnfinished(text);
        return failure.get() instanceof Outcome.Failure failed
                ? failure(text, failed.message(), snippet.span())
                : failure.get();
    }

    private static String described(Throwable exception) {
        boolean tooLarge = exception instanceof ArithmeticException && "long overflow".equals(exception.getMessage());
        return tooLarge
                ? "OverflowError: a whole number has at most 64 bits here; write 2.0 instead of 2 for a float"
                : ErrorReport.describe(exception);
    }

    /** Compiles all snippets of a cell, and refuses the cell if one is wrong. */
    private void check(List<PythonCell.Snippet> snippets) {
        CellCheck check = new CellCheck(snippets);
        List<Diagnostic> faults = evaluator.engine().faults(check.text());
        faults.stream().filter(fault -> !fault.is("cant.resolve")).findFirst().ifPresent(fault -> {
            throw new Refusal(
                    check.span(fault.start()),
                    "this has no translation to Java: " + CompilerMessages.of(fault.message()));
        });
    }

    private static Outcome failure(String text, String message, TextSpan span) {
        int lineEnd = text.indexOf('\n', span.start());
        int end = Math.min(span.end(), lineEnd < 0 ? text.length() : lineEnd);
        return new Outcome.Failure(message, span.start(), span.start(), Math.max(span.start(), end));
    }
}
