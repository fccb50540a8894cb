package io.github.microgradj.compile.kernel;

import java.util.ArrayList;
import java.util.List;

/**
 * Adjacent nodes of a group. Their left operands are adjacent or all the same, and so are their right operands, as in
 * {@code x0*s, x1*s, x2*s}.
 *
 * @param y the place of the first node
 * @param a the place of the first node's left operand
 * @param stepA the distance to the left operand of the next node, 0 or 1
 * @param b the place of the first node's right operand
 * @param stepB the distance to the right operand of the next node, 0 or 1
 * @param length the number of nodes
 */
public record NodeRun(int y, int a, int stepA, int b, int stepB, int length) {
    /** The minimum average length at which runs are faster than lists of places. */
    private static final int WORTHWHILE = 4;

    /**
     * Returns the runs of a group, or an empty list if they are too short.
     *
     * @param y the place of the first node
     * @param a the places of the left operands
     * @param b the places of the right operands
     */
    public static List<NodeRun> of(int y, int[] a, int[] b) {
        List<NodeRun> runs = new ArrayList<>();
        for (int from = 0; from < a.length; ) {
            int to = from + 1;
            int stepA = to < a.length ? a[to] - a[from] : 1;
            int stepB = to < a.length ? b[to] - b[from] : 1;
            boolean regular = (stepA | stepB | 1) == 1;
            while (regular && to < a.length && a[to] - a[to - 1] == stepA && b[to] - b[to - 1] == stepB) {
                to++;
            }
            runs.add(new NodeRun(y + from, a[from], regular ? stepA : 1, b[from], regular ? stepB : 1, to - from));
            from = to;
        }
        return runs.size() == 1 || runs.size() * WORTHWHILE <= a.length ? runs : List.of();
    }

    /**
     * Returns whether the left operands are adjacent and all nodes have the same right operand, which is not one of the
     * left operands.
     */
    public boolean isRow() {
        return (stepA == 1 && stepB == 0 && (b < a || b >= a + length)) || (length == 1 && a != b);
    }
}
