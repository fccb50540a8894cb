package io.github.microgradj.compile;

import io.github.microgradj.compile.Gather.ColumnSource;
import io.github.microgradj.compile.Node.Kind;
import io.github.microgradj.compile.kernel.Kernels;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A memory planner for the per-sample part of a program. It assigns a column in a block to every per-sample node, and
 * turns the groups of nodes into instructions on blocks.
 */
final class BlockPlan {
    private final Planner.ExpressionGraph graph;
    private final List<Node> nodes;
    private final SlotPlan slots;
    private final double[] values;
    private final Kernels kernels;
    private final Map<Integer, ColumnSource.Column> columns = new HashMap<>();
    private final List<Integer> widths = new ArrayList<>();
    /** The blocks that never change, keyed by the number that fills a block and the block's width. */
    private final Map<List<Number>, Integer> constants = new HashMap<>();

    private final List<Affine> affine = new ArrayList<>();
    /** The blocks that have gradients so far. They are added in the order of the backward pass. */
    private final Set<Integer> accumulated = new HashSet<>();

    private final List<Instruction> forward = new ArrayList<>();
    private final List<Instruction> tail = new ArrayList<>();
    private final List<Instruction> body = new ArrayList<>();
    private final int inputs;
    private final int targets;
    private final List<Integer> targetNodes;
    /** The number of gradients in a partial sum so far. */
    private int gradients;

