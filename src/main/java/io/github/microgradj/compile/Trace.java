package io.github.microgradj.compile;

import io.github.microgradj.compile.Node.Kind;
import io.github.microgradj.engine.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The graph that one call to a function built. The nodes are in the order in which {@link Value#backward()} finishes
 * them, so that a program can sum gradients in the engine's order by running from the last node to the first.
 */
final class Trace {
    private final List<Node> nodes = new ArrayList<>();
    private final IdentityHashMap<Value, Integer> places = new IdentityHashMap<>();
    private final IdentityHashMap<Value, Integer> parameters;
    private final IdentityHashMap<Value, Integer> inputs = new IdentityHashMap<>();
    private final int[] roots;
    private int constantCount;

    /** A node whose operands are being visited, the right one first. */
    private static final class Visit {
        private final Value value;
        private final List<Value> operands;
        private final int[] places = {-1, -1};
        private int next;

        Visit(Value value) {
            this.value = value;
            operands = value.operands();
            next = operands.size() - 1;
        }
    }

    /**
     * Traces the graph of the roots. Leaves other than the parameters and the inputs are constants.
     *
     * @param parameters maps each parameter to its index
     */
    Trace(IdentityHashMap<Value, Integer> parameters, Value[] inputs, List<Value> roots) {
        this.parameters = parameters;
        for (int i = 0; i < inputs.length; i++) {
            this.inputs.put(inputs[i], i);
        }
        this.roots = roots.stream().mapToInt(this::place).toArray();
    }

    /**
     * Returns the index of each parameter.
     *
     * @throws IllegalArgumentException if a parameter is not a leaf
     */
    static IdentityHashMap<Value, Integer> number(List<Value> parameters) {
        IdentityHashMap<Value, Integer> numbers = new IdentityHashMap<>();
        for (Value parameter : parameters) {
            if (parameter.op() != null) {
                throw new IllegalArgumentException(
                        "parameters must be leaves, got the result of " + parameter.op() + ": " + parameter);
            }
            numbers.put(parameter, numbers.size());
        }
        return numbers;
    }

    /** Returns the index of a root. Walks the graph depth first and visits right operands first, as the engine does. */
    private int place(Value root) {
        Integer known = places.get(root);
        if (known != null) {
            return known;
        }
        Deque<Visit> stack = new ArrayDeque<>(List.of(new Visit(root)));
        int last = -1;
        while (!stack.isEmpty()) {
            Visit visit = stack.element();
            if (visit.next >= 0) {
                Value operand = visit.operands.get(visit.next);
                Integer place = last >= 0 ? Integer.valueOf(last) : places.get(operand);
                last = -1;
                if (place == null) {
                    stack.push(new Visit(operand));
                } else {
                    visit.places[visit.next--] = place;
                }
            } else {
                last = nodes.size();
                places.put(visit.value, last);
                nodes.add(nodeOf(visit));
                stack.pop();
            }
        }
        return last;
    }

    private Node nodeOf(Visit visit) {
        Value value = visit.value;
        if (value.op() != null) {
            return new Node(Kind.OPERATION, value.op(), visit.places[0], visit.places[1], value.constant(), -1);
        }
        Integer parameter = parameters.get(value);
        if (parameter != null) {
            return new Node(Kind.PARAMETER, null, -1, -1, 0, parameter);
        }
        Integer input = inputs.get(value);
        if (input != null) {
            return new Node(Kind.INPUT, null, -1, -1, 0, input);
        }
        constantCount++;
        return new Node(Kind.CONSTANT, null, -1, -1, value.data, -1);
    }

    /** Returns the nodes, with operands before the nodes that use them. */
    List<Node> nodes() {
        return nodes;
    }

    /** Returns the indices of the roots, in the order given. */
    int[] roots() {
        return roots;
    }

    /** Returns the value of every constant, in the order of the nodes. */
    double[] constants() {
        return nodes.stream()
                .filter(node -> node.kind() == Kind.CONSTANT)
                .mapToDouble(Node::number)
                .toArray();
    }

    /**
     * Returns the constants of a graph that another call built, if that graph has the same shape as this one. Walks
     * both graphs in lockstep, which takes a tenth of the time of a trace.
     *
     * @param parameters the parameters by index
     * @return the value of every constant in the order of the nodes, or null if the shapes differ
     */
    double @Nullable [] constantsOf(List<Value> parameters, Value[] inputs, List<Value> others) {
        Value[] values = new Value[nodes.size()];
        boolean same = others.size() == roots.length;
        for (int i = 0; i < roots.length && same; i++) {
            same = meet(values, roots[i], others.get(i));
        }
        double[] constants = new double[constantCount];
        int next = constantCount;
        for (int i = values.length - 1; i >= 0 && same; i--) {
            Node node = nodes.get(i);
            Value value = values[i];
            switch (node.kind()) {
                case PARAMETER -> same = value == parameters.get(node.index());
                case INPUT -> same = value == inputs[node.index()];
                case CONSTANT -> {
                    same = value.op() == null;
                    constants[--next] = value.data;
                }
                case OPERATION -> same = descend(values, node, value);
            }
        }
        return same ? constants : null;
    }

    private static boolean descend(Value[] values, Node node, Value value) {
        List<Value> operands = value.operands();
        return Objects.equals(node.op(), value.op())
                && Double.compare(node.number(), value.constant()) == 0
                && meet(values, node.left(), operands.get(0))
                && (operands.size() == 1 ? node.right() < 0 : meet(values, node.right(), operands.get(1)));
    }

    /**
     * Records a value for a node unless the node already has one. Returns whether the recorded value is the given one.
     */
    @SuppressWarnings("ReferenceEquality")
    private static boolean meet(Value[] values, int place, Value value) {
        if (values[place] == null) {
            values[place] = value;
        }
        return values[place] == value;
    }

    /**
     * Checks that another call built a graph of the same shape.
     *
     * @throws IllegalArgumentException if the shapes differ; the message describes the first difference
     */
    void requireShapeOf(Trace other) {
        for (int i = 0; i < Math.min(nodes.size(), other.nodes.size()); i++) {
            if (!nodes.get(i).fits(other.nodes.get(i))) {
                throw notStatic("node " + i + " of its graph is " + nodes.get(i).describe() + " in one call and "
                        + other.nodes.get(i).describe() + " in another");
            }
        }
        if (nodes.size() != other.nodes.size() || !Arrays.equals(roots, other.roots)) {
            throw notStatic(
                    "its graph has " + nodes.size() + " nodes in one call and " + other.nodes.size() + " in another");
        }
    }

    /**
     * Checks that a graph for the same target has the same constants as this one.
     *
     * @throws IllegalArgumentException if a constant differs, which means that the function reads the data of an input
     *     or a parameter
     */
    void requireConstants(double[] others) {
        double[] mine = constants();
        for (int i = 0; i < mine.length; i++) {
            if (Double.compare(mine[i], others[i]) != 0) {
                throw notStatic(
                        "a constant in its graph is " + mine[i] + " in one call and " + others[i] + " in another");
            }
        }
    }

    private static IllegalArgumentException notStatic(String reason) {
        return new IllegalArgumentException("a function that branches on data cannot be compiled: " + reason
                + "; compute with Values, and replace the branch with relu or a multiplication");
    }
}
