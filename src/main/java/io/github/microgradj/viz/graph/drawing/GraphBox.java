package io.github.microgradj.viz.graph.drawing;

import io.github.microgradj.viz.graph.view.GraphView.GraphNode;
import io.github.microgradj.viz.graph.view.GraphView.Kind;
import io.github.microgradj.viz.picture.BundledFont;
import io.github.microgradj.viz.picture.TextFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A node with the room its texts need, in points.
 *
 * @param texts its name, if it has one, and its cells
 * @param widths of the cells, side by side; of a group the only one, for they stand below each other
 */
record GraphBox(GraphNode node, List<String> texts, List<Double> widths, double width, double height) {
    static final double FONT_SIZE = 11;
    /** The point of the tag that an input is. */
    static final double TIP = 8;
    /** From one line of a group to the next. */
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

    /** Whether its texts stand below each other. */
    boolean isStacked() {
        return isStacked(node);
    }

    private static boolean isStacked(GraphNode node) {
        return node.value() == null && node.kind() != Kind.OPERATION;
    }

    /** What a layout engine has to know of it. */
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
