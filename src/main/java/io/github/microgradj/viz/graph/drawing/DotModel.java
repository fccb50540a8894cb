package io.github.microgradj.viz.graph.drawing;

import guru.nidi.graphviz.attribute.Attributes;
import guru.nidi.graphviz.attribute.Label;
import guru.nidi.graphviz.model.Factory;
import guru.nidi.graphviz.model.MutableGraph;
import guru.nidi.graphviz.model.MutableNode;
import io.github.microgradj.viz.graph.view.GraphOptions;
import io.github.microgradj.viz.graph.view.GraphView;
import io.github.microgradj.viz.graph.view.GraphView.Edge;
import io.github.microgradj.viz.graph.view.GraphView.GraphNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A builder of graphviz-java models, which can be restyled or rendered with other tools. */
public final class DotModel {
    private final DotAttributes attributes;

    /** Creates a builder of graphs with the given options. */
    public DotModel(GraphOptions options) {
        this.attributes = new DotAttributes(options);
    }

    /**
     * Returns the model of a graph.
     *
     * @throws IllegalArgumentException if the graph has more nodes than can be drawn
     */
    public MutableGraph of(GraphView view) {
        if (view.nodes().size() > GraphImage.MOST_NODES) {
            throw new IllegalArgumentException("a graphviz-java model can have up to " + GraphImage.MOST_NODES
                    + " nodes, but this graph has " + view.nodes().size()
                    + "; use .depth(5) to show only its top, .fold(LAYER) for a box per layer,"
                    + " or .dot(), which has no limit");
        }
        MutableGraph graph = Factory.mutGraph().setDirected(true);
        attributes.ofGraph().forEach(graph.graphAttrs()::add);
        attributes.ofNodes().forEach(graph.nodeAttrs()::add);
        attributes.ofEdges().forEach(graph.linkAttrs()::add);
        Map<String, MutableNode> nodes = new HashMap<>();
        for (GraphNode each : view.nodes()) {
            graph.add(nodes.computeIfAbsent(each.id(), id -> node(each)));
        }
        for (Edge edge : view.edges()) {
            nodes.computeIfAbsent(edge.from(), ModelNode::new)
                    .addLink(nodes.computeIfAbsent(edge.to(), ModelNode::new));
        }
        if (!attributes.legend().isEmpty()) {
            graph.add(legend());
        }
        return graph;
    }

    private MutableGraph legend() {
        MutableGraph legend = Factory.mutGraph("legend").setDirected(true).setCluster(true);
        legend.graphAttrs().add("label", "legend");
        attributes.legend().forEach(each -> legend.add(node(each)));
        return legend;
    }

    private MutableNode node(GraphNode each) {
        MutableNode node = new ModelNode(each.id());
        attributes.of(each).forEach(node::add);
        return node;
    }

    /**
     * A node that equals only itself. The library's node computes its hash code recursively from its links, which would
     * overflow the stack for a chain of 2,000 nodes.
     */
    private static final class ModelNode extends MutableNode {
        ModelNode(String id) {
            super(Label.of(id), new ArrayList<>(), Attributes.attrs());
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }
}
