package io.github.microgradj.compile.sequence;

import io.github.microgradj.compile.kernel.Kernels;
import io.github.microgradj.compile.kernel.NodeLoops;
import io.github.microgradj.compile.sequence.SequenceTrace.Selection;
import io.github.microgradj.compile.sequence.SequenceTrace.TracedNode;
import io.github.microgradj.engine.Op;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.IntStream;

/** The planner. */
final class SequencePlanner {
    enum Form { OP, SUM, DOT, LAYER }

    /** A node to compute, with all that is computed together with it. */
    static final class Unit {
        final Form form;
        final int root;
        int[] lefts = {};
        int[] rights = {};
        /** For each term, the node whose backward step adds to the gradients of the term. */
        int[] consumers = {};
        /** The operand with which a sum of products starts, or Integer.MIN_VALUE. */
        int base = NONE;
        int baseConsumer = -1;
        int level;

        Unit(Form form, int root) {
            this.form = form;
            this.root = root;
        }

        IntStream operands() {
            IntStream all = IntStream.concat(Arrays.stream(lefts), Arrays.stream(rights));
            return base == NONE ? all : IntStream.concat(all, IntStream.of(base));
        }
    }

    /** Units that one step computes. */
    static final class Group {
        final List<Unit> units = new ArrayList<>();
        /** For a layer: the units of each row. */
        final List<List<Unit>> rows = new ArrayList<>();
        int y;
        int last() { return units.stream().mapToInt(u -> u.root).max().orElse(-1); }
    }

    static final int NONE = Integer.MIN_VALUE;

    private final SequenceTrace trace;
    private final List<TracedNode> nodes;
    private final int[] uses;
    private final boolean[] requires;
    private final boolean[] hidden;
    private final Map<Integer, Unit> unitOf = new HashMap<>();
    private final int[] places;
    private int size;

    SequencePlanner(SequenceTrace trace, int parameters) {
        this.trace = trace;
        nodes = trace.nodes();
        uses = new int[nodes.size()];
        requires = new boolean[nodes.size()];
        hidden = new boolean[nodes.size()];
        places = new int[nodes.size()];
        size = parameters;
        for (int i = 0; i < nodes.size(); i++) {
            TracedNode node = nodes.get(i);
            requires[i] = node.isParameter();
            for (int operand : operands(node)) {
                for (int each : candidates(operand)) {
                    uses[each]++;
                    requires[i] |= requires[each];
                }
            }
        }
        uses[trace.root()]++;
        // A node that an index selects must be computed on its own.
        for (Selection selection : trace.selections()) {
            for (int each : selection.candidates()) {
                if (each >= 0) uses[each] += 2;
            }
        }
    }

    private static int[] operands(TracedNode node) {
        return node.op() == null ? new int[0]
                : node.isBinary() ? new int[] {node.left(), node.right()} : new int[] {node.left()};
    }

    private int[] candidates(int operand) {
        return operand >= 0 ? new int[] {operand} : trace.selections().get(~operand).candidates();
    }

    private boolean requires(int operand) {
        return Arrays.stream(candidates(operand)).anyMatch(i -> requires[i]);
    }

    private boolean isLeaf(int operand) {
        return operand >= 0 && nodes.get(operand).op() == null;
    }

    private boolean isParameter(int operand) {
        return operand >= 0 && nodes.get(operand).isParameter();
    }

    // ------------------------------------------------------------------ units

    private List<Unit> units() {
        for (int i = nodes.size() - 1; i >= 0; i--) {
            if (nodes.get(i).op() != null && !hidden[i]) {
                unitOf.put(i, unit(i));
            }
        }
        List<Unit> units = new ArrayList<>(unitOf.values());
        units.sort(Comparator.comparing(u -> u.root));
        return units;
    }

    private boolean isProduct(int operand) {
        return operand >= 0 && uses[operand] == 1 && Op.MUL.equals(nodes.get(operand).op());
    }

