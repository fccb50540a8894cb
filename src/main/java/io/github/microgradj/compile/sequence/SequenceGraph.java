package io.github.microgradj.compile.sequence;

import io.github.microgradj.engine.Op;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The graph of a function of indices. The nodes are in the order in which {@code Value.backward()} finishes them, so an
 * operand has a smaller number than the nodes that use it. An operand is the number of a node or, if an index selects
 * it, the complement {@code ~s} of the number of a selection.
 */
final class SequenceGraph {
    private final List<IndexedSelection> selections = new ArrayList<>();
    private @Nullable Op[] ops = new Op[1 << 10];
    private int[] lefts = new int[ops.length];
    private int[] rights = new int[ops.length];
    private double[] numbers = new double[ops.length];
    private int size;
    private int root;
    private int[] uses = {};
    private boolean[] requiresGrad = {};

    /**
     * Several operands, of which an index selects one.
     *
     * @param position the position of the index in the sequence
     * @param operands the operands; the number of the index is the position of the selected one
     * @param nodes the nodes that may be selected, directly or through other selections
     * @param before the number of nodes that come before this selection, none of which uses it
     */
    record IndexedSelection(int position, int[] operands, int[] nodes, int before) {
        boolean matches(IndexedSelection other) {
            return position == other.position && Arrays.equals(operands, other.operands);
        }
    }

    /**
     * Adds an operation, and returns the number of its node.
     *
     * @param number the constant of a unary operation
     */
    int addOperation(Op op, int left, int right, double number) {
        return add(op, left, right, number);
    }

    int addConstant(double number) {
        return add(null, -1, -1, number);
    }

    int addParameter(int parameter) {
        return add(null, parameter, -1, 0);
    }

    private int add(@Nullable Op op, int left, int right, double number) {
        if (size == ops.length) {
            ops = Arrays.copyOf(ops, 2 * size);
            lefts = Arrays.copyOf(lefts, 2 * size);
            rights = Arrays.copyOf(rights, 2 * size);
            numbers = Arrays.copyOf(numbers, 2 * size);
        }
        ops[size] = op;
        lefts[size] = left;
        rights[size] = right;
        numbers[size] = number;
        return size++;
    }

    /** Adds a selection, and returns the operand that represents its result. */
    int addSelection(int position, int[] operands) {
        int[] nodes = Arrays.stream(operands)
                .flatMap(each -> each >= 0 ? IntStream.of(each) : Arrays.stream(candidates(each)))
                .distinct()
                .toArray();
        selections.add(new IndexedSelection(position, operands, nodes, size));
        return ~(selections.size() - 1);
    }

    /** Completes the graph, whose result is the given operand. */
    void end(int result) {
        root = result;
        uses = new int[size];
        requiresGrad = new boolean[size];
        for (int i = 0; i < size; i++) {
            requiresGrad[i] = isParameter(i);
            if (isOperation(i)) {
                use(i, lefts[i]);
                if (isBinary(i)) {
                    use(i, rights[i]);
                }
            }
        }
    }

    private void use(int node, int operand) {
        if (operand >= 0) {
            uses[operand]++;
            requiresGrad[node] |= requiresGrad[operand];
        } else {
            requiresGrad[node] |= requiresGrad(operand);
        }
    }

    int size() {
        return size;
    }

    /** Returns the operand that is the result of the function. */
    int root() {
        return root;
    }

    List<IndexedSelection> selections() {
        return selections;
    }

    boolean isOperation(int node) {
        return ops[node] != null;
    }

    boolean isBinary(int node) {
        return op(node).arity() == 2;
    }

    /** Returns whether an operand is a node with the given operation, and not a selection. */
    @SuppressWarnings("ReferenceEquality")
    boolean is(Op op, int operand) {
        return operand >= 0 && ops[operand] == op;
    }

    boolean isLeaf(int operand) {
        return operand >= 0 && ops[operand] == null;
    }

    boolean isParameter(int operand) {
        return isLeaf(operand) && lefts[operand] >= 0;
    }

    Op op(int node) {
        return Objects.requireNonNull(ops[node]);
    }

    int left(int node) {
        return lefts[node];
    }

    /** Returns the right operand, or the left operand if the operation is unary. */
    int right(int node) {
        return rights[node];
    }

    /** Returns the value of a constant or the constant of a unary operation. */
    double number(int node) {
        return numbers[node];
    }

    /** Returns the index of a parameter. */
    int parameter(int node) {
        return lefts[node];
    }

    /** Returns the nodes that may be selected as the given operand. */
    int[] candidates(int operand) {
        return selections.get(~operand).nodes;
    }

    /** Returns how often a node is used directly as an operand, not through a selection. */
    int uses(int node) {
        return uses[node];
    }

    /** Returns whether an operand depends on a parameter. */
    boolean requiresGrad(int operand) {
        if (operand >= 0) {
            return requiresGrad[operand];
        }
        for (int each : candidates(operand)) {
            if (requiresGrad[each]) {
                return true;
            }
        }
        return false;
    }

    /**
     * Checks that another call to the function built the same graph.
     *
     * @throws IllegalArgumentException if it did not; the message describes the first node that differs or, if there is
     *     none, states the sizes of both graphs
     */
    void requireEqual(SequenceGraph other) {
        for (int i = 0; i < Math.min(size, other.size); i++) {
            if (!Objects.equals(ops[i], other.ops[i])
                    || lefts[i] != other.lefts[i]
                    || rights[i] != other.rights[i]
                    || Double.compare(numbers[i], other.numbers[i]) != 0) {
                throw notStatic("node " + i + " of its graph is " + describe(i) + " in one call and "
                        + other.describe(i) + " in another");
            }
        }
        boolean same = selections.size() == other.selections.size()
                && IntStream.range(0, selections.size())
                        .allMatch(s -> selections.get(s).matches(other.selections.get(s)));
        if (size != other.size || root != other.root || !same) {
            throw notStatic("its graph has " + size + " nodes in one call and " + other.size + " in another");
        }
    }

    private static IllegalArgumentException notStatic(String reason) {
        return new IllegalArgumentException("a function that branches on data or on indices cannot be compiled: "
                + reason + "; compute with Values, replace the branch with relu or a multiplication, and"
                + " select Values with index.select(values)");
    }

    private String describe(int node) {
        return isOperation(node)
                ? op(node) + (numbers[node] == 0 ? "" : " " + numbers[node])
                : isParameter(node) ? "parameter " + lefts[node] : "the constant " + numbers[node];
    }
}
