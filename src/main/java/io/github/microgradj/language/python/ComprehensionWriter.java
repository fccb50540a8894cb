package io.github.microgradj.language.python;

import io.github.microgradj.language.python.JavaExpression.Level;
import io.github.microgradj.language.python.NameScope.Kind;
import io.github.microgradj.language.python.syntax.Syntax;
import io.github.microgradj.language.python.syntax.Syntax.Clause;
import io.github.microgradj.language.python.syntax.Syntax.Collected;
import io.github.microgradj.language.python.syntax.Syntax.Expression;
import io.github.microgradj.language.python.syntax.Trees;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A writer of Java code for expressions that need Java lambdas: comprehensions, generators, Python lambdas, and
 * operands that are evaluated only if needed.
 */
final class ComprehensionWriter {
    private static final int MOST_PARAMETERS = 3;

    private final NameScope scope;
    /**
     * The comprehension's variables that nested functions read. By the time such a function runs, these variables may
     * already have their last values.
     */
    private final Set<String> late = new LinkedHashSet<>();

    ComprehensionWriter(NameScope scope) {
        this.scope = scope;
    }

    JavaExpression comprehension(Syntax.Comprehension comprehension) {
        JavaExpression written = comprehension(comprehension, scope);
        if (late.isEmpty()) {
            return written;
        }
        NameScope around = scope.inner(Kind.COMPREHENSION);
        late.forEach(name -> around.add(name).share());
        JavaExpression shared = comprehension(comprehension, around);
        String text = shared.text();
        for (CellVariable variable : around.variables()) {
            text = "Each.shared(" + variable.java() + " -> " + text + ")";
        }
        return new JavaExpression("(" + shared.type().java() + ") " + text, shared.type(), Level.UNARY);
    }

    private JavaExpression comprehension(Syntax.Comprehension comprehension, NameScope scope) {
        boolean single = comprehension.clauses().size() == 1;
        Collected collected = comprehension.collected();
        String method =
                switch (collected) {
                    case LIST -> "list";
                    case SET -> "set";
                    case DICT -> "dict";
                    case GENERATOR -> "of";
                };
        PythonType type =
                switch (collected) {
                    case LIST -> PythonType.LIST;
                    case SET -> PythonType.SET;
                    case DICT -> PythonType.DICT;
                    case GENERATOR -> PythonType.ANY;
                };
        String elements = clauses(comprehension, 0, scope, single ? method : "of");
        if (elements.isEmpty()) {
            return JavaExpression.operand("null", PythonType.NEVER);
        }
        if (!single) {
            elements = collected == Collected.GENERATOR
                    ? "Py.generator(" + elements + ".iterator())"
                    : "Each." + method + "(" + elements + ")";
        }
        return JavaExpression.operand(elements, type);
    }

    /**
     * Writes a clause and all clauses after it. Returns an empty string if the type of an iterable is not known yet.
     */
    private String clauses(Syntax.Comprehension comprehension, int index, NameScope outside, String method) {
        Clause clause = comprehension.clauses().get(index);
        ExpressionWriter around = new ExpressionWriter(outside);
        JavaExpression iterated = around.write(clause.iterable());
        if (iterated.type() == PythonType.NEVER) {
            return "";
        }
        String elements = around.iterable(iterated).text();
        for (Expression condition : clause.conditions()) {
            NameScope inside = outside.inner(Kind.COMPREHENSION);
            String lambda = lambda(clause, iterated.type(), inside, each -> each.condition(condition)
                    .text());
            elements = "Each.where(" + elements + ", " + lambda + ")";
        }
        NameScope inside = outside.inner(Kind.COMPREHENSION);
        if (index + 1 < comprehension.clauses().size()) {
            Holder inner = new Holder();
            String lambda = lambda(clause, iterated.type(), inside, each -> {
                inner.text = clauses(comprehension, index + 1, inside, "of");
                return inner.text;
            });
            return inner.text.isEmpty() ? "" : "Each.flat(" + elements + ", " + lambda + ")";
        }
        Optional<Expression> value = comprehension.value();
        if (value.isPresent() && method.equals("dict")) {
            NameScope ofValue = outside.inner(Kind.COMPREHENSION);
            return "Each.dict(" + elements + ", "
                    + lambda(clause, iterated.type(), inside, each -> each.write(comprehension.element())
                            .boxed())
                    + ", "
                    + lambda(clause, iterated.type(), ofValue, each -> each.write(value.get())
                            .boxed()) + ")";
        }
        return "Each." + method + "(" + elements + ", "
                + lambda(clause, iterated.type(), inside, each -> element(comprehension, each)) + ")";
    }

    private static String element(Syntax.Comprehension comprehension, ExpressionWriter each) {
        String element = each.write(comprehension.element()).boxed();
        return comprehension
                .value()
                .map(value -> "Py.tuple(" + element + ", " + each.write(value).boxed() + ")")
                .orElse(element);
    }

    private static final class Holder {
        private String text = "";
    }

    /** A function that writes the expression that a lambda returns, with the lambda's parameters in scope. */
    private interface Body {
        String of(ExpressionWriter expressions);
    }

    /** Writes a lambda whose parameters are the variables of a clause. */
    private String lambda(Clause clause, PythonType iterated, NameScope inside, Body body) {
        Expression target = clause.target();
        ExpressionWriter expressions = new ExpressionWriter(inside);
        List<String> shared =
                Trees.targets(target).stream().filter(late::contains).toList();
        if (!shared.isEmpty()) {
            return lambda(target, iterated, shared, inside, body);
        }
        String text = lambda(target, iterated, inside, body, expressions);
        Trees.targets(target).stream()
                .filter(name -> inside.own(name).filter(CellVariable::isLate).isPresent())
                .forEach(late::add);
        return text;
    }

