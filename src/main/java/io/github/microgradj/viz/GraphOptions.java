package io.github.microgradj.viz;

import java.util.Optional;

/**
 * How a graph is drawn.
 *
 * @param topToBottom whether it runs downwards, not from left to right
 * @param depth how many operations below the root are shown
 * @param digits the decimals of numbers
 */
record GraphOptions(boolean topToBottom, GraphTheme theme, boolean legend, int depth, Optional<Fold> fold, int digits) {
    static final GraphOptions DEFAULT =
            new GraphOptions(false, GraphTheme.LIGHT, false, Integer.MAX_VALUE, Optional.empty(), 4);

    GraphOptions {
        if (depth < 1) {
            throw new IllegalArgumentException("a graph is drawn at least 1 operation deep, was given " + depth);
        }
        if (digits < 0 || digits > 17) {
            throw new IllegalArgumentException("numbers have 0 to 17 decimals, was given " + digits);
        }
    }

    GraphOptions downwards() {
        return new GraphOptions(true, theme, legend, depth, fold, digits);
    }

    GraphOptions in(GraphTheme other) {
        return new GraphOptions(topToBottom, other, legend, depth, fold, digits);
    }

    GraphOptions explained() {
        return new GraphOptions(topToBottom, theme, true, depth, fold, digits);
    }

    GraphOptions to(int operations) {
        return new GraphOptions(topToBottom, theme, legend, operations, fold, digits);
    }

    GraphOptions folded(Fold by) {
        return new GraphOptions(topToBottom, theme, legend, depth, Optional.of(by), digits);
    }

    GraphOptions rounded(int decimals) {
        return new GraphOptions(topToBottom, theme, legend, depth, fold, decimals);
    }

    /** Whether every node of the graph is shown as itself. */
    boolean isWhole() {
        return depth == Integer.MAX_VALUE && fold.isEmpty();
    }
}
