package io.github.microgradj.language.infix;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreePath;
import io.github.microgradj.language.infix.SourceText.Change;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A rewriter that replaces the operators that the compiler has rejected, and the arithmetic around them, with calls to
 * the methods of {@code Ops}.
 */
final class OperatorRewrite {
    private static final Map<Tree.Kind, String> CALLS = Map.ofEntries(
            Map.entry(Tree.Kind.PLUS, "add"),
            Map.entry(Tree.Kind.MINUS, "sub"),
            Map.entry(Tree.Kind.MULTIPLY, "mul"),
            Map.entry(Tree.Kind.DIVIDE, "div"),
            Map.entry(Tree.Kind.UNARY_MINUS, "neg"),
            Map.entry(Tree.Kind.UNARY_PLUS, "pos"),
            Map.entry(Tree.Kind.PLUS_ASSIGNMENT, "add"),
            Map.entry(Tree.Kind.MINUS_ASSIGNMENT, "sub"),
            Map.entry(Tree.Kind.MULTIPLY_ASSIGNMENT, "mul"),
            Map.entry(Tree.Kind.DIVIDE_ASSIGNMENT, "div"));

    private static final String VALUE = "io\\.github\\.microgradj\\.engine\\.Value";

    private final String text;
    private final SyntaxTrees parsed;
    private final List<Change> opening = new ArrayList<>();
    private final List<Change> between = new ArrayList<>();
    private final List<Change> closing = new ArrayList<>();

    private OperatorRewrite(String text, SyntaxTrees parsed) {
        this.text = text;
        this.parsed = parsed;
    }

    /**
     * Returns whether an operator was rejected because an operand is a {@code Value}. Any other operator error may
     * follow from an error elsewhere.
     */
    static boolean isOurs(Diagnostic fault) {
        return fault.isOperator()
                && fault.message().lines().anyMatch(line -> line.matches("(.* type:? +)" + VALUE + "( for .*)?"));
    }

    /** Returns the changes that replace the rejected operators with calls. */
    static List<Change> changes(String text, SyntaxTrees parsed, List<Diagnostic> faults) {
        OperatorRewrite rewrite = new OperatorRewrite(text, parsed);
        Set<Tree> trees = rewrite.refused(faults);
        Set<Tree> quotients = Collections.newSetFromMap(new IdentityHashMap<>());
        trees.forEach(tree -> rewrite.addQuotients(tree, quotients));
        trees.addAll(quotients);
        parsed.find(trees::contains).forEach(path -> rewrite.rewrite(path.getLeaf()));
        return rewrite.changes();
    }

    /**
     * Returns the changes for Python's division. In a line that consists only of expressions, they apply to every
     * division; otherwise, only to arithmetic that contains a power.
     *
     * @param isPower returns whether the call that starts at the given index computes a power
     */
    static List<Change> quotients(String text, SyntaxTrees parsed, Predicate<Integer> isPower) {
        OperatorRewrite rewrite = new OperatorRewrite(text, parsed);
        Set<Tree> trees = Collections.newSetFromMap(new IdentityHashMap<>());
        if (DivisionOperators.isBare(parsed)) {
            parsed.find(DivisionOperators::isOne).forEach(path -> trees.add(path.getLeaf()));
        } else {
            for (TreePath path :
                    parsed.find(tree -> tree instanceof MethodInvocationTree && isPower.test(parsed.start(tree)))) {
                rewrite.addQuotients(outermost(path), trees);
            }
        }
        parsed.find(trees::contains).forEach(path -> rewrite.rewrite(path.getLeaf()));
        return rewrite.changes();
    }

    private static Tree outermost(TreePath path) {
        TreePath each = path;
        while (isArithmetic(each.getParentPath().getLeaf())) {
            each = each.getParentPath();
        }
        return each.getLeaf();
    }

