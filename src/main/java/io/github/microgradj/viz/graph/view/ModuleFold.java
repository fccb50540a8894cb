package io.github.microgradj.viz.graph.view;

import io.github.microgradj.engine.Value;
import io.github.microgradj.nn.Layer;
import io.github.microgradj.nn.Module;
import io.github.microgradj.viz.graph.view.GraphNames.ModulePart;
import io.github.microgradj.viz.graph.view.GraphView.Edge;
import io.github.microgradj.viz.graph.view.GraphView.GraphNode;
import io.github.microgradj.viz.graph.view.GraphView.Kind;
import io.github.microgradj.viz.picture.TextFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A folded graph of a module that consists of other modules, such as a GPT. It has one node for each of these parts. An
 * operation belongs to the last part on which its result depends. The node of a part therefore includes what is
 * computed from its results before they reach the next part.
 */
final class ModuleFold {
    private final GraphSnapshot graph;
    private final GraphNames names;
    private final int digits;
    private final IdentityHashMap<Value, ModulePart> parts = new IdentityHashMap<>();

    ModuleFold(GraphSnapshot graph, GraphNames names, int digits) {
        this.graph = graph;
        this.names = names;
        this.digits = digits;
        for (Value value : graph.values()) {
            last(value).ifPresent(part -> parts.put(value, part));
        }
    }

    /** Returns whether the graph has a parameter of a module that consists of other modules. */
    static boolean isPossible(GraphSnapshot graph, GraphNames names) {
        return graph.values().stream().anyMatch(value -> names.part(value).isPresent());
    }

    private Optional<ModulePart> last(Value value) {
        return value.op() == null
                ? names.part(value)
                : value.operands().stream()
                        .map(parts::get)
                        .filter(Objects::nonNull)
                        .max(Comparator.comparingInt(ModulePart::order));
    }

    GraphView view() {
        Map<Integer, List<Value>> members = new TreeMap<>();
        parts.forEach((value, part) -> members.computeIfAbsent(part.order(), order -> new ArrayList<>())
                .add(value));
        double largest = steepest(graph.values());
        List<GraphNode> nodes = new ArrayList<>();
        members.forEach((order, values) -> nodes.add(node(order, values, largest)));
        GraphSnapshot.Numbers root = graph.at(graph.root());
        nodes.add(new GraphNode(
                "root",
                Kind.OUTPUT,
                graph.root(),
                names.of(graph.root(), root.label()),
                GraphLabel.cells(root, digits),
                0));
        return new GraphView(nodes, List.copyOf(edges()));
    }

    private double steepest(List<Value> values) {
        return GradientShade.largest(values.stream().filter(names::isParameter).map(value -> graph.at(value)
                .grad()));
    }

    private Set<Edge> edges() {
        Set<Edge> edges = new LinkedHashSet<>();
        for (Value value : graph.values()) {
            for (Value operand : value.operands()) {
                String from = id(operand);
                String to = id(value);
                if (!from.isEmpty() && !to.isEmpty() && !from.equals(to)) {
                    edges.add(new Edge(from, to));
                }
            }
        }
        String last = id(graph.root());
        if (!last.isEmpty()) {
            edges.add(new Edge(last, "root"));
        }
        return edges;
    }

    /** Returns the id of the node to which a value belongs, or an empty string if it depends on no part. */
    private String id(Value value) {
        ModulePart part = parts.get(value);
        return part == null ? "" : "g" + part.order();
    }

    private static String kind(Module module) {
        return module instanceof Layer layer
                ? String.format(
                        "%d %s neurons",
                        layer.neurons().size(),
                        layer.neurons().get(0).activation().title())
                : module.toString();
    }

    private GraphNode node(int order, List<Value> members, double largest) {
        ModulePart part = Objects.requireNonNull(parts.get(members.get(0)));
        List<Value> parameters = members.stream().filter(names::isParameter).toList();
        long operations = members.stream().filter(value -> value.op() != null).count();
        double steepest = steepest(parameters);
        List<String> text = new ArrayList<>(List.of(kind(part.module())));
        text.add(String.format("%,d parameters", parameters.size()));
        if (operations > 0) {
            text.add(String.format("%,d operations", operations));
        }
        text.add("grad up to " + TextFormat.number(steepest, digits));
        return new GraphNode("g" + order, Kind.GROUP, null, part.name(), text, GradientShade.of(steepest, largest));
    }
}
