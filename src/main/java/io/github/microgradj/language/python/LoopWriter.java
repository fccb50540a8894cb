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
import java.util.Optional;

/** A writer of Java code for Python loops. */
final class LoopWriter {
    private final NameScope scope;
    private final JavaLines lines;
    private final StatementWriter statements;
    private final ExpressionWriter expressions;
    /**
     * For each loop around the current statement, innermost first, the variable that a {@code break} sets, or an empty
     * string if there is none.
     */
    private final Deque<String> loops = new ArrayDeque<>();

    LoopWriter(NameScope scope, JavaLines lines, StatementWriter statements) {
        this.scope = scope;
        this.lines = lines;
        this.statements = statements;
        this.expressions = new ExpressionWriter(scope);
    }

    void simple(Syntax.Simple simple) {
        if (simple.keyword().equals("pass")) {
            return;
        }
        if (loops.isEmpty()) {
            throw new Refusal(simple.span(), simple.keyword() + " is outside a loop");
        }
        if (simple.keyword().equals("break") && !loops.peek().isEmpty()) {
            lines.add(loops.peek() + " = true;");
        }
        lines.add(simple.keyword() + ";");
    }

    void write(Syntax.While loop) {
        String flag = flag(loop.otherwise(), loop.body());
        lines.open("while (" + expressions.condition(loop.condition()).text() + ")");
        body(loop.body(), flag);
        lines.close();
        otherwise(loop.otherwise(), flag);
    }

    void write(Syntax.For loop) {
        String flag = flag(loop.otherwise(), loop.body());
        if (!counted(loop, flag)) {
            each(loop, flag);
        }
        lines.close();
        otherwise(loop.otherwise(), flag);
    }

    private String flag(List<Statement> otherwise, List<Statement> body) {
        if (otherwise.isEmpty() || !Reachability.breaks(body)) {
            return "";
        }
        String flag = scope.temporary("broken");
        lines.add("boolean " + flag + " = false;");
        return flag;
    }

    private void otherwise(List<Statement> otherwise, String flag) {
        if (otherwise.isEmpty()) {
            return;
        }
        if (flag.isEmpty()) {
            statements.block(otherwise);
            return;
        }
        lines.open("if (!" + flag + ")");
        statements.block(otherwise);
        lines.close();
    }

    private void body(List<Statement> body, String flag) {
        loops.push(flag);
        statements.block(body);
        loops.pop();
    }

    /**
     * Writes a loop over a range as a counting loop if possible, and returns whether it was possible. The loop's
     * variable must be used only inside the loop, and must not be assigned in its body or captured by a lambda.
     */
    private boolean counted(Syntax.For loop, String flag) {
        Optional<CellVariable> variable = loop.target() instanceof Syntax.Name name
                ? scope.own(name.name()).filter(each -> !each.isHoisted() && !each.isCaptured())
                : Optional.empty();
        boolean range = loop.iterable() instanceof Syntax.Call call
                && call.function() instanceof Syntax.Name function
                && function.name().equals("range")
                && call.arguments().size() <= 2
                && call.arguments().stream().allMatch(each -> each.keyword().isEmpty())
                && scope.names().definition("range").isEmpty();
        if (variable.isEmpty()
                || !range
                || Trees.assigned(loop.body()).contains(((Syntax.Name) loop.target()).name())) {
            return false;
        }
        List<Expression> bounds = ((Syntax.Call) loop.iterable())
                .arguments().stream().map(Syntax.Argument::value).toList();
        List<JavaExpression> values = bounds.stream().map(expressions::write).toList();
        if (bounds.isEmpty() || values.stream().anyMatch(each -> each.type() != PythonType.INT)) {
            return false;
        }
        JavaExpression start = values.size() == 1 ? JavaExpression.operand("0", PythonType.INT) : values.get(0);
        JavaExpression stop = values.get(values.size() - 1);
        scope.enterBlock();
        variable.get().assignInHeader(PythonType.INT, scope.blocks());
        String name = variable.get().java();
        boolean literal = stop.text().matches("-?\\d+L?");
        String end = literal ? stop.text() : scope.temporary("end");
        lines.open("for (long " + name + " = " + start.text() + (literal ? "" : ", " + end + " = " + stop.text()) + "; "
                + name + " < " + end + "; " + name + "++)");
        variable.get().setDeclared();
        body(loop.body(), flag);
        scope.leaveBlock();
        return true;
    }

    private void each(Syntax.For loop, String flag) {
        JavaExpression iterated = expressions.write(loop.iterable());
        PythonType element = iterated.type().element();
        String elements = expressions.iterable(iterated).text();
        scope.enterBlock();
        Optional<CellVariable> own =
                loop.target() instanceof Syntax.Name name ? scope.own(name.name()) : Optional.empty();
        boolean local = own.isPresent() && !own.get().isHoisted() && !own.get().isShared();
        if (local) {
            own.get().assignInHeader(element, scope.blocks());
        }
        if (local && !own.get().isDeclared()) {
            CellVariable variable = own.get();
            lines.open("for (" + variable.type().java() + " " + variable.java() + " : " + elements + ")");
            variable.setDeclared();
        } else {
            String each = scope.temporary("each");
            lines.open("for (" + element.java() + " " + each + " : " + elements + ")");
            new AssignmentWriter(scope, lines).assign(loop.target(), JavaExpression.operand(each, element));
        }
        body(loop.body(), flag);
        scope.leaveBlock();
    }
}
