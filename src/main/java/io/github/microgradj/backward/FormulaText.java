package io.github.microgradj.backward;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A writer that renders the formulas in {@code Op} as Java text. It replaces parameters with the given operands,
 * inlines the methods of {@code Op} that a formula calls, and resolves conditions on a constant.
 */
final class FormulaText {
    /** Matches the derivative of ReLU in {@code Op}. That formula has no branch, so that HotSpot can vectorize it. */
    private static final Pattern STEP = Pattern.compile("Math\\.min\\(1, Math\\.ceil\\((\\w+)\\)\\)");

    private final Formulas formulas;
    /** The lines of code that must precede the formulas. */
    private final List<String> lines;

    private final UnaryOperator<String> fresh;

    /**
     * Creates a writer.
     *
     * @param lines the list that receives the lines of code that must precede a formula
     * @param fresh returns an unused name that starts with the given one
     */
    FormulaText(Formulas formulas, List<String> lines, UnaryOperator<String> fresh) {
        this.formulas = formulas;
        this.lines = lines;
        this.fresh = fresh;
    }

    /** Returns a formula with its parameters replaced by the given arguments. */
    Term of(ExpressionTree formula, List<Term> arguments) {
        if (formula instanceof MemberReferenceTree reference) {
            String owner = reference.getQualifierExpression().toString();
            return call((owner.equals("Op") ? "" : owner + ".") + reference.getName(), arguments);
        }
        LambdaExpressionTree lambda = (LambdaExpressionTree) formula;
        return term(lambda.getBody(), bound(lambda.getParameters(), arguments));
    }

    /**
     * Returns the formula as {@link #of} does, except that the derivative of ReLU becomes a conditional expression. The
     * two forms differ only for NaN.
     */
    Term withChoice(ExpressionTree formula, List<Term> arguments) {
        if (formula instanceof LambdaExpressionTree lambda) {
            Matcher step = STEP.matcher(lambda.getBody().toString());
            Term argument =
                    step.matches() ? bound(lambda.getParameters(), arguments).get(step.group(1)) : null;
            if (argument != null) {
                return new Term(argument.within(Term.SUM) + " > 0 ? 1 : 0", Term.CONDITIONAL);
            }
        }
        return of(formula, arguments);
    }

    private static Map<String, Term> bound(List<? extends VariableTree> parameters, List<Term> arguments) {
        Map<String, Term> names = new HashMap<>();
        for (int i = 0; i < parameters.size(); i++) {
            names.put(parameters.get(i).getName().toString(), arguments.get(i));
        }
        return names;
    }

    private Term term(Tree tree, Map<String, Term> names) {
        if (tree instanceof IdentifierTree identifier) {
            return Objects.requireNonNull(names.get(identifier.getName().toString()));
        }
        if (tree instanceof LiteralTree) {
            return Term.atom(tree.toString());
        }
        if (tree instanceof ParenthesizedTree parenthesized) {
            return term(parenthesized.getExpression(), names);
        }
        if (tree instanceof UnaryTree unary && unary.getKind() == Tree.Kind.UNARY_MINUS) {
            return Term.negative(term(unary.getExpression(), names));
        }
        if (tree instanceof BinaryTree binary) {
            return binary(binary, names);
        }
        if (tree instanceof ConditionalExpressionTree conditional) {
            return conditional(conditional, names);
        }
        if (tree instanceof MethodInvocationTree invocation) {
            List<Term> arguments = invocation.getArguments().stream()
                    .map(argument -> term(argument, names))
                    .toList();
            return call(invocation.getMethodSelect().toString(), arguments);
        }
        throw new IllegalStateException("cannot read a formula in Op: " + tree);
    }

    private Term binary(BinaryTree tree, Map<String, Term> names) {
        Term left = term(tree.getLeftOperand(), names);
        Term right = term(tree.getRightOperand(), names);
        return switch (tree.getKind()) {
            case PLUS -> Term.binary(left, "+", right, Term.SUM);
            case MINUS -> minus(left, right);
            case MULTIPLY -> Term.binary(left, "*", right, Term.PRODUCT);
            case DIVIDE -> Term.binary(left, "/", right, Term.PRODUCT);
            case LESS_THAN -> Term.binary(left, "<", right, Term.COMPARISON);
            case GREATER_THAN_EQUAL -> Term.binary(left, ">=", right, Term.COMPARISON);
            case CONDITIONAL_AND -> Term.binary(left, "&&", right, Term.CONDITION);
            case EQUAL_TO -> Term.binary(left, "==", right, Term.COMPARISON);
            default -> throw new IllegalStateException("cannot read a formula in Op: " + tree);
        };
    }

