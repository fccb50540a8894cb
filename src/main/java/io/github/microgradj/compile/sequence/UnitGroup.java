package io.github.microgradj.compile.sequence;

import io.github.microgradj.compile.sequence.GraphUnit.Form;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Independent units of the same form that one step computes. The neurons of a layer are in rows, with a row for each
 * time the layer is applied. The row that is last in the graph comes first, as in the backward pass.
 */
final class UnitGroup {
    private final List<GraphUnit> units;
    private final int outputs;

    /**
     * The operands of one term of a sum, or of a whole operation.
     *
     * @param root the root of the unit
     * @param consumer the node that uses the operands
     * @param right the right operand, or {@link GraphUnit#NONE} if there is none
     */
    record OperandPair(int root, int consumer, int left, int right) {}

    private UnitGroup(List<GraphUnit> units, int outputs) {
        this.units = units;
        this.outputs = outputs;
    }

    /** Returns a group of operations, sums or sums of products. */
    static UnitGroup of(List<GraphUnit> units) {
        return new UnitGroup(units, 0);
    }

    /** Returns a copy of this group with its units sorted, or this group unchanged if it is a layer. */
    UnitGroup sorted(Comparator<GraphUnit> comparator) {
        return isLayer() ? this : of(units.stream().sorted(comparator).toList());
    }

    /**
     * Returns the group of all neurons of a layer.
     *
     * @param rows for each application of the layer, its neurons in the order in which their weights are stored
     */
    static UnitGroup layer(List<List<GraphUnit>> rows) {
        List<List<GraphUnit>> inOrder = new ArrayList<>(rows);
        inOrder.sort(Comparator.comparingInt(row -> -last(row)));
        return new UnitGroup(
                inOrder.stream().flatMap(List::stream).toList(), rows.get(0).size());
    }

    private static int last(List<GraphUnit> units) {
        return units.stream().mapToInt(GraphUnit::root).max().orElse(-1);
    }

    List<GraphUnit> units() {
        return units;
    }

    /** Returns the first unit. All units have the same form. */
    GraphUnit first() {
        return units.get(0);
    }

    /** Returns the last node of this group in the order of the graph. */
    int last() {
        return last(units);
    }

    boolean isLayer() {
        return outputs > 0;
    }

    /** Returns the number of neurons of the layer, or 0 if this group is not a layer. */
    int outputs() {
        return outputs;
    }

    /** Returns the neurons of each application of the layer. */
    List<List<GraphUnit>> rows() {
        return IntStream.range(0, outputs == 0 ? 0 : units.size() / outputs)
                .mapToObj(r -> units.subList(r * outputs, (r + 1) * outputs))
                .toList();
    }

    /**
     * Returns the sums that start with a node instead of a product, in the order in which they add to the gradients of
     * these nodes.
     */
    List<GraphUnit> withBase() {
        return units.stream()
                .filter(GraphUnit::hasBase)
                .sorted(Comparator.comparingInt(unit -> -unit.baseConsumer()))
                .toList();
    }

    /** Returns the terms of all units, in the order in which they add to the gradients of their operands. */
    List<OperandPair> operandPairs() {
        List<OperandPair> terms = new ArrayList<>();
        for (GraphUnit unit : units) {
            for (int k = 0; k < unit.lefts().length; k++) {
                int right = unit.rights().length == 0 ? GraphUnit.NONE : unit.rights()[k];
                terms.add(new OperandPair(unit.root(), unit.consumers()[k], unit.lefts()[k], right));
            }
        }
        terms.sort(Comparator.comparingInt(term -> -term.consumer()));
        return terms;
    }

    /** Returns the indices of the neurons of a row in the order in which they add to the gradients of the inputs. */
    static int[] backwardOrder(List<GraphUnit> row) {
        return IntStream.range(0, row.size())
                .boxed()
                .sorted(Comparator.comparingInt(output -> -row.get(output).consumers()[0]))
                .mapToInt(output -> output)
                .toArray();
    }

    /**
     * Returns the number of units or, for a single unit, a fraction below 1 that grows with the number of its parts.
     */
    double size() {
        return units.size() > 1 ? units.size() : 1 - 1.0 / (1 + first().parts().length);
    }

    boolean isSingleOperation() {
        return units.size() == 1 && first().form() == Form.OPERATION;
    }

    /** Returns smaller or simpler groups for the same nodes. This group must not be a single operation. */
    List<UnitGroup> split(SequenceGraph graph) {
        if (isLayer()) {
            List<List<GraphUnit>> rows = rows();
            int half = rows.size() / 2;
            return half > 0
                    ? List.of(layer(rows.subList(0, half)), layer(rows.subList(half, rows.size())))
                    : List.of(of(
                            units.stream().map(unit -> unit.asProducts(graph)).toList()));
        }
        int half = units.size() / 2;
        if (half > 0) {
            return List.of(of(units.subList(0, half)), of(units.subList(half, units.size())));
        }
        return IntStream.concat(IntStream.of(first().root()), IntStream.of(first().parts()))
                .mapToObj(node -> of(List.of(GraphUnit.operation(node, graph))))
                .toList();
    }
}
