package io.github.microgradj.viz.graph.view;

import java.util.Optional;

/**
 * The options for drawing a graph.
 *
 * @param topToBottom whether the graph runs from top to bottom instead of left to right
 * @param theme the colours
 * @param legend whether to add a legend that explains shapes and colours
 * @param depth the maximum number of operations between the root and a value that is shown, at least 1
 * @param fold the part of a network that becomes one node; empty to show every node
 * @param digits the number of decimals, from 0 to 17
 */
public record GraphOptions(
        boolean topToBottom, GraphTheme theme, boolean legend, int depth, Optional<Fold> fold, int digits) {
    /**
     * The default options: the whole graph from left to right, in light colours, without a legend, and with four
     * decimals.
     */
    public static final GraphOptions DEFAULT =
            new GraphOptions(false, GraphTheme.LIGHT, false, Integer.MAX_VALUE, Optional.empty(), 4);

    /**
     * Creates options for drawing a graph.
     *
     * @throws IllegalArgumentException if the depth is less than 1 or the number of decimals is not from 0 to 17
     */
    public GraphOptions {
        if (depth < 1) {
            throw new IllegalArgumentException("the depth of a graph must be at least 1 operation, got " + depth);
        }
        if (digits < 0 || digits > 17) {
            throw new IllegalArgumentException("numbers can have 0 to 17 decimals, got " + digits);
        }
    }

    /** Returns these options, but with the graph from top to bottom. */
    public GraphOptions downwards() {
        return new GraphOptions(true, theme, legend, depth, fold, digits);
    }

    /** Returns these options with another theme. */
    public GraphOptions in(GraphTheme other) {
        return new GraphOptions(topToBottom, other, legend, depth, fold, digits);
    }

    /** Returns these options with a legend. */
    public GraphOptions explained() {
        return new GraphOptions(topToBottom, theme, true, depth, fold, digits);
    }

    /** Returns these options, limited to the values within the given number of operations of the root. */
    public GraphOptions to(int operations) {
        return new GraphOptions(topToBottom, theme, legend, operations, fold, digits);
    }

    /** Returns these options with one node for each neuron or layer. */
    public GraphOptions folded(Fold by) {
        return new GraphOptions(topToBottom, theme, legend, depth, Optional.of(by), digits);
    }

    /** Returns these options with the given number of decimals. */
    public GraphOptions rounded(int decimals) {
        return new GraphOptions(topToBottom, theme, legend, depth, fold, decimals);
    }

    /** Returns whether every node of the graph is shown. */
    public boolean isWhole() {
        return depth == Integer.MAX_VALUE && fold.isEmpty();
    }
}
