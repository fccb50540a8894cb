package io.github.microgradj.viz.graph.drawing;

import io.github.microgradj.viz.graph.view.GraphLabel;
import io.github.microgradj.viz.graph.view.GraphOptions;
import io.github.microgradj.viz.graph.view.GraphView;
import io.github.microgradj.viz.graph.view.GraphView.Edge;
import io.github.microgradj.viz.graph.view.GraphView.GraphNode;
import io.github.microgradj.viz.graph.view.GraphView.Kind;
import io.github.microgradj.viz.picture.BundledFont;
import java.util.List;

/** A graph in the DOT language, for Graphviz and whatever else reads it. */
public final class DotText {
    private static final String STYLE = """
              graph [rankdir=%s, bgcolor="%s", pad=0.2, nodesep=0.2, ranksep=0.3];
              node [shape=record, style=filled, fontcolor="%s", fontname="%s", fontsize=11, height=0.35];
              edge [color="%s", arrowsize=0.6];
            """;

    private final GraphOptions options;
    private final GraphColors colors;
    private final StringBuilder text = new StringBuilder();

    /** Makes a writer for graphs with these options. */
    public DotText(GraphOptions options) {
        this.options = options;
        this.colors = GraphColors.of(options.theme());
    }

    /** Returns the graph in the DOT language. */
    public String of(GraphView view) {
        text.append("digraph {\n")
                .append(STYLE.formatted(
                        options.topToBottom() ? "TB" : "LR",
                        colors.page(),
                        colors.ink(),
                        BundledFont.NAME,
                        colors.line()));
        view.nodes().forEach(this::node);
        view.edges().forEach(this::edge);
        if (options.legend()) {
            legend();
        }
        return text.append("}\n").toString();
    }

    private void node(GraphNode node) {
        GraphColors.Pair pair = GraphColors.of(options.theme(), node.kind());
        String label = node.kind() == Kind.OPERATION
                ? GraphLabel.encode(node.label())
                : GraphLabel.record(node.label(), node.cells());
        text.append("  %s [label=\"%s\", fillcolor=\"%s\", color=\"%s\"%s];\n"
                .formatted(node.id(), label, pair.fill(), pair.stroke(), shape(node.kind())));
    }

    private static String shape(Kind kind) {
        return switch (kind) {
            case OPERATION -> ", shape=ellipse, width=0.4, margin=\"0.06,0.03\"";
            case PARAMETER -> ", shape=Mrecord";
            case OUTPUT -> ", penwidth=2.5";
            case CUT -> ", style=\"filled,dashed\"";
            case INPUT, VALUE, GROUP -> "";
        };
    }

    private void edge(Edge edge) {
        text.append("  ").append(edge.from()).append(" -> ").append(edge.to()).append(";\n");
    }

    private void legend() {
        text.append("  subgraph cluster_legend {\n  label=\"legend\";\n");
        for (Kind kind : List.of(Kind.INPUT, Kind.PARAMETER, Kind.OPERATION, Kind.VALUE, Kind.OUTPUT)) {
            List<String> cells = kind == Kind.OPERATION ? List.of() : List.of("data", "grad");
            node(new GraphNode("legend_" + kind.title(), kind, null, kind.title(), cells, 0));
        }
        text.append("  }\n");
    }
}
