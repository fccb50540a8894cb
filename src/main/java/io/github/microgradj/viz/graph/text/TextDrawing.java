package io.github.microgradj.viz.graph.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A drawing of a graph as rows of text, in which one node is marked.
 *
 * @param rows the rows of the drawing
 * @param first the first row of the marked node
 * @param last the last row of the marked node
 */
public record TextDrawing(List<String> rows, int first, int last) {
    /**
     * Returns at most the given number of rows, around the marked node. If there is room, a row of dots replaces the
     * rows that are left out at either end.
     */
    public List<String> window(int height) {
        if (rows.size() <= height) {
            return rows;
        }
        int room = Math.max(1, height);
        int above = 2 * Math.max(0, room - (last - first + 1)) / 3;
        int start = Math.max(0, Math.min(first - above, rows.size() - room));
        List<String> shown = new ArrayList<>(rows.subList(start, start + room));
        boolean roomForDots = room > last - first + 2;
        if (start > 0 && roomForDots) {
            shown.set(0, "...");
        }
        if (start + room < rows.size() && roomForDots) {
            shown.set(room - 1, "...");
        }
        return shown;
    }
}
