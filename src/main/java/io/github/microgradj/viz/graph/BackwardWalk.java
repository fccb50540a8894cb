package io.github.microgradj.viz.graph;

import io.github.microgradj.engine.Value;
import io.github.microgradj.viz.graph.BackwardSteps.BackwardStep;
import io.github.microgradj.viz.graph.BackwardSteps.GradientTerm;
import io.github.microgradj.viz.graph.text.GraphText;
import io.github.microgradj.viz.graph.text.GraphTree;
import io.github.microgradj.viz.graph.text.TextDrawing;
import io.github.microgradj.viz.graph.view.GradientShade;
import io.github.microgradj.viz.graph.view.GraphView;
import io.github.microgradj.viz.graph.view.GraphView.Edge;
import io.github.microgradj.viz.graph.view.GraphView.GraphNode;
import io.github.microgradj.viz.graph.view.GraphView.Kind;
import io.github.microgradj.viz.picture.TextFormat;
import io.github.microgradj.viz.terminal.ColorLevel;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A walk through the backward pass of a graph, for display in a terminal. The first stop sets the gradient of the root
 * to 1; at each later stop, a node adds to the gradients of its operands. The walk does not change the gradients that
 * the graph itself holds.
 */
public final class BackwardWalk {
    private final GraphView view;
    private final int digits;
    private final boolean stale;
    private final List<BackwardStep> steps;
    private final Value root;
    private final IdentityHashMap<Value, GraphNode> nodes = new IdentityHashMap<>();
    private final IdentityHashMap<Value, Integer> widths = new IdentityHashMap<>();
    private final double largest;
    private final ChainRule rule = new ChainRule(this::name);

    BackwardWalk(GraphDot graph) {
        BackwardSteps backward = graph.backwardSteps();
        view = graph.view();
        digits = graph.options().digits();
        steps = backward.steps();
        for (GraphNode node : view.nodes()) {
            if (node.kind() != Kind.OPERATION && node.value() != null) {
                nodes.put(node.value(), node);
            }
        }
        root = last(view);
        stale = nodes.keySet().stream().anyMatch(node -> node.op() != null && !backward.isFresh(node));
        steps.forEach(step -> step.terms()
                .forEach(term -> widths.merge(term.operand(), cell(term.sum()).length(), Math::max)));
        largest = GradientShade.largest(
                Stream.concat(Stream.of(1.0), steps.stream().flatMap(step -> step.terms().stream()
                        .map(GradientTerm::sum))));
    }

    private static Value last(GraphView view) {
        Value last = view.nodes().get(view.nodes().size() - 1).value();
        if (last == null) {
            throw new IllegalArgumentException("the steps cover the whole graph; leave out --depth and --fold");
        }
        return last;
    }

    /** Returns the number of stops. */
    public int size() {
        return steps.size() + 1;
    }

    /**
     * Returns whether the data of some node no longer follows from its operands, so that the numbers are inconsistent.
     */
    public boolean isStale() {
        return stale;
    }

    /** Returns the node at a stop and how it was computed, such as {@code e = a * b}. */
    public String title(int stop) {
        return rule.formula(at(stop));
    }

    /** Returns the text for a stop, with one line for each update of a gradient. */
    public List<String> lines(int stop) {
        return stop == 0 ? List.of(name(root) + ".grad = 1.0") : rule.lines(steps.get(stop - 1));
    }

    private Value at(int stop) {
        return stop == 0 ? root : steps.get(stop - 1).node();
    }

    private String name(Value value) {
        GraphNode node = nodes.get(value);
        return node == null ? "" : node.label().isBlank() ? node.id() : TextFormat.elided(node.label(), 16);
    }

    /**
     * Returns the graph at a stop as rows of text, which show the gradients so far and mark the node at the stop. If
     * the graph has more than {@value GraphDot#MOST_IN_TERMINAL} nodes, only this node and its operands are shown.
     *
     * @param columns the maximum number of characters per row
     * @param rows the maximum number of rows
     */
    public List<String> picture(int stop, int columns, int rows, ColorLevel colors, boolean unicode) {
        IdentityHashMap<Value, Double> gradients = gradients(stop);
        Value node = at(stop);
        boolean large = view.nodes().size() > GraphDot.MOST_IN_TERMINAL;
        Set<Value> shown = new HashSet<>(large ? node.operands() : nodes.keySet());
        shown.add(node);
        List<GraphNode> boxes = view.nodes().stream()
                .filter(each ->
                        shown.contains(each.value()) && (each.kind() != Kind.OPERATION || node(each, large, node)))
                .map(each -> withGradient(each, gradients))
                .toList();
        Set<String> ids = new HashSet<>();
        boxes.forEach(box -> ids.add(box.id()));
        List<Edge> edges = view.edges().stream()
                .filter(edge -> ids.contains(edge.from()) && ids.contains(edge.to()))
                .toList();
        GraphView now = new GraphView(boxes, edges);
        String marked = id(node);
        TextDrawing drawing = GraphText.draw(now, columns, colors, unicode, marked);
        return (drawing.rows().isEmpty() ? GraphTree.draw(now, columns, colors, unicode, marked) : drawing)
                .window(rows);
    }

    /** Returns whether an operation is shown. In a large graph, only the operation of the given node is shown. */
    private static boolean node(GraphNode operation, boolean large, Value node) {
        return !large || operation.value() == node;
    }

    private String id(Value value) {
        GraphNode node = nodes.get(value);
        return node == null ? "" : node.id();
    }

    private IdentityHashMap<Value, Double> gradients(int stop) {
        IdentityHashMap<Value, Double> gradients = new IdentityHashMap<>();
        gradients.put(root, 1.0);
        steps.subList(0, stop).forEach(step -> step.terms().forEach(term -> gradients.put(term.operand(), term.sum())));
        return gradients;
    }

    /** Returns a box with its gradient so far, padded so that it keeps its size during the walk. */
    private GraphNode withGradient(GraphNode node, IdentityHashMap<Value, Double> gradients) {
        Value value = node.value();
        if (node.kind() == Kind.OPERATION || value == null) {
            return node;
        }
        double gradient = gradients.getOrDefault(value, 0.0);
        String cell = cell(gradient);
        String padded = cell + " ".repeat(Math.max(0, widths.getOrDefault(value, 0) - cell.length()));
        List<String> cells = List.of(node.cells().get(0), padded);
        return new GraphNode(node.id(), node.kind(), value, name(value), cells, GradientShade.of(gradient, largest));
    }

    private String cell(double gradient) {
        return "grad " + TextFormat.number(gradient, digits);
    }
}
