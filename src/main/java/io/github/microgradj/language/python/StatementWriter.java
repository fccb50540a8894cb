package io.github.microgradj.language.python;

import io.github.microgradj.language.python.JavaExpression.Level;
import io.github.microgradj.language.python.syntax.Reachability;
import io.github.microgradj.language.python.syntax.Refusal;
import io.github.microgradj.language.python.syntax.Syntax;
import io.github.microgradj.language.python.syntax.Syntax.Expression;
import io.github.microgradj.language.python.syntax.Syntax.Statement;
import io.github.microgradj.language.python.syntax.Trees;
import java.util.List;
import java.util.Optional;

/** A writer of Java code for the statements inside a function or a block. */
final class StatementWriter {
    private final NameScope scope;
    private final JavaLines lines;
    private final ExpressionWriter expressions;
    private final AssignmentWriter assignments;
    private final LoopWriter loops;
    private final ErrorWriter errors;

    StatementWriter(NameScope scope, JavaLines lines) {
        this.scope = scope;
        this.lines = lines;
        this.expressions = new ExpressionWriter(scope);
        this.assignments = new AssignmentWriter(scope, lines);
        this.loops = new LoopWriter(scope, lines, this);
        this.errors = new ErrorWriter(scope, lines, this);
    }

    /** Writes the statements of a block, except those that cannot be reached. */
    void block(List<Statement> statements) {
        scope.enterBlock();
        statements(statements);
        scope.leaveBlock();
    }

    void statements(List<Statement> statements) {
        for (Statement statement : statements) {
            write(statement);
            if (!Reachability.completes(statement)) {
                return; // Java rejects unreachable statements.
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
            errors.write(check);
        } else if (statement instanceof Syntax.Raise raise) {
            errors.write(raise);
        } else if (statement instanceof Syntax.Try trial) {
            errors.write(trial);
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
        String action = action(expression);
        if (!action.isEmpty()) {
            lines.add(action + ";");
        }
    }

    /**
     * Returns an expression as a Java statement, or an empty string if evaluating the expression has no effect and
     * cannot fail.
     */
    String action(Expression expression) {
        if (expression instanceof Syntax.Call call) {
            Optional<String> known = knownAction(call);
            if (known.isPresent()) {
                return known.get();
            }
        }
        if (expression instanceof Syntax.Ellipsis) {
            return "";
        }
        JavaExpression value = expressions.write(expression);
        if (Trees.isSimple(expression) && !value.text().contains("(")) {
            return "";
        }
        boolean statement = expression instanceof Syntax.Call
                && value.level() == Level.OPERAND
                && value.text().endsWith(")");
        return statement ? value.text() : "Each.run(" + value.boxed() + ")";
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

    /**
     * Writes a function that is defined inside another function or a block, as a function object that is assigned to a
     * variable.
     */
    private void nested(Syntax.Function function) {
        Syntax.Name name = new Syntax.Name(function.span(), function.name());
        Optional<CellVariable> variable = scope.find(function.name());
        boolean recursive = Trees.mentions(function.body(), function.name());
        if (recursive) {
            variable.ifPresent(CellVariable::hoist);
        }
        assignments.assign(
                name, new FunctionWriter(scope).function(function.name(), function.parameters(), function.body()));
    }

    private void delete(Expression target) {
        if (!(target instanceof Syntax.Index index)) {
            throw new Refusal(target.span(), "del is supported only for elements, as in del xs[0]");
        }
        lines.add("Py.del(" + expressions.write(index.object()).boxed() + ", "
                + expressions.write(index.index()).boxed() + ");");
    }
}
