package io.github.microgradj.language.infix;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.EmptyStatementTree;
import com.sun.source.tree.ErroneousTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import io.github.microgradj.text.CompilerInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The syntax trees of a snippet, with positions in the snippet. */
final class SyntaxTrees {
    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
    private static final StandardJavaFileManager FILES = COMPILER.getStandardFileManager(null, Locale.ROOT, null);

    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final int offset;

    private SyntaxTrees(CompilationUnitTree unit, SourcePositions positions, int offset) {
        this.unit = unit;
        this.positions = positions;
        this.offset = offset;
    }

    /**
     * Parses statements, an expression, or the declaration of a class or a method. Returns empty if the text is none of
     * these.
     */
    static Optional<SyntaxTrees> of(String snippet) {
        return parse("class $ { void $() { ", snippet, "\n; } }").or(() -> parse("class $ { ", snippet, "\n }"));
    }

    private static Optional<SyntaxTrees> parse(String before, String snippet, String after) {
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        JavaFileObject source =
                new CompilerInput("string:///Snippet.java", JavaFileObject.Kind.SOURCE, before + snippet + after);
        JavacTask task =
                (JavacTask) COMPILER.getTask(null, FILES, problems, List.of("-proc:none"), null, List.of(source));
        try {
            CompilationUnitTree unit = task.parse().iterator().next();
            return problems.getDiagnostics().stream().allMatch(SyntaxTrees::isTolerable)
                    ? Optional.of(new SyntaxTrees(unit, Trees.instance(task).getSourcePositions(), before.length()))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns whether the trees are complete in spite of the problem. They are if the problem is only a warning, or is
     * an expression where Java expects a statement.
     */
    private static boolean isTolerable(Diagnostic<?> problem) {
        return problem.getKind() != Diagnostic.Kind.ERROR || problem.getCode().equals("compiler.err.not.stmt");
    }

    /** Returns the statements or members of the snippet. */
    List<Tree> parts() {
        ClassTree around = (ClassTree) unit.getTypeDecls().get(0);
        List<Tree> members = around.getMembers().stream()
                .filter(member -> !(member instanceof MethodTree method)
                        || !method.getName().contentEquals("<init>"))
                .map(Tree.class::cast)
                .toList();
        return members.get(0) instanceof MethodTree method && method.getName().contentEquals("$")
                ? method.getBody().getStatements().stream()
                        .filter(statement -> !(statement instanceof EmptyStatementTree))
                        .map(Tree.class::cast)
                        .toList()
                : members;
    }

    int start(Tree tree) {
        return (int) positions.getStartPosition(unit, tree) - offset;
    }

    int end(Tree tree) {
        return (int) positions.getEndPosition(unit, tree) - offset;
    }

    /** Returns the paths to the trees that satisfy a condition, outer trees first. */
    List<TreePath> find(Predicate<Tree> condition) {
        List<TreePath> found = new ArrayList<>();
        new TreePathScanner<Void, Void>() {
            @Override
            public Void scan(Tree tree, Void unused) {
                if (tree != null && condition.test(tree)) {
                    found.add(new TreePath(getCurrentPath(), tree));
                }
                return super.scan(tree, null);
            }

            @Override
            public Void visitErroneous(ErroneousTree tree, Void unused) {
                return scan(tree.getErrorTrees(), null);
            }
        }.scan(unit, null);
        return found;
    }

    /** Returns the assignment if the whole snippet is an assignment to a name, such as {@code c = a + b}. */
    Optional<AssignmentTree> assignment() {
        return find(tree ->
                        tree instanceof AssignmentTree assignment && assignment.getVariable() instanceof IdentifierTree)
                .stream()
                .filter(path -> path.getParentPath().getLeaf() instanceof ExpressionStatementTree)
                .filter(path -> isOnlyStatement(path.getParentPath()))
                .map(path -> (AssignmentTree) path.getLeaf())
                .findFirst();
    }

    private static boolean isOnlyStatement(TreePath statement) {
        TreePath body = statement.getParentPath();
        int depthOfBody = 4; // Compilation unit, class, method, block.
        int depth = 0;
        for (TreePath path = body; path != null; path = path.getParentPath()) {
            depth++;
        }
        return depth == depthOfBody
                && body.getLeaf() instanceof BlockTree block
                && block.getStatements().get(0) == statement.getLeaf();
    }
}
