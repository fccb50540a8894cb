package io.github.microgradj.command.learning;

import io.github.microgradj.command.CommandContext;
import io.github.microgradj.command.RunMode;
import io.github.microgradj.command.UserError;
import io.github.microgradj.engine.Value;
import io.github.microgradj.language.infix.Diagnostic;
import io.github.microgradj.learn.Answer;
import io.github.microgradj.output.Markdown;
import io.github.microgradj.output.Printer;
import io.github.microgradj.output.Printer.Style;
import io.github.microgradj.report.Outcome;
import io.github.microgradj.snippet.SnippetEngine;
import io.github.microgradj.snippet.model.Evaluation;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The learner's session, as a lesson uses it. */
final class LessonSession {
    /** Matches a declaration or an assignment at the start of a line, such as {@code Value a = b}. */
    private static final Pattern DECLARED =
            Pattern.compile("(?m)^(?:[A-Za-z][\\w.<>,\\[\\]]*\\s+)?([A-Za-z_]\\w*)\\s*(?:=(?!=)|\\([^()]*\\)\\s*\\{)");

    /** Matches an assignment to a variable or a field, or a method call. */
    private static final Pattern CHANGE = Pattern.compile("([A-Za-z_]\\w*)(?:[\\w.]*\\s*=(?!=)|[\\w.]+\\().*");

    private static final Pattern PRINTS = Pattern.compile(":.*|print\\(.*|System\\.out\\..*", Pattern.DOTALL);

    private final CommandContext context;
    private final String name;
    private final Consumer<String> faults;
    /** The methods declared by setup code, by the snippet that declares them. */
    private final Map<String, List<String>> declared = new HashMap<>();
    /** The Values declared by setup code, by the snippet that declares them. */
    private final Map<String, SavedNames> values = new HashMap<>();

    /** The errors of the current step that have been reported. */
    private final Set<String> failed = new HashSet<>();

    private boolean stopped;

    /**
     * Creates the session of a lesson.
     *
     * @param name the name of the lesson, for error messages
     * @param faults receives the errors of the lesson itself
     */
    LessonSession(CommandContext context, String name, Consumer<String> faults) {
        this.context = context;
        this.name = name;
        this.faults = faults;
    }

    Printer printer() {
        return context.printer();
    }

    SnippetEngine engine() {
        return context.evaluator().engine();
    }

    /** Returns the names that code declares or assigns. */
    static List<String> names(String code) {
        return DECLARED.matcher(code)
                .results()
                .map(match -> match.group(1))
                .distinct()
                .toList();
    }

    boolean declares(String word) {
        return engine().declarations().names().contains(word);
    }

    List<String> split(String code) {
        return context.session().split(code);
    }

    /**
     * Runs the setup of a step. A Value that an earlier step has declared in the same way stays if it has not changed,
     * so that what the learner has computed from it still belongs to it.
     */
    void begin(String setup) {
        failed.clear();
        List<String> units = split(setup);
        int first = 0;
        while (first < units.size() && isUnchanged(units.get(first))) {
            first++;
        }
        run(String.join("\n", units.subList(first, units.size())));
        units.forEach(this::remember);
    }

    private boolean isUnchanged(String unit) {
        return isDeclared(unit)
                || Optional.ofNullable(values.get(unit))
                        .filter(saved -> saved.changed(engine()).isEmpty())
                        .isPresent();
    }

    /** Saves what a unit of a setup has declared. */
    private void remember(String unit) {
        List<String> names = names(unit);
        declared.put(unit, sources(unit));
        values.remove(unit);
        if (names.size() == 1
                && engine().valueOf(names.get(0))
                        .filter(Value.class::isInstance)
                        .isPresent()) {
            values.put(unit, new SavedNames(engine(), names.get(0)::equals));
        }
    }

    /** Runs code of the lesson silently. */
    void run(String code) {
        if (!code.isBlank()) {
            OutputRedirect.run(
                    new PrintStream(OutputStream.nullOutputStream()),
                    () -> reported(code, context.session().run(code, name, RunMode.SCRIPT)));
        }
    }

    private void reported(String code, Outcome outcome) {
        stopped |= outcome instanceof Outcome.Interrupted;
        if (outcome instanceof Outcome.Failure failure && failed.add(failure.message())) {
            faults.accept("this code fails: " + code.strip().replace('\n', ' ') + " (" + failure.message() + ")");
        }
    }

