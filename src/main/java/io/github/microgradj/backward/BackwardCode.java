package io.github.microgradj.backward;

import com.sun.source.tree.ExpressionTree;
import io.github.microgradj.engine.Graph;
import io.github.microgradj.engine.Op;
import io.github.microgradj.engine.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;

/**
 * A generator of Java code that computes a Value and its derivatives. The results of the generated method are
 * bit-for-bit equal to those of {@code backward()}, except that the last bits may differ if the graph contains a power
 * such as x**-0.5, which the engine computes more accurately than {@link StrictMath#pow}. The method's forward pass has
 * one line for each operation, and its backward pass has one line for each contribution to a gradient, in the engine's
 * order. For
 * {@code d = a * b}, the method is
 * <pre>{@code
 * // d, dd/da, dd/db
 * double[] gradients(double a, double b) {
 *     // forward
 *     double d = a * b;
 *     // backward
 *     double da = 0, db = 0, dd = 1;
 *     da += b * dd;
 *     db += a * dd;
 *     return new double[] {d, da, db};
 * }
 * }</pre>
 */
public final class BackwardCode {
    private static final int MAX_NODES = 300;
    private static final int MAX_VARIABLES = 100;
    private static final String INDENT = "    ";
    /** The names of the classes that formulas use. A variable with such a name would hide the class. */
    private static final Set<String> CLASSES = Set.of("Math", "StrictMath", "Double");

    private final Value root;
    private final Graph graph;
    private final List<Value> nodes;
    private final List<Value> variables;
    private final Map<Value, Term> terms = new HashMap<>();
    private final Map<Value, String> gradients = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final List<String> lines = new ArrayList<>();
    private final Formulas formulas = Formulas.read();
    private final FormulaText text = new FormulaText(formulas, lines, this::fresh);

    private BackwardCode(Value root, Map<Value, String> names) {
        this.root = root;
        graph = Graph.of(root);
        nodes = graph.nodes();
        requireRows();
        Map<Value, String> known = known(names);
        List<Value> leaves = nodes.stream().filter(node -> node.op() == null).toList();
        List<Value> named = known.keySet().stream().filter(leaves::contains).toList();
        variables = named.isEmpty() ? leaves : named;
        if (nodes.size() > MAX_NODES || variables.size() > MAX_VARIABLES) {
            throw new IllegalArgumentException("a graph written as Java can have up to " + MAX_NODES + " nodes and "
                    + MAX_VARIABLES + " variables, but this one has " + nodes.size() + " nodes and "
                    + variables.size() + " variables");
        }
        nodes.forEach(node -> terms.put(node, term(node, known)));
        for (Value node : nodes) {
            if (variables.contains(node) || node.operands().stream().anyMatch(gradients::containsKey)) {
                gradients.put(node, fresh("d" + name(node)));
            }
        }
    }

    /** Returns the name of a node or, for a constant, its value as a literal. */
    private Term term(Value node, Map<Value, String> known) {
        String name = known.get(node);
        if (name != null) {
            return Term.atom(name);
        }
        if (node.op() == null) {
            return variables.contains(node) ? Term.atom(numbered("x")) : Term.number(node.data);
        }
        return Term.atom(numbered("t"));
    }

    /**
     * Returns the Java method that computes the given Value and its derivatives.
     *
     * @param names the user's names for some nodes, in the order of the method's parameters. The variables are the
     *     named leaves or, if no leaf has a name, all leaves. The other leaves are constants
     * @throws IllegalArgumentException if the Value is a leaf, if the graph is too large, or if an operation is not in
     *      {@code Op}'s table
     */
    public static String of(Value root, Map<Value, String> names) {
        if (root.op() == null) {
            throw new IllegalArgumentException(
                    "expected the result of an operation, got a leaf; type an expression such as a * b");
        }
        return new BackwardCode(root, names).method();
    }

    private void requireRows() {
        for (Value node : nodes) {
            if (node.op() != null && formulas.row(node.op()).isEmpty()) {
                throw new IllegalArgumentException(
                        "only built-in operations can be written as Java, but this graph has " + node.op());
            }
        }
    }

