package io.github.microgradj.viz.graph;

import io.github.microgradj.engine.Op;
import io.github.microgradj.engine.Value;
import io.github.microgradj.viz.graph.view.GraphSnapshot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * The steps of one backward pass. They show what each node adds to the gradients of its operands, in the engine's
 * order.
 */
public final class BackwardSteps {
    private final GraphSnapshot graph;
    private final IdentityHashMap<Value, Double> gradients = new IdentityHashMap<>();
    private final List<BackwardStep> steps = new ArrayList<>();

    /**
     * A step of the pass.
     *
     * @param node the node whose gradient is complete
     * @param gradient the gradient of the node
     * @param terms what the node adds to the gradients of its operands
     */
    public record BackwardStep(Value node, double gradient, List<GradientTerm> terms) {}

    /**
     * A term that the chain rule adds to a gradient.
     *
     * @param operand the operand to whose gradient the term is added
     * @param local the derivative of the node with respect to this operand
     * @param product the local derivative times the node's gradient
     * @param sum the operand's gradient so far, including this term
     */
    public record GradientTerm(Value operand, double local, double product, double sum) {}

    /** Computes the steps for the numbers in a snapshot. The graph itself is unchanged. */
    public BackwardSteps(GraphSnapshot graph) {
        this.graph = graph;
        gradients.put(graph.root(), 1.0);
        graph.backwardOrder().stream().filter(node -> node.op() != null).forEach(this::add);
    }

    /** Returns the steps: one for each node that has operands. */
    public List<BackwardStep> steps() {
        return Collections.unmodifiableList(steps);
    }

    /** Returns the gradient that a node has at the end of the pass. */
    public double gradient(Value node) {
        return gradients.getOrDefault(node, 0.0);
    }

    private void add(Value node) {
        double gradient = gradient(node);
        List<GradientTerm> terms = new ArrayList<>();
        for (int i = 0; i < node.operands().size(); i++) {
            Value operand = node.operands().get(i);
            double local = local(node, i);
            double product = local * gradient;
            double sum = gradient(operand) + product;
            gradients.put(operand, sum);
            terms.add(new GradientTerm(operand, local, product, sum));
        }
        steps.add(new BackwardStep(node, gradient, terms));
    }

    /** Returns the derivative of a node with respect to one of its operands, for the numbers in the snapshot. */
    private double local(Value node, int index) {
        Op op = operation(node);
        Op.Partial partial = index == 0 ? op.da() : op.db();
        return partial.apply(data(node, 0), data(node, 1), graph.at(node).data());
    }

    /**
     * Returns whether a node's data still follows from its operands, which may have changed after the node was
     * computed.
     */
    public boolean isFresh(Value node) {
        double now = operation(node).forward().apply(data(node, 0), data(node, 1));
        return Double.compare(now, graph.at(node).data()) == 0;
    }

    private double data(Value node, int index) {
        List<Value> operands = node.operands();
        return index < operands.size() ? graph.at(operands.get(index)).data() : node.constant();
    }

    private static Op operation(Value node) {
        Op op = node.op();
        if (op == null) {
            throw new IllegalArgumentException("a leaf has no operation");
        }
        return op;
    }
}
