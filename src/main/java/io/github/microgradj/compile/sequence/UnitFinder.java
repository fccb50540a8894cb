package io.github.microgradj.compile.sequence;

import io.github.microgradj.compile.sequence.SequenceGraph.IndexedSelection;
import io.github.microgradj.engine.Op;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** A search for sums and for sums of products in a graph. Every operation becomes part of exactly one unit. */
final class UnitFinder {
    private final SequenceGraph graph;
    /**
     * For each node, whether it may be part of a sum, that is, whether it is used exactly once, no index can select it,
     * and it is not the result.
     */
    private final boolean[] mayBePart;

    private int[] adds = new int[16];
    private int[] terms = new int[17];

    private UnitFinder(SequenceGraph graph) {
        this.graph = graph;
        mayBePart = new boolean[graph.size()];
        for (int i = 0; i < mayBePart.length; i++) {
            mayBePart[i] = graph.uses(i) == 1;
        }
        for (IndexedSelection selection : graph.selections()) {
            for (int node : selection.nodes()) {
                mayBePart[node] = false;
            }
        }
        if (graph.root() >= 0) {
            mayBePart[graph.root()] = false;
        }
    }

    /** Returns the units, each after those that it uses. */
    static List<GraphUnit> units(SequenceGraph graph) {
        return new UnitFinder(graph).find();
    }

    private List<GraphUnit> find() {
        List<GraphUnit> units = new ArrayList<>();
        boolean[] isPart = new boolean[graph.size()];
        for (int i = graph.size() - 1; i >= 0; i--) {
            if (graph.isOperation(i) && !isPart[i]) {
                GraphUnit unit = graph.is(Op.ADD, i) ? sum(i) : GraphUnit.operation(i, graph);
                units.add(unit);
                for (int part : unit.parts()) {
                    isPart[part] = true;
                }
            }
        }
        Collections.reverse(units);
        return units;
    }

    private boolean isProduct(int operand) {
        return graph.is(Op.MUL, operand) && mayBePart[operand];
    }

    /**
     * Returns the longest sum that ends in the given node. After the first term, either all terms are products or none
     * is. In the latter case, a sum of only two terms is returned as a single operation.
     */
    private GraphUnit sum(int root) {
        boolean products = isProduct(graph.right(root));
        int count = 0;
        int rest = root;
        do {
            if (count == adds.length) {
                adds = Arrays.copyOf(adds, 2 * count);
                terms = Arrays.copyOf(terms, 2 * count + 1);
            }
            adds[count] = rest;
            terms[count++] = graph.right(rest);
            rest = graph.left(rest);
        } while (graph.is(Op.ADD, rest) && mayBePart[rest] && isProduct(graph.right(rest)) == products);
        int[] inOrder = reversed(adds, count);
        if (products && !isProduct(rest)) {
            return GraphUnit.products(inOrder, reversed(terms, count), rest, graph);
        }
        terms[count] = rest;
        if (products) {
            return GraphUnit.products(inOrder, reversed(terms, count + 1), GraphUnit.NONE, graph);
        }
        return count < 2 ? GraphUnit.operation(root, graph) : GraphUnit.sum(inOrder, reversed(terms, count + 1));
    }

    private static int[] reversed(int[] array, int length) {
        int[] reversed = new int[length];
        for (int i = 0; i < length; i++) {
            reversed[i] = array[length - 1 - i];
        }
        return reversed;
    }
}
