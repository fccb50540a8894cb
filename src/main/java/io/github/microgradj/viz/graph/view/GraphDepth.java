package io.github.microgradj.viz.graph.view;

import io.github.microgradj.engine.Value;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/** The values that are within a given number of operations of the root. */
final class GraphDepth {
    private final GraphSnapshot graph;
    private final int depth;
    private final IdentityHashMap<Value, Integer> distances = new IdentityHashMap<>();

    GraphDepth(GraphSnapshot graph, int depth) {
        this.graph = graph;
        this.depth = depth;
        List<Value> layer = List.of(graph.root());
        distances.put(graph.root(), 0);
        for (int distance = 1; distance <= depth && !layer.isEmpty(); distance++) {
            List<Value> next = new ArrayList<>();
            for (Value value : layer) {
                for (Value operand : value.operands()) {
                    if (distances.putIfAbsent(operand, distance) == null) {
                        next.add(operand);
                    }
                }
            }
            layer = next;
        }
    }

    /** Returns the values in topological order. */
    List<Value> values() {
        return graph.values().stream().filter(distances::containsKey).toList();
    }

    /** Returns whether the operands of a value are left out. */
    boolean isCut(Value value) {
        return value.op() != null && distances.getOrDefault(value, depth) == depth;
    }

    /** Returns the number of nodes from which a value was computed. */
    int below(Value value) {
        return new GraphSnapshot(value).size() - 1;
    }
}