    private static boolean isArithmetic(Tree tree) {
        return CALLS.containsKey(tree.getKind()) || tree instanceof ParenthesizedTree;
    }

    /**
     * Adds the divisions in an arithmetic expression to the set of quotients that must not be truncated. Truncation is
     * never needed there, because Values and powers accept any number.
     */
    private void addQuotients(Tree tree, Set<Tree> quotients) {
        if (tree.getKind() == Tree.Kind.DIVIDE) {
            quotients.add(tree);
        }
        if (tree instanceof BinaryTree binary && isArithmetic(tree)) {
            addQuotients(binary.getLeftOperand(), quotients);
            addQuotients(binary.getRightOperand(), quotients);
        } else if (tree instanceof UnaryTree unary && isArithmetic(tree)) {
            addQuotients(unary.getExpression(), quotients);
        } else if (tree instanceof CompoundAssignmentTree assignment) {
            addQuotients(assignment.getExpression(), quotients);
        } else if (tree instanceof ParenthesizedTree parenthesized) {
            addQuotients(parenthesized.getExpression(), quotients);
        } else if (tree instanceof MethodInvocationTree call && isPower(call)) {
            call.getArguments().forEach(argument -> addQuotients(argument, quotients));
        }
    }

    private static boolean isPower(MethodInvocationTree call) {
        return call.getMethodSelect().toString().equals("Ops.pow");
    }

    /**
     * Returns the changes that replace {@code **=} with calls. In the text, {@code ^=} stands for this operator at the
     * given indices.
     */
    static List<Change> powerAssignments(String text, SyntaxTrees parsed, List<Integer> places) {
        OperatorRewrite rewrite = new OperatorRewrite(text, parsed);
        for (TreePath path : parsed.find(tree -> tree.getKind() == Tree.Kind.XOR_ASSIGNMENT)) {
            CompoundAssignmentTree tree = (CompoundAssignmentTree) path.getLeaf();
            if (places.contains(rewrite.operator(parsed.end(tree.getVariable())).start())) {
                rewrite.rewriteAssignment(tree, "pow");
            }
        }
        return rewrite.changes();
    }

    /**
     * Returns the changes. At the same index, closing parentheses come first, because they belong to the text before
     * the index, and opening parentheses come last, because they belong to the text after it.
     */
    private List<Change> changes() {
        Collections.reverse(closing);
        List<Change> changes = new ArrayList<>(closing);
        changes.addAll(between);
        changes.addAll(opening);
        return changes;
    }

    private Set<Tree> refused(List<Diagnostic> faults) {
        Set<Tree> trees = Collections.newSetFromMap(new IdentityHashMap<>());
        for (TreePath path : parsed.find(tree -> CALLS.containsKey(tree.getKind()))) {
            int start = parsed.start(path.getLeaf());
            int end = parsed.end(path.getLeaf());
            if (faults.stream().anyMatch(fault -> fault.start() == start && fault.end() == end)) {
                addWithAncestors(path, trees);
            }
        }
        return trees;
    }

    /**
     * Adds an operator and the operators that contain it to the set. The compiler has not checked the outer operators,
     * because it did not know the type of the inner one.
     */
    private static void addWithAncestors(TreePath path, Set<Tree> trees) {
        TreePath each = path;
        while (CALLS.containsKey(each.getLeaf().getKind()) || each.getLeaf() instanceof ParenthesizedTree) {
            if (CALLS.containsKey(each.getLeaf().getKind())) {
                trees.add(each.getLeaf());
            }
            each = each.getParentPath();
        }
    }

    private void rewrite(Tree tree) {
        String call =
                DivisionOperators.isOne(tree) ? DivisionOperators.call(tree) : CALLS.getOrDefault(tree.getKind(), "");
        if (tree instanceof BinaryTree binary) {
            rewriteBinary(binary, call);
        } else if (tree instanceof UnaryTree) {
            int start = parsed.start(tree);
            int end = parsed.end(tree);
            opening.add(new Change(start, start + 1, "Ops." + call + "(", start, start, end));
            closing.add(new Change(end, end, ")", start, start, end));
        } else if (tree instanceof CompoundAssignmentTree assignment) {
            rewriteAssignment(assignment, call);
        }
    }