    private Unit unit(int root) {
        TracedNode node = nodes.get(root);
        if (Op.ADD.equals(node.op())) {
            // The spine: adds.get(k) adds terms.get(k + 1).
            Deque<Integer> terms = new ArrayDeque<>();
            Deque<Integer> adds = new ArrayDeque<>();
            int sum = root;
            while (sum >= 0 && Op.ADD.equals(nodes.get(sum).op()) && (sum == root || uses[sum] == 1)) {
                terms.addFirst(nodes.get(sum).right());
                adds.addFirst(sum);
                sum = nodes.get(sum).left();
            }
            terms.addFirst(sum);
            List<Integer> t = List.copyOf(terms);
            List<Integer> a = List.copyOf(adds);
            int from = t.size();
            boolean products = isProduct(t.get(from - 1));
            while (from > 0 && isProduct(t.get(from - 1)) == products) {
                from--;
            }
            if (products) {
                return productSum(root, t, a, from);
            }
            if (t.size() - from + (from > 0 ? 1 : 0) >= 3) {
                return sum(root, t, a, from);
            }
        }
        Unit unit = new Unit(Form.OP, root);
        unit.lefts = new int[] {node.left()};
        unit.rights = node.isBinary() ? new int[] {node.right()} : new int[0];
        unit.consumers = new int[] {root};
        return unit;
    }

    private Unit sum(int root, List<Integer> terms, List<Integer> adds, int from) {
        Unit unit = new Unit(Form.SUM, root);
        // With from > 0, the sum starts with the node adds.get(from - 2) or, if that does not exist, the first term.
        int start = from > 0 ? from - 1 : 0;
        List<Integer> of = new ArrayList<>();
        of.add(start == 0 ? terms.get(0) : adds.get(start - 1));
        for (int k = start + 1; k < terms.size(); k++) {
            of.add(terms.get(k));
        }
        unit.lefts = of.stream().mapToInt(i -> i).toArray();
        unit.consumers = new int[of.size()];
        for (int k = 0; k < of.size(); k++) {
            unit.consumers[k] = adds.get(start + Math.max(k, 1) - 1);
        }
        for (int k = start; k < adds.size() - 1; k++) {
            hidden[adds.get(k)] = true;
        }
        return unit;
    }

    private Unit productSum(int root, List<Integer> terms, List<Integer> adds, int from) {
        int count = terms.size() - from;
        int[] muls = new int[count];
        int[] lefts = new int[count];
        int[] rights = new int[count];
        boolean layer = true;
        Set<Integer> inputs = new HashSet<>();
        for (int k = 0; k < count; k++) {
            muls[k] = terms.get(from + k);
            hidden[muls[k]] = true;
            lefts[k] = nodes.get(muls[k]).left();
            rights[k] = nodes.get(muls[k]).right();
            layer &= isParameter(lefts[k]) != isParameter(rights[k]);
            int input = isParameter(lefts[k]) ? rights[k] : lefts[k];
            layer &= !isLeaf(input) && inputs.add(input);
        }
        Unit unit = new Unit(layer ? Form.LAYER : Form.DOT, root);
        unit.consumers = muls;
        unit.lefts = lefts;
        unit.rights = rights;
        if (layer) {
            // Weights on the left.
            for (int k = 0; k < count; k++) {
                if (!isParameter(lefts[k])) {
                    int input = lefts[k];
                    lefts[k] = rights[k];
                    rights[k] = input;
                }
            }
        }
        if (from > 0) {
            unit.base = from == 1 ? terms.get(0) : adds.get(from - 2);
            unit.baseConsumer = adds.get(from - 1);
        }
        for (int k = Math.max(0, from - 1); k < adds.size() - 1; k++) {
            hidden[adds.get(k)] = true;
        }
        return unit;
    }

    // ------------------------------------------------------------------ groups

    private List<Unit> deps(Unit unit) {
        return unit.operands().flatMap(o -> Arrays.stream(candidates(o)))
                .mapToObj(unitOf::get).filter(Objects::nonNull).toList();
    }

