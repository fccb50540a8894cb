package io.github.microgradj.viz.graph.view;

import io.github.microgradj.engine.Graph;
import io.github.microgradj.engine.Value;
import java.util.IdentityHashMap;
import java.util.List;

/** A graph and its numbers as they were at one moment. */
public final class GraphSnapshot {
    private final Graph graph;
    private final IdentityHashMap<Value, Numbers> numbers = new IdentityHashMap<>();

    /**
     * The label and the numbers that a value held.
     *
     * @param label the label
     * @param data the data
     * @param grad the gradient
     */
    public record Numbers(String label, double data, double grad) {}

    /** Copies the numbers of the graph from which a value was computed. */
    public GraphSnapshot(Value root) {
        graph = Graph.of(root);
        graph.nodes().forEach(node -> numbers.put(node, new Numbers(node.label, node.data, node.grad)));
    }

    /** Returns the root of the graph. */
    public Value root() {
        return graph.root();
    }

    /**
     * Returns the values in topological order: operands before the values that use them, and the root last.
     */
    public List<Value> values() {
        return graph.nodes();
    }

    /**
     * Returns the values in the order of {@link Value#backward()}: the root first, and each value after all values that
     * use it.
     */
    public List<Value> backwardOrder() {
        return graph.backwardOrder();
    }

    /** Returns the label and the numbers of a value of the graph. */
    @SuppressWarnings("NullAway") // Every value of the graph has an entry.
    public Numbers at(Value value) {
        return numbers.get(value);
    }

    /** Returns the number of values and operations. */
    public int size() {
        return 2 * graph.nodes().size() - graph.leaves().size();
    }
}
