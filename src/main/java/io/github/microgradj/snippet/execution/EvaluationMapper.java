package io.github.microgradj.snippet.execution;

import io.github.microgradj.language.infix.Assignment;
import io.github.microgradj.snippet.compiler.TrialCompiler;
import io.github.microgradj.snippet.model.Evaluation;
import io.github.microgradj.snippet.model.Frame;
import io.github.microgradj.snippet.model.Origin;
import io.github.microgradj.snippet.runtime.StopCheck;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.EvalException;
import jdk.jshell.ExpressionSnippet;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.TypeDeclSnippet;
import jdk.jshell.UnresolvedReferenceException;
import jdk.jshell.VarSnippet;
import org.jspecify.annotations.Nullable;

/** A converter from JShell's events and the results of the execution control to an evaluation. */
record EvaluationMapper(JShellSession session, JShell shell, InProcessExecutionControl control) {
    Evaluation on(List<SnippetEvent> events) {
        if (control.stopped != null) {
            return new Evaluation.Stopped(control.stopped.stuckIn);
        }
        if (control.exception instanceof StopCheck.SnippetExit exit) {
            return new Evaluation.Exited(exit.status);
        }
        List<Evaluation> own = events.stream()
                .filter(event -> event.causeSnippet() == null)
                .map(event -> on(event, events))
                .toList();
        if (own.size() > 1 && own.stream().allMatch(Evaluation.Result.class::isInstance)) {
            return new Evaluation.Results(
                    own.stream().map(Evaluation.Result.class::cast).toList());
        }
        return own.stream()
                .reduce((first, second) ->
                        second instanceof Evaluation.Rejected || second instanceof Evaluation.Threw ? second : first)
                .orElseGet(() -> new Evaluation.Done(""));
    }

    private Evaluation on(SnippetEvent event, List<SnippetEvent> all) {
        Snippet snippet = event.snippet();
        if (event.status() == Status.REJECTED || isTooLarge(snippet)) {
            List<Evaluation.Problem> problems = TrialCompiler.problems(shell, snippet);
            if (event.status() != Status.REJECTED) {
                shell.drop(snippet);
            }
            return new Evaluation.Rejected(problems);
        }
        if (event.exception() instanceof UnresolvedReferenceException unresolved) {
            int end = snippet.source().length();
            return new Evaluation.Rejected(
                    List.of(new Evaluation.Problem("", missing(shell, unresolved.getSnippet()), 0, 0, end)));
        }
        if (event.exception() != null) {
            Throwable thrown = Objects.requireNonNullElse(control.exception, event.exception());
            return new Evaluation.Threw(thrown, userFrames(event.exception()));
        }
        if (snippet instanceof VarSnippet variable && event.status().isDefined()) {
            return variable.subKind() == Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND
                    ? resultOf(variable)
                    : result(variable.name(), false, variable);
        }
        if (snippet instanceof ExpressionSnippet expression) {
            return new Evaluation.Result(expression.name(), true, expression.typeName(), control.value);
        }
        return new Evaluation.Done(described(snippet, event.status(), replaces(snippet, all)));
    }

    /**
     * Returns the result of an expression. If the expression is an assignment such as {@code a.data = 3}, the name of
     * the result is the assigned target, although JShell stores the value in a temporary variable.
     */
    private Evaluation.Result resultOf(VarSnippet expression) {
        Optional<String> target = Assignment.target(expression.source());
        Evaluation.Result result = result(target.orElse(expression.name()), true, expression);
        if (target.isPresent()) {
            shell.drop(expression);
        }
        return result;
    }

    private Evaluation.Result result(String name, boolean expression, VarSnippet variable) {
        Object value = session.valueOf(variable);
        return new Evaluation.Result(name, expression, writtenType(variable, value), value);
    }

    /**
     * Returns the type of a variable in Java syntax. If the compiler has inferred a type that cannot be written in
     * Java, such as that of {@code true ? 1 : "a"}, redeclares the variable with a type that can be written, because
     * later uses of the variable would fail otherwise.
     */
    private String writtenType(VarSnippet variable, @Nullable Object value) {
        Optional<String> written = variable.typeName().contains("&") ? writable(variable) : Optional.empty();
        written.ifPresent(type -> session.declare(variable.name(), type, value));
        return written.orElse(variable.typeName());
    }

