package io.github.microgradj.viz.graph.text;

import io.github.microgradj.text.TextWidth;
import io.github.microgradj.viz.graph.view.GraphView;
import io.github.microgradj.viz.graph.view.GraphView.Kind;
import io.github.microgradj.viz.terminal.ColorLevel;
import io.github.microgradj.viz.terminal.StyledLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A renderer of graphs as indented expressions. Each value has one line, with the lines of its operands indented below
 * it. If a value appears again, only its name, or a number such as {@code #1}, is shown.
 */
public final class GraphTree {
    private static final int NARROW = 60;
    /** The minimum width of the text in a line, at any indentation. */
    private static final int LEAST_TEXT = 18;

    private final int columns;
    private final boolean unicode;
    private final TextColors colors;
    private final Map<String, TextBox> boxes = new LinkedHashMap<>();
    private final Map<String, List<String>> operands;
    private final Map<String, Integer> uses = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Set<String> shown = new HashSet<>();
    private final List<String> rows = new ArrayList<>();
    private final String marked;
    private int markedRow;

    private GraphTree(GraphView view, int columns, ColorLevel level, boolean unicode, String marked) {
        this.marked = marked;
        this.columns = columns;
        this.unicode = unicode;
        this.colors = new TextColors(level);
        this.operands = LayeredLayout.operands(view);
        TextBox.of(view).forEach(box -> boxes.put(box.id(), box));
        operands.values().forEach(all -> all.forEach(id -> uses.merge(id, 1, Integer::sum)));
    }

    /** Returns the lines of the tree, none of which is wider than the given number of columns. */
    public static List<String> draw(GraphView view, int columns, ColorLevel level, boolean unicode) {
        return draw(view, columns, level, unicode, "").rows();
    }

    /** Returns the drawing, in which an arrow marks the line of the node with the given id. */
    public static TextDrawing draw(GraphView view, int columns, ColorLevel level, boolean unicode, String marked) {
        GraphTree tree = new GraphTree(view, columns, level, unicode, marked);
        tree.add(
                view.nodes().stream()
                        .filter(node -> node.kind() != Kind.OPERATION)
                        .reduce((first, second) -> second)
                        .orElseThrow()
                        .id(),
                "",
                "");
        return new TextDrawing(tree.rows, tree.markedRow, tree.markedRow);
    }

    private void add(String id, String branch, String indent) {
        TextBox box = boxes.get(id);
        if (box == null) {
            throw new IllegalStateException("an arrow starts at an unknown node: " + id);
        }
        boolean again = !shown.add(id);
        if (id.equals(marked) && !again) {
            markedRow = rows.size();
        }
        rows.add(row(id, box, branch, again));
        List<String> below = again ? List.of() : operands.getOrDefault(id, List.of());
        if (!below.isEmpty() && indent.length() + LEAST_TEXT > columns) {
            rows.add(indent + (unicode ? "\u2026" : "..."));
            return;
        }
        for (int i = 0; i < below.size(); i++) {
            boolean last = i == below.size() - 1;
            add(
                    below.get(i),
                    indent + branch(last),
                    indent + (last ? " " : unicode ? "\u2502" : "|") + (columns < NARROW ? " " : "  "));
        }
    }

    private String branch(boolean last) {
        String corner = unicode ? last ? "\u2514" : "\u251c" : last ? "`" : "|";
        return corner + (columns < NARROW ? "" : unicode ? "\u2500" : "-") + " ";
    }

    /**
     * Returns a row such as {@code d [+] 24.7041  grad 1.0000}. A value that is used more than once is shown with its
     * name or, if it has none, a number.
     */
    private String row(String id, TextBox box, String branch, boolean again) {
        StyledLine line = new StyledLine();
        line.append(colors.line(), branch);
        int room = columns - branch.length();
        boolean isMarked = id.equals(marked) && !again;
        room = append(line, isMarked ? unicode ? "\u25b6" : ">" : "", "", " ", room);
        room = append(line, mark(id, box), isMarked ? colors.mark() : colors.kind(box.kind()), " ", room);
        if (again) {
            append(line, unicode ? "\u2191" : "(above)", colors.line(), "", room);
            return line.end();
        }
        room = append(
                line,
                box.operation().isEmpty() ? "" : "[" + box.operation() + "]",
                colors.kind(Kind.OPERATION),
                " ",
                room);
        for (int i = 0; i < box.lines().size(); i++) {
            String text = box.lines()
                    .get(i)
                    .substring(i == 0 ? box.label().length() : 0)
                    .strip();
            room = append(line, text, colors.text(box, i), i < box.lines().size() - 1 ? "  " : "", room);
        }
        return line.end();
    }

    /** Appends as much of the text as fits, followed by a gap. Returns the number of columns that remain. */
    private static int append(StyledLine line, String text, String style, String gap, int room) {
        if (text.isEmpty() || room <= 0) {
            return room;
        }
        String fitting = TextWidth.line(text, room);
        line.append(style, fitting);
        gap.chars().forEach(c -> line.blank());
        return room - TextWidth.of(fitting) - gap.length();
    }

    private String mark(String id, TextBox box) {
        if (!box.label().isEmpty() || uses.getOrDefault(id, 0) < 2) {
            return box.label();
        }
        return "#" + numbers.computeIfAbsent(id, key -> numbers.size() + 1);
    }
}
