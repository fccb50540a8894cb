package io.github.microgradj.viz;

import io.github.microgradj.engine.Value;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a picture shows: nodes, and arrows between them; without a word on where and how.
 *
 * @param nodes in topological order, the output last
 */
record GraphView(List<Node> nodes, List<Edge> edges) {
    /** What a node stands for; pictures tell them apart by shape and by colour. */
    enum Kind {
        INPUT("input"),
        PARAMETER("parameter"),
        OPERATION("operation"),
        VALUE("value"),
        OUTPUT("output"),
        /** A value whose operands are not shown. */
        CUT("more below"),
        /** Many nodes in one. */
        GROUP("group");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** The word for it in a legend. */
        String title() {
            return title;
        }
    }

    /**
     * A node.
     *
     * @param id {@code v3} for a value, {@code v3op} for the operation that made it
     * @param value the value it stands for, if it is one
     * @param label the name; for an operation its symbol
     * @param cells what else is in it, such as {@code data 1.0000}
     * @param shade how large the gradient is among all that are shown, from 0 to 1
     */
    record Node(String id, Kind kind, @Nullable Value value, String label, List<String> cells, double shade) {}

    /** An arrow, from one node's id to another's. */
    record Edge(String from, String to) {}

    static GraphView of(GraphSnapshot graph, GraphNames names, GraphOptions options) {
        return options.fold()
                .map(fold -> new GraphFold(graph, names, fold, options.digits()).view())
                .orElseGet(() -> new Builder(graph, names, options).view());
    }

    /** Nodes one by one, in topological order, so that a value's id is known before anything uses it. */
    private static final class Builder {
        private final GraphSnapshot graph;
        private final GraphNames names;
        private final GraphOptions options;
        private final GraphDepth shown;
        private final double largest;
        private final IdentityHashMap<Value, String> ids = new IdentityHashMap<>();
        private final List<Node> nodes = new ArrayList<>();
        private final List<Edge> edges = new ArrayList<>();

        Builder(GraphSnapshot graph, GraphNames names, GraphOptions options) {
            this.graph = graph;
            this.names = names;
            this.options = options;
            this.shown = new GraphDepth(graph, options.depth());
            this.largest = Shade.largest(
                    shown.values().stream().map(value -> graph.at(value).grad()));
        }

        GraphView view() {
            shown.values().forEach(this::add);
            return new GraphView(List.copyOf(nodes), List.copyOf(edges));
        }

        private void add(Value value) {
            String id = "v" + ids.size();
            ids.put(value, id);
            GraphSnapshot.Numbers numbers = graph.at(value);
            List<String> cells = new ArrayList<>(GraphLabel.cells(numbers, options.digits()));
            boolean cut = shown.isCut(value);
            if (cut) {
                cells.add(shown.below(value) + " more below");
            }
            double shade = Shade.of(numbers.grad(), largest);
            nodes.add(
                    new Node(id, cut ? Kind.CUT : kind(value), value, names.of(value, numbers.label()), cells, shade));
            if (value.op() != null && !cut) {
                String operation = id + "op";
                nodes.add(new Node(operation, Kind.OPERATION, value, value.symbol(), List.of(), 0));
                // As in micrograd, whose edges are a set: a * a has one arrow into it.
                value.operands().stream()
                        .distinct()
                        .forEach(operand -> edges.add(new Edge(ids.getOrDefault(operand, ""), operation)));
                edges.add(new Edge(operation, id));
            }
        }

        private Kind kind(Value value) {
            if (value == graph.root() && value.op() != null) {
                return Kind.OUTPUT;
            }
            return value.op() != null ? Kind.VALUE : names.isParameter(value) ? Kind.PARAMETER : Kind.INPUT;
        }
    }
}