    /**
     * Returns a type that can be written in Java. For a type such as {@code AbstractList<String>&Serializable}, this is
     * the first part if possible, and otherwise the type of the field in which JShell stores the variable.
     */
    private Optional<String> writable(VarSnippet variable) {
        String first = variable.typeName().replaceFirst("&.*", "");
        boolean whole = !first.equals("Object")
                && first.replace("<", "").length() == first.replace(">", "").length();
        return whole ? Optional.of(first) : control.fields().type(variable.name());
    }

    /**
     * Returns whether the snippet exceeds a limit of class files. JShell reports such a snippet as a declaration with
     * missing names.
     */
    private boolean isTooLarge(Snippet snippet) {
        return shell.diagnostics(snippet)
                .anyMatch(diagnostic -> diagnostic.getCode().startsWith("compiler.err.limit"));
    }

    /**
     * Returns the stack frames in snippets. If the exception has none, returns those of its cause. JShell names the
     * files of snippets after their numbers, as in {@code #12}.
     */
    private List<Frame> userFrames(@Nullable Throwable exception) {
        if (!(exception instanceof EvalException)) {
            return List.of();
        }
        List<Frame> frames = Arrays.stream(exception.getStackTrace())
                .filter(frame ->
                        frame.getFileName() != null && frame.getFileName().startsWith("#"))
                .flatMap(frame -> frame(frame, frame.getFileName().substring(1)).stream())
                .toList();
        return frames.isEmpty() ? userFrames(exception.getCause()) : frames;
    }

    /**
     * Returns the frame with its position in the user's text. The result is empty for code that is in a single-line
     * snippet but not in a method, because the position is obvious.
     */
    private Optional<Frame> frame(StackTraceElement element, String id) {
        Origin origin = session.origin(id);
        boolean obvious =
                element.getMethodName().isEmpty() && !origin.text().strip().contains("\n");
        return shell.snippets()
                .filter(snippet -> !obvious && snippet.id().equals(id))
                .map(snippet -> Frame.of(element, origin, snippet.source()))
                .findFirst();
    }

    /** Returns whether the given declaration replaced an active declaration. */
    private static boolean replaces(Snippet snippet, List<SnippetEvent> all) {
        return all.stream().anyMatch(event -> event.causeSnippet() == snippet && event.status() == Status.OVERWRITTEN);
    }

    private String described(Snippet snippet, Status status, boolean replaces) {
        String name = name(snippet);
        if (name.isEmpty() || status == Status.VALID) {
            return name.isEmpty() ? "" : (replaces ? "replaced " : "created ") + name;
        }
        DeclarationSnippet declaration = (DeclarationSnippet) snippet;
        return shell.unresolvedDependencies(declaration).findAny().isPresent()
                ? missing(shell, declaration)
                : name + " cannot be used until what it calls is declared";
    }

    static String name(Snippet snippet) {
        if (snippet instanceof MethodSnippet method) {
            return "method " + method.name() + "(" + method.parameterTypes().replace(",", ", ") + ")";
        }
        if (snippet instanceof TypeDeclSnippet type) {
            String kind = type.subKind().name();
            return kind.substring(0, kind.indexOf('_')).toLowerCase(Locale.ROOT) + " " + type.name();
        }
        return snippet instanceof VarSnippet variable ? "variable " + variable.name() : "";
    }

    static String missing(JShell shell, DeclarationSnippet snippet) {
        List<String> lacking = shell.unresolvedDependencies(snippet).toList();
        List<String> types =
                lacking.stream().filter(name -> name.startsWith("class ")).toList();
        boolean mayInherit = snippet instanceof TypeDeclSnippet && !types.isEmpty(); // A type may inherit the others.
        List<String> names = mayInherit ? types : lacking;
        return names.isEmpty()
                ? name(snippet) + " no longer compiles; declare it again"
                : name(snippet) + " cannot be used until " + (names.size() == 1 ? "this is" : "these are")
                        + " declared: " + String.join(", ", names);
    }
}
