package io.github.microgradj.compile;

import io.github.microgradj.engine.Op;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A left-leaning sum of products {@code ((b + w0*x0) + w1*x1) + ...}, with weights that are the same for every sample
 * and inputs that are not.
 *
 * @param root the node of the whole sum
 * @param base the node with which the sum starts, or -1 if it starts with a product
 * @param weights the weights, in the order of the sum
 * @param inputs the inputs, one per weight
 * @param inner the intermediate nodes, which are used nowhere else
 */
record Chain(int root, int base, List<Integer> weights, List<Integer> inputs, List<Integer> inner) {
    /** The properties of nodes that are needed to find chains. */
    record Nodes(List<Node> list, boolean[] perSample, int[] uses) {
        private boolean is(Op op, int node) {
            return perSample[node] && op.equals(list.get(node).op());
        }

        private boolean isProduct(int node) {
            if (uses[node] != 1 || !is(Op.MUL, node)) {
                return false;
            }
            Node product = list.get(node);
            return perSample[product.left()] != perSample[product.right()];
        }
    }

    /** Returns the longest chain that ends in the given node, or null if there is none. */
    static @Nullable Chain endingIn(int root, Nodes nodes) {
        Deque<Integer> products = new ArrayDeque<>();
        Deque<Integer> inner = new ArrayDeque<>();
        int sum = root;
        while (nodes.is(Op.ADD, sum) && (sum == root || nodes.uses[sum] == 1)) {
            Node node = nodes.list.get(sum);
            int product = nodes.isProduct(node.right()) ? node.right() : node.left();
            if (!nodes.isProduct(product)) {
                break;
            }
            products.addFirst(product);
            inner.addFirst(sum);
            sum = product == node.right() ? node.left() : node.right();
        }
        if (products.isEmpty()) {
            return null;
        }
        int base = sum;
        if (nodes.isProduct(sum)) {
            products.addFirst(sum);
            base = -1;
        }
        inner.removeLast();
        inner.addAll(products);
        return of(root, base, List.copyOf(products), List.copyOf(inner), nodes);
    }

    /**
     * Returns the chain of the given products, or null if an input occurs twice, because the input columns of a matrix
     * product must be distinct.
     */
    private static @Nullable Chain of(int root, int base, List<Integer> products, List<Integer> inner, Nodes nodes) {
        List<Integer> weights = new ArrayList<>();
        List<Integer> inputs = new ArrayList<>();
        for (int place : products) {
            Node product = nodes.list.get(place);
            boolean inputFirst = nodes.perSample[product.left()];
            weights.add(inputFirst ? product.right() : product.left());
            inputs.add(inputFirst ? product.left() : product.right());
        }
        boolean distinct = Set.copyOf(inputs).size() == inputs.size();
        return distinct ? new Chain(root, base, weights, inputs, inner) : null;
    }

    /**
     * Returns the terms of a left-leaning per-step sum, or an empty list if there are fewer than three.
     */
    static List<Integer> terms(int root, Nodes nodes) {
        Deque<Integer> terms = new ArrayDeque<>();
        int sum = root;
        while (Op.ADD.equals(nodes.list.get(sum).op()) && (sum == root || nodes.uses[sum] == 1)) {
            terms.addFirst(nodes.list.get(sum).right());
            sum = nodes.list.get(sum).left();
        }
        terms.addFirst(sum);
        return terms.size() < 3 ? List.of() : List.copyOf(terms);
    }
}