    BlockPlan(Planner.ExpressionGraph graph, int inputCount, SlotPlan slots, double[] values, Kernels kernels) {
        this.graph = graph;
        this.nodes = graph.nodes();
        this.slots = slots;
        this.values = values;
        this.kernels = kernels;
        gradients = slots.count();
        inputs = newBlock(inputCount);
        targetNodes = IntStream.range(0, nodes.size())
                .filter(i -> nodes.get(i).kind() == Kind.CONSTANT && graph.perSample()[i])
                .boxed()
                .sorted(Collections.reverseOrder())
                .toList();
        targets = newBlock(targetNodes.size());
        place(targetNodes, targets);
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i).kind() == Kind.INPUT) {
                columns.put(i, new ColumnSource.Column(inputs, nodes.get(i).index()));
            }
        }
    }

    private int newBlock(int width) {
        widths.add(width);
        return widths.size() - 1;
    }

    private void place(List<Integer> of, int block) {
        for (int i = 0; i < of.size(); i++) {
            columns.put(of.get(i), new ColumnSource.Column(block, i));
        }
    }

    /** Returns the program for the given groups. */
    Program program(Program.Slots program, Collection<OpGroup> units, int loss, List<Integer> outputs) {
        List<OpGroup> order = OpGroup.backwardOrder(units);
        assignBlocks(order);
        int lossBlock = loss < 0 ? -1 : lossBlock(loss);
        for (OpGroup unit : order) {
            List<Instruction> instructions = unit.isAffine() ? affine(unit) : elementwise(unit);
            forward.addAll(instructions);
            if (unit.runsBackward()) {
                boolean beforeAffine = body.isEmpty() && !unit.isAffine();
                (beforeAffine ? tail : body).addAll(instructions);
            }
        }
        Collections.reverse(forward);
        int outputBlock = outputs.isEmpty() ? -1 : operand(outputs, false, forward).block;
        Program.PerSample rows = new Program.PerSample(
                kernels.layout(),
                widths.stream().mapToInt(width -> width).toArray(),
                constantBlocks(),
                inputs,
                targets,
                targetNodes.stream().mapToInt(this::constantNumber).toArray(),
                accumulated,
                lossBlock,
                outputBlock,
                forward,
                tail,
                body);
        return new Program(program, rows, affine, gradients);
    }

    private int lossBlock(int loss) {
        List<Instruction> gathers = new ArrayList<>();
        int block = operand(List.of(loss), true, gathers).block;
        accumulated.add(block);
        forward.addAll(gathers);
        tail.addAll(gathers);
        return block;
    }

    private Map<Integer, Double> constantBlocks() {
        Map<Integer, Double> blocks = new HashMap<>();
        constants.forEach((key, block) -> blocks.put(block, key.get(0).doubleValue()));
        return blocks;
    }

    /** Returns the index of a constant among all constants of the trace. */
    private int constantNumber(int node) {
        return (int) nodes.subList(0, node).stream()
                .filter(each -> each.kind() == Kind.CONSTANT)
                .count();
    }

    /** Assigns a block to each group, starting with the groups that no other group uses. */
    private void assignBlocks(List<OpGroup> order) {
        Map<Integer, OpGroup> makers = OpGroup.makers(order);
        for (OpGroup unit : order) {
            if (!columns.containsKey(unit.root())) {
                place(unit.roots, newBlock(unit.roots.size()));
            }
            if (!unit.isAffine() && leavesOperandsTo(unit, makers)) {
                place(lefts(unit), block(unit));
            }
        }
    }

    private int block(OpGroup unit) {
        return Objects.requireNonNull(columns.get(unit.root())).block();
    }

    private List<Integer> lefts(OpGroup unit) {
        return unit.roots.stream().map(root -> nodes.get(root).left()).toList();
    }

    /**
     * Returns whether the results of a group of unary operations can overwrite its operands, which is the case if
     * nothing needs the operands afterwards. Overwriting them halves the memory traffic.
     */
    private boolean leavesOperandsTo(OpGroup unit, Map<Integer, OpGroup> makers) {
        Node first = nodes.get(unit.root());
        OpGroup maker = makers.get(first.left());
        return first.right() < 0
                && !reads(first).a()
                && maker != null
                && maker.roots.equals(lefts(unit))
                && maker.roots.stream().allMatch(root -> graph.uses()[root] == 1)
                && (maker.isAffine() || !reads(nodes.get(maker.root())).y());
    }

    private static PartialOperands reads(Node node) {
        return PartialOperands.of(Objects.requireNonNull(node.op()), node.number());
    }

    /** Returns the instruction of a group, followed by the gathers that it needs, in the order of the backward pass. */
    private List<Instruction> elementwise(OpGroup unit) {
        List<Instruction> made = new ArrayList<>();
        Node first = nodes.get(unit.root());
        List<Integer> lefts = lefts(unit);
        ColumnSource.Column left = columns.get(lefts.get(0));
        boolean inPlace = left != null && left.block() == block(unit) && graph.requiresGrad()[lefts.get(0)];
        List<Integer> rights = first.right() < 0
                ? lefts
                : unit.roots.stream().map(root -> nodes.get(root).right()).toList();
        boolean rightFirst = !isWhole(lefts) && isWhole(rights);
        Operand early = operand(rightFirst ? rights : lefts, unit.runsBackward(), made);
        Operand late = first.right() < 0 ? early : operand(rightFirst ? lefts : rights, unit.runsBackward(), made);
        Operand a = rightFirst ? late : early;
        Operand b = rightFirst ? early : late;
        made.add(
                0,
                new Elementwise(
                        Objects.requireNonNull(first.op()),
                        first.number(),
                        lefts.size(),
                        block(unit),
                        a.block,
                        b.block,
                        a.firstContribution || inPlace,
                        b.firstContribution,
                        constant(0, lefts.size())));
        return made;
    }

    private List<Instruction> affine(OpGroup unit) {
        List<Instruction> made = new ArrayList<>();
        List<Integer> inputNodes = unit.chains.get(0).inputs();
        List<Integer> bases =
                unit.chains.stream().map(Chain::base).filter(base -> base >= 0).toList();
        boolean startsWithSample = !bases.isEmpty() && graph.perSample()[bases.get(0)];
        Operand base = new Operand(-1, false);
        boolean baseFirst = startsWithSample && !isWhole(inputNodes) && isWhole(bases);
        if (baseFirst) {
            base = operand(bases, unit.runsBackward(), made);
        }
        Operand x = operand(inputNodes, unit.runsBackward(), made);
        if (startsWithSample && !baseFirst) {
            base = operand(bases, unit.runsBackward(), made);
        }
        int[][] weights =
                unit.chains.stream().map(chain -> slots.places(chain.weights())).toArray(int[][]::new);
        int[] biases = startsWithSample ? new int[0] : slots.places(bases);
        Affine product = new Affine(
                affine.size(),
                new Affine.Shape(
                        x.block,
                        inputNodes.size(),
                        block(unit),
                        weights,
                        biases,
                        base.block,
                        x.firstContribution,
                        base.firstContribution),
                values,
                slots.leaves(),
                gradients,
                kernels);
        gradients += product.ownGradients();
        affine.add(product);
        made.add(0, product);
        return made;
    }

    /**
     * A block that an instruction reads.
     *
     * @param firstContribution whether the backward pass has not yet added anything to the gradients of the block
     */
    private record Operand(int block, boolean firstContribution) {}

    /**
     * Returns a block with the given nodes as its columns: an existing block, or a new one filled by a gather. If an
     * instruction has several operands, callers must request the existing blocks first, because the backward pass adds
     * to their gradients before it distributes those of gathered blocks.
     */
    private Operand operand(List<Integer> of, boolean backward, List<Instruction> instructions) {
        List<ColumnSource> sources = of.stream().map(this::source).toList();
        boolean requiresGrad = backward && of.stream().anyMatch(node -> graph.requiresGrad()[node]);
        if (sources.get(0) instanceof ColumnSource.Constant same
                && sources.stream().allMatch(same::equals)) {
            return new Operand(constant(same.number(), of.size()), false);
        }
        int whole = wholeBlock(sources);
        if (whole >= 0) {
            return new Operand(whole, requiresGrad && accumulated.add(whole));
        }
        int block = newBlock(of.size());
        int[] clears = {};
        if (requiresGrad) {
            accumulated.add(block);
            clears = IntStream.range(0, of.size())
                    .filter(i -> graph.requiresGrad()[of.get(i)])
                    .mapToObj(sources::get)
                    .filter(source -> source instanceof ColumnSource.Column)
                    .mapToInt(source -> ((ColumnSource.Column) source).block())
                    .filter(accumulated::add)
                    .toArray();
        }
        instructions.add(new Gather(block, sources, clears, widths, values, kernels.layout()));
        return new Operand(block, requiresGrad);
    }

    private ColumnSource source(int node) {
        if (graph.perSample()[node]) {
            return Objects.requireNonNull(columns.get(node));
        }
        return nodes.get(node).kind() == Kind.CONSTANT
                ? new ColumnSource.Constant(nodes.get(node).number())
                : new ColumnSource.Slot(slots.slot(node), graph.requiresGrad()[node]);
    }

    private int constant(double number, int width) {
        return constants.computeIfAbsent(List.of(number, width), key -> newBlock(width));
    }

    private boolean isWhole(List<Integer> of) {
        return wholeBlock(of.stream().map(this::source).toList()) >= 0;
    }

    /** Returns the block that has exactly these columns in this order, or -1 if there is none. */
    private int wholeBlock(List<ColumnSource> sources) {
        if (!(sources.get(0) instanceof ColumnSource.Column first) || widths.get(first.block()) != sources.size()) {
            return -1;
        }
        boolean all = IntStream.range(0, sources.size())
                .allMatch(i -> sources.get(i).equals(new ColumnSource.Column(first.block(), i)));
        return all ? first.block() : -1;
    }
}
