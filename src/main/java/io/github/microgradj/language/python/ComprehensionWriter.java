package io.github.microgradj.language.python;

import io.github.microgradj.language.python.Java.Level;
import io.github.microgradj.language.python.Scope.Kind;
import io.github.microgradj.language.python.Syntax.Clause;
import io.github.microgradj.language.python.Syntax.Collected;
import io.github.microgradj.language.python.Syntax.Expression;
import java.util.List;
import java.util.Optional;

/** The writer of what becomes a lambda of Java: comprehensions, generators, lambdas, and operands evaluated late. */
final class ComprehensionWriter {
    private static final int MOST_PARAMETERS = 3;

    private final Scope scope;

    ComprehensionWriter(Scope scope) {
        this.scope = scope;
    }

    Java comprehension(Syntax.Comprehension comprehension) {
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
            return Java.operand("null", PythonType.NEVER);
        }
        return Java.operand(
                single || collected == Collected.GENERATOR ? elements : "Each." + method + "(" + elements + ")", type);
    }

    /** Writes a clause and those after it; empty if the type of what it runs over is not known yet. */
    private String clauses(Syntax.Comprehension comprehension, int index, Scope outside, String method) {
        Clause clause = comprehension.clauses().get(index);
        ExpressionWriter around = new ExpressionWriter(outside);
        Java iterated = around.write(clause.iterable());
        if (iterated.type() == PythonType.NEVER) {
            return "";
        }
        String elements = around.iterable(iterated).text();
        for (Expression condition : clause.conditions()) {
            Scope inside = outside.inner(Kind.COMPREHENSION);
            String lambda = lambda(clause, iterated.type(), inside, each -> each.condition(condition)
                    .text());
            elements = "Each.where(" + elements + ", " + lambda + ")";
        }
        Scope inside = outside.inner(Kind.COMPREHENSION);
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
            Scope ofValue = outside.inner(Kind.COMPREHENSION);
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

    /** What a lambda returns, written with its parameters in scope. */
    private interface Body {
        String of(ExpressionWriter expressions);
    }

    /** Writes a lambda whose parameters are the variables of a clause. */
    private static String lambda(Clause clause, PythonType iterated, Scope inside, Body body) {
        Expression target = clause.target();
        ExpressionWriter expressions = new ExpressionWriter(inside);
        PythonType element = iterated.element();
        if (target instanceof Syntax.Name name) {
            Variable variable = inside.add(name.name());
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
                        Variable variable = inside.add(((Syntax.Name) each).name());
                        variable.setType(PythonType.ANY);
                        return variable.java();
                    })
                    .toList();
            return "(" + String.join(", ", parameters) + ") -> " + body.of(expressions);
        }
        String each = inside.temporary("each");
        Lines lines = new Lines();
        for (String name : Trees.targets(target)) {
            inside.add(name).setType(PythonType.ANY);
        }
        new AssignmentWriter(inside, lines).unpackNew(target, Java.operand(each, PythonType.ANY));
        lines.add("return " + body.of(expressions) + ";");
        return each + " -> {\n" + lines.toString().indent(4) + "}";
    }

    /** Writes a lambda of Python. */
    Java lambda(Syntax.Lambda lambda) {
        Scope inside = scope.inner(Kind.FUNCTION);
        boolean plain = lambda.parameters().size() <= MOST_PARAMETERS
                && lambda.parameters().stream()
                        .allMatch(each ->
                                each.standard().isEmpty() && !each.name().startsWith("*"));
        if (!plain) {
            return new FunctionWriter(scope)
                    .function(
                            lambda.parameters(),
                            List.of(new Syntax.Return(lambda.body().span(), Optional.of(lambda.body()))));
        }
        List<String> names = lambda.parameters().stream()
                .map(each -> {
                    Variable variable = inside.add(each.name());
                    variable.setType(PythonType.ANY);
                    return variable.java();
                })
                .toList();
        String parameters = names.size() == 1 ? names.get(0) : "(" + String.join(", ", names) + ")";
        Java body = new ExpressionWriter(inside).write(lambda.body());
        return Java.operand("Each.function(" + parameters + " -> " + body.boxed() + ")", PythonType.FUNCTION);
    }

    /** Writes {@code a and b}, where {@code a} is evaluated once and {@code b} only if it decides. */
    Java logical(Syntax.Logical logical) {
        Java left = new ExpressionWriter(scope).write(logical.left());
        Java right = new ExpressionWriter(scope.inner(Kind.COMPREHENSION)).write(logical.right());
        PythonType type = left.type().join(right.type());
        return Java.operand(
                        "Each." + logical.operator() + "(" + left.boxed() + ", () -> " + right.boxed() + ")",
                        PythonType.ANY)
                .as(type == PythonType.NONE ? PythonType.ANY : type);
    }

    /** Writes {@code a < b < c}, where {@code b} is evaluated once and {@code c} only if {@code a < b}. */
    Java chain(Syntax.Comparison comparison) {
        Java first = new ExpressionWriter(scope).write(comparison.operands().get(0));
        return chain(comparison, 0, first, scope);
    }

    private Java chain(Syntax.Comparison comparison, int index, Java left, Scope outside) {
        Expression operand = comparison.operands().get(index + 1);
        ExpressionWriter expressions = new ExpressionWriter(outside);
        String operator = comparison.operators().get(index);
        if (index + 1 == comparison.operators().size()) {
            return expressions.operators().truthOf(operator, left, expressions.write(operand));
        }
        Scope inside = outside.inner(Kind.COMPREHENSION);
        Variable a = inside.add("left");
        Variable b = inside.add("middle");
        a.setType(PythonType.ANY);
        b.setType(PythonType.ANY);
        Java compared = expressions
                .operators()
                .truthOf(operator, Java.operand(a.java(), PythonType.ANY), Java.operand(b.java(), PythonType.ANY));
        Java rest = chain(comparison, index + 1, Java.operand(b.java(), PythonType.ANY), inside);
        return Java.operand(
                "Each.with(" + left.boxed() + ", " + expressions.write(operand).boxed() + ", (" + a.java() + ", "
                        + b.java() + ") -> " + compared.in(Level.AND) + " && " + rest.in(Level.EQUALITY) + ")",
                PythonType.BOOL);
    }
}
