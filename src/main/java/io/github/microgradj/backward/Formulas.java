package io.github.microgradj.backward;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import io.github.microgradj.engine.Op;
import io.github.microgradj.text.CompilerInput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/** The formulas in the table of {@link Op}, parsed from its source. */
final class Formulas {
    /**
     * The path of the source in the jar. The source is not next to its class, because a compiler might consider the
     * source newer than the class and recompile the class.
     */
    private static final String SOURCE = "/META-INF/formulas/Op.java";
    /** The index of the forward formula among the arguments of a row. The formulas of the derivatives follow it. */
    private static final int FORWARD = 3;

    private final Map<Op, OpFormula> rows = new HashMap<>();
    private final Map<String, MethodTree> methods = new HashMap<>();

    /**
     * A row of the table. The formulas are lambdas or method references.
     *
     * @param forward the formula of the value
     * @param partials the formulas of the derivatives with respect to the operands
     */
    record OpFormula(ExpressionTree forward, List<ExpressionTree> partials) {}

    private Formulas() {}

    /** Reads the table. */
    static Formulas read() {
        Formulas formulas = new Formulas();
        try (InputStream in = Op.class.getResourceAsStream(SOURCE)) {
            String source = new String(Objects.requireNonNull(in, SOURCE).readAllBytes(), StandardCharsets.UTF_8);
            JavaFileObject file = new CompilerInput("string://" + SOURCE, JavaFileObject.Kind.SOURCE, source);
            JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                    .getTask(null, null, null, List.of("-proc:none"), null, List.of(file));
            formulas.collector().scan(task.parse(), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return formulas;
    }

    /** Returns the row of an operation, or empty if the operation is not in the table. */
    Optional<OpFormula> row(Op op) {
        return Optional.ofNullable(rows.get(op));
    }

    /** Returns the method of {@code Op} with the given name, or empty if {@code Op} has none. */
    Optional<MethodTree> method(String name) {
        return Optional.ofNullable(methods.get(name));
    }

    private TreeScanner<Void, Void> collector() {
        return new TreeScanner<>() {
            @Override
            public Void visitVariable(VariableTree tree, Void unused) {
                if (tree.getInitializer() instanceof MethodInvocationTree call
                        && call.getArguments().size() > FORWARD + 1
                        && call.getArguments().get(FORWARD + 1) instanceof LambdaExpressionTree) {
                    List<? extends ExpressionTree> arguments = call.getArguments();
                    rows.put(
                            constant(tree.getName().toString()),
                            new OpFormula(
                                    arguments.get(FORWARD),
                                    List.copyOf(arguments.subList(FORWARD + 1, arguments.size()))));
                }
                return null;
            }

            @Override
            public Void visitMethod(MethodTree tree, Void unused) {
                methods.put(tree.getName().toString(), tree);
                return null;
            }
        };
    }

    private static Op constant(String name) {
        try {
            return (Op) Op.class.getField(name).get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Op." + name + " cannot be read", e);
        }
    }
}
