package io.github.microgradj.viz.graph.drawing;

import io.github.microgradj.viz.graph.view.GraphView.GraphNode;
import io.github.microgradj.viz.graph.view.GraphView.Kind;
import io.github.microgradj.viz.picture.BundledFont;
import io.github.microgradj.viz.picture.TextFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A node and the space that its text needs, in points.
 *
 * @param texts the lines or cells of text, starting with the name if there is one
 * @param widths the widths of the cells, which are side by side; a group has one width, because its cells are stacked
 */
record GraphBox(GraphNode node, List<String> texts, List<Double> widths, double width, double height) {
    static final double FONT_SIZE = 11;
    /** The width of the pointed end of an input box, which has the shape of a tag. */
    static final double TIP = 8;
    /** The line height in a group. */
    static final double LINE = 17;

    private static final double HEIGHT = 24;
    private static final double PADDING = 14;
    private static final double POINTS = 72;

    static GraphBox of(GraphNode node) {
        List<String> texts = new ArrayList<>(node.cells());
        if (!node.label().isBlank()) {
            texts.add(0, TextFormat.elided(node.label()));
        }
        List<Double> widths = texts.stream()
                .map(text -> BundledFont.width(text, FONT_SIZE) + PADDING)
                .toList();
        double widest = widths.stream().mapToDouble(width -> width).max().orElse(0);
        if (node.kind() == Kind.OPERATION) {
            return new GraphBox(node, texts, widths, Math.max(HEIGHT, widest), HEIGHT);
        }
        if (isStacked(node)) {
            return new GraphBox(node, texts, List.of(widest), widest, LINE * texts.size() + 5);
        }
        double total = widths.stream().mapToDouble(width -> width).sum();
        return new GraphBox(node, texts, widths, total + (node.kind() == Kind.INPUT ? TIP : 0), HEIGHT);
    }

    /** Returns whether the lines of text are stacked. */
    boolean isStacked() {
        return isStacked(node);
    }

    private static boolean isStacked(GraphNode node) {
        return node.value() == null && node.kind() != Kind.OPERATION;
    }

    /** Returns a line of DOT with the node's shape and its size in inches, for a layout engine. */
    String dot() {
        String shape = node.kind() == Kind.OPERATION ? "ellipse" : "box";
        return String.format(
                Locale.ROOT,
                "%s [shape=%s, width=%.4f, height=%.4f];%n",
                node.id(),
                shape,
                width / POINTS,
                height / POINTS);
    }
}
