package io.github.microgradj.compile.sequence;

import io.github.microgradj.engine.Index;
import io.github.microgradj.engine.Op;
import io.github.microgradj.engine.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The graph that one call to a function of indices built. The nodes are in the order in which
 * {@link Value#backward()} finishes them. An operand is the index of a node or, if an index of the sequence selects it,
 * the complement {@code ~s} of the index of a selection.
 */
final class SequenceTrace {
    /** A node. A leaf has no operation and is a parameter or, if {@code parameter} is -1, a constant. */
    record TracedNode(@Nullable Op op, int left, int right, double number, int parameter) {
        boolean isParameter() {
            return parameter >= 0;
        }

        /** Returns whether there are two operands. */
        boolean isBinary() {
            return op != null && op.arity() == 2;
        }
    }

    /**
     * Several nodes, one of which is selected.
     *
     * @param position the position in the sequence of the index that selects
     * @param candidates the nodes
     */
    record Selection(int position, int[] candidates) {}

    /** An index that records what it selects. */
    private final class TracedIndex extends Index {
        private final int position;

        TracedIndex(int position, int number) {
            super(number);
            this.position = position;
        }

        @Override
        public int number() {
            throw new IllegalArgumentException("a compiled function cannot look at the number of an index;"
                    + " use index.select(values), which selects with it");
        }

        @Override
        public Value select(Value[] values) {
            Value selected = new Value(super.select(values).data);
            selected.label = "selected";
            selections.put(selected, new Choice(position, values.clone()));
            return selected;
        }
    }

    /** The Values from which a Value was selected. */
    private record Choice(int position, Value[] candidates) {}

    /** A node whose operands are being visited. */
    private record Visit(Value value, Deque<Value> waiting) {}

    private final List<TracedNode> nodes = new ArrayList<>();
    private final List<Selection> selected = new ArrayList<>();
    private final IdentityHashMap<Value, Integer> places = new IdentityHashMap<>();
    private final IdentityHashMap<Value, Choice> selections = new IdentityHashMap<>();
    private final Map<Value, Integer> parameters;
    private final int root;

    /**
     * Calls a function and lists its graph.
     *
     * @param parameters maps each parameter to its index
     */
    SequenceTrace(Map<Value, Integer> parameters, CompiledSequence.Loss function, int[] sequence) {
        this.parameters = parameters;
        Index[] indices = new Index[sequence.length];
        Arrays.setAll(indices, i -> new TracedIndex(i, sequence[i]));
        root = place(function.of(indices));
    }

    List<TracedNode> nodes() {
        return nodes;
    }

    List<Selection> selections() {
        return selected;
    }

    /** Returns the node of the loss. */
    int root() {
        return root;
    }

    /** Walks the graph depth first, visiting the right operand first, as the engine does. */
    private int place(Value value) {
        Deque<Visit> stack = new ArrayDeque<>(List.of(visit(value)));
        while (!stack.isEmpty()) {
            Visit visit = stack.element();
            Value next = visit.waiting.poll();
            if (next == null) {
                finish(visit.value);
                stack.pop();
            } else if (!places.containsKey(next)) {
                stack.push(visit(next));
            }
        }
        return reference(value);
    }

    private Visit visit(Value value) {
        Choice choice = selections.get(value);
        Deque<Value> waiting = new ArrayDeque<>();
        (choice == null ? value.operands() : Arrays.asList(choice.candidates)).forEach(waiting::addFirst);
        return new Visit(value, waiting);
    }

    private void finish(Value value) {
        Choice choice = selections.get(value);
        if (choice != null) {
            int[] candidates =
                    Arrays.stream(choice.candidates).mapToInt(this::reference).toArray();
            selected.add(new Selection(choice.position, candidates));
            places.put(value, ~(selected.size() - 1));
            return;
        }
        List<Value> operands = value.operands();
        int left = operands.isEmpty() ? 0 : reference(operands.get(0));
        int right = operands.size() < 2 ? 0 : reference(operands.get(1));
        int parameter = value.op() == null ? parameters.getOrDefault(value, -1) : -1;
        double number = value.op() != null ? value.constant() : parameter < 0 ? value.data : 0;
        places.put(value, nodes.size());
        nodes.add(new TracedNode(value.op(), left, right, number, parameter));
    }

    private int reference(Value value) {
        Integer place = places.get(value);
        if (place == null) {
            throw new IllegalStateException("not visited: " + value);
        }
        return place;
    }

    /**
     * Checks that a call with other parameters built the same graph.
     *
     * @throws IllegalArgumentException if it did not
     */
    void requireEqual(SequenceTrace other) {
        if (!nodes.equals(other.nodes) || root != other.root) {
            throw new IllegalArgumentException("cannot compile this function: its graph depends on the data of its"
                    + " parameters. Use operations on Values, such as max, instead of if and Math.max");
        }
    }
}
