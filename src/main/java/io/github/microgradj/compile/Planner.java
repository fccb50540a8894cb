package io.github.microgradj.compile;

import io.github.microgradj.compile.Node.Kind;
import io.github.microgradj.compile.kernel.Kernels;
import io.github.microgradj.engine.Op;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The planner that turns the traced graph of one sample into a program for whole batches.
 * <ol>
 * <li>Classify the nodes. A node runs per sample if it depends on an input or on a constant that varies with the
 * target; otherwise it runs once per step. It requires grad if it depends on a parameter.
 * <li>Peel the loss. A per-step term that is added to it, such as a penalty, becomes an addend of the mean loss, with
 * derivative 1.
 * <li>Find the affine chains, {@code ((b + w0*x0) + w1*x1) + ...} ({@link Chain}).
 * <li>Group the per-sample nodes and chains that have the same operation and the same distance from the leaves
 * ({@link OpGroup}). Each group becomes one instruction.
 * <li>Assign memory: a slot to each per-step node ({@link SlotPlan}), and a column of a block to each per-sample node
 * ({@link BlockPlan}).
 * </ol>
 *
 * <p>For example, a layer of two neurons {@code tanh((b + w0*x0) + w1*x1)} has two chains over the same inputs and two
 * {@code tanh} nodes. The chains become one {@link Affine} product of a 128 x 2 tile with 2 x 2 weights, and the
 * {@code tanh} nodes become one {@link Elementwise} operation on a block of width 2. A penalty
 * {@code 0.01*(w0*w0 + ...)} runs once per step, on slots.
 *
 * <p>Groups and their members are ordered so that every gradient is summed in the engine's order.
 */
final class Planner {
    private final List<Node> nodes;
    private final int parameters;
    private final int inputs;
    private final int[] outputs;
    private final boolean[] perSample;
    private final boolean[] requiresGrad;
    private final boolean[] hidden;
    private final Chain.Nodes chainNodes;
    private final List<Integer> addends = new ArrayList<>();
    /** The index of the node that computes the sample-dependent part of the loss, or -1 if there is none. */
    private int loss;

    /**
     * Creates a planner.
     *
     * @param trace the trace; its roots are the loss, if there is one, and then the outputs
     * @param hasLoss whether the first root is a loss
     * @param parameters the number of parameters
     * @param inputs the number of inputs
     * @param varies returns whether the constant with the given index in {@link Trace#constants()} depends on the
     *      target
     */
    Planner(Trace trace, boolean hasLoss, int parameters, int inputs, IntPredicate varies) {
        this.nodes = trace.nodes();
        this.parameters = parameters;
        this.inputs = inputs;
        int[] roots = trace.roots();
        outputs = Arrays.copyOfRange(roots, hasLoss ? 1 : 0, roots.length);
        perSample = new boolean[nodes.size()];
        requiresGrad = new boolean[nodes.size()];
        hidden = new boolean[nodes.size()];
        int[] uses = new int[nodes.size()];
        classify(varies, uses);
        for (int root : roots) {
            uses[root]++;
        }
        chainNodes = new Chain.Nodes(nodes, perSample, uses);
        loss = hasLoss ? peel(roots[0]) : -1;
    }

    private void classify(IntPredicate varies, int[] uses) {
        int constants = 0;
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            perSample[i] = node.kind() == Kind.INPUT;
            requiresGrad[i] = node.kind() == Kind.PARAMETER;
            if (node.kind() == Kind.CONSTANT) {
                perSample[i] = varies.test(constants++);
            }
            for (int operand : operands(node)) {
                perSample[i] |= perSample[operand];
                requiresGrad[i] |= requiresGrad[operand];
                uses[operand]++;
            }
        }
    }

    static int[] operands(Node node) {
        return IntStream.of(node.left(), node.right()).filter(i -> i >= 0).toArray();
    }

    /**
     * Removes the per-step addends from the loss, and returns the node that computes the rest, or -1 if nothing is
     * left. The derivative of the loss with respect to each addend is 1.
     */
    private int peel(int root) {
        Node node = nodes.get(root);
        if (!perSample[root]) {
            addends.add(0, root);
            return -1;
        }
        boolean isOutput = Arrays.stream(outputs).anyMatch(output -> output == root);
        if (isOutput || !Op.ADD.equals(node.op()) || perSample[node.left()] == perSample[node.right()]) {
            return root;
        }
        hidden[root] = true;
        addends.add(0, perSample[node.left()] ? node.right() : node.left());
        return peel(perSample[node.left()] ? node.left() : node.right());
    }

    Program plan(Kernels kernels) {
        SlotPlan slots = new SlotPlan(nodes, chainNodes, i -> !perSample[i], parameters);
        Program.Slots program = new Program.Slots(
                slots.values(),
                slots.steps(),
                slots.leaves(),
                addends.stream().mapToInt(slots::slot).toArray());
        ExpressionGraph graph = new ExpressionGraph(nodes, perSample, requiresGrad, chainNodes.uses());
        Collection<OpGroup> units = units();
        return new BlockPlan(graph, inputs, slots, program.values(), kernels)
                .program(program, units, loss, IntStream.of(outputs).boxed().toList());
    }

    /**
     * The properties of the nodes.
     *
     * @param perSample for each node, whether it depends on the sample
     * @param requiresGrad for each node, whether it depends on a parameter
     * @param uses for each node, how often it is used
     */
    record ExpressionGraph(List<Node> nodes, boolean[] perSample, boolean[] requiresGrad, int[] uses) {}

    /** Returns the per-sample groups, each with the nodes that have the same operation and distance from the leaves. */
    private Collection<OpGroup> units() {
        Map<Integer, Chain> chains = chains();
        boolean[] inLoss = inLoss();
        int[] levels = new int[nodes.size()];
        Map<List<Object>, List<OpGroup>> units = new LinkedHashMap<>();
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            if (hidden[i] || !perSample[i] || node.kind() != Kind.OPERATION) {
                continue;
            }
            Chain chain = chains.get(i);
            OpGroup unit = chain == null ? OpGroup.of(i, node) : OpGroup.of(chain, perSample);
            levels[i] =
                    1 + unit.operands().stream().mapToInt(k -> levels[k]).max().orElse(0);
            List<Object> key = List.of(unit.kind(), levels[i], inLoss[i], requiresGrad[i]);
            boolean backward = inLoss[i] && requiresGrad[i];
            List<OpGroup> alike = units.computeIfAbsent(key, k -> new ArrayList<>());
            OpGroup fitting = alike.stream()
                    .filter(each -> !backward || !each.crosses(unit))
                    .findFirst()
                    .orElse(null);
            if (fitting == null) {
                fitting = unit.empty(backward);
                alike.add(fitting);
            }
            fitting.join(unit);
        }
        return units.values().stream().flatMap(List::stream).toList();
    }

    private Map<Integer, Chain> chains() {
        Map<Integer, Chain> chains = new HashMap<>();
        for (int i = nodes.size() - 1; i >= 0; i--) {
            Chain chain = hidden[i] ? null : Chain.endingIn(i, chainNodes);
            if (chain != null) {
                chains.put(i, chain);
                chain.inner().forEach(inner -> hidden[inner] = true);
            }
        }
        return chains;
    }

    private boolean[] inLoss() {
        boolean[] inLoss = new boolean[nodes.size()];
        if (loss >= 0) {
            inLoss[loss] = true;
        }
        for (int i = loss; i >= 0; i--) {
            for (int operand : operands(nodes.get(i))) {
                inLoss[operand] |= inLoss[i];
            }
        }
        return inLoss;
    }
}
