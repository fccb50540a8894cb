package io.github.microgradj.language.python;

import io.github.microgradj.language.python.JavaExpression.Level;
import io.github.microgradj.language.python.syntax.Refusal;
import io.github.microgradj.language.python.syntax.Syntax;
import io.github.microgradj.language.python.syntax.Syntax.Expression;
import io.github.microgradj.text.JavaLiteral;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Collectors;

/** A writer of Java code for literals, f-strings, slices, and displays of lists, tuples, sets and dicts. */
final class LiteralWriter {
    private static final BigInteger LARGEST = BigInteger.valueOf(Long.MAX_VALUE);

    private final ExpressionWriter expressions;

    LiteralWriter(ExpressionWriter expressions) {
        this.expressions = expressions;
    }

    JavaExpression display(Expression expression) {
        if (expression instanceof Syntax.ListDisplay list) {
            return JavaExpression.operand("Py.list(" + elements(list.elements()) + ")", PythonType.LIST);
        }
        if (expression instanceof Syntax.TupleDisplay tuple) {
            return JavaExpression.operand("Py.tuple(" + elements(tuple.elements()) + ")", PythonType.TUPLE);
        }
        if (expression instanceof Syntax.SetDisplay set) {
            return JavaExpression.operand("Each.set(Py.list(" + elements(set.elements()) + "))", PythonType.SET);
        }
        if (expression instanceof Syntax.DictDisplay dict) {
            StringBuilder entries = new StringBuilder();
            for (int i = 0; i < dict.keys().size(); i++) {
                entries.append(i == 0 ? "" : ", ")
                        .append(expressions.write(dict.keys().get(i)).boxed())
                        .append(", ")
                        .append(expressions.write(dict.values().get(i)).boxed());
            }
            return JavaExpression.operand("Py.dict(" + entries + ")", PythonType.DICT);
        }
        if (expression instanceof Syntax.Slice slice) {
            return JavaExpression.operand(
                    "new Slice(" + expressions.bound(slice.start()) + ", " + expressions.bound(slice.stop()) + ", "
                            + expressions.bound(slice.step()) + ")",
                    PythonType.ANY);
        }
        if (expression instanceof Syntax.Starred) {
            throw new Refusal(expression.span(), "*x is supported only in calls, lists and assignments");
        }
        return literal(expression);
    }

    private static JavaExpression literal(Expression expression) {
        if (expression instanceof Syntax.WholeNumber number) {
            boolean fits = number.value().compareTo(LARGEST) <= 0;
            String digits = number.value().toString();
            boolean small = number.value().bitLength() < Integer.SIZE;
            return fits
                    ? JavaExpression.operand(small ? digits : digits + "L", PythonType.INT)
                    : JavaExpression.operand("new java.math.BigInteger(\"" + digits + "\")", PythonType.ANY);
        }
        if (expression instanceof Syntax.FloatNumber number) {
            return Double.isInfinite(number.value())
                    ? JavaExpression.operand("Double.POSITIVE_INFINITY", PythonType.FLOAT)
                    : JavaExpression.operand(Double.toString(number.value()), PythonType.FLOAT);
        }
        if (expression instanceof Syntax.StringLiteral string) {
            return JavaExpression.operand(JavaLiteral.of(string.value()), PythonType.STR);
        }
        if (expression instanceof Syntax.Constant constant) {
            return switch (constant.name()) {
                case "None" -> JavaExpression.operand("null", PythonType.NONE);
                case "True" -> JavaExpression.operand("true", PythonType.BOOL);
                default -> JavaExpression.operand("false", PythonType.BOOL);
            };
        }
        throw new Refusal(expression.span(), "... is not supported");
    }

    /** Returns the elements of a display as arguments for a method that takes any number of arguments. */
    private String elements(List<Expression> elements) {
        if (elements.stream().anyMatch(Syntax.Starred.class::isInstance)) {
            return "Each.spread(" + spread(elements) + ")";
        }
        return ExpressionWriter.arguments(
                elements.stream().map(expressions::write).toList());
    }

    /** Returns elements, some of which are starred, as iterables that {@code Each.spread} joins. */
    String spread(List<Expression> elements) {
        return elements.stream()
                .map(each -> each instanceof Syntax.Starred starred
                        ? expressions
                                .iterable(expressions.write(starred.value()))
                                .text()
                        : "Py.list(" + ExpressionWriter.arguments(List.of(expressions.write(each))) + ")")
                .collect(Collectors.joining(", "));
    }

    JavaExpression formatString(Syntax.FormatString format) {
        StringBuilder text = new StringBuilder();
        for (Expression part : format.parts()) {
            text.append(text.length() == 0 ? "" : " + ").append(part(part, text.length() == 0));
        }
        return format.parts().size() == 1
                ? JavaExpression.operand(text.toString(), PythonType.STR)
                : text.length() == 0
                        ? JavaExpression.operand("\"\"", PythonType.STR)
                        : new JavaExpression(text.toString(), PythonType.STR, Level.SUM);
    }

    private String part(Expression part, boolean first) {
        if (!(part instanceof Syntax.Placeholder placeholder)) {
            return expressions.write(part).text();
        }
        JavaExpression value = expressions.write(placeholder.value());
        boolean plain = placeholder.conversion().isEmpty();
        if (placeholder.specification().isEmpty()) {
            return plain || placeholder.conversion().equals("s")
                    ? string(value, first)
                    : "Py.repr(" + value.boxed() + ")";
        }
        JavaExpression specification = formatString(new Syntax.FormatString(part.span(), placeholder.specification()));
        String converted = plain
                ? value.boxed()
                : placeholder.conversion().equals("s") ? string(value, true) : "Py.repr(" + value.boxed() + ")";
        return "Py.format(" + converted + ", " + specification.text() + ")";
    }

    private static String string(JavaExpression value, boolean first) {
        return switch (value.type()) {
            case STR -> value.in(Level.PRODUCT);
            case INT -> first ? "Py.str(" + value.asObject() + ")" : value.in(Level.PRODUCT);
            default -> "Py.str(" + value.asObject() + ")";
        };
    }
}
