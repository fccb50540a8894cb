package io.github.microgradj.compile;

import io.github.microgradj.compile.Node.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.IntStream;

/** Gives every node that is computed for each sample its row, and puts the units into the order of the way back. */
final class RowPlan {
    private final List<Node> nodes;
    private final boolean[] perSample;
    private final boolean[] wanted;
    private final int[] uses;
    private final int loss;
    private final SlotPlan slots;
    private final double[] values;
    private final Kernels kernels;
    private final Map<Integer, Integer> rows = new HashMap<>();
    private final Map<Double, Integer> constants = new LinkedHashMap<>();
    private final List<Affine> affine = new ArrayList<>();
    private final List<Spread> spreads = new ArrayList<>();
    /** The rows whose gradients somebody has set, on the way back as far as it is planned. */
    private final Set<Integer> touched = new HashSet<>();

    private final List<Instruction> forward = new ArrayList<>();
    private final List<Instruction> tail = new ArrayList<>();
    private final List<Instruction> body = new ArrayList<>();
    private int count;
    /** How many gradients a slice has, so far. */
    private int gradients;

    RowPlan(
            List<Node> nodes,
            boolean[] perSample,
            boolean[] wanted,
            int[] uses,
            int loss,
            SlotPlan slots,
            double[] values,
            Kernels kernels) {
        this.nodes = nodes;
        this.perSample = perSample;
        this.wanted = wanted;
        this.uses = uses;
        this.loss = loss;
        this.slots = slots;
        this.values = values;
        this.gradients = values.length;
        this.kernels = kernels;
        for (int i = 0; i < perSample.length; i++) {
            if (perSample[i] && nodes.get(i).kind() != Kind.OPERATION) {
                row(i);
            }
        }
    }

    /** Turns the units into instructions. */
    void add(Collection<Unit> units) {
        if (loss >= 0) {
            touched.add(row(loss));
        }
        for (Unit unit : backwardOrder(units)) {
            Instruction instruction = unit.isAffine() ? affine(unit) : elementwise(unit);
            forward.add(instruction);
            if (unit.runsBackward()) {
                boolean beforeAffine = body.isEmpty() && !unit.isAffine();
                (beforeAffine ? tail : body).add(instruction);
            }
        }
    }

    /** Users before what they use; among those that are free the one whose node the engine would come to first. */
    private static List<Unit> backwardOrder(Collection<Unit> units) {
        Map<Integer, Unit> makers = new HashMap<>();
        units.forEach(unit -> unit.roots.forEach(root -> makers.put(root, unit)));
        Map<Unit, Integer> waiting = new HashMap<>();
        for (Unit unit : units) {
            makersOf(unit, makers).forEach(maker -> waiting.merge(maker, 1, Integer::sum));
        }
        PriorityQueue<Unit> free = new PriorityQueue<>(Comparator.comparing(unit -> -unit.root()));
        units.stream().filter(unit -> !waiting.containsKey(unit)).forEach(free::add);
        List<Unit> order = new ArrayList<>();
        while (!free.isEmpty()) {
            Unit unit = free.remove();
            order.add(unit);
            for (Unit maker : makersOf(unit, makers)) {
                if (waiting.merge(maker, -1, Integer::sum) == 0) {
                    free.add(maker);
                }
            }
        }
        return order;
    }

    private static Set<Unit> makersOf(Unit unit, Map<Integer, Unit> makers) {
        Set<Unit> found = new HashSet<>();
        for (int operand : unit.operands()) {
            if (makers.containsKey(operand)) {
                found.add(Objects.requireNonNull(makers.get(operand)));
            }
        }
        return found;
    }

    private Instruction elementwise(Unit unit) {
        Node first = nodes.get(unit.root());
        boolean[] inPlace = shareRows(unit, first);
        int[] y = rowsOf(unit.roots);
        int[] a = rowsOf(unit.roots.stream().map(root -> nodes.get(root).left()).toList());
        int[] b = first.right() < 0
                ? a
                : rowsOf(
                        unit.roots.stream().map(root -> nodes.get(root).right()).toList());
        boolean[] freshA = new boolean[y.length];
        boolean[] freshB = new boolean[y.length];
        if (unit.runsBackward()) {
            for (int i = 0; i < y.length; i++) {
                int left = nodes.get(unit.roots.get(i)).left();
                freshA[i] = inPlace[i] ? wanted[left] : touch(left);
            }
            for (int i = 0; i < y.length; i++) {
                freshB[i] = touch(nodes.get(unit.roots.get(i)).right());
            }
        }
        return new Elementwise(
                Objects.requireNonNull(first.op()), first.number(), y, a, b, freshA, freshB, constant(0));
    }

