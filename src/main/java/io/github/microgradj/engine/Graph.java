package io.github.microgradj.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The nodes from which a value was computed.
 *
 * @param root the value the graph computes
 * @param nodes every node once, operands before the nodes that use them, {@code root} last
 */
public record Graph(Value root, List<Value> nodes) {
    /** The graph under {@code root}; iterative, so any depth will do. */
    public static Graph of(Value root) {
        Set<Value> entered = new HashSet<>();
        Set<Value> finished = new LinkedHashSet<>();
        Deque<Value> stack = new ArrayDeque<>(List.of(root));
        while (!stack.isEmpty()) {
            Value node = stack.peek();
            if (entered.add(node)) {
                List<Value> operands = node.operands();
                for (int i = operands.size() - 1; i >= 0; i--) {
                    stack.push(operands.get(i));
                }
            } else {
                finished.add(stack.pop());
            }
        }
        return new Graph(root, List.copyOf(finished));
    }

    /** The nodes that no operation made: inputs, parameters, constants. */
    public List<Value> leaves() {
        return nodes.stream().filter(node -> node.op() == null).toList();
    }
}
