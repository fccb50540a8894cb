package io.github.microgradj.viz.graph.drawing;

import io.github.microgradj.viz.graph.view.GraphOptions;
import io.github.microgradj.viz.graph.view.GraphView;
import io.github.microgradj.viz.graph.view.GraphView.GraphNode;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A writer of graphs in the DOT language, for Graphviz and other programs that read it. */
public final class DotText {
    /** Matches a value that DOT reads without quotes. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z]+|[0-9.]+");

    private final DotAttributes attributes;
    private final StringBuilder text = new StringBuilder();

    /** Creates a writer of graphs with the given options. */
    public DotText(GraphOptions options) {
        this.attributes = new DotAttributes(options);
    }

    /** Returns the graph in the DOT language. */
    public String of(GraphView view) {
        text.append("digraph {\n");
        line("graph", attributes.ofGraph());
        line("node", attributes.ofNodes());
        line("edge", attributes.ofEdges());
        view.nodes().forEach(this::node);
        view.edges().forEach(edge -> text.append("  ")
                .append(edge.from())
                .append(" -> ")
                .append(edge.to())
                .append(";\n"));
        if (!attributes.legend().isEmpty()) {
            text.append("  subgraph cluster_legend {\n  label=\"legend\";\n");
            attributes.legend().forEach(this::node);
            text.append("  }\n");
        }
        return text.append("}\n").toString();
    }

    private void node(GraphNode node) {
        line(node.id(), attributes.of(node));
    }

    private void line(String subject, Map<String, String> values) {
        text.append("  ")
                .append(subject)
                .append(values.entrySet().stream()
                        .map(DotText::assignment)
                        .collect(Collectors.joining(", ", " [", "];\n")));
    }

    private static String assignment(Map.Entry<String, String> each) {
        boolean plain =
                PLAIN.matcher(each.getValue()).matches() && !each.getKey().equals("label");
        String quote = plain ? "" : "\"";
        return each.getKey() + "=" + quote + each.getValue() + quote;
    }
}
