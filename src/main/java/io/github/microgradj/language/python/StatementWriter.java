package io.github.microgradj.language.python;

import io.github.microgradj.language.python.JavaExpression.Level;
import io.github.microgradj.language.python.syntax.Refusal;
import io.github.microgradj.language.python.syntax.Syntax;
import io.github.microgradj.language.python.syntax.Syntax.Expression;
import io.github.microgradj.language.python.syntax.Syntax.Statement;
import io.github.microgradj.language.python.syntax.Trees;
import java.util.List;
import java.util.Optional;

/** The writer of statements inside a function or a block. */
final class StatementWriter {
    private final NameScope scope;
    private final JavaLines lines;
    private final ExpressionWriter expressions;
    private final AssignmentWriter assignments;
    private final LoopWriter loops;

    StatementWriter(NameScope scope, JavaLines lines) {
        this.scope = scope;
        this.lines = lines;
        this.expressions = new ExpressionWriter(scope);
        this.assignments = new AssignmentWriter(scope, lines);
        this.loops = new LoopWriter(scope, lines, this);
    }

    /** Writes the statements of a block, up to the first after which none runs. */
    void block(List<Statement> statements) {
        scope.enterBlock();
        statements(statements);
        scope.leaveBlock();
    }

    void statements(List<Statement> statements) {
        for (Statement statement : statements) {
            write(statement);
            if (!Reachability.completes(statement)) {
                return; // JavaExpression refuses a statement that cannot be reached.
            }
        }
    }

    void write(Statement statement) {
        if (statement instanceof Syntax.ExpressionStatement expression) {
            expression(expression.value());
        } else if (statement instanceof Syntax.Assignment assignment) {
            assignments.write(assignment);
        } else if (statement instanceof Syntax.AugmentedAssignment assignment) {
            assignments.write(assignment);
        } else if (statement instanceof Syntax.If choice) {
            choice(choice);
        } else if (statement instanceof Syntax.For loop) {
            loops.write(loop);
        } else if (statement instanceof Syntax.While loop) {
            loops.write(loop);
        } else if (statement instanceof Syntax.Return result) {
            result(result);
        } else if (statement instanceof Syntax.Function function) {
            nested(function);
        } else {
            simple(statement);
        }
    }

    private void simple(Statement statement) {
        if (statement instanceof Syntax.Simple simple) {
            loops.simple(simple);
        } else if (statement instanceof Syntax.Assert check) {
            String message = check.message()
                    .map(each -> "Py.str(" + expressions.write(each).asObject() + ")")
                    .orElse("\"\"");
            lines.open("if (" + expressions.condition(check.condition()).not().text() + ")");
            lines.add("throw new PythonError(\"AssertionError\", " + message + ");");
            lines.close();
        } else if (statement instanceof Syntax.Raise raise) {
            raise(raise);
        } else if (statement instanceof Syntax.Delete delete) {
            delete.targets().forEach(this::delete);
        } else if (statement instanceof Syntax.Import imported) {
            Modules.add(imported, scope.names());
        } else if (statement instanceof Syntax.Magic magic) {
            CellWriter.ignore(magic, scope.names());
        } else if (statement instanceof Syntax.ClassDefinition definition) {
            throw new Refusal(definition.span(), "a class inside a block is not supported");
        }
    }

    /** Writes an expression whose value is not used. */
    private void expression(Expression expression) {
        if (!Trees.mayAct(expression)) {
            expressions.write(expression); // Nothing runs, but its names must be known.
            return;
        }
        lines.add(action(expression) + ";");
    }

    /** Returns an expression as a statement of Java. */
    String action(Expression expression) {
        if (expression instanceof Syntax.Call call) {
            Optional<String> known = knownAction(call);
            if (known.isPresent()) {
                return known.get();
            }
        }
        JavaExpression value = expressions.write(expression);
        boolean statement = value.level() == Level.OPERAND && value.text().endsWith(")");
        return statement ? value.text() : "Object " + scope.temporary("unused") + " = " + value.boxed();
    }

