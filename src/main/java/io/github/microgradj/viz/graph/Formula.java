package io.github.microgradj.viz.graph;

import io.github.microgradj.engine.Op;
import io.github.microgradj.engine.Value;
import io.github.microgradj.text.Repr;
import java.util.List;
import java.util.Map;

/**
 * The formula of an operation and its derivatives, as text. The letters a and b stand for the operands, k for the
 * constant and y for the result. {@link Op} computes all numbers; these strings explain them, in a form that a browser
 * can evaluate.
 *
 * @param derivatives the derivative with respect to each operand, from left to right
 */
record Formula(String text, List<String> derivatives) {
    private static final Map<Op, Formula> TABLE = Map.ofEntries(
            row(Op.ADD, "a + b", "1", "1"),
            row(Op.SUB, "a - b", "1", "-1"),
            row(Op.MUL, "a * b", "b", "a"),
            row(Op.DIV, "a / b", "1 / b", "-a / b ** 2"),
            row(Op.POW, "a ** k", "k * a ** (k - 1)"),
            row(Op.POWER, "a ** b", "b * a ** (b - 1)", "y * log(a)"),
            row(Op.MAX, "max(a, b)", "a > b ? 1 : a < b ? 0 : 0.5", "b > a ? 1 : b < a ? 0 : 0.5"),
            row(Op.MIN, "min(a, b)", "a < b ? 1 : a > b ? 0 : 0.5", "b < a ? 1 : b > a ? 0 : 0.5"),
            row(Op.NEG, "-a", "-1"),
            row(Op.EXP, "exp(a)", "y"),
            row(Op.LOG, "log(a)", "1 / a"),
            row(Op.LOG1P, "log(1 + a)", "1 / (1 + a)"),
            row(Op.SQRT, "sqrt(a)", "1 / (2 * y)"),
            row(Op.ABS, "abs(a)", "a > 0 ? 1 : a < 0 ? -1 : 0"),
            row(Op.SIN, "sin(a)", "cos(a)"),
            row(Op.COS, "cos(a)", "-sin(a)"),
            row(Op.TANH, "tanh(a)", "1 - y ** 2"),
            row(Op.SIGMOID, "1 / (1 + exp(-a))", "y * (1 - y)"),
            row(Op.SOFTPLUS, "log(1 + exp(a))", "1 / (1 + exp(-a))"),
            row(Op.RELU, "max(a, 0)", "a > 0 ? 1 : 0"),
            row(Op.LEAKY_RELU, "max(a, 0.01 * a)", "a > 0 ? 1 : 0.01"));

    private static Map.Entry<Op, Formula> row(Op op, String text, String... derivatives) {
        return Map.entry(op, new Formula(text, List.of(derivatives)));
    }

    /** Returns the formula of an operation. A user-defined operation is shown by its symbol. */
    static Formula of(Op op) {
        return TABLE.getOrDefault(
                op,
                op.arity() == 1
                        ? new Formula(op + "(a)", List.of("dy/da"))
                        : new Formula(op + "(a, b)", List.of("dy/da", "dy/db")));
    }

    /** Returns the formula with k replaced by the constant of a value. */
    Formula with(Value value) {
        String k = Repr.of(value.constant()).replaceAll("\\.0$", "");
        String number = k.startsWith("-") ? "(" + k + ")" : k;
        return new Formula(
                text.replaceAll("\\bk\\b", number),
                derivatives.stream().map(d -> d.replaceAll("\\bk\\b", number)).toList());
    }
}
