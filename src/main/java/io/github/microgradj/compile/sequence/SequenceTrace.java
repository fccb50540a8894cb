package io.github.microgradj.compile.sequence;

import io.github.microgradj.engine.Op;
import io.github.microgradj.engine.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A walk through the graph that a call to a function of indices built. */
final class SequenceTrace {
    private static final int UNSEEN = Integer.MIN_VALUE;

    private final SequenceGraph graph = new SequenceGraph();
    private final ValueNumbers numbers = new ValueNumbers();
    private final int parameters;
    private final List<TracedCall.TracedSelection> choices;
    /**
     * The operand for each Value, indexed by the Value's number: first the parameters, then the choices, then the
     * others.
     */
    private int[] operands = new int[0];

    /**
     * The Values on the path of the walk. For each, {@code visitedOperands} holds its operands, and {@code waiting} the
     * number of operands that are still to be visited.
     */
    private Value[] visited = new Value[1 << 6];

    private final List<List<Value>> visitedOperands = new ArrayList<>();
    private int[] waiting = new int[1 << 6];
    private int depth;

    private SequenceTrace(Value[] parameters, TracedCall call) {
        this.parameters = parameters.length;
        choices = call.choices();
        try (numbers) {
            for (Value each : parameters) {
                know(numbers.add(each), UNSEEN);
            }
            for (TracedCall.TracedSelection each : choices) {
                know(numbers.add(each.selected()), UNSEEN);
            }
            walk(call.result());
            graph.end(operand(call.result()));
        }
    }

    /**
     * Returns the graph that a call built.
     *
     * @param parameters the distinct parameters
     */
    static SequenceGraph graph(Value[] parameters, TracedCall call) {
        return new SequenceTrace(parameters, call).graph;
    }

    /** Walks the graph depth-first and visits right operands before left ones, as the engine does. */
    private void walk(Value result) {
        enter(result);
        while (depth > 0) {
            int top = depth - 1;
            if (waiting[top] == 0) {
                depth--;
                finish(visited[top], visitedOperands.remove(top));
            } else {
                Value operand = visitedOperands.get(top).get(--waiting[top]);
                if (operand(operand) == UNSEEN) {
                    enter(operand);
                }
            }
        }
    }

    private void enter(Value value) {
        if (depth == visited.length) {
            visited = Arrays.copyOf(visited, 2 * depth);
            waiting = Arrays.copyOf(waiting, 2 * depth);
        }
        int number = numbers.of(value);
        List<Value> operandsOfValue = number < parameters
                ? value.operands()
                : Arrays.asList(choices.get(number - parameters).candidates());
        visited[depth] = value;
        waiting[depth++] = operandsOfValue.size();
        visitedOperands.add(operandsOfValue);
    }

    private void finish(Value value, List<Value> itsOperands) {
        int number = numbers.of(value);
        int operand;
        if (number >= parameters) {
            int[] candidates = itsOperands.stream().mapToInt(this::operand).toArray();
            operand = graph.addSelection(choices.get(number - parameters).position(), candidates);
        } else if (number >= 0) {
            operand = graph.addParameter(number);
        } else {
            operand = add(value, itsOperands);
            number = numbers.add(value);
        }
        know(number, operand);
    }

    private int add(Value value, List<Value> itsOperands) {
        Op op = value.op();
        if (op == null) {
            return graph.addConstant(value.data);
        }
        int left = operand(itsOperands.get(0));
        int right = op.arity() == 1 ? left : operand(itsOperands.get(1));
        return graph.addOperation(op, left, right, value.constant());
    }

    private void know(int number, int operand) {
        if (number >= operands.length) {
            operands = Arrays.copyOf(operands, Math.max(1 << 10, 2 * number));
        }
        operands[number] = operand;
    }

    private int operand(Value value) {
        int number = numbers.of(value);
        return number < 0 ? UNSEEN : operands[number];
    }
}