    private static String lambda(
            Expression target, PythonType iterated, NameScope inside, Body body, ExpressionWriter expressions) {
        PythonType element = iterated.element();
        if (target instanceof Syntax.Name name) {
            CellVariable variable = inside.add(name.name()).asParameter();
            variable.setType(element);
            String text = body.of(expressions);
            return (element == PythonType.INT ? "(long " + variable.java() + ")" : variable.java()) + " -> " + text;
        }
        List<Expression> targets = Trees.elements(target);
        boolean names = targets.stream().allMatch(Syntax.Name.class::isInstance)
                && targets.stream().map(Trees::targets).distinct().count() == targets.size();
        if (names && targets.size() > 1 && targets.size() <= MOST_PARAMETERS) {
            List<String> parameters = targets.stream()
                    .map(each -> {
                        CellVariable variable =
                                inside.add(((Syntax.Name) each).name()).asParameter();
                        variable.setType(PythonType.ANY);
                        return variable.java();
                    })
                    .toList();
            return "(" + String.join(", ", parameters) + ") -> " + body.of(expressions);
        }
        return lambda(target, iterated, List.of(), inside, body);
    }

    /**
     * Writes a lambda whose body is a block of statements. Each shared variable is an element of an array that is
     * declared outside the lambda.
     */
    private static String lambda(
            Expression target, PythonType iterated, List<String> shared, NameScope inside, Body body) {
        ExpressionWriter expressions = new ExpressionWriter(inside);
        String each = inside.temporary("each");
        JavaLines lines = new JavaLines();
        for (String name : Trees.targets(target)) {
            if (!shared.contains(name)) {
                inside.add(name).asParameter().setType(PythonType.ANY);
            }
        }
        new AssignmentWriter(inside, lines).unpackNew(target, JavaExpression.operand(each, PythonType.ANY));
        lines.add("return " + body.of(expressions) + ";");
        return (iterated.element() == PythonType.INT ? "(long " + each + ")" : each) + " -> {\n"
                + lines.toString().indent(4) + "}";
    }

    /** Writes a Python lambda. */
    JavaExpression lambda(Syntax.Lambda lambda) {
        NameScope inside = scope.inner(Kind.FUNCTION);
        boolean plain = lambda.parameters().size() <= MOST_PARAMETERS
                && lambda.parameters().stream()
                        .allMatch(each ->
                                each.standard().isEmpty() && !each.name().startsWith("*"));
        if (!plain) {
            return new FunctionWriter(scope)
                    .function(
                            "<lambda>",
                            lambda.parameters(),
                            List.of(new Syntax.Return(lambda.body().span(), Optional.of(lambda.body()))));
        }
        List<String> names = lambda.parameters().stream()
                .map(each -> {
                    CellVariable variable = inside.add(each.name()).asParameter();
                    variable.setType(PythonType.ANY);
                    return variable.java();
                })
                .toList();
        String parameters = names.size() == 1 ? names.get(0) : "(" + String.join(", ", names) + ")";
        JavaExpression body = new ExpressionWriter(inside).write(lambda.body());
        return JavaExpression.operand("Each.function(" + parameters + " -> " + body.boxed() + ")", PythonType.FUNCTION);
    }

    /** Writes {@code a and b} or {@code a or b}, where {@code a} is evaluated once and {@code b} only if needed. */
    JavaExpression logical(Syntax.Logical logical) {
        JavaExpression left = new ExpressionWriter(scope).write(logical.left());
        JavaExpression right = new ExpressionWriter(scope.inner(Kind.COMPREHENSION)).write(logical.right());
        PythonType type = left.type().join(right.type());
        return JavaExpression.operand(
                        "Each." + logical.operator() + "(" + left.boxed() + ", () -> " + right.boxed() + ")",
                        PythonType.ANY)
                .as(type == PythonType.NONE ? PythonType.ANY : type);
    }

    /** Writes {@code a < b < c}, where {@code b} is evaluated once and {@code c} only if {@code a < b}. */
    JavaExpression chain(Syntax.Comparison comparison) {
        JavaExpression first =
                new ExpressionWriter(scope).write(comparison.operands().get(0));
        return chain(comparison, 0, first, scope);
    }

    private JavaExpression chain(Syntax.Comparison comparison, int index, JavaExpression left, NameScope outside) {
        Expression operand = comparison.operands().get(index + 1);
        ExpressionWriter expressions = new ExpressionWriter(outside);
        String operator = comparison.operators().get(index);
        if (index + 1 == comparison.operators().size()) {
            return expressions.operators().truthOf(operator, left, expressions.write(operand));
        }
        NameScope inside = outside.inner(Kind.COMPREHENSION);
        CellVariable a = inside.add("left").asParameter();
        CellVariable b = inside.add("middle").asParameter();
        a.setType(PythonType.ANY);
        b.setType(PythonType.ANY);
        JavaExpression compared = expressions
                .operators()
                .truthOf(
                        operator,
                        JavaExpression.operand(a.java(), PythonType.ANY),
                        JavaExpression.operand(b.java(), PythonType.ANY));
        JavaExpression rest = chain(comparison, index + 1, JavaExpression.operand(b.java(), PythonType.ANY), inside);
        return JavaExpression.operand(
                "Each.with(" + left.boxed() + ", " + expressions.write(operand).boxed() + ", (" + a.java() + ", "
                        + b.java() + ") -> " + compared.in(Level.AND) + " && " + rest.in(Level.EQUALITY) + ")",
                PythonType.BOOL);
    }
}
