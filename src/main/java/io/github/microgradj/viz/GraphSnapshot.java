package io.github.microgradj.viz;

import io.github.microgradj.engine.Graph;
import io.github.microgradj.engine.Value;
import java.util.IdentityHashMap;
import java.util.List;

/** A graph and the numbers in it, as they were at one moment. */
final class GraphSnapshot {
    private final Graph graph;
    private final IdentityHashMap<Value, Numbers> numbers = new IdentityHashMap<>();

    /** What a value held. */
    record Numbers(String label, double data, double grad) {}

    GraphSnapshot(Value root) {
        graph = Graph.of(root);
        graph.nodes().forEach(node -> numbers.put(node, new Numbers(node.label, node.data, node.grad)));
    }

    Value root() {
        return graph.root();
    }

    /** Operands before the values that use them, the root last. */
    List<Value> values() {
        return graph.nodes();
    }

    @SuppressWarnings("NullAway") // Every value of the graph has an entry.
    Numbers at(Value value) {
        return numbers.get(value);
    }

    /** The number of values and operations. */
    int size() {
        return 2 * graph.nodes().size() - graph.leaves().size();
    }
}
