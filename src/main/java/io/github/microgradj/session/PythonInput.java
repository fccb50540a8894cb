package io.github.microgradj.session;

import io.github.microgradj.command.CommandContext;
import io.github.microgradj.command.PictureCommand;
import io.github.microgradj.command.RunMode;
import io.github.microgradj.command.Setting;
import io.github.microgradj.command.UserError;
import io.github.microgradj.language.infix.Diagnostic;
import io.github.microgradj.language.python.PythonCell;
import io.github.microgradj.language.python.syntax.Refusal;
import io.github.microgradj.output.Printer.Style;
import io.github.microgradj.python.Each;
import io.github.microgradj.python.module.PyPlot;
import io.github.microgradj.report.CompilerMessages;
import io.github.microgradj.report.Outcome;
import io.github.microgradj.snippet.SnippetEngine;
import io.github.microgradj.snippet.model.Evaluation;
import io.github.microgradj.snippet.model.Origin;
import io.github.microgradj.viz.picture.Picture;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A runner for Python. A cell is translated to Java and compiled as a whole before its statements run, one after
 * another. The translator's classes are loaded only for input that may be Python.
 */
final class PythonInput {
    private static final String IMPORTS = """
            import io.github.microgradj.python.*;
            import io.github.microgradj.python.module.*;
            import io.github.microgradj.python.value.*;
            """;

    private static final Pattern FUNCTION =
            Pattern.compile("(?<=\\bdef\\s{1,9})(\\w+)\\s*\\([^()]*(?:\\([^()]*\\)[^()]*)*\\)");

    private final CommandContext context;
    private final SessionEvaluator evaluator;
    private final SessionLog log;
    /** The translator, which belongs to one engine: a reset replaces both. */
    private Optional<PythonCell> cell = Optional.empty();

    private Optional<SnippetEngine> engine = Optional.empty();
    private boolean imported;
    /** The features, such as {@code figsize}, that {@code plt} ignores and that the user has been told about. */
    private final Set<String> toldIgnored = new HashSet<>();

    private boolean divides;

    PythonInput(CommandContext context, SessionEvaluator evaluator, SessionLog log) {
        this.context = context;
        this.evaluator = evaluator;
        this.log = log;
    }

    /** Returns whether the text conforms to Python's grammar. */
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

    /**
     * Returns whether the text is a Python assignment to a variable that an earlier cell assigned. An assignment that
     * cannot be translated, such as {@code x = Math.tanh(0.5)}, may still be Java.
     */
    boolean assigns(String text) {
        return cell.isPresent()
                && PythonText.assigned(text).filter(cell()::isAssigned).isPresent()
                && isPython(text)
                && accepts(text);
    }

    /** Returns whether the last cell divides whole numbers, which Java does differently. */
    boolean divides() {
        return divides;
    }

    private PythonCell cell() {
        if (cell.isEmpty() || !engine.equals(Optional.of(evaluator.engine()))) {
            engine = Optional.of(evaluator.engine());
            cell = Optional.of(new PythonCell(new EngineNames(evaluator.engine())));
            imported = false;
        }
        return cell.get();
    }

    /**
     * Imports the types that translated cells use. Does so before the first cell, because JShell recompiles earlier
     * snippets after an import.
     */
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
     * @throws UserError if the cell cannot be translated
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
     * @param mode how results are shown
     * @param each whether the value of every statement is shown, rather than only that of the last line
     */
    Outcome run(String text, Origin origin, RunMode mode, boolean each) {
        PythonCell.TranslatedCell translation;
        divides = false;
        importAll();
        try {
            translation = cell().translate(text, this::check);
        } catch (Refusal refusal) {
            String nothing = text.strip().contains("\n") ? "; none of this input was run" : "";
            return PythonFailures.at(refusal.span(), text, refusal.getMessage() + nothing);
        }
        translation.notes().forEach(context.printer()::note);
        divides = translation.divides();
        List<String> java =
                translation.snippets().stream().map(PythonCell.Snippet::java).toList();
        evaluator.last().add(java);
        if (context.settings().isOn(Setting.JAVA)) {
            java.forEach(line -> context.printer().line(Style.DIM, line));
        }
        List<String> before = evaluator.engine().declarations().names();
        List<PythonCell.Snippet> snippets = translation.snippets();
        if (snippets.isEmpty()) {
            log.addSnippet(text, "", "", "", false);
        }
        List<String> statements = CellStatements.of(snippets, text);
        for (int i = 0; i < snippets.size(); i++) {
            PythonCell.Snippet snippet = snippets.get(i);
            boolean shown = (each && !isBlock(snippets, snippet)) || snippet.shown();
            Outcome outcome = run(snippet, text, origin, statements.get(i), shown(mode, shown));
            if (!(outcome instanceof Outcome.Success)) {
                dropNew(snippets, snippet, before);
                figures();
                return outcome;
            }
            if (i + 1 == snippets.size() || !snippets.get(i + 1).span().equals(snippet.span())) {
                dropUnbound(snippets, snippet);
            }
        }
        if (each && PythonText.assignsSeveral(text)) {
            snippets.stream()
                    .filter(snippet -> isBlock(snippets, snippet))
                    .flatMap(snippet -> snippet.variable().stream())
                    .forEach(name -> show(name, mode));
        }
        if (mode == RunMode.INTERACTIVE && context.settings().isOn(Setting.ECHO)) {
            created(snippets, text, before, !each).ifPresent(context.printer()::note);
        }
        return figures();
    }

