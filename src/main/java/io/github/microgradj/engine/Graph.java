package io.github.microgradj.engine;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The graph of nodes from which a value was computed.
 *
 * @param root the value that the graph computes
 * @param nodes every node once, operands before the nodes that use them, {@code root} last
 */
public record Graph(Value root, List<Value> nodes) {
    /**
     * Returns the graph of the nodes from which {@code root} was computed. The walk is iterative, so the graph may have
     * any depth.
     */
    public static Graph of(Value root) {
        return new Graph(root, List.copyOf(postorder(root, false)));
    }

    private static Set<Value> postorder(Value root, boolean rightFirst) {
        Set<Value> entered = new HashSet<>();
        Set<Value> finished = new LinkedHashSet<>();
        ArrayDeque<Value> stack = new ArrayDeque<>(List.of(root));
        for (Value node = root; node != null; node = stack.peek()) {
            if (entered.add(node)) {
                List<Value> operands = node.operands();
                for (int i = 0; i < operands.size(); i++) {
                    stack.push(operands.get(rightFirst ? i : operands.size() - 1 - i));
                }
            } else {
                finished.add(stack.pop());
            }
        }
        return finished;
    }

    /**
     * Returns every node once, including the leaves, in the order of {@link Value#backward()}: {@code root} first, and
     * each node before its operands.
     */
    public List<Value> backwardOrder() {
        ArrayDeque<Value> order = new ArrayDeque<>();
        postorder(root, true).forEach(order::addFirst);
        return List.copyOf(order);
    }

    /** Returns the nodes that have no operation: inputs, parameters and constants. */
    public List<Value> leaves() {
        return nodes.stream().filter(node -> node.op() == null).toList();
    }
}