    /** Where nobody needs the operand of a unary operation afterwards, on the way back neither, the result takes its row: half as much memory to touch. */
    private boolean[] shareRows(Unit unit, Node first) {
        boolean[] shared = new boolean[unit.roots.size()];
        boolean forgets = first.right() < 0 && !reads(first).a();
        for (int i = 0; i < shared.length && forgets; i++) {
            int root = unit.roots.get(i);
            int left = nodes.get(root).left();
            shared[i] = uses[left] == 1
                    && perSample[left]
                    && nodes.get(left).kind() == Kind.OPERATION
                    && !reads(nodes.get(left)).y();
            if (shared[i]) {
                rows.put(left, row(root));
            }
        }
        return shared;
    }

    private static Reads reads(Node node) {
        return Reads.of(Objects.requireNonNull(node.op()), node.number());
    }

    private Instruction affine(Unit unit) {
        List<Integer> inputs = unit.chains.get(0).inputs();
        List<Integer> bases =
                unit.chains.stream().map(Chain::base).filter(base -> base >= 0).toList();
        boolean startsWithRow = !bases.isEmpty() && perSample[bases.get(0)];
        int[] wantedInputs = IntStream.range(0, inputs.size())
                .filter(k -> wanted[inputs.get(k)])
                .toArray();
        boolean[] fresh = new boolean[wantedInputs.length];
        boolean[] freshBases = new boolean[startsWithRow ? bases.size() : 0];
        if (unit.runsBackward()) {
            for (int k = 0; k < fresh.length; k++) {
                fresh[k] = touch(inputs.get(wantedInputs[k]));
            }
            for (int i = 0; i < freshBases.length; i++) {
                freshBases[i] = touch(bases.get(i));
            }
        }
        Affine block = new Affine(
                affine.size(),
                new Affine.Shape(
                        rowsOf(inputs),
                        rowsOf(unit.roots),
                        unit.chains.stream()
                                .map(chain -> slots.places(chain.weights()))
                                .toArray(int[][]::new),
                        startsWithRow
                                ? new int[0]
                                : bases.stream().mapToInt(slots::slot).toArray(),
                        startsWithRow ? rowsOf(bases) : new int[0],
                        wantedInputs,
                        fresh,
                        freshBases),
                values,
                gradients,
                kernels);
        gradients += block.ownGradients();
        affine.add(block);
        return block;
    }

    /** Whether the gradient of this node, if it has one, is set for the first time. */
    private boolean touch(int node) {
        return node >= 0 && wanted[node] && touched.add(row(node));
    }

    private int[] rowsOf(List<Integer> of) {
        return of.stream().mapToInt(this::row).toArray();
    }

    /** The row of a node; one that is computed once a step is spread over a row. */
    private int row(int node) {
        Integer known = rows.get(node);
        if (known != null) {
            return known;
        }
        if (nodes.get(node).kind() == Kind.CONSTANT && !perSample[node]) {
            return constant(nodes.get(node).number());
        }
        int row = count++;
        rows.put(node, row);
        if (!perSample[node]) {
            spreads.add(new Spread(slots.slot(node), row, values));
        }
        return row;
    }

    private int constant(double number) {
        return constants.computeIfAbsent(number, n -> count++);
    }

    /** The program, now that all units are instructions. */
    Program program(Program.Slots program, int inputs, int[] outputs) {
        int[] outputRows = rowsOf(IntStream.of(outputs).boxed().toList());
        Collections.reverse(forward);
        forward.addAll(0, spreads);
        List<Spread> learning = spreads.stream()
                .filter(spread -> touched.contains(spread.row()))
                .toList();
        (body.isEmpty() ? tail : body).addAll(learning);
        Program.PerSample sampleRows = new Program.PerSample(
                count,
                constants,
                inputRows(inputs),
                targetRows(),
                touched,
                loss < 0 ? -1 : row(loss),
                outputRows,
                forward,
                tail,
                body);
        return new Program(program, sampleRows, affine, gradients);
    }

    private int[] inputRows(int inputs) {
        int[] found = new int[inputs];
        Arrays.fill(found, -1);
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i).kind() == Kind.INPUT) {
                found[nodes.get(i).index()] = row(i);
            }
        }
        return found;
    }

    private Map<Integer, Integer> targetRows() {
        Map<Integer, Integer> found = new LinkedHashMap<>();
        int number = 0;
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i).kind() == Kind.CONSTANT) {
                if (perSample[i]) {
                    found.put(number, row(i));
                }
                number++;
            }
        }
        return found;
    }
}
