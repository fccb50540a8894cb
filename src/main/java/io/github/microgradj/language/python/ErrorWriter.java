package io.github.microgradj.language.python;

import io.github.microgradj.language.python.syntax.Reachability;
import io.github.microgradj.language.python.syntax.Refusal;
import io.github.microgradj.language.python.syntax.Syntax;
import io.github.microgradj.language.python.syntax.Syntax.Expression;
import io.github.microgradj.language.python.syntax.Syntax.Statement;
import io.github.microgradj.language.python.syntax.Trees;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;

/** A writer of Java code for {@code raise}, {@code assert} and {@code try}. */
final class ErrorWriter {
    private final NameScope scope;
    private final JavaLines lines;
    private final StatementWriter statements;
    private final ExpressionWriter expressions;
    /** The Java variables for the exceptions caught by the handlers around the current statement, innermost first. */
    private final Deque<String> caught = new ArrayDeque<>();

    ErrorWriter(NameScope scope, JavaLines lines, StatementWriter statements) {
        this.scope = scope;
        this.lines = lines;
        this.statements = statements;
        this.expressions = new ExpressionWriter(scope);
    }

    void write(Syntax.Assert check) {
        String message = check.message()
                .map(each -> "Py.str(" + expressions.write(each).asObject() + ")")
                .orElse("\"\"");
        lines.open("if (" + expressions.condition(check.condition()).not().text() + ")");
        lines.add("throw new PythonError(\"AssertionError\", " + message + ");");
        lines.close();
    }

    void write(Syntax.Raise raise) {
        if (raise.exception().isEmpty() && !caught.isEmpty()) {
            lines.add("throw " + caught.peek() + ";");
            return;
        }
        Expression exception = raise.exception()
                .orElseThrow(() ->
                        new Refusal(raise.span(), "expected an exception after raise, as in raise ValueError('why')"));
        if (exception instanceof Syntax.Name name
                && (scope.find(name.name()).isPresent()
                        || scope.names().variable(name.name()).isPresent())) {
            lines.add("throw Caught.raised(" + expressions.write(name).boxed() + ");");
            return;
        }
        String kind = exception instanceof Syntax.Name name ? name.name() : "";
        String message = "\"\"";
        if (exception instanceof Syntax.Call call && call.function() instanceof Syntax.Name name) {
            kind = name.name();
            message = call.arguments().isEmpty()
                    ? message
                    : (kind.equals("KeyError") ? "Py.repr(" : "Py.str(")
                            + expressions.write(call.arguments().get(0).value()).asObject() + ")";
        }
        if (!kind.matches("[A-Z]\\w*")) {
            throw new Refusal(raise.span(), "expected an exception after raise, as in raise ValueError('why')");
        }
        lines.add("throw new PythonError(\"" + kind + "\", " + message + ");");
    }

    void write(Syntax.Try trial) {
        boolean several = !trial.otherwise().isEmpty() && !trial.last().isEmpty();
        if (several) {
            lines.open("try");
        }
        String completed = trial.otherwise().isEmpty() ? "" : scope.temporary("completed");
        if (!completed.isEmpty()) {
            lines.add("boolean " + completed + " = false;");
        }
        lines.open("try");
        statements.block(trial.body());
        if (!completed.isEmpty() && Reachability.completes(trial.body())) {
            lines.add(completed + " = true;");
        }
        if (!trial.handlers().isEmpty()) {
            handlers(trial.handlers());
        }
        if (!completed.isEmpty()) {
            lines.close();
            lines.open("if (" + completed + ")");
            statements.block(trial.otherwise());
        }
        if (several) {
            lines.close();
        }
        if (!trial.last().isEmpty()) {
            lines.next("finally");
            statements.block(trial.last());
        }
        lines.close();
    }

    private void handlers(List<Syntax.Handler> handlers) {
        String thrown = scope.temporary("thrown");
        lines.next("catch (RuntimeException " + thrown + ")");
        caught.push(thrown);
        boolean first = true;
        for (Syntax.Handler handler : handlers) {
            String condition = "if (Caught.is(" + thrown + kinds(handler) + "))";
            if (first) {
                lines.open(condition);
            } else {
                lines.next("else " + condition);
            }
            first = false;
            scope.enterBlock();
            if (!handler.name().isEmpty()) {
                new AssignmentWriter(scope, lines)
                        .assign(
                                new Syntax.Name(handler.span(), handler.name()),
                                JavaExpression.operand("Caught.of(" + thrown + ")", PythonType.ANY));
            }
            statements.statements(handler.body());
            scope.leaveBlock();
        }
        caught.pop();
        lines.next("else");
        lines.add("throw " + thrown + ";");
        lines.close();
    }

    private static String kinds(Syntax.Handler handler) {
        if (handler.kinds().isEmpty()) {
            return ", \"Exception\"";
        }
        Expression kinds = handler.kinds().get();
        List<Expression> all = kinds instanceof Syntax.TupleDisplay ? Trees.elements(kinds) : List.of(kinds);
        return all.stream()
                .map(kind -> {
                    if (!(kind instanceof Syntax.Name name)) {
                        throw new Refusal(kind.span(), "expected an exception after except, as in except ValueError");
                    }
                    return ", \"" + name.name() + "\"";
                })
                .collect(Collectors.joining());
    }

    /**
     * Returns the statements that run after a {@code try} block that contains only imports. Whether an import fails is
     * known when the cell is translated, so these statements need no {@code try} in Java.
     */
    static List<Statement> ofImports(Syntax.Try trial, NameScope scope) {
        try {
            trial.body().forEach(each -> Modules.add((Syntax.Import) each, scope.names()));
        } catch (Refusal missing) {
            List<Statement> handled = trial.handlers().stream()
                    .findFirst()
                    .map(Syntax.Handler::body)
                    .orElseThrow(() -> missing);
            return java.util.stream.Stream.concat(handled.stream(), trial.last().stream())
                    .toList();
        }
        return java.util.stream.Stream.concat(trial.otherwise().stream(), trial.last().stream())
                .toList();
    }
}
