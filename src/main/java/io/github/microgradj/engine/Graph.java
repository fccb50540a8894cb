package io.github.microgradj.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
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
        List<Value> nodes = new ArrayList<>();
        Set<Value> entered = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<Value> finished = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Value> stack = new ArrayDeque<>();
        stack.push(root);
        while (!stack.isEmpty()) {
            Value node = stack.peek();
            if (entered.add(node)) {
                List<Value> operands = node.operands();
                for (int i = operands.size() - 1; i >= 0; i--) {
                    if (!entered.contains(operands.get(i))) {
                        stack.push(operands.get(i));
                    }
                }
            } else {
                stack.pop();
                if (finished.add(node)) {
                    nodes.add(node);
                }
            }
        }
        return new Graph(root, List.copyOf(nodes));
    }

    /** The nodes that no operation made: inputs, parameters, constants. */
    public List<Value> leaves() {
        return nodes.stream().filter(node -> node.op() == null).toList();
    }
}
