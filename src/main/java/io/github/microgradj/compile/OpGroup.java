package io.github.microgradj.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;

/** A group of independent nodes with the same operation, or of similar chains. It becomes one instruction. */
final class OpGroup {
    private final List<Object> kind;
    private final boolean backward;
    /** The nodes to compute, in the order of the backward pass. */
    final List<Integer> roots = new ArrayList<>();
    /** The chain that ends in each root; empty for a group of operations. */
    final List<Chain> chains = new ArrayList<>();

    private final Set<Integer> operands = new LinkedHashSet<>();
    private final Set<Integer> lefts = new HashSet<>();
    private final Set<Integer> rights = new HashSet<>();

    private OpGroup(List<Object> kind, boolean backward) {
        this.kind = kind;
        this.backward = backward;
    }

    /** Returns a group that contains a single operation. */
    static OpGroup of(int root, Node node) {
        OpGroup unit = new OpGroup(List.of(Objects.requireNonNull(node.op()), node.number()), false);
        unit.roots.add(root);
        Arrays.stream(Planner.operands(node)).forEach(unit.operands::add);
        unit.lefts.add(node.left());
        unit.rights.add(node.right());
        return unit;
    }

    /** Returns a group that contains a single chain. */
    static OpGroup of(Chain chain, boolean[] perSample) {
        boolean startsWithRow = chain.base() >= 0 && perSample[chain.base()];
        OpGroup unit = new OpGroup(List.of(chain.inputs(), chain.base() < 0, startsWithRow), false);
        unit.roots.add(chain.root());
        unit.chains.add(chain);
        unit.operands.addAll(chain.inputs());
        if (chain.base() >= 0) {
            unit.operands.add(chain.base());
        }
        return unit;
    }

    /** Returns an empty group of this kind. */
    OpGroup empty(boolean runsBackward) {
        return new OpGroup(kind, runsBackward);
    }

    /** Adds a group whose nodes are later in the trace, and therefore earlier in the backward pass. */
    void join(OpGroup other) {
        roots.addAll(0, other.roots);
        chains.addAll(0, other.chains);
        operands.addAll(other.operands);
        lefts.addAll(other.lefts);
        rights.addAll(other.rights);
    }

    /**
     * Returns whether a node is a left operand in one group and a right operand in the other. An instruction adds to
     * the gradients of all its left operands before those of its right ones. If both groups became one instruction, the
     * gradient of such a node would be summed in a different order from the engine's.
     */
    boolean crosses(OpGroup other) {
        return !Collections.disjoint(lefts, other.rights) || !Collections.disjoint(rights, other.lefts);
    }

    /** Returns a key that is the same for all groups whose nodes can share an instruction. */
    Object kind() {
        return kind;
    }

    /** Returns the first node in the order of the backward pass. */
    int root() {
        return roots.get(0);
    }

    /** Returns the nodes that this group reads, whether they run per step or per sample. */
    Set<Integer> operands() {
        return operands;
    }

    boolean isAffine() {
        return !chains.isEmpty();
    }

    /** Returns whether gradients flow through this group. */
    boolean runsBackward() {
        return backward;
    }

    /** Returns the groups in reverse topological order; ties are broken by the engine's order of the nodes. */
    static List<OpGroup> backwardOrder(Collection<OpGroup> units) {
        Map<Integer, OpGroup> makers = makers(units);
        Map<OpGroup, Integer> waiting = new HashMap<>();
        for (OpGroup unit : units) {
            makersOf(unit, makers).forEach(maker -> waiting.merge(maker, 1, Integer::sum));
        }
        PriorityQueue<OpGroup> free = new PriorityQueue<>(Comparator.comparing(unit -> -unit.root()));
        units.stream().filter(unit -> !waiting.containsKey(unit)).forEach(free::add);
        List<OpGroup> order = new ArrayList<>();
        while (!free.isEmpty()) {
            OpGroup unit = free.remove();
            order.add(unit);
            for (OpGroup maker : makersOf(unit, makers)) {
                if (waiting.merge(maker, -1, Integer::sum) == 0) {
                    free.add(maker);
                }
            }
        }
        return order;
    }

    private static Set<OpGroup> makersOf(OpGroup unit, Map<Integer, OpGroup> makers) {
        Set<OpGroup> found = new HashSet<>();
        for (int operand : unit.operands()) {
            if (makers.containsKey(operand)) {
                found.add(Objects.requireNonNull(makers.get(operand)));
            }
        }
        return found;
    }

    /** Returns the group that computes each node. */
    static Map<Integer, OpGroup> makers(Collection<OpGroup> units) {
        Map<Integer, OpGroup> makers = new HashMap<>();
        units.forEach(unit -> unit.roots.forEach(root -> makers.put(root, unit)));
        return makers;
    }
}
