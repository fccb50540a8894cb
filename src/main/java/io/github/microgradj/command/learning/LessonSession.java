package io.github.microgradj.command.learning;

import io.github.microgradj.command.CommandContext;
import io.github.microgradj.command.RunMode;
import io.github.microgradj.command.UserError;
import io.github.microgradj.output.Printer;
import io.github.microgradj.output.Printer.Style;
import io.github.microgradj.report.Outcome;
import io.github.microgradj.snippet.SnippetEngine;
import io.github.microgradj.snippet.model.Evaluation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final Map<String, List<String>> declared = new HashMap<>();

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

    /** Runs code of the lesson silently. */
    void run(String code) {
        if (!code.isBlank() && context.session().run(code, name, RunMode.SCRIPT) instanceof Outcome.Failure) {
            faults.accept("this code fails: " + code.replace('\n', ' '));
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
                declared.put(unit, sources(unit));
            }
        }
        runTogether(changes);
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
            printer()
                    .line(printer().styled(Style.DIM, "mg> ")
                            + unit.strip().replace("\n", "\n" + printer().styled(Style.DIM, "..> ")));
            context.session().run(unit, "", RunMode.INTERACTIVE);
        }
    }

    /** Returns the value of an expression, or empty if it is null or the expression cannot be evaluated. */
    Optional<Object> value(String expression) {
        Evaluation evaluation = engine().probe(expression);
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

    boolean holds(String condition) {
        return value(condition).filter(Boolean.TRUE::equals).isPresent();
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
