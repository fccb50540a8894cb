package io.github.microgradj.language.infix;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ErroneousTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.util.TreePath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Python's division operators in lines that are probably Python or are not valid Java as written: {@code 2/3} is not
 * truncated, the result of {@code %} has the sign of the right operand, and {@code //} divides instead of starting a
 * comment.
 */
final class DivisionOperators {
    /** The marker for the right operand of {@code //}. A cast to this name stands for {@code floorDiv}. */
    private static final String FLOOR = "$floor";

    private static final Map<Tree.Kind, String> CALLS = Map.of(
            Tree.Kind.DIVIDE, "div",
            Tree.Kind.REMAINDER, "mod",
            Tree.Kind.DIVIDE_ASSIGNMENT, "div",
            Tree.Kind.REMAINDER_ASSIGNMENT, "mod");

    private static final Pattern ASSIGNED =
            Pattern.compile("\\s*([A-Za-z_]\\w*)\\s*(?:=(?!=)|[-+*/%]=|//=|\\*\\*=).*", Pattern.DOTALL);
    private static final Pattern PRINT = Pattern.compile("\\s*print\\s*\\(.*", Pattern.DOTALL);
    private static final Set<String> OPERATORS = Set.of("+", "-", "*", "/", "%", "**", "(", ")", "[", "]", ".", ",");

    private DivisionOperators() {}

    /**
     * Returns whether a line is probably Python although Java may accept it: it is a print call, or it assigns or uses
     * a variable that has no declared Java type.
     */
    static boolean isPython(String line, Set<String> declared, Predicate<String> isUndeclared) {
        var assigned = ASSIGNED.matcher(line);
        if (PRINT.matcher(line).matches() || (assigned.matches() && isUndeclared.test(assigned.group(1)))) {
            return true;
        }
        List<Token> tokens = Token.of(line);
        return IntStream.range(0, tokens.size())
                .anyMatch(i -> tokens.get(i).isWord()
                        && declared.contains(tokens.get(i).text())
                        && (i == 0 || !tokens.get(i - 1).is(".")));
    }

    /**
     * Returns whether a snippet consists only of expressions, and so contains no types, braces or other Java syntax.
     */
    static boolean isBare(SyntaxTrees parsed) {
        return parsed.parts().stream()
                .allMatch(part -> part instanceof ExpressionStatementTree || part instanceof ErroneousTree);
    }

    /** Returns whether an operator is a division or a remainder. */
    static boolean isOne(Tree tree) {
        return CALLS.containsKey(tree.getKind());
    }

    /** Returns the name of the method that replaces an operator. */
    static String call(Tree tree) {
        return isFloor(tree) ? "floorDiv" : CALLS.getOrDefault(tree.getKind(), "");
    }

    /** Returns the right operand of an operator, without the marker for {@code //}. */
    static Tree operand(Tree right) {
        return right instanceof TypeCastTree cast && isMark(cast) ? cast.getExpression() : right;
    }

    private static boolean isFloor(Tree tree) {
        Tree right = tree instanceof BinaryTree binary
                ? binary.getRightOperand()
                : tree instanceof CompoundAssignmentTree assignment ? assignment.getExpression() : tree;
        return right instanceof TypeCastTree cast && isMark(cast);
    }

    private static boolean isMark(TypeCastTree cast) {
        return cast.getType() instanceof IdentifierTree type && type.getName().contentEquals(FLOOR);
    }

    /**
     * Returns whether a line has {@code //} between two possible operands, which is rare where {@code //} starts a
     * comment.
     */
    static boolean hasFloor(String line) {
        return floor(line, name -> true).isPresent();
    }

    /** Returns the text with a marker for each {@code //} whose right operand uses only known variables. */
    static String marked(String text, Predicate<String> isVariable) {
        String marked = text;
        for (Optional<Token> floor = floor(marked, isVariable); floor.isPresent(); floor = floor(marked, isVariable)) {
            int at = floor.get().start();
            boolean assigns = marked.startsWith("//=", at);
            marked = marked.substring(0, at) + (assigns ? "/= (" : "/ (") + FLOOR + ") "
                    + marked.substring(at + (assigns ? 3 : 2));
        }
        return marked;
    }

    private static Optional<Token> floor(String text, Predicate<String> isVariable) {
        List<Token> tokens = Token.withComments(text);
        return IntStream.range(1, tokens.size())
                .filter(i ->
                        tokens.get(i).text().startsWith("//") && tokens.get(i).kind() == Token.Kind.COMMENT)
                .filter(i -> endsOperand(tokens.get(i - 1))
                        && isOperand(tokens.get(i).text().substring(2), isVariable))
                .mapToObj(tokens::get)
                .findFirst();
    }

    /** Returns whether a token can be the last token of an operand. */
    static boolean endsOperand(Token token) {
        return token.isWord() || token.kind() == Token.Kind.NUMBER || token.is(")") || token.is("]");
    }

    private static boolean isOperand(String rest, Predicate<String> isVariable) {
        String code = rest.replaceFirst("^=", "").replaceFirst(";?\\s*(#.*)?$", "");
        List<Token> tokens = Token.of(code.replace("//", " / "));
        boolean known = !tokens.isEmpty()
                && ((endsOperand(tokens.get(0)) && !tokens.get(0).is(")"))
                        || tokens.get(0).is("(")
                        || tokens.get(0).is("-"));
        for (int i = 0; known && i < tokens.size(); i++) {
            Token token = tokens.get(i);
            Token before = i == 0 ? token : tokens.get(i - 1);
            boolean called = i + 1 < tokens.size() && tokens.get(i + 1).is("(");
            boolean starts = token.isWord() || token.kind() == Token.Kind.NUMBER;
            known = starts
                    ? (i == 0 || !endsOperand(before))
                            && (!token.isWord() || before.is(".") || called || isVariable.test(token.text()))
                    : OPERATORS.contains(token.text());
        }
        return known;
    }

    /**
     * Returns a hint if Java truncates a quotient of two literals, or if {@code //} starts a comment in Java but would
     * divide in Python. Returns empty otherwise.
     */
    static Optional<String> hint(String java) {
        if (!java.contains("/")) {
            return Optional.empty();
        }
        return SyntaxTrees.of(java).stream()
                .flatMap(parsed -> parsed.find(DivisionOperators::losesRemainder).stream())
                .map(TreePath::getLeaf)
                .map(BinaryTree.class::cast)
                .map(quotient -> "in Java, %1$s/%2$s is the whole number %3$d; write %1$s.0/%2$s for %4$s"
                        .formatted(
                                quotient.getLeftOperand(),
                                quotient.getRightOperand(),
                                number(quotient.getLeftOperand()) / number(quotient.getRightOperand()),
                                (double) number(quotient.getLeftOperand()) / number(quotient.getRightOperand())))
                .findFirst()
                .or(() -> floor(java, name -> false).isPresent()
                        ? Optional.of("// begins a comment in Java; Python's a // b is Math.floorDiv(a, b)")
                        : Optional.empty());
    }

    private static boolean losesRemainder(Tree tree) {
        return tree.getKind() == Tree.Kind.DIVIDE
                && tree instanceof BinaryTree binary
                && number(binary.getRightOperand()) != 0
                && number(binary.getLeftOperand()) % number(binary.getRightOperand()) != 0;
    }

    /**
     * Returns the value of an integer literal, or 0 for any other tree, so that a quotient with such an operand never
     * counts as truncated.
     */
    private static int number(Tree tree) {
        return tree instanceof LiteralTree literal && literal.getValue() instanceof Integer number ? number : 0;
    }
}
