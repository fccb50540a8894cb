package io.github.microgradj.viz.graph.drawing;

import io.github.microgradj.viz.graph.view.GraphLabel;
import io.github.microgradj.viz.graph.view.GraphOptions;
import io.github.microgradj.viz.graph.view.GraphView.GraphNode;
import io.github.microgradj.viz.graph.view.GraphView.Kind;
import io.github.microgradj.viz.picture.BundledFont;
import io.github.microgradj.viz.picture.DotLabel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The DOT attributes of a graph, its nodes and its edges, shared by {@link DotText} and {@link DotModel}. */
final class DotAttributes {
    private final GraphOptions options;
    private final GraphColors colors;

    DotAttributes(GraphOptions options) {
        this.options = options;
        this.colors = GraphColors.of(options.theme());
    }

    Map<String, String> ofGraph() {
        return inOrder(
                "rankdir", options.topToBottom() ? "TB" : "LR",
                "bgcolor", colors.page(),
                "pad", "0.2",
                "nodesep", "0.2",
                "ranksep", "0.3");
    }

    /** Returns the attributes that all nodes have by default. */
    Map<String, String> ofNodes() {
        return inOrder(
                "shape", "record",
                "style", "filled",
                "fontcolor", colors.ink(),
                "fontname", BundledFont.NAME,
                "fontsize", "11",
                "height", "0.35");
    }

    Map<String, String> ofEdges() {
        return inOrder("color", colors.line(), "arrowsize", "0.6");
    }

    Map<String, String> of(GraphNode node) {
        GraphColors.Pair pair = GraphColors.of(options.theme(), node.kind());
        String label = node.kind() == Kind.OPERATION
                ? DotLabel.encode(node.label())
                : GraphLabel.record(node.label(), node.cells());
        Map<String, String> attributes = inOrder("label", label, "fillcolor", pair.fill(), "color", pair.stroke());
        attributes.putAll(shape(node.kind()));
        return attributes;
    }

    private static Map<String, String> shape(Kind kind) {
        return switch (kind) {
            case OPERATION -> inOrder("shape", "ellipse", "width", "0.4", "margin", "0.06,0.03");
            case PARAMETER -> Map.of("shape", "Mrecord");
            case OUTPUT -> Map.of("penwidth", "2.5");
            case CUT -> Map.of("style", "filled,dashed");
            case INPUT, VALUE, GROUP -> Map.of();
        };
    }

    /** Returns the nodes of the legend; empty unless the options ask for a legend. */
    List<GraphNode> legend() {
        List<Kind> kinds = options.legend()
                ? List.of(Kind.INPUT, Kind.PARAMETER, Kind.OPERATION, Kind.VALUE, Kind.OUTPUT)
                : List.of();
        return kinds.stream().map(DotAttributes::legend).toList();
    }

    private static GraphNode legend(Kind kind) {
        List<String> cells = kind == Kind.OPERATION ? List.of() : List.of("data", "grad");
        return new GraphNode("legend_" + kind.title(), kind, null, kind.title(), cells, 0);
    }

    private static Map<String, String> inOrder(String... namesAndValues) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            attributes.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return attributes;
    }
}