    private Function<Evaluation, Outcome> shown(RunMode mode, boolean shown) {
        return shown ? evaluation -> evaluator.results().toPython(evaluation, mode) : evaluation -> Outcome.SUCCESS;
    }

    /**
     * Returns whether a snippet belongs to a statement whose Java first declares the variables and then assigns them.
     */
    private static boolean isBlock(List<PythonCell.Snippet> snippets, PythonCell.Snippet snippet) {
        List<PythonCell.Snippet> statement = snippets.stream()
                .filter(each -> each.span().equals(snippet.span()))
                .toList();
        return statement.size() > 1
                && statement.stream().anyMatch(each -> each.variable().isEmpty());
    }

    private void show(String name, RunMode mode) {
        Object value = evaluator.engine().valueOf(name).orElse(null);
        evaluator.results().toPython(new Evaluation.Result(name, false, "Object", value), mode);
    }

    /**
     * Returns a note about the function that the input defines, or empty if the input does anything else.
     *
     * @param objects whether to report a function that is stored in a variable
     */
    private static Optional<String> created(
            List<PythonCell.Snippet> snippets, String text, List<String> before, boolean objects) {
        boolean one = !snippets.isEmpty()
                && snippets.stream()
                        .allMatch(snippet -> (objects || snippet.isMethod())
                                && snippet.span().equals(snippets.get(0).span()));
        Matcher head = FUNCTION.matcher(text);
        return one && head.find()
                ? Optional.of((before.contains(head.group(1)) ? "replaced" : "created") + " function "
                        + head.group().replaceAll("\\s+", " "))
                : Optional.empty();
    }

    /** Drops the variables that a failed statement declared. In Python, a statement that fails assigns nothing. */
    private void dropNew(List<PythonCell.Snippet> snippets, PythonCell.Snippet failed, List<String> before) {
        snippets.stream()
                .filter(each -> each.span().equals(failed.span()))
                .flatMap(each -> each.variable().stream())
                .filter(name -> !before.contains(name))
                .forEach(name -> evaluator.engine().declarations().drop(name));
    }

    /** Drops the variables that a statement could have assigned, but did not. */
    private void dropUnbound(List<PythonCell.Snippet> snippets, PythonCell.Snippet ran) {
        snippets.stream()
                .filter(each -> each.span().equals(ran.span()) && each.mayStayUnbound())
                .flatMap(each -> each.variable().stream())
                .filter(name -> evaluator.engine().valueOf(name).stream().anyMatch(value -> value == Each.UNBOUND))
                .forEach(name -> evaluator.engine().declarations().drop(name));
    }

    /** Shows what the cell has drawn with {@code plt}. Reports each ignored feature of {@code plt} only once. */
    private Outcome figures() {
        String ignored = PyPlot.takeIgnored().stream().filter(toldIgnored::add).collect(Collectors.joining(", "));
        if (!ignored.isEmpty()) {
            context.printer().note("plt: no effect here: " + ignored);
        }
        return PyPlot.take().stream()
                .map(this::show)
                .filter(outcome -> !(outcome instanceof Outcome.Success))
                .findFirst()
                .orElse(Outcome.SUCCESS);
    }

    private Outcome show(Picture picture) {
        try {
            context.printer().recorder().picture(picture);
            PictureCommand.show(picture, System.getenv(), context);
            return Outcome.SUCCESS;
        } catch (UserError e) {
            return evaluator.results().to(e);
        }
    }

    private Outcome run(
            PythonCell.Snippet snippet,
            String text,
            Origin origin,
            String logged,
            Function<Evaluation, Outcome> shown) {
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
            if (snippet.shown() && result.value() instanceof Picture picture) {
                return show(picture);
            }
            boolean none = result.value() == null && result.expression();
            return none ? Outcome.SUCCESS : shown.apply(evaluation);
        }
        if (evaluation instanceof Evaluation.Threw threw) {
            evaluator.results().threw(threw.exception());
            log.addUnfinished(logged.strip());
            return PythonFailures.at(snippet.span(), text, PythonFailures.described(threw.exception()));
        }
        Optional<Outcome> failure = evaluator.results().failure(evaluation);
        if (failure.isEmpty()) {
            log.addSnippet(logged, snippet.java(), "", "", false);
            return snippet.isMethod() ? Outcome.SUCCESS : shown.apply(evaluation);
        }
        log.addUnfinished(logged.strip());
        return failure.get() instanceof Outcome.Failure failed
                ? PythonFailures.at(
                        snippet.span(),
                        text,
                        PythonFailures.undeclared(inPythonsWords(failed).message()))
                : failure.get();
    }

    /** Returns the failure, reworded in Python's terms if a function failed because it uses an unknown name. */
    Outcome.Failure inPythonsWords(Outcome.Failure failure) {
        return PythonFailures.inPythonsWords(
                failure,
                name -> header(name).isPresent(),
                evaluator.engine().declarations().waiting());
    }

    /** Returns the name and the parameters of a function that a cell has defined; empty for any other name. */
    Optional<String> header(String name) {
        return cell().header(name);
    }

    /** Compiles all snippets of a cell. Refuses the cell if one has an error other than an unknown name. */
    private void check(List<PythonCell.Snippet> snippets) {
        CellCheck check = new CellCheck(snippets);
        List<Diagnostic> faults = evaluator.engine().faults(check.text());
        faults.stream().filter(fault -> !fault.is("cant.resolve")).findFirst().ifPresent(fault -> {
            throw new Refusal(
                    check.span(fault.start()),
                    "this cannot be translated to Java: " + CompilerMessages.of(fault.message()));
        });
    }
}
