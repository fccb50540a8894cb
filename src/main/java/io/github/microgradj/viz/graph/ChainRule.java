package io.github.microgradj.viz.graph;

import io.github.microgradj.engine.Op;
import io.github.microgradj.engine.Value;
import io.github.microgradj.text.Repr;
import io.github.microgradj.viz.graph.BackwardSteps.BackwardStep;
import io.github.microgradj.viz.graph.BackwardSteps.GradientTerm;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The chain rule with the user's names and numbers, such as {@code a.grad += b.data * e.grad = 3.0 * 0.5 = 1.5}.
 *
 * @param nameOf returns the name of a node
 */
record ChainRule(Function<Value, String> nameOf) {
    /** Matches the letters of {@link Formula} that stand for nodes. */
    private static final Pattern LETTER = Pattern.compile("\\b[aby]\\b");
    /** Matches a derivative that needs parentheses when it is used as a factor. */
    private static final Pattern SUM = Pattern.compile("-.+ .*|.* [-+?/] .*");

    private static final int DIGITS = 6;

    /** Returns how a node was computed, such as {@code e = a * b}. For a leaf, returns only the name. */
    String formula(Value node) {
        Op op = node.op();
        return op == null
                ? nameOf.apply(node)
                : nameOf.apply(node) + " = " + named(Formula.of(op).with(node).text(), node, "");
    }

    /** Returns a line for each term that a node adds to the gradients of its operands. */
    List<String> lines(BackwardStep step) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < step.terms().size(); i++) {
            lines.add(line(step, i));
        }
        return lines;
    }

    private String line(BackwardStep step, int index) {
        Value node = step.node();
        Op op = node.op();
        if (op == null) {
            throw new IllegalArgumentException("a leaf has no operands");
        }
        GradientTerm term = step.terms().get(index);
        String derivative = Formula.of(op).with(node).derivatives().get(index);
        String bracketed = SUM.matcher(withoutParentheses(derivative)).matches() ? "(" + derivative + ")" : derivative;
        boolean first = term.sum() == term.product() || Double.isNaN(term.product());
        return "%s.grad += %s * %s.grad = %s * %s = %s%s"
                .formatted(
                        nameOf.apply(term.operand()),
                        named(bracketed, node, ".data"),
                        nameOf.apply(node),
                        factor(term.local()),
                        factor(step.gradient()),
                        number(term.product()),
                        first ? "" : ", now " + number(term.sum()));
    }

    private static String withoutParentheses(String text) {
        return text.replaceAll("\\([^()]*\\)", "");
    }

    private String named(String formula, Value node, String suffix) {
        return LETTER.matcher(formula)
                .replaceAll(letter -> Matcher.quoteReplacement(nameOf.apply(meant(letter.group(), node)) + suffix));
    }

    private static Value meant(String letter, Value node) {
        return letter.equals("y") ? node : node.operands().get(letter.equals("a") ? 0 : 1);
    }

    private static String factor(double x) {
        String text = number(x);
        return text.startsWith("-") ? "(" + text + ")" : text;
    }

    private static String number(double x) {
        return Repr.rounded(x, DIGITS);
    }
}