    /**
     * Returns {@code left - right}. If the left side is a known exponent and the right side is 1, returns their
     * difference as a number.
     */
    private static Term minus(Term left, Term right) {
        OptionalDouble known = number(left);
        return known.isPresent() && right.is("1")
                ? Term.number(known.getAsDouble() - 1)
                : Term.binary(left, "-", right, Term.SUM);
    }

    /**
     * Returns a conditional expression or, if its condition compares two known numbers with {@code ==}, only the
     * operand that the condition selects.
     */
    private Term conditional(ConditionalExpressionTree tree, Map<String, Term> names) {
        if (tree.getCondition() instanceof BinaryTree comparison && comparison.getKind() == Tree.Kind.EQUAL_TO) {
            OptionalDouble left = number(term(comparison.getLeftOperand(), names));
            OptionalDouble right = number(term(comparison.getRightOperand(), names));
            if (left.isPresent() && right.isPresent()) {
                boolean equal = left.getAsDouble() == right.getAsDouble();
                return term(equal ? tree.getTrueExpression() : tree.getFalseExpression(), names);
            }
        }
        String yes = term(tree.getTrueExpression(), names).within(Term.COMPARISON);
        String no = term(tree.getFalseExpression(), names).within(Term.CONDITIONAL);
        String condition = term(tree.getCondition(), names).within(Term.CONDITION);
        return new Term(condition + " ? " + yes + " : " + no, Term.CONDITIONAL);
    }

    private Term call(String name, List<Term> arguments) {
        OptionalDouble exponent = arguments.size() == 2 ? number(arguments.get(1)) : OptionalDouble.empty();
        if (name.equals("Powers.power") && exponent.isPresent()) {
            return power(arguments.get(0), exponent.getAsDouble());
        }
        if (name.equals("larger")) {
            return larger(arguments.get(0), arguments.get(1));
        }
        if (name.equals("Exponential.exp")) { // the same bits, and readers know this method
            return call("StrictMath.exp", arguments);
        }
        return formulas.method(name)
                .map(method -> inlined(method, arguments))
                .orElseGet(() -> Term.atom(
                        name + arguments.stream().map(Term::text).collect(Collectors.joining(", ", "(", ")"))));
    }

    /** Returns the derivative of max(a, b) with respect to a as a choice. The formula in {@code Op} has no branch. */
    private static Term larger(Term a, Term b) {
        String less = Term.binary(a, "<", b, Term.COMPARISON).text();
        String equal = Term.binary(a, "==", b, Term.COMPARISON).text();
        return new Term(less + " ? 0 : " + equal + " ? 0.5 : 1", Term.CONDITIONAL);
    }

    /**
     * Returns the expression for a power with a known exponent. It computes the same result as {@code Powers}, except
     * that the last bit may differ for half-integer exponents.
     */
    private static Term power(Term base, double exponent) {
        int times = (int) Math.abs(exponent);
        if (exponent != (int) exponent || times > 8) {
            return Term.atom("StrictMath.pow(" + base.text() + ", "
                    + Term.number(exponent).text() + ")");
        }
        if (times == 0) {
            return Term.number(1);
        }
        Term product = Collections.nCopies(times, base).stream()
                .reduce((left, right) -> Term.binary(left, "*", right, Term.PRODUCT))
                .orElseThrow();
        return exponent < 0 ? Term.binary(Term.atom("1"), "/", product, Term.PRODUCT) : product;
    }

    /**
     * Inlines a method call. The local variables of the method become lines of code, and its return value is the
     * result.
     */
    private Term inlined(MethodTree method, List<Term> arguments) {
        Map<String, Term> names = bound(method.getParameters(), arguments);
        for (StatementTree statement : method.getBody().getStatements()) {
            if (statement instanceof VariableTree local) {
                String name = fresh.apply(local.getName().toString());
                lines.add("double " + name + " = "
                        + term(local.getInitializer(), names).text() + ";");
                names.put(local.getName().toString(), Term.atom(name));
            } else if (statement instanceof ReturnTree returned) {
                return term(returned.getExpression(), names);
            }
        }
        throw new IllegalStateException("Op." + method.getName() + " is not understood");
    }

    private static OptionalDouble number(Term term) {
        return term.text().matches("-?[0-9.]+(e[+-]?[0-9]+)?")
                ? OptionalDouble.of(Double.parseDouble(term.text()))
                : OptionalDouble.empty();
    }
}
