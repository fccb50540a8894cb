package io.github.microgradj.compile.sequence;

import io.github.microgradj.compile.kernel.Kernels;
import io.github.microgradj.compile.sequence.UnitGroup.OperandPair;
import io.github.microgradj.engine.Op;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The planner that turns the graph of a function of indices into a program.
 * <ol>
 * <li>Find sums and sums of products ({@link UnitFinder}). A unit is a node together with all nodes that are computed
 * as parts of it.
 * <li>Group the units that can be computed together ({@link UnitGrouping}). The neurons of a layer form one group even
 * if the layer is applied at many positions.
 * <li>Order the groups so that every gradient is summed in the order of the engine, and split those for which there is
 * no such order ({@link GradientOrder}).
 * <li>Assign memory to the nodes ({@link SequenceLayout}), and write a step for each group.
 * </ol>
 *
 * <p>For example, a layer of two neurons without biases, applied to the embeddings of three letters, has the graph
 * {@code y[t][i] = w[i][0]*x[t][0] + w[i][1]*x[t][1]}, where {@code x[t]} is the row of a table that index {@code t}
 * selects. Its 6 sums are neurons in three rows of two, which become one {@link RowProduct} of a 3 x 2 and a 2 x 2
 * matrix. If {@code tanh} is applied to each sum, these 6 nodes become one {@link NodeGroup}. If instead each row
 * depends on the row before it, as in a recurrent network, the layer is split into three products of one row each.
 */
final class SequencePlanner {
    private final SequenceGraph graph;
    private final SequenceLayout layout;

    private SequencePlanner(SequenceGraph graph, int parameters) {
        this.graph = graph;
        layout = new SequenceLayout(graph, parameters, GradientOrder.ordered(graph, UnitGrouping.groups(graph)));
    }

    /** Returns the program for a graph. */
    static SequenceProgram plan(SequenceGraph graph, int parameters, Kernels kernels) {
        return new SequencePlanner(graph, parameters).program(parameters, kernels);
    }

    private SequenceProgram program(int parameters, Kernels kernels) {
        List<UnitGroup> groups = layout.groups();
        List<RowProduct.ProductShape> products = new ArrayList<>();
        groups.stream().filter(UnitGroup::isLayer).forEach(group -> products.add(product(group)));
        int size = Kernels.padded(layout.size());
        double[] values = new double[size];
        double[] grads = new double[size];
        List<SequenceStep> forward = new ArrayList<>();
        List<SequenceStep> backward = new ArrayList<>();
        int layers = 0;
        for (int from = 0; from < groups.size(); ) {
            UnitGroup group = groups.get(from);
            int to = singlesUntil(groups, from);
            SequenceStep step = to > from + 1
                    ? singles(groups.subList(from, to))
                    : group.isLayer()
                            ? new RowProduct(products.get(layers++), values, grads, kernels)
                            : step(group, kernels);
            forward.add(step);
            if (to > from + 1 || graph.requiresGrad(group.first().root())) {
                backward.add(step);
            }
            from = to;
        }
        Collections.reverse(forward);
        return new SequenceProgram(
                new SequenceProgram.Memory(
                        values, grads, size, parameters, layout.constants(), layout.places(new int[] {graph.root()})),
                forward.toArray(SequenceStep[]::new),
                backward.toArray(SequenceStep[]::new),
                layout.selected(),
                graph.size());
    }

    /**
     * Returns the end of the series of single operations that begins at {@code from}, or {@code from + 1} if the group
     * there is of another kind.
     */
    private static int singlesUntil(List<UnitGroup> groups, int from) {
        int to = from;
        while (to < groups.size() && groups.get(to).isSingleOperation()) {
            to++;
        }
        return Math.max(to, from + 1);
    }

    private SequenceStep singles(List<UnitGroup> groups) {
        int[] nodes = groups.stream().mapToInt(group -> group.first().root()).toArray();
        boolean[] left = new boolean[nodes.length];
        boolean[] right = new boolean[nodes.length];
        for (int i = 0; i < nodes.length; i++) {
            left[i] = graph.requiresGrad(graph.left(nodes[i]));
            right[i] = graph.isBinary(nodes[i]) && graph.requiresGrad(graph.right(nodes[i]));
        }
        return new SingleNodes(
                IntStream.of(nodes).mapToObj(graph::op).toArray(Op[]::new),
                IntStream.of(nodes).mapToDouble(graph::number).toArray(),
                layout.places(nodes),
                layout.places(IntStream.of(nodes).map(graph::left).toArray()),
                layout.places(IntStream.of(nodes).map(graph::right).toArray()),
                left,
                right);
    }

