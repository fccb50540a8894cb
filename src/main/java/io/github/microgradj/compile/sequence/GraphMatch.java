package io.github.microgradj.compile.sequence;

import io.github.microgradj.compile.sequence.SequenceGraph.IndexedSelection;
import io.github.microgradj.engine.Value;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A comparison of a graph with the graph that another call to the same function built. It walks both graphs side by
 * side, which is faster than a second trace.
 */
final class GraphMatch {
    private final SequenceGraph graph;
    private final Value[] parameters;
    private final IdentityHashMap<Value, TracedCall.TracedSelection> choices = new IdentityHashMap<>();
    private final @Nullable Value[] nodes;
    private final @Nullable Value[] selected;

    private GraphMatch(SequenceGraph graph, Value[] parameters, TracedCall call) {
        this.graph = graph;
        this.parameters = parameters;
        nodes = new Value[graph.size()];
        selected = new Value[graph.selections().size()];
        call.choices().forEach(choice -> choices.put(choice.selected(), choice));
    }

    /**
     * Returns whether a call built the same graph as the given one.
     *
     * @param parameters the distinct parameters
     */
    static boolean matches(SequenceGraph graph, Value[] parameters, TracedCall call) {
        GraphMatch match = new GraphMatch(graph, parameters, call);
        return match.meet(graph.root(), call.result()) && match.descend();
    }

    /** Visits the nodes and selections, each after everything that uses it. Returns whether all of them match. */
    private boolean descend() {
        int s = selected.length - 1;
        for (int i = nodes.length - 1; i >= -1; i--) {
            for (; s >= 0 && graph.selections().get(s).before() > i; s--) {
                if (!fits(graph.selections().get(s), choices.get(selected[s]))) {
                    return false;
                }
            }
            Value value = i < 0 ? null : nodes[i];
            if (i >= 0 && (value == null || !fits(i, value))) {
                return false;
            }
        }
        return true;
    }

    private boolean fits(IndexedSelection selection, TracedCall.@Nullable TracedSelection choice) {
        int[] operands = selection.operands();
        if (choice == null
                || choice.position() != selection.position()
                || choice.candidates().length != operands.length) {
            return false;
        }
        for (int i = 0; i < operands.length; i++) {
            if (!meet(operands[i], choice.candidates()[i])) {
                return false;
            }
        }
        return true;
    }

    @SuppressWarnings("ReferenceEquality")
    private boolean fits(int node, Value value) {
        if (graph.isParameter(node)) {
            return value == parameters[graph.parameter(node)];
        }
        if (Double.compare(graph.number(node), value.op() == null ? value.data : value.constant()) != 0) {
            return false;
        }
        if (!graph.isOperation(node)) {
            return value.op() == null && !choices.containsKey(value);
        }
        List<Value> operands = value.operands();
        return graph.op(node) == value.op()
                && meet(graph.left(node), operands.get(0))
                && (operands.size() == 1 || meet(graph.right(node), operands.get(1)));
    }

    /** Records the Value of an operand. Returns false if a different Value has already been recorded for it. */
    @SuppressWarnings("ReferenceEquality")
    private boolean meet(int operand, Value value) {
        @Nullable Value[] found = operand >= 0 ? nodes : selected;
        int place = operand >= 0 ? operand : ~operand;
        if (found[place] == null) {
            found[place] = value;
        }
        return found[place] == value;
    }
}
