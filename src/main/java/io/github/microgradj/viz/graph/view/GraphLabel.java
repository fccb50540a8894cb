package io.github.microgradj.viz.graph.view;

import io.github.microgradj.viz.picture.DotLabel;
import io.github.microgradj.viz.picture.TextFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The labels in the nodes of a graph. */
public final class GraphLabel {
    private GraphLabel() {}

    /** Returns the numbers of a value as text, such as {@code data 1.0000} and {@code grad 0.0000}. */
    static List<String> cells(GraphSnapshot.Numbers numbers, int digits) {
        return List.of(
                "data " + TextFormat.number(numbers.data(), digits),
                "grad " + TextFormat.number(numbers.grad(), digits));
    }

    /**
     * Returns text such as {@code { label | data 1.0000 | grad 0.0000 }}, without the first cell if the label is blank.
     */
    public static String record(String label, List<String> cells) {
        return Stream.concat(label.isBlank() ? Stream.empty() : Stream.of(TextFormat.elided(label)), cells.stream())
                .map(DotLabel::encode)
                .collect(Collectors.joining(" | ", "{ ", " }"));
    }
}
