package io.github.microgradj.compile.sequence;

import io.github.microgradj.compile.kernel.NodeLoops;
import io.github.microgradj.compile.kernel.NodeRun;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** A step that computes nodes with the same operation. */
final class NodeGroup implements SequenceStep {
    private final NodeLoops loops;
    private final Operands all;
    private final int y;
    /** The runs that the nodes form; empty if the runs are too short, or if an operand depends on an index. */
    private final NodeRun[] runs;
    /**
     * The runs in the order of the backward pass; empty unless both operands have gradients, all runs are rows, and the
     * backward pass visits the nodes of each row in order.
     */
    private final NodeRun[] rows;

    private final boolean eachOnce;
    /**
     * The places of the operands.
     *
     * @param a the places of the left operands, in the order of the nodes in memory
     * @param b the places of the right operands; for a unary operation, those of the left operands
     * @param backwardY the places of the nodes, in the order of the backward pass
     * @param backwardA the places of the left operands in that order
     * @param backwardB the places of the right operands in that order
     * @param left whether any left operand has a gradient
     * @param right whether there are right operands and any of them has a gradient
     * @param fixed whether no place depends on an index
     * @param distinct whether no operand occurs twice
     */
    record Operands(
            int[] a,
            int[] b,
            int[] backwardY,
            int[] backwardA,
            int[] backwardB,
            boolean left,
            boolean right,
            boolean fixed,
            boolean distinct) {
        Operands copy(MemoryCopy memory) {
            return new Operands(
                    memory.of(a),
                    memory.of(b),
                    backwardY,
                    memory.of(backwardA),
                    memory.of(backwardB),
                    left,
                    right,
                    fixed,
                    distinct);
        }
    }

    /**
     * Creates the step.
     *
     * @param loops returns the loops for runs of the given average length, which is 0 if there are no runs
     * @param y the place of the first node
     */
    NodeGroup(IntFunction<NodeLoops> loops, int y, Operands all) {
        this.all = all;
        this.y = y;
        List<NodeRun> found = all.fixed ? NodeRun.of(y, all.a, all.b) : List.of();
        this.loops = loops.apply(found.isEmpty() ? 0 : all.a.length / found.size());
        runs = found.toArray(NodeRun[]::new);
        eachOnce = found.size() == 1
                && (!all.left || found.get(0).stepA() == 1)
                && (!all.right || found.get(0).stepB() == 1)
                && (all.distinct || !(all.left && all.right));
        rows = all.left && all.right ? rows(found, all.backwardY) : new NodeRun[0];
    }

    /**
     * Returns the runs in the order of the backward pass, or an empty array if a run is not a row or the backward pass
     * visits its nodes in another order.
     */
    private static NodeRun[] rows(List<NodeRun> runs, int[] backwardY) {
        List<NodeRun> rows = new ArrayList<>();
        for (int from = 0; from < backwardY.length; ) {
            int first = backwardY[from];
            NodeRun row =
                    runs.stream().filter(run -> run.y() == first).findFirst().orElse(null);
            if (row == null || !row.isRow()) {
                return new NodeRun[0];
            }
            for (int i = 0; i < row.length(); i++) {
                if (backwardY[from + i] != first + i) {
                    return new NodeRun[0];
                }
            }
            rows.add(row);
            from += row.length();
        }
        return rows.toArray(NodeRun[]::new);
    }

    @Override
    public void forward(double[] values) {
        if (runs.length == 0) {
            loops.forwardAt(values, y, all.a, all.b);
        } else {
            loops.forward(values, runs);
        }
    }

    @Override
    public SequenceStep copy(MemoryCopy memory) {
        return new NodeGroup(length -> loops, y, all.copy(memory));
    }

    @Override
    public void backward(double[] values, double[] grads) {
        if (eachOnce) {
            loops.backward(values, grads, runs[0], all.left, all.right);
        } else if (rows.length > 0) {
            loops.backwardRows(values, grads, rows);
        } else {
            loops.backwardAt(values, grads, all.backwardY, all.backwardA, all.backwardB, all.left, all.right);
        }
    }
}
