package io.github.microgradj.language.python;

import io.github.microgradj.language.python.JavaExpression.Level;
import io.github.microgradj.language.python.syntax.LargeNumbers;
import io.github.microgradj.language.python.syntax.Syntax;
import io.github.microgradj.language.python.syntax.Syntax.Expression;
import io.github.microgradj.language.python.syntax.Trees;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A writer of Java code for Python expressions. Where the types of operands are known, it writes Java's operators and
 * methods; elsewhere it writes calls to methods of {@code Py}, which check the types at run time.
 */
final class ExpressionWriter {
    private final NameScope scope;
    private final OperatorWriter operators;
    private final CallWriter calls;
    private final ComprehensionWriter comprehensions;
    private final LiteralWriter literals;

    ExpressionWriter(NameScope scope) {
        this.scope = scope;
        this.operators = new OperatorWriter(this);
        this.calls = new CallWriter(this, scope);
        this.comprehensions = new ComprehensionWriter(scope);
        this.literals = new LiteralWriter(this);
    }

    CallWriter calls() {
        return calls;
    }

    LiteralWriter literals() {
        return literals;
    }

    OperatorWriter operators() {
        return operators;
    }

    JavaExpression write(Expression expression) {
        if (expression instanceof Syntax.Name name) {
            return name(name);
        }
        if (expression instanceof Syntax.Binary binary) {
            JavaExpression left = write(binary.left());
            JavaExpression right = write(binary.right());
            if (binary.operator().equals("/") && left.type() == PythonType.INT && right.type() == PythonType.INT) {
                scope.names().divide();
            }
            return LargeNumbers.exceeds(binary)
                    ? OperatorWriter.dynamic(binary.operator(), left, right)
                    : operators.binary(binary.operator(), left, right);
        }
        if (expression instanceof Syntax.Call call) {
            return calls.write(call);
        }
        if (expression instanceof Syntax.Attribute attribute) {
            return attribute(attribute);
        }
        if (expression instanceof Syntax.Index index) {
            return index(index);
        }
        if (expression instanceof Syntax.Unary unary) {
            return operators.unary(unary.operator(), write(unary.operand()));
        }
        if (expression instanceof Syntax.Comparison comparison) {
            return comparison(comparison);
        }
        if (expression instanceof Syntax.Logical logical) {
            return logical(logical);
        }
        if (expression instanceof Syntax.Conditional conditional) {
            return conditional(conditional);
        }
        if (expression instanceof Syntax.Comprehension comprehension) {
            return comprehensions.comprehension(comprehension);
        }
        if (expression instanceof Syntax.Lambda lambda) {
            return comprehensions.lambda(lambda);
        }
        if (expression instanceof Syntax.FormatString format) {
            return literals.formatString(format);
        }
        if (expression instanceof Syntax.Named named) {
            return named(named);
        }
        return literals.display(expression);
    }

    /** Returns the arguments for a parameter of the type {@code Object...}, separated by commas. */
    static String arguments(List<JavaExpression> arguments) {
        if (arguments.size() == 1 && arguments.get(0).text().equals("null")) {
            return "(Object) null";
        }
        return arguments.stream().map(JavaExpression::boxed).collect(Collectors.joining(", "));
    }

    String bound(Optional<Expression> bound) {
        return bound.map(each -> write(each).boxed()).orElse("null");
    }

    private JavaExpression name(Syntax.Name name) {
        Optional<CellVariable> local = scope.find(name.name());
        if (local.isPresent()) {
            CellVariable variable = local.get();
            variable.mention(variable.scope().blocks(), false);
            if (scope.isLaterThan(variable.scope())) {
                variable.captureLate();
            } else if (variable.scope() != scope) {
                variable.capture();
            }
            return variable.scope().isUnbound(name)
                    ? JavaExpression.operand(
                            (scope.isLaterThan(variable.scope()) ? "Each.free(" : "Each.bound(") + variable.read()
                                    + ", \"" + name.name() + "\")",
                            PythonType.ANY)
                    : JavaExpression.operand(variable.read(), variable.type());
        }
        if (scope.isDeferred()) {
            scope.names().read(name.name());
        }
        Optional<CellVariable> ofModule = scope.names().variable(name.name());
        if (ofModule.isPresent()) {
            PythonType type = ofModule.get().type();
            String java = ofModule.get().java();
            return scope.isDeferred()
                    ? !type.isPrimitive()
                            ? JavaExpression.operand(java, PythonType.ANY)
                            : new JavaExpression("(Object) " + java, PythonType.ANY, Level.UNARY)
                    : JavaExpression.operand(java, type);
        }
        return name.name().equals("__name__")
                ? JavaExpression.operand("\"__main__\"", PythonType.STR)
                : calls.functionNamed(name);
    }

    /** Writes {@code (name := value)}. */
    private JavaExpression named(Syntax.Named named) {
        JavaExpression value = write(named.value());
        NameScope around = scope.function();
        String name = named.target().name();
        Optional<CellVariable> local = around.find(name);
        if (local.isEmpty()) {
            CellVariable variable = scope.names().assign(name);
            variable.setType(variable.type().join(value.type() == PythonType.NONE ? PythonType.ANY : value.type()));
            return new JavaExpression(
                    "(" + variable.java() + " = " + value.as(variable.type()).text() + ")",
                    variable.type(),
                    Level.OPERAND);
        }
        CellVariable variable = local.get();
        variable.hoist();
        variable.assign(value.type(), around.blocks());
        if (variable.scope() != scope) {
            variable.capture();
            variable.setReassigned();
        }
        return new JavaExpression(
                "(" + variable.read() + " = " + value.as(variable.type()).text() + ")", variable.type(), Level.OPERAND);
    }

