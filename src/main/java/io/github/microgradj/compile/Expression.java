package io.github.microgradj.compile;

import io.github.microgradj.engine.Graph;
import io.github.microgradj.engine.Value;
import java.util.List;
import java.util.Set;

/**
 * A scalar graph that is compiled to straight-line code, so that it can be recomputed quickly for other numbers.
 *
 * <pre>{@code
 * var fast = Expression.of(g, a, b);
 * a.data = -4.1;
 * double y = fast.gradients();   // g for the new a; a.grad and b.grad are its derivatives
 * }</pre>
 *
 * <p>Only one thread at a time may use an instance.
 */
public final class Expression {
    private final Value[] variables;
    private final double[] values;
    private final double[] grads;
    private final BytecodeGenerator.Code code;

    private Expression(List<Value> variables, Trace trace) {
        this.variables = variables.toArray(Value[]::new);
        List<Node> nodes = trace.nodes();
        values = new double[nodes.size()];
        grads = new double[nodes.size()];
        code = BytecodeGenerator.compile(nodes);
    }

    /**
     * Compiles the graph from which a value was computed.
     *
     * @param root the value to compute
     * @param variables the leaves that may change; if none are given, all leaves may change. Any other leaf keeps its
     *      current value
     * @throws IllegalArgumentException if {@code root} is a leaf, a variable is not a leaf of the graph, or the graph
     *     has more than 20,000 nodes
     */
    public static Expression of(Value root, Value... variables) {
        List<Value> leaves = variables.length == 0 ? Graph.of(root).leaves() : List.of(variables);
        Set<Value> used = Set.copyOf(Graph.of(root).nodes());
        for (Value variable : leaves) {
            if (variable.op() != null || !used.contains(variable)) {
                throw new IllegalArgumentException(
                        "the variables of an expression must be leaves of its graph, got " + variable);
            }
        }
        Trace trace = new Trace(Trace.number(leaves), new Value[0], List.of(root));
        int nodes = trace.nodes().size();
        if (nodes == 1 || nodes > BytecodeGenerator.LIMIT) {
            throw new IllegalArgumentException("only an expression of 2 to " + BytecodeGenerator.LIMIT
                    + " nodes can be compiled to straight-line code; this one has " + nodes);
        }
        return new Expression(leaves, trace);
    }

    /** Returns the value of the expression for the current data of the variables. */
    public double value() {
        return code.value(variables, values, grads);
    }

    /**
     * Returns {@link #value()}, and sets the {@code grad} of every variable to the derivative with respect to it,
     * without accumulating.
     */
    public double gradients() {
        return code.gradients(variables, values, grads);
    }
}
