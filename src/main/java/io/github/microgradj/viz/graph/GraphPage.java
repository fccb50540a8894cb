package io.github.microgradj.viz.graph;

import io.github.microgradj.engine.Value;
import io.github.microgradj.text.Repr;
import io.github.microgradj.viz.graph.BackwardSteps.BackwardStep;
import io.github.microgradj.viz.graph.BackwardSteps.GradientTerm;
import io.github.microgradj.viz.graph.view.GradientShade;
import io.github.microgradj.viz.graph.view.GraphSnapshot;
import io.github.microgradj.viz.graph.view.GraphView;
import io.github.microgradj.viz.graph.view.GraphView.GraphNode;
import io.github.microgradj.viz.graph.view.GraphView.Kind;
import io.github.microgradj.viz.picture.Json;
import io.github.microgradj.viz.picture.PageTemplate;
import io.github.microgradj.viz.picture.TextFormat;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A graph as an HTML page that steps through its forward and backward passes. The page is one self-contained file. This
 * class computes all numbers with the same formulas as the engine; the page only displays them.
 */
final class GraphPage {
    private final GraphSnapshot graph;
    private final GraphView view;
    private final int digits;
    private final BackwardSteps backward;
    private final IdentityHashMap<Value, GraphNode> nodes = new IdentityHashMap<>();
    private final double largest;

    GraphPage(GraphSnapshot graph, GraphView view, int digits) {
        this.graph = graph;
        this.view = view;
        this.digits = digits;
        this.backward = new BackwardSteps(graph);
        view.nodes().stream()
                .filter(node -> node.kind() != Kind.OPERATION && node.value() != null)
                .forEach(node -> nodes.put(node.value(), node));
        this.largest = GradientShade.largest(terms().map(GradientTerm::sum));
    }

    private java.util.stream.Stream<GradientTerm> terms() {
        return backward.steps().stream().flatMap(step -> step.terms().stream());
    }

    /** Returns the picture for the page, with room in each box for the longest number that its gradient reaches. */
    GraphView roomy() {
        IdentityHashMap<Value, String> longest = new IdentityHashMap<>();
        terms().forEach(term ->
                longest.merge(term.operand(), number(term.sum()), (a, b) -> a.length() >= b.length() ? a : b));
        List<GraphNode> roomy = new ArrayList<>();
        for (GraphNode node : view.nodes()) {
            String gradient = "grad " + longest.getOrDefault(node.value(), number(1));
            List<String> cells = node.kind() == Kind.OPERATION
                    ? List.of()
                    : List.of(node.cells().get(0), gradient);
            roomy.add(new GraphNode(node.id(), node.kind(), node.value(), node.label(), cells, node.shade()));
        }
        return new GraphView(roomy, view.edges());
    }

    /** Returns the page with the given picture in it. */
    String html(String svg) {
        String title = "Graph of " + TextFormat.elided(name(graph.root()));
        return PageTemplate.page(
                GraphPage.class, "graph", TextFormat.xml(title), Map.of("svg", svg, "data", Json.of(data())));
    }

    private Map<String, Object> data() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("root", id(graph.root()));
        data.put("stale", !graph.values().stream().filter(v -> v.op() != null).allMatch(backward::isFresh));
        data.put("nodes", graph.values().stream().map(this::node).toList());
        data.put("backward", backward.steps().stream().map(this::step).toList());
        data.put("one", number(1));
        data.put("zero", number(0));
        return data;
    }

    private Map<String, Object> node(Value value) {
        GraphNode node = shown(value);
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", node.id());
        members.put("name", name(value));
        members.put("kind", node.kind().title());
        members.put("data", number(graph.at(value).data()));
        members.put("exact", Repr.of(graph.at(value).data()));
        if (value.op() != null) {
            Formula formula = Formula.of(value.op()).with(value);
            members.put("symbol", value.symbol());
            members.put("formula", formula.text());
            members.put("derivatives", formula.derivatives());
            members.put("operands", value.operands().stream().map(this::id).toList());
        }
        return members;
    }

    private Map<String, Object> step(BackwardStep step) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("node", id(step.node()));
        members.put("grad", number(step.gradient()));
        members.put("terms", step.terms().stream().map(this::term).toList());
        return members;
    }

    private Map<String, Object> term(GradientTerm term) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("to", id(term.operand()));
        members.put("local", number(term.local()));
        members.put("product", number(term.product()));
        members.put("sum", number(term.sum()));
        members.put("exact", Repr.of(term.sum()));
        members.put("shade", Math.round(100 * GradientShade.of(term.sum(), largest)) / 100.0);
        return members;
    }

    private GraphNode shown(Value value) {
        GraphNode node = nodes.get(value);
        if (node == null) {
            throw new IllegalStateException("the page lacks a node");
        }
        return node;
    }

    private String id(Value value) {
        return shown(value).id();
    }

    private String name(Value value) {
        GraphNode node = shown(value);
        return node.label().isBlank() ? node.id() : node.label();
    }

    private String number(double x) {
        return TextFormat.number(x, digits);
    }
}