    private JavaExpression attribute(Syntax.Attribute attribute) {
        Optional<String> ofModule = Modules.named(attribute, scope);
        if (ofModule.isPresent()) {
            return calls.ofModule(ofModule.get());
        }
        JavaExpression object = write(attribute.object());
        String name = attribute.name();
        if (object.type() == PythonType.NEVER) {
            return object;
        }
        if (object.type() == PythonType.VALUE && KnownMethods.isField(name)) {
            return JavaExpression.operand(
                    object.in(Level.OPERAND) + "." + name, name.equals("label") ? PythonType.STR : PythonType.FLOAT);
        }
        if (object.type() == PythonType.VALUE) {
            KnownMethods.checkSteps(attribute, attribute.object() instanceof Syntax.Name value ? value.name() : "x");
        }
        return JavaExpression.operand("Py.attr(" + object.boxed() + ", \"" + name + "\")", PythonType.ANY);
    }

    private JavaExpression index(Syntax.Index index) {
        JavaExpression object = write(index.object());
        if (object.type() == PythonType.NEVER) {
            return object;
        }
        PythonType type = object.type() == PythonType.STR ? PythonType.STR : PythonType.ANY;
        if (index.index() instanceof Syntax.Slice slice) {
            PythonType same =
                    object.type() == PythonType.LIST || object.type() == PythonType.TUPLE ? object.type() : type;
            return JavaExpression.operand(
                            "Py.getSlice(" + object.boxed() + ", " + bound(slice.start()) + ", " + bound(slice.stop())
                                    + ", " + bound(slice.step()) + ")",
                            PythonType.ANY)
                    .as(same);
        }
        return JavaExpression.operand(
                        "Py.get(" + object.boxed() + ", " + write(index.index()).boxed() + ")", PythonType.ANY)
                .as(type);
    }

    private JavaExpression comparison(Syntax.Comparison comparison) {
        List<Expression> operands = comparison.operands();
        for (int i = 1; i + 1 < operands.size(); i++) {
            if (!Trees.isSimple(operands.get(i))) {
                return comprehensions.chain(comparison);
            }
        }
        if (operands.size() == 2) {
            return operators.compare(comparison.operators().get(0), write(operands.get(0)), write(operands.get(1)));
        }
        JavaExpression whole = truthOf(comparison, 0);
        for (int i = 1; i < comparison.operators().size(); i++) {
            whole = new JavaExpression(
                    whole.in(Level.AND) + " && " + truthOf(comparison, i).in(Level.EQUALITY),
                    PythonType.BOOL,
                    Level.AND);
        }
        return whole;
    }

    private JavaExpression truthOf(Syntax.Comparison comparison, int i) {
        return operators.truthOf(
                comparison.operators().get(i),
                write(comparison.operands().get(i)),
                write(comparison.operands().get(i + 1)));
    }

    /** Returns a condition that is true if Python considers the expression true. */
    JavaExpression condition(Expression expression) {
        if (expression instanceof Syntax.Logical logical) {
            boolean and = logical.operator().equals("and");
            Level level = and ? Level.AND : Level.OR;
            Level tighter = and ? Level.EQUALITY : Level.AND;
            String text = condition(logical.left()).in(level)
                    + (and ? " && " : " || ")
                    + condition(logical.right()).in(tighter);
            return new JavaExpression(text, PythonType.BOOL, level);
        }
        if (expression instanceof Syntax.Unary unary && unary.operator().equals("not")) {
            return condition(unary.operand()).not();
        }
        return expression instanceof Syntax.Comparison comparison
                        && comparison.operators().size() == 1
                ? truthOf(comparison, 0)
                : write(expression).truth();
    }

    /** Writes {@code a and b} or {@code a or b}, whose value is one of the operands. */
    private JavaExpression logical(Syntax.Logical logical) {
        JavaExpression left = write(logical.left());
        JavaExpression right = write(logical.right());
        if (left.type() == PythonType.BOOL && right.type() == PythonType.BOOL) {
            return condition(logical);
        }
        boolean and = logical.operator().equals("and");
        if (Trees.isSimple(logical.left())) {
            return and ? choice(left.truth(), right, left) : choice(left.truth(), left, right);
        }
        return comprehensions.logical(logical);
    }

    private JavaExpression conditional(Syntax.Conditional conditional) {
        return choice(condition(conditional.condition()), write(conditional.then()), write(conditional.otherwise()));
    }

    private static JavaExpression choice(JavaExpression condition, JavaExpression then, JavaExpression otherwise) {
        PythonType type = then.type().join(otherwise.type());
        boolean objects = type == PythonType.ANY || type == PythonType.NONE;
        String first = objects ? then.asObject() : then.in(Level.OR);
        String second = objects ? otherwise.asObject() : otherwise.in(Level.CONDITIONAL);
        return new JavaExpression(condition.in(Level.OR) + " ? " + first + " : " + second, type, Level.CONDITIONAL);
    }

    /** Returns an expression of the Java type {@code Iterable} for the given iterable. */
    JavaExpression iterable(JavaExpression iterated) {
        return switch (iterated.type()) {
            case LIST, TUPLE, SET, RANGE, VALUES -> iterated;
            default -> JavaExpression.operand("Py.iter(" + iterated.boxed() + ")", iterated.type());
        };
    }
}
