package io.github.microgradj.viz.graph.view;

import io.github.microgradj.engine.Value;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The nodes and arrows of a picture, without their positions or appearance.
 *
 * @param nodes the nodes in topological order, with the output last
 * @param edges the arrows between them
 */
public record GraphView(List<GraphNode> nodes, List<Edge> edges) {
    /** The kind of a node, which pictures show by its shape and by its colour. */
    public enum Kind {
        /** A leaf that is not a parameter. */
        INPUT("input"),
        /** A parameter of a network. */
        PARAMETER("parameter"),
        /** An operation. */
        OPERATION("operation"),
        /** A value between the leaves and the output. */
        VALUE("value"),
        /** The root. */
        OUTPUT("output"),
        /** A value whose operands are not shown. */
        CUT("more below"),
        /** A group of nodes that is drawn as one. */
        GROUP("group");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** Returns the word for this kind in a legend. */
        public String title() {
            return title;
        }
    }

    /**
     * A node of the picture.
     *
     * @param id the id, such as {@code v3} for a value and {@code v3op} for the operation that computed it
     * @param kind the kind of node
     * @param value the value that the node shows; null if it shows none
     * @param label the name, which for an operation is its symbol
     * @param cells the other cells, such as {@code data 1.0000}
     * @param shade the size of the gradient relative to the largest in the picture, from 0 to 1
     */
    public record GraphNode(
            String id, Kind kind, @Nullable Value value, String label, List<String> cells, double shade) {}

    /**
     * An arrow of the picture.
     *
     * @param from the id of the node where it starts
     * @param to the id of the node where it ends
     */
    public record Edge(String from, String to) {}

    /**
     * Returns the picture of a graph with the given options.
     *
     * @throws IllegalArgumentException if the options fold the graph, but no named network has parameters in it
     */
    public static GraphView of(GraphSnapshot graph, GraphNames names, GraphOptions options) {
        return options.fold()
                .map(fold -> ModuleFold.isPossible(graph, names)
                        ? new ModuleFold(graph, names, options.digits()).view()
                        : new GraphFold(graph, names, fold, options.digits()).view())
                .orElseGet(() -> new Builder(graph, names, options).view());
    }

    /**
     * A builder that adds the nodes in topological order, so that the ids of operands are known before they are used.
     */
    private static final class Builder {
        private final GraphSnapshot graph;
        private final GraphNames names;
        private final GraphOptions options;
        private final GraphDepth shown;
        private final double largest;
        private final IdentityHashMap<Value, String> ids = new IdentityHashMap<>();
        private final List<GraphNode> nodes = new ArrayList<>();
        private final List<Edge> edges = new ArrayList<>();

        Builder(GraphSnapshot graph, GraphNames names, GraphOptions options) {
            this.graph = graph;
            this.names = names;
            this.options = options;
            this.shown = new GraphDepth(graph, options.depth());
            this.largest = GradientShade.largest(
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
            double shade = GradientShade.of(numbers.grad(), largest);
            nodes.add(new GraphNode(
                    id, cut ? Kind.CUT : kind(value), value, names.of(value, numbers.label()), cells, shade));
            if (value.op() != null && !cut) {
                String operation = id + "op";
                nodes.add(new GraphNode(operation, Kind.OPERATION, value, value.symbol(), List.of(), 0));
                // As in micrograd, whose edges are a set, a * a has a single arrow.
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
