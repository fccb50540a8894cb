package io.github.microgradj.compile;

import io.github.microgradj.compile.Node.Kind;
import io.github.microgradj.compile.kernel.Kernels;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/**
 * A memory planner for the per-step part of a program. It assigns a slot to every per-step node, starting with the
 * parameters, and creates the steps that compute the values of the slots.
 */
final class SlotPlan {
    private final List<Node> nodes;
    private final Chain.Nodes chainNodes;
    private final IntPredicate onceAStep;
    private final int[] slots;
    private final List<Double> constants = new ArrayList<>();
    private final List<SlotStep> steps = new ArrayList<>();
    private int count;
    private final int leaves;

    SlotPlan(List<Node> nodes, Chain.Nodes chainNodes, IntPredicate onceAStep, int parameters) {
        this.nodes = nodes;
        this.chainNodes = chainNodes;
        this.onceAStep = onceAStep;
        slots = new int[nodes.size()];
        for (int i = 0; i < parameters; i++) {
            newSlot(0);
        }
        placeLeaves();
        leaves = count;
        Map<Integer, List<Integer>> sums = sums();
        groups(sums).forEach(group -> place(group, sums));
    }

    private void placeLeaves() {
        for (int i = 0; i < slots.length; i++) {
            Node node = nodes.get(i);
            if (onceAStep.test(i) && node.kind() != Kind.OPERATION) {
                slots[i] = node.kind() == Kind.PARAMETER ? node.index() : newSlot(node.number());
            }
        }
    }

    private int newSlot(double value) {
        constants.add(value);
        return count++;
    }

    /** Returns the terms of each long sum. A sum inside another has an empty list. */
    private Map<Integer, List<Integer>> sums() {
        Map<Integer, List<Integer>> sums = new HashMap<>();
        for (int i = slots.length - 1; i >= 0; i--) {
            List<Integer> terms =
                    onceAStep.test(i) && !sums.containsKey(i) ? Chain.terms(i, chainNodes) : List.<Integer>of();
            if (!terms.isEmpty()) {
                sums.put(i, terms);
                for (int sum = nodes.get(i).left();
                        sum != terms.get(0);
                        sum = nodes.get(sum).left()) {
                    sums.put(sum, List.of());
                }
            }
        }
        return sums;
    }

    /**
     * Returns groups of nodes with the same operation and distance from the leaves, starting with those nearest to the
     * leaves. The nodes of each group are in the order of the backward pass.
     */
    private List<List<Integer>> groups(Map<Integer, List<Integer>> sums) {
        int[] levels = new int[slots.length];
        Map<Integer, Map<List<Object>, Deque<Integer>>> groups = new TreeMap<>();
        for (int i = 0; i < slots.length; i++) {
            Node node = nodes.get(i);
            List<Integer> terms = sums.get(i);
            if (!onceAStep.test(i) || node.op() == null || (terms != null && terms.isEmpty())) {
                continue;
            }
            List<Integer> operands = terms == null
                    ? Arrays.stream(Planner.operands(node)).boxed().toList()
                    : terms;
            levels[i] = 1 + operands.stream().mapToInt(k -> levels[k]).max().orElse(0);
            List<Object> key = terms == null ? List.of(node.op(), node.number()) : List.of(i);
            groups.computeIfAbsent(levels[i], level -> new LinkedHashMap<>())
                    .computeIfAbsent(key, k -> new ArrayDeque<>())
                    .addFirst(i);
        }
        return groups.values().stream()
                .flatMap(level -> level.values().stream())
                .map(List::copyOf)
                .toList();
    }

    private void place(List<Integer> group, Map<Integer, List<Integer>> sums) {
        Node first = nodes.get(group.get(0));
        group.forEach(node -> slots[node] = newSlot(0));
        List<Integer> terms = sums.get(group.get(0));
        if (terms != null) {
            steps.add(new SlotStep.Sum(slot(group.get(0)), places(terms)));
            return;
        }
        int[] a = places(group.stream().map(node -> nodes.get(node).left()).toList());
        int[] b = first.right() < 0
                ? new int[0]
                : places(group.stream().map(node -> nodes.get(node).right()).toList());
        steps.add(new SlotStep.Group(Objects.requireNonNull(first.op()), first.number(), places(group), a, b));
    }

    /** Returns the slots of the given nodes. */
    int[] places(List<Integer> of) {
        return of.stream().mapToInt(this::slot).toArray();
    }

    /** Returns the slot of the given node. */
    int slot(int node) {
        return slots[node];
    }

    /** Returns the steps that compute the slots, in order. */
    List<SlotStep> steps() {
        return steps;
    }

    /** Returns the padded array of slots, in which the constants are already set. */
    double[] values() {
        double[] values = new double[Kernels.padded(count)];
        Arrays.setAll(values, i -> i < count ? constants.get(i) : 0);
        return values;
    }

    int count() {
        return count;
    }

    /** Returns the number of slots at the start of the array that hold parameters or constants. */
    int leaves() {
        return leaves;
    }
}
