package io.github.microgradj.compile.sequence;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A node, together with the nodes that are computed as parts of it. In a sum {@code ((c + w0*x0) + w1*x1) + ...}, the
 * products and all but the last addition are such parts.
 *
 * @param form what the unit computes
 * @param root the node itself
 * @param parts the nodes that are computed as parts of it, which are used nowhere else
 * @param lefts the left operand of an operation, each term of a sum, or the left factor of each product; for a neuron,
 *     the weights
 * @param rights the right operand of an operation, or the right factor of each product; for a neuron, the inputs
 * @param consumers for each of these operands, the node of the graph that uses it
 * @param base the operand with which a sum of products starts; {@link #NONE} if the sum starts with a product
 * @param baseConsumer the node that adds the first product to the base
 */
record GraphUnit(
        Form form, int root, int[] parts, int[] lefts, int[] rights, int[] consumers, int base, int baseConsumer) {
    /** Represents a missing operand. */
    static final int NONE = Integer.MIN_VALUE;

    private static final int[] EMPTY = {};

    /** What a unit computes. */
    enum Form {
        /** The result of one operation. */
        OPERATION,
        /** A sum of at least three nodes. */
        SUM,
        /** A sum of products of two nodes. */
        PRODUCTS,
        /**
         * A sum of products of weights and inputs. The weights are consecutive parameters; the inputs are computed or
         * selected.
         */
        NEURON
    }

    /** Returns the unit of a single operation. */
    static GraphUnit operation(int node, SequenceGraph graph) {
        int[] lefts = {graph.left(node)};
        int[] rights = graph.isBinary(node) ? new int[] {graph.right(node)} : EMPTY;
        return new GraphUnit(Form.OPERATION, node, EMPTY, lefts, rights, new int[] {node}, NONE, NONE);
    }

    /**
     * Returns the sum of the given terms.
     *
     * @param adds the additions, in the order of the sum
     */
    static GraphUnit sum(int[] adds, int[] terms) {
        int last = adds.length - 1;
        int[] consumers = new int[terms.length];
        for (int k = 0; k < terms.length; k++) {
            consumers[k] = adds[Math.max(0, k - 1)];
        }
        int[] parts = Arrays.copyOf(adds, last);
        return new GraphUnit(Form.SUM, adds[last], parts, terms, EMPTY, consumers, NONE, NONE);
    }

    /**
     * Returns the sum of the given products, as a neuron if it is one.
     *
     * @param adds the additions, in the order of the sum
     * @param products the products, in the order of the sum
     * @param base the operand to which the first addition adds the first product, or {@link #NONE}
     */
    static GraphUnit products(int[] adds, int[] products, int base, SequenceGraph graph) {
        int count = products.length;
        int[] lefts = new int[count];
        int[] rights = new int[count];
        for (int k = 0; k < count; k++) {
            lefts[k] = graph.left(products[k]);
            rights[k] = graph.right(products[k]);
        }
        int last = adds.length - 1;
        int[] parts = Arrays.copyOf(products, count + last);
        System.arraycopy(adds, 0, parts, count, last);
        int first = base == NONE ? NONE : adds[0];
        if (areWeights(lefts, graph) && areInputs(rights, graph)) {
            return new GraphUnit(Form.NEURON, adds[last], parts, lefts, rights, products, base, first);
        }
        if (areWeights(rights, graph) && areInputs(lefts, graph)) {
            return new GraphUnit(Form.NEURON, adds[last], parts, rights, lefts, products, base, first);
        }
        return new GraphUnit(Form.PRODUCTS, adds[last], parts, lefts, rights, products, base, first);
    }

    private static boolean areWeights(int[] operands, SequenceGraph graph) {
        for (int k = 0; k < operands.length; k++) {
            if (!graph.isParameter(operands[k]) || graph.parameter(operands[k]) != graph.parameter(operands[0]) + k) {
                return false;
            }
        }
        return true;
    }

    private static boolean areInputs(int[] operands, SequenceGraph graph) {
        for (int operand : operands) {
            if (graph.isLeaf(operand)) {
                return false;
            }
        }
        return true;
    }

    /** Returns this neuron as an ordinary sum of products. */
    GraphUnit asProducts(SequenceGraph graph) {
        int[] a = IntStream.of(consumers).map(graph::left).toArray();
        int[] b = IntStream.of(consumers).map(graph::right).toArray();
        return new GraphUnit(Form.PRODUCTS, root, parts, a, b, consumers, base, baseConsumer);
    }

    boolean hasBase() {
        return base != NONE;
    }
}
