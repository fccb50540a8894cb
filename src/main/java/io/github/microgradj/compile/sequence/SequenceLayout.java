package io.github.microgradj.compile.sequence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The places of nodes in memory: first the parameters, then the constants, then the nodes of each group. Except in a
 * layer, the nodes of a group are in the order in which the backward pass first reads them, so that most steps use
 * adjacent places.
 */
final class SequenceLayout {
    private final SequenceGraph graph;
    private final int[] places;
    private final List<UnitGroup> groups;
    private final List<SelectedPlaces.Patch> patches = new ArrayList<>();
    /** The place of each constant. Equal constants share one, so that the nodes that use them form longer runs. */
    private final Map<Double, Integer> constants = new LinkedHashMap<>();

    private int size;

    /**
     * Assigns a place to each leaf, and to the root of each unit.
     *
     * @param backward the groups in the order of the backward pass
     */
    SequenceLayout(SequenceGraph graph, int parameters, List<UnitGroup> backward) {
        this.graph = graph;
        places = new int[graph.size()];
        for (int i = 0; i < places.length; i++) {
            if (graph.isLeaf(i)) {
                places[i] = graph.isParameter(i)
                        ? graph.parameter(i)
                        : constants.computeIfAbsent(graph.number(i), number -> parameters + constants.size());
            }
        }
        size = parameters + constants.size();
        groups = inMemoryOrder(backward);
        for (int g = groups.size() - 1; g >= 0; g--) {
            for (GraphUnit unit : groups.get(g).units()) {
                places[unit.root()] = size++;
            }
        }
    }

    private List<UnitGroup> inMemoryOrder(List<UnitGroup> backward) {
        int[] reads = new int[graph.size()];
        int count = 0;
        List<UnitGroup> inOrder = new ArrayList<>();
        for (UnitGroup group : backward) {
            UnitGroup sorted = group.sorted(Comparator.comparingInt(unit -> reads[unit.root()]));
            inOrder.add(sorted);
            List<GraphUnit> units = sorted.units();
            for (int i = 0; i < units.size(); i += Math.max(1, sorted.outputs())) {
                count = read(reads, count, units.get(i).rights());
            }
            for (GraphUnit unit : units) {
                count = read(reads, count, unit.lefts());
                count = read(reads, count, new int[] {unit.base()});
            }
        }
        return inOrder;
    }

    private int read(int[] reads, int count, int[] operands) {
        int next = count;
        for (int operand : operands) {
            if (operand == GraphUnit.NONE) {
                continue;
            }
            for (int node : operand >= 0 ? new int[] {operand} : graph.candidates(operand)) {
                if (reads[node] == 0) {
                    reads[node] = ++next;
                }
            }
        }
        return next;
    }

    /**
     * Returns the groups in the order of the backward pass; the units of each group are in the order of their places.
     */
    List<UnitGroup> groups() {
        return groups;
    }

    /** Returns the number of places. */
    int size() {
        return size;
    }

    /** Returns the constants in the order of their places, which follow those of the parameters. */
    double[] constants() {
        return constants.keySet().stream().mapToDouble(number -> number).toArray();
    }

    /** Reserves adjacent places, and returns the first one. */
    int reserve(int count) {
        size += count;
        return size - count;
    }

    int place(int node) {
        return places[node];
    }

    /** Returns the places of operands. Those of selected operands will be replaced for each sequence. */
    int[] places(int[] operands) {
        int[] array = new int[operands.length];
        for (int i = 0; i < array.length; i++) {
            if (operands[i] >= 0) {
                array[i] = places[operands[i]];
            } else {
                patches.add(new SelectedPlaces.Patch(array, i, ~operands[i]));
            }
        }
        return array;
    }

    /** Returns the places that depend on the indices. */
    SelectedPlaces selected() {
        return new SelectedPlaces(graph.selections(), places, patches);
    }
}