    private SequenceStep step(UnitGroup group, Kernels kernels) {
        return switch (group.first().form()) {
            case OPERATION -> operations(group, kernels);
            default -> sums(group);
        };
    }

    private SequenceStep operations(UnitGroup group, Kernels kernels) {
        int root = group.first().root();
        int[] lefts = group.units().stream().mapToInt(unit -> unit.lefts()[0]).toArray();
        int[] rights = graph.isBinary(root)
                ? group.units().stream().mapToInt(unit -> unit.rights()[0]).toArray()
                : lefts;
        List<OperandPair> terms = group.operandPairs();
        int[] operands = IntStream.concat(IntStream.of(lefts), IntStream.of(graph.isBinary(root) ? rights : new int[0]))
                .toArray();
        return new NodeGroup(
                length -> kernels.loops(graph.op(root), graph.number(root), length),
                layout.place(root),
                new NodeGroup.Operands(
                        layout.places(lefts),
                        layout.places(rights),
                        places(terms, OperandPair::root),
                        places(terms, OperandPair::left),
                        places(terms, term -> graph.right(term.root())),
                        IntStream.of(lefts).anyMatch(graph::requiresGrad),
                        graph.isBinary(root) && IntStream.of(rights).anyMatch(graph::requiresGrad),
                        IntStream.of(operands).allMatch(operand -> operand >= 0),
                        IntStream.of(operands).distinct().count() == operands.length));
    }

    private int[] places(List<OperandPair> terms, ToIntFunction<OperandPair> operand) {
        return layout.places(terms.stream().mapToInt(operand).toArray());
    }

    private SequenceStep sums(UnitGroup group) {
        List<GraphUnit> units = group.units();
        boolean products = group.first().rights().length > 0;
        int[] starts = new int[units.size() + 1];
        for (int r = 0; r < units.size(); r++) {
            starts[r + 1] = starts[r] + units.get(r).lefts().length;
        }
        List<OperandPair> terms = group.operandPairs();
        List<GraphUnit> based = group.withBase().stream()
                .filter(unit -> graph.requiresGrad(unit.base()))
                .toList();
        TermSums.Back back = new TermSums.Back(
                places(terms, OperandPair::root),
                places(terms, OperandPair::left),
                products ? places(terms, OperandPair::right) : new int[0],
                unitPlaces(based, GraphUnit::root),
                unitPlaces(based, GraphUnit::base));
        return new TermSums(
                layout.place(group.first().root()),
                starts,
                layout.places(concat(units.stream().map(GraphUnit::lefts))),
                products ? layout.places(concat(units.stream().map(GraphUnit::rights))) : null,
                group.first().hasBase() ? unitPlaces(units, GraphUnit::base) : null,
                back);
    }

    private int[] unitPlaces(List<GraphUnit> units, ToIntFunction<GraphUnit> operand) {
        return layout.places(units.stream().mapToInt(operand).toArray());
    }

    private static int[] concat(Stream<int[]> arrays) {
        return arrays.flatMapToInt(Arrays::stream).toArray();
    }

    private RowProduct.ProductShape product(UnitGroup group) {
        List<List<GraphUnit>> rows = group.rows();
        GraphUnit first = group.first();
        int inputs = first.lefts().length;
        int weights = graph.parameter(first.lefts()[0]);
        int stride = group.outputs() == 1
                ? inputs
                : graph.parameter(rows.get(0).get(1).lefts()[0]) - weights;
        int[] x = concat(rows.stream().map(row -> row.get(0).rights()));
        boolean adjacent = areAdjacent(x);
        boolean distinct = IntStream.of(x).allMatch(operand -> operand >= 0)
                && IntStream.of(x).distinct().count() == x.length;
        return new RowProduct.ProductShape(
                rows.size(),
                inputs,
                group.outputs(),
                adjacent ? layout.place(x[0]) : layout.reserve(x.length),
                adjacent ? null : layout.places(x),
                distinct,
                layout.place(first.root()),
                weights,
                stride,
                first.hasBase() ? unitPlaces(group.units(), GraphUnit::base) : null,
                baseOrder(group.units()),
                rows.stream().map(UnitGroup::backwardOrder).toArray(int[][]::new));
    }

    private int[] baseOrder(List<GraphUnit> units) {
        return IntStream.range(0, units.size())
                .filter(i -> units.get(i).hasBase()
                        && graph.requiresGrad(units.get(i).base()))
                .boxed()
                .sorted(Comparator.comparingInt(i -> -units.get(i).baseConsumer()))
                .mapToInt(i -> i)
                .toArray();
    }

    private boolean areAdjacent(int[] operands) {
        return IntStream.range(0, operands.length)
                .allMatch(i -> operands[i] >= 0 && layout.place(operands[i]) == layout.place(operands[0]) + i);
    }
}
