package io.github.microgradj.compile.sequence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The order in which groups run in the backward pass. Every gradient must be summed as {@code Value.backward()} sums
 * it: each node that uses an operand adds a term to the operand's gradient, beginning with the last of these nodes.
 * This constrains the order of the groups. Where the constraints form a cycle, or where the units of one group would
 * add to a gradient in another order, groups are split. In the worst case, only single operations are left, for which a
 * valid order always exists.
 */
final class GradientOrder {
    private final SequenceGraph graph;
    private List<UnitGroup> groups;

    private GradientOrder(SequenceGraph graph, List<UnitGroup> groups) {
        this.graph = graph;
        this.groups = groups;
    }

    /** Returns the groups in the order of the backward pass, split into smaller groups where necessary. */
    static List<UnitGroup> ordered(SequenceGraph graph, List<UnitGroup> groups) {
        GradientOrder order = new GradientOrder(graph, groups);
        while (true) {
            Constraints constraints = order.new Constraints();
            int[] sorted = constraints.order.sorted(g -> -order.groups.get(g).last());
            int[] wrong = sorted.length == order.groups.size()
                    ? order.inWrongOrder(sorted)
                    : constraints.interleaved.isEmpty()
                            ? order.least(constraints.order.cyclic())
                            : constraints.interleaved.stream().mapToInt(g -> g).toArray();
            if (wrong.length == 0) {
                return IntStream.of(sorted).mapToObj(order.groups::get).toList();
            }
            order.split(wrong);
        }
    }

    /**
     * Returns the groups on a cycle that cost the least to split: groups of several operations or sums if there are
     * any, otherwise layers and single sums.
     */
    private int[] least(int[] cyclic) {
        int[] groupsOfUnits = IntStream.of(cyclic)
                .filter(g -> !groups.get(g).isLayer() && groups.get(g).units().size() > 1)
                .toArray();
        return groupsOfUnits.length > 0
                ? groupsOfUnits
                : IntStream.of(cyclic)
                        .filter(g -> !groups.get(g).isSingleOperation())
                        .toArray();
    }

    private void split(int[] which) {
        List<UnitGroup> smaller = new ArrayList<>(groups);
        for (int g : which) {
            List<UnitGroup> parts = groups.get(g).split(graph);
            smaller.set(g, parts.get(0));
            smaller.addAll(parts.subList(1, parts.size()));
        }
        groups = smaller;
    }

    /**
     * The constraints on the order: a group runs after the groups that use its nodes, and the terms of each gradient
     * are added in the order of the engine.
     */
    private final class Constraints {
        private final PartialOrder order = new PartialOrder(groups.size());
        /** Groups that must run both before and after another group that is not larger. */
        private final Set<Integer> interleaved = new TreeSet<>();

        private final int[] groupOf = new int[graph.size()];
        /** For each node, the last group so far that added to its gradient. */
        private final int[] latest = new int[graph.size()];
        /** The pairs of groups in which the second group adds to the gradient of a node directly after the first. */
        private final Set<Long> pairs = new HashSet<>();

        Constraints() {
            for (int g = 0; g < groups.size(); g++) {
                for (GraphUnit unit : groups.get(g).units()) {
                    groupOf[unit.root()] = g;
                    for (int part : unit.parts()) {
                        groupOf[part] = g;
                    }
                }
            }
            Arrays.fill(latest, -1);
            for (int node = graph.size() - 1; node >= 0; node--) {
                if (graph.isOperation(node)) {
                    use(groupOf[node], graph.left(node));
                    if (graph.isBinary(node)) {
                        use(groupOf[node], graph.right(node));
                    }
                }
            }
        }

        private void use(int group, int operand) {
            if (operand >= 0) {
                useNode(group, operand);
                return;
            }
            for (int node : graph.candidates(operand)) {
                useNode(group, node);
            }
        }

        private void useNode(int group, int node) {
            if (graph.isOperation(node) && groupOf[node] != group) {
                order.add(group, groupOf[node]);
            }
            int before = latest[node];
            if (before == group || !graph.requiresGrad(node)) {
                return;
            }
            latest[node] = group;
            if (before >= 0 && pairs.add((long) before << 32 | group)) {
                order.add(before, group);
                if (pairs.contains((long) group << 32 | before)) {
                    boolean larger =
                            groups.get(group).size() >= groups.get(before).size();
                    interleaved.add(larger ? group : before);
                }
            }
        }
    }

    /** Returns the groups that would add to a gradient in an order other than the engine's. */
    private int[] inWrongOrder(int[] sorted) {
        int[] latest = new int[graph.size()];
        Arrays.fill(latest, Integer.MAX_VALUE);
        return IntStream.of(sorted)
                .filter(g -> graph.requiresGrad(groups.get(g).first().root()))
                .filter(g -> !new Additions(latest).areInOrder(groups.get(g)))
                .toArray();
    }

    /** The additions to gradients in the order in which the steps make them. */
    private final class Additions {
        /** For each node, the last node so far that added to its gradient. */
        private final int[] latest;

        private boolean inOrder = true;

        Additions(int[] latest) {
            this.latest = latest;
        }

        boolean areInOrder(UnitGroup group) {
            bases(group);
            if (group.isLayer()) {
                group.rows().forEach(this::inputs);
                group.units().forEach(this::weights);
            } else {
                terms(group);
            }
            return inOrder;
        }

        private void bases(UnitGroup group) {
            group.withBase().forEach(unit -> add(unit.baseConsumer(), unit.base()));
        }

        private void inputs(List<GraphUnit> row) {
            for (int output : UnitGroup.backwardOrder(row)) {
                GraphUnit unit = row.get(output);
                for (int k = 0; k < unit.rights().length; k++) {
                    add(unit.consumers()[k], unit.rights()[k]);
                }
            }
        }

        private void weights(GraphUnit unit) {
            for (int k = 0; k < unit.lefts().length; k++) {
                add(unit.consumers()[k], unit.lefts()[k]);
            }
        }

        private void terms(UnitGroup group) {
            for (UnitGroup.OperandPair term : group.operandPairs()) {
                add(term.consumer(), term.left());
                if (term.right() != GraphUnit.NONE) {
                    add(term.consumer(), term.right());
                }
            }
        }

        private void add(int consumer, int operand) {
            if (operand >= 0) {
                addToNode(consumer, operand);
                return;
            }
            for (int node : graph.candidates(operand)) {
                addToNode(consumer, node);
            }
        }

        private void addToNode(int consumer, int node) {
            inOrder &= consumer <= latest[node] || !graph.requiresGrad(node);
            latest[node] = consumer;
        }
    }
}
