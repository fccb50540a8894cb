package io.github.microgradj.language.infix;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.Tree;
import java.util.List;
import java.util.Optional;

/** A parser for snippets that consist of a single assignment, such as {@code a.data = -2.0} or {@code x += 1}. */
public final class Assignment {
    private Assignment() {}

    /**
     * Returns the left side of an assignment in plain Java, as the user wrote it, or empty if the text is not an
     * assignment.
     */
    public static Optional<String> target(String java) {
        return java.indexOf('=') < 0 ? Optional.empty() : SyntaxTrees.of(java).flatMap(parsed -> target(java, parsed));
    }

    private static Optional<String> target(String java, SyntaxTrees parsed) {
        List<Tree> parts = parsed.parts();
        if (parts.size() != 1 || !(parts.get(0) instanceof ExpressionStatementTree statement)) {
            return Optional.empty();
        }
        Tree expression = statement.getExpression();
        Tree target = expression instanceof AssignmentTree assignment
                ? assignment.getVariable()
                : expression instanceof CompoundAssignmentTree compound ? compound.getVariable() : null;
        return Optional.ofNullable(target).map(tree -> java.substring(parsed.start(tree), parsed.end(tree)));
    }
}