    private Optional<String> knownAction(Syntax.Call call) {
        if (call.function() instanceof Syntax.Name name && name.name().equals("print") && isBuiltIn(name)) {
            return Optional.of(print(call));
        }
        if (!(call.function() instanceof Syntax.Attribute attribute)
                || Modules.named(attribute.object(), scope).isPresent()) {
            return Optional.empty();
        }
        boolean appends = attribute.name().equals("append")
                && call.arguments().size() == 1
                && call.arguments().get(0).keyword().isEmpty();
        if (!call.arguments().isEmpty() && !appends) {
            return Optional.empty();
        }
        JavaExpression object = expressions.write(attribute.object());
        if (appends) {
            return object.type() == PythonType.LIST
                    ? Optional.of(object.in(Level.OPERAND) + ".add("
                            + expressions.write(call.arguments().get(0).value()).boxed() + ")")
                    : Optional.empty();
        }
        return KnownMethods.action(object, attribute.name());
    }

    private boolean isBuiltIn(Syntax.Name name) {
        return scope.find(name.name()).isEmpty()
                && scope.names().variable(name.name()).isEmpty()
                && scope.names().definition(name.name()).isEmpty();
    }

    private String print(Syntax.Call call) {
        List<Syntax.Argument> arguments = call.arguments();
        List<JavaExpression> values = arguments.stream()
                .filter(each -> each.keyword().isEmpty())
                .map(each -> expressions.write(each.value()))
                .toList();
        if (values.size() == arguments.size()) {
            return "Py.print(" + ExpressionWriter.arguments(values) + ")";
        }
        return "Py.callBuiltin(\"print\", " + expressions.calls().arguments(call) + ")";
    }

    private void choice(Syntax.If choice) {
        lines.open("if (" + expressions.condition(choice.condition()).text() + ")");
        block(choice.body());
        List<Statement> otherwise = choice.otherwise();
        while (otherwise.size() == 1 && otherwise.get(0) instanceof Syntax.If next) {
            lines.next("else if (" + expressions.condition(next.condition()).text() + ")");
            block(next.body());
            otherwise = next.otherwise();
        }
        if (!otherwise.isEmpty()) {
            lines.next("else");
            block(otherwise);
        }
        lines.close();
    }

    private void result(Syntax.Return result) {
        if (scope.kind() != NameScope.Kind.FUNCTION) {
            throw new Refusal(result.span(), "return is outside a function");
        }
        if (result.value().isEmpty()) {
            scope.returns(PythonType.NONE);
            lines.add("return null;");
            return;
        }
        JavaExpression value = expressions.write(result.value().get());
        scope.returns(value.type());
        lines.add("return " + value.as(scope.declared()).text() + ";");
    }

    /** Writes a function inside a function or block, which becomes an object. */
    private void nested(Syntax.Function function) {
        Syntax.Name name = new Syntax.Name(function.span(), function.name());
        Optional<CellVariable> variable = scope.find(function.name());
        boolean recursive = Trees.mentions(function.body(), function.name());
        if (recursive) {
            variable.ifPresent(CellVariable::hoist);
        }
        assignments.assign(name, new FunctionWriter(scope).function(function.parameters(), function.body()));
    }

    private void raise(Syntax.Raise raise) {
        Expression exception = raise.exception()
                .orElseThrow(
                        () -> new Refusal(raise.span(), "raise needs an exception, as in raise ValueError('why')"));
        String kind = exception instanceof Syntax.Name name ? name.name() : "";
        String message = "\"\"";
        if (exception instanceof Syntax.Call call && call.function() instanceof Syntax.Name name) {
            kind = name.name();
            message = call.arguments().isEmpty()
                    ? message
                    : "Py.str("
                            + expressions.write(call.arguments().get(0).value()).asObject() + ")";
        }
        if (!kind.matches("[A-Z]\\w*")) {
            throw new Refusal(raise.span(), "expected an exception after raise, as in raise ValueError('why')");
        }
        lines.add("throw new PythonError(\"" + kind + "\", " + message + ");");
    }

    private void delete(Expression target) {
        if (!(target instanceof Syntax.Index index)) {
            throw new Refusal(target.span(), "del is supported only for elements, as in del xs[0]");
        }
        lines.add("Py.del(" + expressions.write(index.object()).boxed() + ", "
                + expressions.write(index.index()).boxed() + ");");
    }
}