    private List<Group> groups(List<Unit> units) {
        Map<Unit, List<Unit>> deps = new HashMap<>();
        units.forEach(u -> deps.put(u, deps(u)));
        // Applications of layers: the units with the same inputs and the same kind of base.
        Map<List<Object>, List<Unit>> applications = new LinkedHashMap<>();
        for (Unit unit : units) {
            if (unit.form == Form.LAYER) {
                List<Object> key = List.of(
                        Arrays.stream(unit.rights).boxed().toList(), unit.base == NONE, isLeaf(unit.base));
                applications.computeIfAbsent(key, k -> new ArrayList<>()).add(unit);
            }
        }
        Map<List<Object>, List<List<Unit>>> layers = new LinkedHashMap<>();
        for (List<Unit> application : applications.values()) {
            application.sort(Comparator.comparing(u -> nodes.get(u.lefts[0]).parameter()));
            List<Object> key = new ArrayList<>();
            for (Unit unit : application) {
                key.add(Arrays.stream(unit.lefts).mapToObj(w -> nodes.get(w).parameter()).toList());
                key.add(unit.base == NONE ? NONE : isLeaf(unit.base) ? unit.base : -1);
            }
            layers.computeIfAbsent(key, k -> new ArrayList<>()).add(application);
        }
        Map<Unit, List<Unit>> together = new HashMap<>();
        for (List<List<Unit>> rows : layers.values()) {
            List<List<Unit>> sets = areIndependent(rows, units, deps)
                    ? List.of(rows.stream().flatMap(List::stream).toList())
                    : rows;
            sets.forEach(set -> set.forEach(u -> together.put(u, set)));
        }
        setLevels(units, deps, together);
        Map<Object, Group> groups = new LinkedHashMap<>();
        for (Unit unit : units) {
            if (unit.form != Form.LAYER) {
                TracedNode node = nodes.get(unit.root);
                Object key = switch (unit.form) {
                    case OP -> List.of(node.op(), node.number(), unit.level, requires[unit.root]);
                    case SUM -> List.of("sum", unit.level, requires[unit.root]);
                    default -> List.of("dot", unit.base == NONE, unit.level, requires[unit.root]);
                };
                groups.computeIfAbsent(key, k -> new Group()).units.add(0, unit);
            }
        }
        List<Group> all = new ArrayList<>(groups.values());
        Set<List<Unit>> done = Collections.newSetFromMap(new java.util.IdentityHashMap<>());
        for (List<List<Unit>> rows : layers.values()) {
            Map<List<Unit>, Group> bySet = new java.util.IdentityHashMap<>();
            for (List<Unit> row : rows) {
                List<Unit> set = together.get(row.get(0));
                Group group = bySet.computeIfAbsent(set, k -> new Group());
                group.rows.add(row);
                group.units.addAll(row);
            }
            for (Group group : bySet.values()) {
                group.rows.sort(Comparator.comparing(row -> -row.stream().mapToInt(u -> u.root).max().orElse(0)));
                all.add(group);
            }
        }
        return all;
    }

    /** Returns whether no row depends on another. */
    private static boolean areIndependent(List<List<Unit>> rows, List<Unit> units, Map<Unit, List<Unit>> deps) {
        Set<Unit> members = new HashSet<>();
        rows.forEach(members::addAll);
        Set<Unit> after = new HashSet<>();
        for (Unit unit : units) {
            if (deps.get(unit).stream().anyMatch(d -> members.contains(d) || after.contains(d))) {
                if (members.contains(unit)) {
                    return false;
                }
                after.add(unit);
            }
        }
        return true;
    }

    private static void setLevels(List<Unit> units, Map<Unit, List<Unit>> deps, Map<Unit, List<Unit>> together) {
        boolean changed = true;
        for (int pass = 0; changed; pass++) {
            changed = false;
            for (Unit unit : units) {
                int level = 1 + deps.get(unit).stream().mapToInt(d -> d.level).max().orElse(0);
                if (level > unit.level) {
                    changed = true;
                    List<Unit> set = together.getOrDefault(unit, List.of(unit));
                    set.forEach(u -> u.level = level);
                }
            }
            if (pass > 1000) {
                throw new IllegalStateException("layers depend on each other");
            }
        }
    }

    /** Returns the groups in the order of the backward pass. */
    private List<Group> order(List<Group> groups) {
        Map<Unit, Group> makers = new HashMap<>();
        groups.forEach(g -> g.units.forEach(u -> makers.put(u, g)));
        Map<Group, Set<Group>> needs = new HashMap<>();
        Map<Group, Integer> waiting = new HashMap<>();
        for (Group group : groups) {
            Set<Group> of = new HashSet<>();
            group.units.forEach(u -> deps(u).forEach(d -> of.add(makers.get(d))));
            needs.put(group, of);
            of.forEach(g -> waiting.merge(g, 1, Integer::sum));
        }
        PriorityQueue<Group> free = new PriorityQueue<>(Comparator.comparing(g -> -g.last()));
        groups.stream().filter(g -> !waiting.containsKey(g)).forEach(free::add);
        List<Group> order = new ArrayList<>();
        while (!free.isEmpty()) {
            Group group = free.remove();
            order.add(group);
            for (Group each : needs.get(group)) {
                if (waiting.merge(each, -1, Integer::sum) == 0) {
                    free.add(each);
                }
            }
        }
        if (order.size() != groups.size()) {
            throw new IllegalStateException("groups depend on each other");
        }
        return order;
    }