    /**
     * Runs code of the lesson again. To save time, assignments are compiled together, and methods that are still
     * declared are not declared again.
     */
    void runAgain(String code) {
        List<String> changes = new ArrayList<>();
        for (String unit : split(code)) {
            Matcher change = CHANGE.matcher(unit);
            if (change.matches() && engine().valueOf(change.group(1)).isPresent()) {
                changes.add(unit.replaceFirst(";?\\s*$", ";"));
            } else if (!isDeclared(unit)) {
                runTogether(changes);
                changes.clear();
                run(unit);
            }
        }
        runTogether(changes);
        split(code).forEach(this::remember);
    }

    private boolean isDeclared(String unit) {
        List<String> now = sources(unit);
        return !now.isEmpty() && now.equals(declared.get(unit));
    }

    /** Returns the declarations of the methods that a unit declares. */
    private List<String> sources(String unit) {
        return names(unit).stream()
                .flatMap(name -> engine().declarations().methodSources(name).stream())
                .toList();
    }

    private void runTogether(List<String> changes) {
        if (changes.size() < 2
                || !(engine().eval("{ " + String.join(" ", changes) + " }") instanceof Evaluation.Done)) {
            changes.forEach(this::run);
        }
    }

    /** Repeats code whose output the learner has already seen: silently, without commands and print statements. */
    void repeat(String code) {
        run(split(code).stream()
                .filter(unit -> !PRINTS.matcher(unit).matches())
                .reduce("", (all, unit) -> all + unit + "\n"));
    }

    /** Shows code as if the learner had typed it, with its results. */
    void demonstrate(String code) {
        for (String unit : split(code)) {
            String prompt = printer().styled(Style.DIM, "mg> ");
            for (String line : unit.strip().lines().toList()) {
                printer().line(prompt + Markdown.code(line, printer(), 4).replace("\n", "\n    "));
                prompt = printer().styled(Style.DIM, "..> ");
            }
            type(unit);
        }
    }

    /** Runs input as if the learner had typed it. */
    void type(String input) {
        stopped |= context.session().run(input, "", RunMode.INTERACTIVE) instanceof Outcome.Interrupted;
    }

    /** Returns whether the user has stopped any code of the lesson. */
    boolean wasStopped() {
        return stopped;
    }

    /** Returns the value of an expression, or empty if it is null or the expression cannot be evaluated. */
    Optional<Object> value(String expression) {
        Evaluation evaluation = engine().probe(expression);
        stopped |= evaluation instanceof Evaluation.Stopped;
        if (evaluation instanceof Evaluation.Rejected && hasPython()) {
            try {
                evaluation = engine().probe(context.evaluator().java(expression));
            } catch (UserError e) {
                return Optional.empty(); // It is neither Java nor Python.
            }
        }
        return evaluation instanceof Evaluation.Result result ? Optional.ofNullable(result.value()) : Optional.empty();
    }

    /** Returns whether the session has functions defined in Python, which only Python code can call. */
    boolean hasPython() {
        return engine().variables().stream()
                        .anyMatch(variable -> variable.type().endsWith("PythonFunction"))
                || engine().declarations().methods().stream()
                        .anyMatch(method -> method.text().contains("(Object"));
    }

    /** Returns whether text has the form of an expression, although it may not compile here. */
    boolean isExpression(String text) {
        return engine().faults("Object value() { return (" + text.replace("**", "*") + "); }").stream()
                .noneMatch(Diagnostic::isOfSyntax);
    }

    boolean holds(String condition) {
        return value(condition).filter(Boolean.TRUE::equals).isPresent();
    }

    /** Returns whether a condition, which may use {@code it} and {@code typed}, holds for an answer. */
    boolean holds(Answer answer, String condition) {
        return answer.in(condition).filter(this::holds).isPresent();
    }

    /** Returns the value of an expression as text. */
    String shown(String expression) {
        try {
            return context.evaluator()
                    .shown(context.evaluator().value(expression), printer().columns());
        } catch (UserError e) {
            faults.accept("{{ " + expression + " }} fails: " + e.getMessage());
            return "{{ " + expression + " }}";
        }
    }
}
