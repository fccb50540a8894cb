package io.github.microgradj.viz.graph.view;

import io.github.microgradj.engine.Op;
import io.github.microgradj.engine.Value;
import io.github.microgradj.nn.Activation;
import io.github.microgradj.viz.graph.view.GraphNames.Owner;
import io.github.microgradj.viz.graph.view.GraphView.Edge;
import io.github.microgradj.viz.graph.view.GraphView.GraphNode;
import io.github.microgradj.viz.graph.view.GraphView.Kind;
import io.github.microgradj.viz.picture.TextFormat;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A folded graph, which has one node for each neuron or layer. The group of a neuron contains its parameters, its
 * weight-input products, their sums, and the activation of the complete sum. The inputs of the network,
 * and the values from which they were computed, form the group "inputs". All other values form the group "rest".
 */
final class GraphFold {
    private static final String INPUTS = "inputs";
    private static final String REST = "rest";

    private final GraphSnapshot graph;
    private final GraphNames names;
    private final Fold fold;
    private final int digits;
    private final IdentityHashMap<Value, Owner> owners = new IdentityHashMap<>();
    private final IdentityHashMap<Value, String> groups = new IdentityHashMap<>();

    GraphFold(GraphSnapshot graph, GraphNames names, Fold fold, int digits) {
        this.graph = graph;
        this.names = names;
        this.fold = fold;
        this.digits = digits;
        graph.values().forEach(this::own);
        if (owners.isEmpty()) {
            throw new IllegalArgumentException(
                    "no variable holds a network with parameters in this graph, so nothing can be folded; use"
                            + " --depth 3 to show only the top of the graph");
        }
        group();
    }

    private void own(Value value) {
        owner(value).ifPresent(owner -> owners.put(value, owner));
    }

    private Optional<Owner> owner(Value value) {
        Op op = value.op();
        if (op == null) {
            return names.owner(value);
        }
        Value left = value.operands().get(0);
        Optional<Owner> owner = Optional.ofNullable(owners.get(left));
        if (op.equals(Op.MUL)) {
            return owner.filter(o -> isWeightTimesInput(left, value.operands().get(1)));
        }
        if (op.equals(Op.ADD)) {
            return owner.filter(
                    o -> isSum(left) && o.equals(owners.get(value.operands().get(1))));
        }
        return owner.filter(o -> isSum(left) && activates(op, o));
    }

    private boolean isWeightTimesInput(Value weight, Value input) {
        return names.owner(weight).isPresent() && names.owner(input).isEmpty();
    }

    /**
     * Returns whether a value can be a neuron's weighted sum or the start of that sum, which is the bias or a shorter
     * sum.
     */
    private boolean isSum(Value value) {
        Op op = value.op();
        return owners.containsKey(value) && (op == null || op.equals(Op.ADD));
    }

    private static boolean activates(Op op, Owner owner) {
        Activation activation = owner.neuron().activation();
        return activation.op().filter(op::equals).isPresent();
    }

    /**
     * Assigns each value to a group. Starts at the root, so that each value is assigned after all values that use it.
     */
    private void group() {
        Set<Value> feeding = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<Value> afterLayer = afterLayer();
        for (Value value : graph.backwardOrder()) {
            Owner owner = owners.get(value);
            boolean input = owner == null && feeding.contains(value) && !afterLayer.contains(value);
            String rest = input ? INPUTS : REST;
            groups.put(value, owner == null ? rest : fold == Fold.LAYER ? owner.layer() : owner.name());
            if (input || owner != null) {
                feeding.addAll(value.operands());
            }
        }
    }

    /** Returns the results of the operations in neurons, and all values computed from them. */
    private Set<Value> afterLayer() {
        Set<Value> after = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Value value : graph.values()) {
            if (value.op() != null
                    && (owners.containsKey(value) || value.operands().stream().anyMatch(after::contains))) {
                after.add(value);
            }
        }
        return after;
    }

    GraphView view() {
        Map<String, List<Value>> members = new LinkedHashMap<>();
        graph.values().forEach(value -> members.computeIfAbsent(groups.get(value), g -> new ArrayList<>())
                .add(value));
        double largest = GradientShade.largest(
                graph.values().stream().filter(names::isParameter).map(v -> graph.at(v)
                        .grad()));
        List<GraphNode> nodes = new ArrayList<>();
        Map<String, String> ids = new LinkedHashMap<>();
        members.forEach((group, values) -> {
            // The root has its own node.
            if (values.size() > 1 || !group.equals(REST)) {
                ids.put(group, "g" + ids.size());
                nodes.add(node(ids.get(group), group, values, largest));
            }
        });
        GraphSnapshot.Numbers root = graph.at(graph.root());
        nodes.add(new GraphNode(
                "root",
                Kind.OUTPUT,
                graph.root(),
                names.of(graph.root(), root.label()),
                GraphLabel.cells(root, digits),
                0));
        return new GraphView(nodes, List.copyOf(edges(ids)));
    }

    private Set<Edge> edges(Map<String, String> ids) {
        Set<Edge> edges = new LinkedHashSet<>();
        for (Value value : graph.values()) {
            String to = ids.getOrDefault(groups.get(value), "root");
            for (Value operand : value.operands()) {
                String from = ids.get(groups.get(operand));
                // A weight that an L2 penalty uses does not connect its layer to the loss.
                boolean penalty = names.isParameter(operand);
                if (from != null && !from.equals(to) && !penalty) {
                    edges.add(new Edge(from, to));
                }
            }
        }
        String last = ids.get(groups.get(graph.root()));
        if (last != null) {
            edges.add(new Edge(last, "root"));
        }
        return edges;
    }

    private GraphNode node(String id, String group, List<Value> members, double largest) {
        List<Value> parameters = members.stream().filter(names::isParameter).toList();
        List<String> cells = new ArrayList<>();
        List<Owner> neurons = members.stream()
                .map(owners::get)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (neurons.size() > 0) {
            String kind = neurons.get(0).neuron().activation().title();
            cells.add(neurons.size() == 1 ? kind + " neuron" : count(neurons, kind + " neuron"));
            cells.add(count(parameters, "parameter"));
        }
        List<Value> operations =
                members.stream().filter(value -> value.op() != null).toList();
        cells.add(operations.isEmpty() ? count(members, "value") : count(operations, "operation"));
        double steepest = GradientShade.largest(
                parameters.stream().map(value -> graph.at(value).grad()));
        if (!parameters.isEmpty()) {
            cells.add("grad up to " + TextFormat.number(steepest, digits));
        }
        Kind kind = group.equals(INPUTS) ? Kind.INPUT : Kind.GROUP;
        return new GraphNode(
                id, kind, null, group, cells, parameters.isEmpty() ? 0 : GradientShade.of(steepest, largest));
    }

    private static String count(Collection<?> items, String noun) {
        return String.format("%,d %s%s", items.size(), noun, items.size() == 1 ? "" : "s");
    }
}
