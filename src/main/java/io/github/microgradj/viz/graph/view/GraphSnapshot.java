package io.github.microgradj.viz.graph.view;

import io.github.microgradj.engine.Graph;
import io.github.microgradj.engine.Value;
import java.util.IdentityHashMap;
import java.util.List;

/** A graph and the numbers in it, as they were at one moment. */
public final class GraphSnapshot {
    private final Graph graph;
    private final IdentityHashMap<Value, Numbers> numbers = new IdentityHashMap<>();

    /**
     * What a value held.
     *
     * @param label the label of the value
     * @param data the number
     * @param grad the gradient
     */
    public record Numbers(String label, double data, double grad) {}

    /** Reads the graph under a value, as it is now. */
    public GraphSnapshot(Value root) {
        graph = Graph.of(root);
        graph.nodes().forEach(node -> numbers.put(node, new Numbers(node.label, node.data, node.grad)));
    }

    /** Returns the value whose graph it is. */
    public Value root() {
        return graph.root();
    }

    /** Operands before the values that use them, the root last. */
    public List<Value> values() {
        return graph.nodes();
    }

    /** The root first, as {@link Value#backward()} goes: each value after all that use it. */
    public List<Value> backwardOrder() {
        return graph.backwardOrder();
    }

    /** Returns what a value of the graph held. */
    @SuppressWarnings("NullAway") // Every value of the graph has an entry.
    public Numbers at(Value value) {
        return numbers.get(value);
    }

    /** The number of values and operations. */
    public int size() {
        return 2 * graph.nodes().size() - graph.leaves().size();
    }
}
