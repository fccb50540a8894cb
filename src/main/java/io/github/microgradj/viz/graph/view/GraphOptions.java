package io.github.microgradj.viz.graph.view;

import java.util.Optional;

/**
 * How a graph is drawn.
 *
 * @param topToBottom whether it runs downwards, not from left to right
 * @param theme its colours
 * @param legend whether a line below it explains shapes and colours
 * @param depth how many operations below the root are shown
 * @param fold what becomes one node, if anything does
 * @param digits the decimals of numbers
 */
public record GraphOptions(
        boolean topToBottom, GraphTheme theme, boolean legend, int depth, Optional<Fold> fold, int digits) {
    /** From left to right, light, whole, with four decimals. */
    public static final GraphOptions DEFAULT =
            new GraphOptions(false, GraphTheme.LIGHT, false, Integer.MAX_VALUE, Optional.empty(), 4);

    /** @throws IllegalArgumentException if the depth is below 1, or the decimals are not from 0 to 17 */
    public GraphOptions {
        if (depth < 1) {
            throw new IllegalArgumentException("a graph is drawn at least 1 operation deep, was given " + depth);
        }
        if (digits < 0 || digits > 17) {
            throw new IllegalArgumentException("numbers have 0 to 17 decimals, was given " + digits);
        }
    }

    /** Returns the same from top to bottom. */
    public GraphOptions downwards() {
        return new GraphOptions(true, theme, legend, depth, fold, digits);
    }

    /** Returns the same in another theme. */
    public GraphOptions in(GraphTheme other) {
        return new GraphOptions(topToBottom, other, legend, depth, fold, digits);
    }

    /** Returns the same with a legend. */
    public GraphOptions explained() {
        return new GraphOptions(topToBottom, theme, true, depth, fold, digits);
    }

    /** Returns the same with nothing further than so many operations from the root. */
    public GraphOptions to(int operations) {
        return new GraphOptions(topToBottom, theme, legend, operations, fold, digits);
    }

    /** Returns the same with one node for each neuron or layer. */
    public GraphOptions folded(Fold by) {
        return new GraphOptions(topToBottom, theme, legend, depth, Optional.of(by), digits);
    }

    /** Returns the same with so many decimals. */
    public GraphOptions rounded(int decimals) {
        return new GraphOptions(topToBottom, theme, legend, depth, fold, decimals);
    }

    /** Whether every node of the graph is shown as itself. */
    public boolean isWhole() {
        return depth == Integer.MAX_VALUE && fold.isEmpty();
    }
}
