package io.github.microgradj.compile.sequence;

import io.github.microgradj.compile.sequence.GraphUnit.Form;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The initial grouping of units. Neurons with the same inputs and evenly spaced weights are one application of a layer,
 * and all applications of the same weights are one group. The other units are grouped if they are of the same kind and
 * at the same distance from the leaves; in this distance, each layer counts as a single unit.
 */
final class UnitGrouping {
    private final SequenceGraph graph;
    private final List<GraphUnit> units;
    /** For each node, the index of the unit that computes it; -1 for leaves and for parts of units. */
    private final int[] makers;
    /** For each kind of unit outside the layers, the first unit of that kind. */
    private final List<GraphUnit> kinds = new ArrayList<>();

    /** The properties that all applications of a layer have in common. */
    private record Weights(int first, int inputs, int stride, int outputs, boolean hasBase) {}

    private UnitGrouping(SequenceGraph graph, List<GraphUnit> units) {
        this.graph = graph;
        this.units = units;
        makers = new int[graph.size()];
        Arrays.fill(makers, -1);
        for (int i = 0; i < units.size(); i++) {
            makers[units.get(i).root()] = i;
        }
    }

    /** Returns the units of a graph in groups. */
    static List<UnitGroup> groups(SequenceGraph graph) {
        return new UnitGrouping(graph, UnitFinder.units(graph)).groups();
    }

    private List<UnitGroup> groups() {
        List<UnitGroup> layers = layers();
        while (true) {
            int[] groupOf = groupOf(layers);
            PartialOrder order = dependencies(groupOf);
            int[] cyclic = order.cyclic();
            if (cyclic.length == 0) {
                List<UnitGroup> groups = new ArrayList<>(layers);
                groups.addAll(alike(layers.size(), groupOf, order.levels()));
                return groups;
            }
            layers = split(layers, cyclic);
        }
    }

    private List<UnitGroup> split(List<UnitGroup> layers, int[] cyclic) {
        List<UnitGroup> smaller = new ArrayList<>(layers);
        for (int i = cyclic.length - 1; i >= 0; i--) {
            if (cyclic[i] < layers.size()) {
                UnitGroup layer = smaller.remove(cyclic[i]);
                if (layer.rows().size() > 1) {
                    smaller.addAll(layer.split(graph));
                }
            }
        }
        return smaller;
    }

    /**
     * Returns, for each unit, the number of its group. Each given layer is a group, as is each unit that is in no
     * layer.
     */
    private int[] groupOf(List<UnitGroup> layers) {
        int[] groupOf = new int[units.size()];
        Arrays.fill(groupOf, -1);
        for (int g = 0; g < layers.size(); g++) {
            for (GraphUnit unit : layers.get(g).units()) {
                groupOf[makers[unit.root()]] = g;
            }
        }
        int next = layers.size();
        for (int i = 0; i < groupOf.length; i++) {
            groupOf[i] = groupOf[i] < 0 ? next++ : groupOf[i];
        }
        return groupOf;
    }

    private List<UnitGroup> layers() {
        Map<List<Object>, List<GraphUnit>> applications = new LinkedHashMap<>();
        for (GraphUnit unit : units) {
            if (unit.form() == Form.NEURON) {
                List<Object> key = List.of(IntBuffer.wrap(unit.rights()), unit.hasBase());
                applications.computeIfAbsent(key, k -> new ArrayList<>()).add(unit);
            }
        }
        Map<Weights, List<List<GraphUnit>>> layers = new LinkedHashMap<>();
        for (List<GraphUnit> application : applications.values()) {
            application.sort(Comparator.comparing(this::weight));
            for (int from = 0; from < application.size(); ) {
                int to = regularUntil(application, from);
                List<GraphUnit> row = application.subList(from, to);
                layers.computeIfAbsent(weights(row), k -> new ArrayList<>()).add(row);
                from = to;
            }
        }
        return layers.values().stream()
                .filter(rows -> rows.size() > 1 || rows.get(0).size() > 1)
                .map(UnitGroup::layer)
                .toList();
    }

    private int weight(GraphUnit neuron) {
        return graph.parameter(neuron.lefts()[0]);
    }

    /** Returns the end of the series of neurons that begins at {@code from} and whose weights are evenly spaced. */
    private int regularUntil(List<GraphUnit> neurons, int from) {
        int to = from + 1;
        if (to == neurons.size()) {
            return to;
        }
        int stride = weight(neurons.get(to)) - weight(neurons.get(from));
        if (stride < neurons.get(from).lefts().length) {
            return to;
        }
        while (to < neurons.size() && weight(neurons.get(to)) - weight(neurons.get(to - 1)) == stride) {
            to++;
        }
        return to;
    }

    private Weights weights(List<GraphUnit> row) {
        GraphUnit first = row.get(0);
        int stride = row.size() < 2 ? 0 : weight(row.get(1)) - weight(first);
        return new Weights(weight(first), first.lefts().length, stride, row.size(), first.hasBase());
    }

    private PartialOrder dependencies(int[] groupOf) {
        PartialOrder order = new PartialOrder(Arrays.stream(groupOf).max().orElse(-1) + 1);
        for (int i = 0; i < groupOf.length; i++) {
            GraphUnit unit = units.get(i);
            int group = groupOf[i];
            for (int operand : unit.lefts()) {
                depend(order, group, operand, groupOf);
            }
            for (int operand : unit.rights()) {
                depend(order, group, operand, groupOf);
            }
            if (unit.hasBase()) {
                depend(order, group, unit.base(), groupOf);
            }
        }
        return order;
    }

    private void depend(PartialOrder order, int group, int operand, int[] groupOf) {
        if (operand >= 0) {
            if (makers[operand] >= 0) {
                order.add(groupOf[makers[operand]], group);
            }
            return;
        }
        for (int node : graph.candidates(operand)) {
            if (makers[node] >= 0) {
                order.add(groupOf[makers[node]], group);
            }
        }
    }

    /** Groups the units that are in no layer. */
    private Collection<UnitGroup> alike(int layers, int[] groupOf, int[] levels) {
        Map<Long, List<GraphUnit>> groups = new LinkedHashMap<>();
        for (int i = 0; i < groupOf.length; i++) {
            if (groupOf[i] >= layers) {
                GraphUnit unit = units.get(i);
                GraphUnit each = unit.form() == Form.NEURON ? unit.asProducts(graph) : unit;
                long key = (long) levels[groupOf[i]] << 32 | kind(each);
                groups.computeIfAbsent(key, k -> new ArrayList<>()).add(each);
            }
        }
        return groups.values().stream().map(UnitGroup::of).toList();
    }

    /** Returns the number of a unit's kind. There are few kinds, so a linear search is faster than a map. */
    private int kind(GraphUnit unit) {
        for (int i = 0; i < kinds.size(); i++) {
            if (areAlike(kinds.get(i), unit)) {
                return i;
            }
        }
        kinds.add(unit);
        return kinds.size() - 1;
    }

    @SuppressWarnings("ReferenceEquality")
    private boolean areAlike(GraphUnit a, GraphUnit b) {
        boolean sameOperation = a.form() != Form.OPERATION
                || (graph.op(a.root()) == graph.op(b.root())
                        && Double.compare(graph.number(a.root()), graph.number(b.root())) == 0);
        return a.form() == b.form()
                && a.hasBase() == b.hasBase()
                && graph.requiresGrad(a.root()) == graph.requiresGrad(b.root())
                && sameOperation;
    }
}