    /** Returns the names of nodes in this graph: the user's name for a node or, if there is none, the node's label. */
    private Map<Value, String> known(Map<Value, String> names) {
        Set<Value> used = Set.copyOf(nodes);
        Map<Value, String> known = new LinkedHashMap<>();
        Stream.concat(names.keySet().stream(), nodes.stream())
                .filter(node -> used.contains(node) && !known.containsKey(node))
                .forEach(node -> {
                    String name = names.getOrDefault(node, node.label);
                    if (SourceVersion.isIdentifier(name)) {
                        known.put(node, fresh(name));
                    }
                });
        return known;
    }

    private String method() {
        lines.add("// forward");
        nodes.stream().filter(node -> node.op() != null).forEach(this::forward);
        lines.add("// backward");
        String zeros = inOrder().map(gradients::get).map(name -> name + " = 0").collect(Collectors.joining(", "));
        lines.add("double " + zeros + ", " + gradients.get(root) + " = 1;");
        graph.backwardOrder().stream()
                .filter(node -> node.op() != null && gradients.containsKey(node))
                .forEach(this::backward);
        lines.add(variables.stream()
                .map(gradients::get)
                .collect(Collectors.joining(", ", "return new double[] {" + name(root) + ", ", "};")));
        String parameters =
                variables.stream().map(variable -> "double " + name(variable)).collect(Collectors.joining(", "));
        String derivatives = variables.stream()
                .map(variable -> "d" + name(root) + "/d" + name(variable))
                .collect(Collectors.joining(", "));
        return "// " + name(root) + ", " + derivatives + "\ndouble[] gradients(" + parameters + ") {\n"
                + lines.stream().map(line -> INDENT + line + "\n").collect(Collectors.joining()) + "}";
    }

    /** Returns the nodes that have a gradient, except the root, in topological order. */
    private Stream<Value> inOrder() {
        return nodes.stream().filter(node -> node != root && gradients.containsKey(node));
    }

    private void forward(Value node) {
        Term value = text.of(row(node).forward(), operands(node));
        lines.add("double " + name(node) + " = " + value.text() + ";");
    }

    /** Writes a line for each operand that has a gradient. */
    private void backward(Value node) {
        List<Term> arguments = new ArrayList<>(operands(node));
        arguments.add(terms.get(node));
        Term gradient = Term.atom(Objects.requireNonNull(gradients.get(node)));
        for (int i = 0; i < node.operands().size(); i++) {
            String operand = gradients.get(node.operands().get(i));
            if (operand != null) {
                ExpressionTree formula = row(node).partials().get(i);
                Term partial =
                        Double.isNaN(node.data) ? text.of(formula, arguments) : text.withChoice(formula, arguments);
                boolean minus = partial.is("-1");
                Term share = minus || partial.is("1") ? gradient : Term.binary(partial, "*", gradient, Term.PRODUCT);
                lines.add(operand + (minus ? " -= " : " += ") + share.text() + ";");
            }
        }
    }

    private Formulas.OpFormula row(Value node) {
        Op op = node.op();
        return formulas.row(op == null ? Op.ADD : op).orElseThrow();
    }

    /** Returns the operands of a node. If there is only one operand, the operation's constant follows it. */
    private List<Term> operands(Value node) {
        Stream<Term> operands = node.operands().stream().map(terms::get);
        return (node.operands().size() == 1
                        ? Stream.concat(operands, Stream.of(Term.number(node.constant())))
                        : operands)
                .toList();
    }

    private String name(Value node) {
        return Objects.requireNonNull(terms.get(node)).text();
    }

    private String numbered(String prefix) {
        int number = 1;
        while (!taken.add(prefix + number)) {
            number++;
        }
        return prefix + number;
    }

    /**
     * Returns an unused name. Appends underscores to the wanted name until it is neither in use nor a Java keyword. For
     * example, the gradient of {@code o} is named {@code do_}.
     */
    private String fresh(String wanted) {
        String name = wanted;
        while (!isLegal(name) || !taken.add(name)) {
            name += "_";
        }
        return name;
    }

    /** Returns whether a name is legal for a variable and does not hide a class that formulas use. */
    private static boolean isLegal(String name) {
        return SourceVersion.isName(name) && !name.contains(".") && !CLASSES.contains(name);
    }
}
