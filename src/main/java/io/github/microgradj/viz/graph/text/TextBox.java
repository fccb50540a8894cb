package io.github.microgradj.viz.graph.text;

import io.github.microgradj.engine.Value;
import io.github.microgradj.text.TextWidth;
import io.github.microgradj.viz.graph.view.GraphView;
import io.github.microgradj.viz.graph.view.GraphView.GraphNode;
import io.github.microgradj.viz.graph.view.GraphView.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A box in a terminal, which shows a value together with the operation that computed it.
 *
 * @param label the name at the start of the first line; may be empty
 * @param operation the symbol in the upper border; empty for a leaf
 * @param lines the lines of text inside the box
 */
record TextBox(String id, Kind kind, String label, String operation, List<String> lines, double shade) {
    private static final int MOST_CHARACTERS = 16;

    static TextBox of(GraphNode node) {
        Value value = node.value();
        String operation = value == null || node.kind() == Kind.CUT ? "" : TextWidth.line(value.symbol(), 8);
        String label = TextWidth.line(node.label(), MOST_CHARACTERS);
        List<String> lines = new ArrayList<>(node.cells());
        if (value == null) {
            lines.add(0, label);
        } else {
            // Show the name in place of the word "data". Without a name, show the number alone.
            String data = lines.get(0).replaceFirst("^data ", "");
            lines.set(0, label.isBlank() ? data : label + "  " + data);
        }
        return new TextBox(node.id(), node.kind(), label, operation, lines, node.shade());
    }

    /** Returns the width in columns, including the borders. */
    int width() {
        int text = lines.stream().mapToInt(TextWidth::of).max().orElse(0);
        int border = operation.isEmpty() ? 0 : TextWidth.of(operation) + 5;
        return Math.max(text, border) + 4;
    }

    int height() {
        return lines.size() + 2;
    }

    /** Returns the boxes of a view's values. */
    static Stream<TextBox> of(GraphView view) {
        return view.nodes().stream()
                .filter(node -> node.kind() != Kind.OPERATION)
                .map(TextBox::of);
    }
}