    private void rewriteBinary(BinaryTree tree, String call) {
        int start = parsed.start(tree);
        int end = parsed.end(tree);
        Token operator = operator(parsed.end(tree.getLeftOperand()));
        opening.add(new Change(start, start, "Ops." + call + "(", start, operator.start(), end));
        between.add(comma(tree, tree.getLeftOperand(), DivisionOperators.operand(tree.getRightOperand()), operator));
        closing.add(new Change(end, end, ")", start, operator.start(), end));
    }

    /**
     * Returns the change that replaces an operator and the spaces around it with a comma. Comments around it are kept.
     */
    private Change comma(Tree tree, Tree left, Tree right, Token operator) {
        int from = parsed.end(left);
        int to = parsed.start(right);
        boolean blank = text.substring(from, operator.start()).isBlank()
                && Token.withComments(text.substring(operator.end(), to)).stream()
                        .noneMatch(token -> token.kind() == Token.Kind.COMMENT);
        return new Change(
                blank ? from : operator.start(),
                blank ? to : operator.end(),
                ", ",
                parsed.start(tree),
                operator.start(),
                parsed.end(tree));
    }

    /** Returns the operator that follows an operand. */
    private Token operator(int operandEnd) {
        Token token = Token.of(text.substring(operandEnd)).get(0);
        return new Token(token.kind(), operandEnd + token.start(), token.text());
    }

    private void rewriteAssignment(CompoundAssignmentTree tree, String call) {
        ExpressionTree target = tree.getVariable();
        int start = parsed.start(tree);
        int end = parsed.end(tree);
        Token operator = operator(parsed.end(target));
        if (isRepeatable(target)) {
            String again = "= Ops." + call + "(" + text.substring(start, parsed.end(target)) + ", ";
            int to = parsed.start(DivisionOperators.operand(tree.getExpression()));
            between.add(new Change(operator.start(), to, again, start, operator.start(), end));
        } else if (target instanceof ArrayAccessTree element) {
            rewriteElement(tree, element, call, operator);
        } else {
            return;
        }
        closing.add(new Change(end, end, ")", start, operator.start(), end));
    }

    /** Rewrites an assignment such as {@code w[i++] += e}, whose index must be evaluated only once. */
    private void rewriteElement(CompoundAssignmentTree tree, ArrayAccessTree element, String call, Token operator) {
        int start = parsed.start(tree);
        int end = parsed.end(tree);
        int position = operator.start();
        int bracket = operator(parsed.end(element.getExpression())).start();
        int elementEnd = parsed.end(element);
        opening.add(new Change(start, start, "Ops.update(", start, position, end));
        between.add(new Change(bracket, bracket + 1, ", ", start, position, end));
        between.add(new Change(
                elementEnd - 1, parsed.start(tree.getExpression()), ", Ops::" + call + ", ", start, position, end));
    }

    /** Returns whether evaluating an expression twice has the same effect as evaluating it once. */
    private static boolean isRepeatable(ExpressionTree tree) {
        if (tree instanceof MemberSelectTree select) {
            return isRepeatable(select.getExpression());
        }
        if (tree instanceof ArrayAccessTree element) {
            return isRepeatable(element.getExpression()) && isRepeatable(element.getIndex());
        }
        if (tree instanceof BinaryTree binary) {
            return isRepeatable(binary.getLeftOperand()) && isRepeatable(binary.getRightOperand());
        }
        if (tree instanceof ParenthesizedTree parenthesized) {
            return isRepeatable(parenthesized.getExpression());
        }
        return tree instanceof IdentifierTree || tree instanceof LiteralTree;
    }
}
