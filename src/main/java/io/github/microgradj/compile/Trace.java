package io.github.microgradj.compile;

import io.github.microgradj.compile.Node.Kind;
import io.github.microgradj.engine.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * The graph that one call of a function built. The nodes stand in the order in which {@link Value#backward()} finishes them, so
 * that a program can sum gradients in the engine's order: from the last node to the first.
 */
final class Trace {
    private final List<Node> nodes = new ArrayList<>();
    private final IdentityHashMap<Value, Integer> places = new IdentityHashMap<>();
    private final IdentityHashMap<Value, Node> leaves = new IdentityHashMap<>();
    private final int[] roots;

    /** The graph of the roots; other leaves than the parameters and the inputs are constants. */
    Trace(List<Value> parameters, Value[] inputs, List<Value> roots) {
        for (int i = 0; i < parameters.size(); i++) {
            leaves.put(parameters.get(i), new Node(Kind.PARAMETER, null, -1, -1, 0, i));
        }
        for (int i = 0; i < inputs.length; i++) {
            leaves.put(inputs[i], new Node(Kind.INPUT, null, -1, -1, 0, i));
        }
        roots.forEach(this::walk);
        this.roots = roots.stream().mapToInt(places::get).toArray();
    }

    /** Depth first, right operand first, as the engine walks. */
    private void walk(Value root) {
        Deque<Value> stack = new ArrayDeque<>();
        if (!places.containsKey(root)) {
            stack.push(root);
        }
        while (!stack.isEmpty()) {
            Value node = stack.element();
            int waiting = nextOperand(node);
            if (waiting >= 0) {
                stack.push(node.operands().get(waiting));
            } else {
                places.put(node, nodes.size());
                nodes.add(nodeOf(node));
                stack.pop();
            }
        }
    }

    /** The last operand that has no place yet, or -1; a listed leaf has no operands that matter. */
    private int nextOperand(Value node) {
        List<Value> operands = leaves.containsKey(node) ? List.of() : node.operands();
        for (int i = operands.size() - 1; i >= 0; i--) {
            if (!places.containsKey(operands.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private Node nodeOf(Value value) {
        Node leaf = leaves.get(value);
        if (leaf != null) {
            return leaf;
        }
        if (value.op() == null) {
            return new Node(Kind.CONSTANT, null, -1, -1, value.data, -1);
        }
        int[] operands = value.operands().stream().mapToInt(places::get).toArray();
        int right = operands.length == 2 ? operands[1] : -1;
        return new Node(Kind.OPERATION, value.op(), operands[0], right, value.constant(), -1);
    }

    /** The nodes, operands before the nodes that use them. */
    List<Node> nodes() {
        return nodes;
    }

    /** The places of the roots, as they were given. */
    int[] roots() {
        return roots;
    }

    /** The value of every constant, by ascending place. */
    double[] constants() {
        return nodes.stream()
                .filter(node -> node.kind() == Kind.CONSTANT)
                .mapToDouble(Node::number)
                .toArray();
    }

    /**
     * Checks that another call built the same graph.
     *
     * @throws IllegalArgumentException if it did not; the message names the first node that differs
     */
    void requireShapeOf(Trace other) {
        for (int i = 0; i < Math.min(nodes.size(), other.nodes.size()); i++) {
            if (!nodes.get(i).fits(other.nodes.get(i))) {
                throw notStatic("node " + i + " of its graph is " + nodes.get(i).describe() + " for some numbers and "
                        + other.nodes.get(i).describe() + " for others");
            }
        }
        if (nodes.size() != other.nodes.size() || !Arrays.equals(roots, other.roots)) {
            throw notStatic("its graph has " + nodes.size() + " nodes for some numbers and " + other.nodes.size()
                    + " for others");
        }
    }

    /**
     * Checks that the numbers a graph is made with are the same as in another call, for the same targets.
     *
     * @throws IllegalArgumentException if they are not: the function reads the data of an input or a parameter
     */
    void requireConstantsOf(Trace other) {
        double[] mine = constants();
        double[] others = other.constants();
        for (int i = 0; i < mine.length; i++) {
            if (Double.compare(mine[i], others[i]) != 0) {
                throw notStatic(
                        "a constant in it is " + mine[i] + " for some numbers and " + others[i] + " for others");
            }
        }
    }

    private static IllegalArgumentException notStatic(String reason) {
        return new IllegalArgumentException("only a function without branches on data can be compiled, but " + reason
                + ": compute with Values, and choose by relu or by a factor");
    }
}