    // ------------------------------------------------------------------ memory

    private int fixedPlace(int operand) {
        return operand >= 0 ? places[operand] : -1;
    }

    private void assignPlaces(List<Group> backward) {
        for (int i = 0; i < nodes.size(); i++) {
            TracedNode node = nodes.get(i);
            if (node.op() == null) {
                places[i] = node.isParameter() ? node.parameter() : size++;
            }
        }
        for (int g = backward.size() - 1; g >= 0; g--) {
            Group group = backward.get(g);
            if (group.rows.isEmpty() && group.units.get(0).form == Form.OP) {
                group.units.sort(byPlace(group.units));
            }
            group.y = size;
            List<Unit> inMemory = group.rows.isEmpty()
                    ? group.units : group.rows.stream().flatMap(List::stream).toList();
            for (Unit unit : inMemory) {
                places[unit.root] = size++;
            }
        }
    }

    private Comparator<Unit> byPlace(List<Unit> units) {
        Comparator<Unit> natural = Comparator.comparing(u -> -u.root);
        for (int side = 0; side < 2; side++) {
            int s = side;
            long distinct = units.stream().map(u -> operand(u, s)).distinct().count();
            boolean fixed = units.stream().allMatch(u -> operand(u, s) >= 0);
            if (fixed && distinct == units.size()) {
                return Comparator.comparing(u -> places[operand(u, s)]);
            }
        }
        return natural;
    }

    private static int operand(Unit unit, int side) {
        return side == 0 || unit.rights.length == 0 ? unit.lefts[0] : unit.rights[0];
    }

    // ------------------------------------------------------------------ steps

    private final List<SequenceProgram.Patch> patches = new ArrayList<>();

    private void put(int[] array, int at, int operand) {
        if (operand >= 0) {
            array[at] = places[operand];
        } else {
            Selection selection = trace.selections().get(~operand);
            patches.add(new SequenceProgram.Patch(
                    array, at, selection.position(),
                    Arrays.stream(selection.candidates()).map(c -> places[c]).toArray()));
            array[at] = places[selection.candidates()[0]];
        }
    }

    private int[] placesOf(List<Integer> operands) {
        int[] array = new int[operands.size()];
        for (int i = 0; i < array.length; i++) {
            put(array, i, operands.get(i));
        }
        return array;
    }

    SequenceProgram plan(int parameters, Kernels kernels) {
        List<Unit> units = units();
        List<Group> backward = order(groups(units));
        assignPlaces(backward);
        verify(backward);
        // Blocks for gathered rows.
        Map<Group, Integer> gathers = new HashMap<>();
        for (Group group : backward) {
            if (!group.rows.isEmpty() && !isInPlace(inputs(group))) {
                gathers.put(group, size);
                size += inputs(group).size();
            }
        }
        double[] values = new double[Kernels.padded(size)];
        double[] grads = new double[Kernels.padded(size)];
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i).op() == null && !nodes.get(i).isParameter()) {
                values[places[i]] = nodes.get(i).number();
            }
        }
        List<SequenceStep> forward = new ArrayList<>();
        List<SequenceStep> back = new ArrayList<>();
        for (Group group : backward) {
            SequenceStep step = step(group, gathers, values, grads, kernels);
            forward.add(0, step);
            if (requires[group.units.get(0).root]) {
                back.add(step);
            }
        }
        return new SequenceProgram(
                values, grads, parameters, places[trace.root()],
                forward.toArray(SequenceStep[]::new), back.toArray(SequenceStep[]::new),
                patches.toArray(SequenceProgram.Patch[]::new));
    }

    private static List<Integer> inputs(Group group) {
        return group.rows.stream().flatMap(row -> Arrays.stream(row.get(0).rights).boxed()).toList();
    }

    private boolean isInPlace(List<Integer> operands) {
        int first = fixedPlace(operands.get(0));
        return IntStream.range(0, operands.size())
                .allMatch(i -> operands.get(i) >= 0 && places[operands.get(i)] == first + i);
    }

    private SequenceStep step(
            Group group, Map<Group, Integer> gathers, double[] values, double[] grads, Kernels kernels) {
        if (!group.rows.isEmpty()) {
            return layer(group, gathers, values, grads, kernels);
        }
        return switch (group.units.get(0).form) {
            case OP -> op(group);
            default -> sums(group);
        };
    }

    private SequenceStep op(Group group) {
        TracedNode node = nodes.get(group.units.get(0).root);
        List<Unit> inOrder = new ArrayList<>(group.units);
        inOrder.sort(Comparator.comparing(u -> -u.root));
        List<Integer> lefts = group.units.stream().map(u -> operand(u, 0)).toList();
        List<Integer> rights = group.units.stream().map(u -> operand(u, 1)).toList();
        boolean fixed = lefts.stream().allMatch(o -> o >= 0) && rights.stream().allMatch(o -> o >= 0);
        List<Integer> both = new ArrayList<>(lefts);
        if (node.isBinary()) {
            both.addAll(rights);
        }
        return new NodeGroup(
                NodeLoops.of(Objects.requireNonNull(node.op()), node.number()),
                group.y,
                new NodeGroup.Operands(
                        placesOf(lefts),
                        placesOf(rights),
                        inOrder.stream().mapToInt(u -> places[u.root]).toArray(),
                        placesOf(inOrder.stream().map(u -> operand(u, 0)).toList()),
                        placesOf(inOrder.stream().map(u -> operand(u, 1)).toList()),
                        lefts.stream().anyMatch(this::requires),
                        node.isBinary() && rights.stream().anyMatch(this::requires),
                        fixed,
                        both.stream().distinct().count() == both.size()));
    }

    private record Term(int consumer, Unit unit, int k) {}

    private SequenceStep sums(Group group) {
        boolean products = group.units.get(0).form == Form.DOT;
        int[] starts = new int[group.units.size() + 1];
        List<Integer> a = new ArrayList<>();
        List<Integer> b = new ArrayList<>();
        List<Integer> base = new ArrayList<>();
        List<Term> terms = terms(group);
        List<Unit> based = new ArrayList<>();
        for (int r = 0; r < group.units.size(); r++) {
            Unit unit = group.units.get(r);
            Arrays.stream(unit.lefts).forEach(a::add);
            Arrays.stream(unit.rights).forEach(b::add);
            if (unit.base != NONE) {
                base.add(unit.base);
                if (requires(unit.base)) based.add(unit);
            }
            starts[r + 1] = a.size();
        }
        based.sort(Comparator.comparing(u -> -u.baseConsumer));
        TermSums.Back back = new TermSums.Back(
                terms.stream().mapToInt(t -> places[t.unit.root]).toArray(),
                placesOf(terms.stream().map(t -> t.unit.lefts[t.k]).toList()),
                placesOf(terms.stream().filter(t -> products).map(t -> t.unit.rights[t.k]).toList()),
                based.stream().mapToInt(u -> places[u.root]).toArray(),
                placesOf(based.stream().map(u -> u.base).toList()));
        return new TermSums(
                group.y, starts, placesOf(a), products ? placesOf(b) : null,
                base.isEmpty() ? null : placesOf(base), back);
    }

    /** Returns the terms of all units in the order of the backward pass. */
    private static List<Term> terms(Group group) {
        List<Term> terms = new ArrayList<>();
        for (Unit unit : group.units) {
            // The right operand of a sum after the left one, of the same consumer.
            for (int k = 0; k < unit.lefts.length; k++) {
                terms.add(new Term(unit.consumers[k], unit, k));
            }
        }
        terms.sort(Comparator.comparing(t -> -t.consumer));
        return terms;
    }

    private SequenceStep layer(
            Group group, Map<Group, Integer> gathers, double[] values, double[] grads, Kernels kernels) {
        List<Unit> first = group.rows.get(0);
        int k = first.get(0).lefts.length;
        int n = first.size();
        List<Integer> inputs = inputs(group);
        Integer gather = gathers.get(group);
        int weights = nodes.get(first.get(0).lefts[0]).parameter();
        int stride = n > 1 ? nodes.get(first.get(1).lefts[0]).parameter() - weights : k;
        for (int o = 0; o < n; o++) {
            for (int i = 0; i < k; i++) {
                if (nodes.get(first.get(o).lefts[i]).parameter() != weights + o * stride + i) {
                    throw new IllegalStateException("irregular weights");
                }
            }
        }
        int[][] orders = new int[group.rows.size()][];
        for (int r = 0; r < orders.length; r++) {
            List<Unit> row = group.rows.get(r);
            orders[r] = IntStream.range(0, n).boxed()
                    .sorted(Comparator.comparing(o -> -row.get(o).consumers[0]))
                    .mapToInt(o -> o).toArray();
        }
        boolean based = first.get(0).base != NONE;
        List<Unit> all = group.rows.stream().flatMap(List::stream).toList();
        int[] base = based ? placesOf(all.stream().map(u -> u.base).toList()) : null;
        int[] baseOrder = IntStream.range(0, based ? all.size() : 0).filter(i -> requires(all.get(i).base)).boxed()
                .sorted(Comparator.comparing(i -> -all.get(i).baseConsumer)).mapToInt(i -> i).toArray();
        return new RowProduct(
                new RowProduct.Shape(
                        group.rows.size(), k, n,
                        gather == null ? places[inputs.get(0)] : gather,
                        gather == null ? null : placesOf(inputs),
                        group.y, weights, stride, base, baseOrder, orders),
                values, grads, kernels);
    }

    // ------------------------------------------------------------------ the order of sums

    /** Checks that every gradient is summed in the order of the engine. */
    private void verify(List<Group> backward) {
        Map<Integer, List<Long>> planned = new HashMap<>();
        for (Group group : backward) {
            if (!group.rows.isEmpty()) {
                group.rows.stream().flatMap(List::stream).filter(u -> u.base != NONE)
                        .sorted(Comparator.comparing(u -> -u.baseConsumer))
                        .forEach(u -> event(planned, u.base, u.baseConsumer, 0));
                for (List<Unit> row : group.rows) {
                    row.stream().sorted(Comparator.comparing(u -> -u.consumers[0])).forEach(u -> {
                        for (int k = 0; k < u.lefts.length; k++) {
                            mulEvent(planned, u, k, u.rights[k]);
                        }
                    });
                }
                for (List<Unit> row : group.rows) {
                    for (Unit u : row) {
                        for (int k = 0; k < u.lefts.length; k++) {
                            mulEvent(planned, u, k, u.lefts[k]);
                        }
                    }
                }
            } else if (group.units.get(0).form == Form.OP) {
                group.units.stream().sorted(Comparator.comparing(u -> -u.root)).forEach(u -> {
                    event(planned, u.lefts[0], u.root, 0);
                    if (u.rights.length > 0) {
                        event(planned, u.rights[0], u.root, 1);
                    }
                });
            } else {
                group.units.stream().filter(u -> u.base != NONE)
                        .sorted(Comparator.comparing(u -> -u.baseConsumer))
                        .forEach(u -> event(planned, u.base, u.baseConsumer, 0));
                for (Term t : terms(group)) {
                    if (t.unit.form == Form.SUM) {
                        event(planned, t.unit.lefts[t.k], t.consumer, t.k == 0 ? 0 : 1);
                    } else {
                        event(planned, t.unit.lefts[t.k], t.consumer, 0);
                        event(planned, t.unit.rights[t.k], t.consumer, 1);
                    }
                }
            }
        }
        Map<Integer, List<Long>> expected = new HashMap<>();
        for (int i = nodes.size() - 1; i >= 0; i--) {
            int[] operands = operands(nodes.get(i));
            for (int side = 0; side < operands.length; side++) {
                event(expected, operands[side], i, side);
            }
        }
        for (int i = 0; i < nodes.size(); i++) {
            if (requires[i] && !hidden[i] && !Objects.equals(planned.get(i), expected.get(i))) {
                throw new IllegalStateException("node " + i + " " + nodes.get(i) + "\nplanned  " + text(planned.get(i))
                        + "\nexpected " + text(expected.get(i)));
            }
        }
    }

    private String text(List<Long> events) {
        return events == null ? "none" : events.stream()
                .map(e -> e / 2 + ":" + e % 2 + " " + nodes.get((int) (e / 2)).op()).toList().toString();
    }

    private void mulEvent(Map<Integer, List<Long>> events, Unit unit, int k, int operand) {
        int side = nodes.get(unit.consumers[k]).left() == operand ? 0 : 1;
        event(events, operand, unit.consumers[k], side);
    }

    private void event(Map<Integer, List<Long>> events, int operand, int consumer, int side) {
        for (int each : candidates(operand)) {
            events.computeIfAbsent(each, k -> new ArrayList<>()).add(2L * consumer + side);
        }
    }
}
