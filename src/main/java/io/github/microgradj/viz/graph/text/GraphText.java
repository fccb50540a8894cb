package io.github.microgradj.viz.graph.text;

import static io.github.microgradj.viz.graph.text.TextCanvas.EAST;
import static io.github.microgradj.viz.graph.text.TextCanvas.NORTH;
import static io.github.microgradj.viz.graph.text.TextCanvas.SOUTH;
import static io.github.microgradj.viz.graph.text.TextCanvas.WEST;

import io.github.microgradj.text.TextWidth;
import io.github.microgradj.viz.graph.text.LayeredLayout.Cell;
import io.github.microgradj.viz.graph.view.GraphView;
import io.github.microgradj.viz.graph.view.GraphView.Kind;
import io.github.microgradj.viz.terminal.ColorLevel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A renderer of graphs as terminal text: boxes in layers from top to bottom, connected by lines. The upper border of a
 * box shows the operation that computed its value. {@link LayeredLayout} places the boxes; this class routes the lines
 * between layers.
 */
public final class GraphText {
    /** The characters of a box's border: its corners, its sides, and the places where lines enter and leave the box. */
    private record Border(String corners, char across, char up, char in, char out) {}

    private static final Border SQUARE = new Border("\u250c\u2510\u2514\u2518", '\u2500', '\u2502', '\u2534', '\u252c');
    private static final Border ROUND = new Border("\u256d\u256e\u2570\u256f", '\u2500', '\u2502', '\u2534', '\u252c');
    private static final Border DOUBLE = new Border("\u2554\u2557\u255a\u255d", '\u2550', '\u2551', '\u2567', '\u2564');
    private static final Border DASHED = new Border("\u250c\u2510\u2514\u2518", '\u254c', '\u254e', '\u2534', '\u252c');
    private static final Border HEAVY = new Border("\u250f\u2513\u2517\u251b", '\u2501', '\u2503', '\u2537', '\u252f');
    private static final Border ASCII = new Border("++++", '-', '|', '+', '+');
    private static final Border ASCII_ROUND = new Border("....", '-', '|', '+', '+');
    private static final Border ASCII_DOUBLE = new Border("####", '=', '#', '#', '#');
    private static final Border ASCII_HEAVY = new Border("****", '*', '*', '*', '*');

    private final TextColors colors;
    private final boolean unicode;
    private final TextCanvas canvas;
    private final String marked;
    private int markedFirst;
    private int markedLast;

    private GraphText(int columns, ColorLevel colors, boolean unicode, String marked) {
        this.marked = marked;
        this.colors = new TextColors(colors);
        this.unicode = unicode;
        this.canvas = new TextCanvas(columns, unicode);
    }

    /** Returns the rows of the drawing, or an empty list if the graph does not fit into the given columns. */
    public static List<String> draw(GraphView view, int columns, ColorLevel colors, boolean unicode) {
        return draw(view, columns, colors, unicode, "").rows();
    }

    /**
     * Returns the drawing, in which the box with the given id has a heavy border. The drawing has no rows if the graph
     * does not fit into the given columns.
     */
    public static TextDrawing draw(GraphView view, int columns, ColorLevel colors, boolean unicode, String marked) {
        LayeredLayout layered = new LayeredLayout(TextBox.of(view).toList(), LayeredLayout.operands(view));
        List<List<Cell>> layers = layered.place(columns);
        GraphText text = new GraphText(columns, colors, unicode, marked);
        text.draw(layers);
        return new TextDrawing(text.canvas.rows(), text.markedFirst, text.markedLast);
    }

    private void draw(List<List<Cell>> layers) {
        int row = 0;
        for (int i = 0; i < layers.size(); i++) {
            if (i > 0) {
                row = connect(layers.get(i - 1), layers.get(i), row);
            }
            int height = layers.get(i).stream()
                    .mapToInt(cell -> cell.box == null ? 0 : cell.box.height())
                    .max()
                    .orElse(0);
            for (Cell cell : layers.get(i)) {
                box(cell, row, height);
            }
            row += height;
        }
    }

    /** Draws the lines between two layers and returns the row below them. */
    private int connect(List<Cell> upper, List<Cell> lower, int row) {
        choosePorts(upper, lower);
        Map<Cell, Integer> tracks = tracks(upper);
        int rows = 1 + tracks.values().stream().mapToInt(track -> track).max().orElse(0);
        for (Cell from : upper) {
            for (Cell to : new HashSet<>(from.below)) {
                int track = row + tracks.getOrDefault(from, 0);
                route(from.net, from.out(), row, track, to.port(from), row + rows);
            }
        }
        return row + rows;
    }

    /** Draws a line down to its track, along the track, and down to the bottom. */
    private void route(int net, int from, int top, int track, int to, int bottom) {
        String style = colors.line();
        for (int row = top; row < track; row++) {
            canvas.line(net, row, from, NORTH | SOUTH, style);
        }
        for (int row = track + 1; row < bottom; row++) {
            canvas.line(net, row, to, NORTH | SOUTH, style);
        }
        if (from == to) {
            canvas.line(net, track, from, NORTH | SOUTH, style);
            return;
        }
        int step = from < to ? 1 : -1;
        canvas.line(net, track, from, NORTH | (step > 0 ? EAST : WEST), style);
        for (int column = from + step; column != to; column += step) {
            canvas.line(net, track, column, EAST | WEST, style);
        }
        canvas.line(net, track, to, SOUTH | (step > 0 ? WEST : EAST), style);
    }

    /**
     * Chooses the columns where lines enter the lower cells. A column is straight below the source of its line if
     * possible. Columns below the outgoing line of another value are avoided, because the two lines would merge.
     */
    private void choosePorts(List<Cell> upper, List<Cell> lower) {
        Map<Integer, Cell> taken = new HashMap<>();
        upper.forEach(cell -> taken.put(cell.out(), cell));
        Set<Integer> used = new HashSet<>();
        for (Cell cell : lower) {
            int count = cell.above.size();
            for (int i = 0; i < count; i++) {
                Cell from = cell.above.get(i);
                int column = free(Range.of(cell, i, count), from, taken, used);
                used.add(column);
                cell.ports.add(column);
            }
        }
    }

    private int free(Range range, Cell from, Map<Integer, Cell> taken, Set<Integer> used) {
        int wanted = range.nearest(from.out());
        for (int distance = 0; distance <= range.high() - range.low(); distance++) {
            for (int column : new int[] {wanted - distance, wanted + distance}) {
                boolean free = !used.contains(column) && taken.getOrDefault(column, from) == from;
                if (column == range.nearest(column) && free) {
                    return column;
                }
            }
        }
        return wanted;
    }

    /**
     * The range of columns where a line may enter a box. The operands share the width of the box, from left to
     * right. If there are two, the columns of the operation symbol between them stay free.
     */
    private record Range(int low, int high) {
        static Range of(Cell cell, int index, int count) {
            int first = cell.left + 1;
            int last = cell.left + cell.width - 2;
            int symbol = symbolWidth(cell);
            if (cell.box == null) {
                return new Range(cell.left, cell.left + cell.width - 1);
            }
            if (count == 1) {
                return new Range(first + symbol, last);
            }
            if (count == 2 && symbol > 0) {
                int middle = symbolStart(cell, count);
                return index == 0 ? new Range(first, middle - 1) : new Range(middle + symbol, last);
            }
            int room = last - first + 1;
            return new Range(first + index * room / count, first + (index + 1) * room / count - 1);
        }

        int nearest(int column) {
            return Math.max(low, Math.min(high, column));
        }
    }

    private static int symbolStart(Cell cell, int operands) {
        return operands == 1 ? cell.left + 1 : cell.left + (cell.width - symbolWidth(cell)) / 2;
    }

    /** Returns the width of the operation symbol with a blank on each side, or 0 if there is no symbol. */
    private static int symbolWidth(Cell cell) {
        return cell.box == null || cell.box.operation().isEmpty() ? 0 : TextWidth.of(cell.box.operation()) + 2;
    }

    /** Chooses a track for the horizontal part of each cell's lines. Parts that overlap get different tracks. */
    private Map<Cell, Integer> tracks(List<Cell> upper) {
        Map<Cell, Integer> tracks = new HashMap<>();
        List<int[]> placed = new ArrayList<>(); // Track, first column, last column.
        for (Cell from : upper) {
            int low = from.out();
            int high = from.out();
            for (Cell to : from.below) {
                low = Math.min(low, to.port(from));
                high = Math.max(high, to.port(from));
            }
            if (low == high) {
                continue;
            }
            int track = 0;
            while (overlaps(placed, track, low, high)) {
                track++;
            }
            placed.add(new int[] {track, low, high});
            tracks.put(from, track);
        }
        return tracks;
    }

    private static boolean overlaps(List<int[]> placed, int track, int low, int high) {
        return placed.stream().anyMatch(other -> other[0] == track && other[1] <= high && low <= other[2]);
    }

    private void box(Cell cell, int top, int height) {
        TextBox box = cell.box;
        if (box == null) {
            for (int row = top; row < top + height; row++) {
                canvas.line(cell.net, row, cell.out(), NORTH | SOUTH, colors.line());
            }
            return;
        }
        // Boxes of different heights are aligned at the bottom, so the edges into a shorter box extend down to its top.
        int roof = top + height - box.height();
        List<Integer> in = cell.ports;
        for (int column : in) {
            for (int row = top; row < roof; row++) {
                canvas.line(cell.net, row, column, NORTH | SOUTH, colors.line());
            }
        }
        frame(cell, box, roof, in);
        boolean isMarked = box.id().equals(marked);
        if (isMarked) {
            markedFirst = roof;
            markedLast = roof + box.height() - 1;
        }
        for (int i = 0; i < box.lines().size(); i++) {
            String line = box.lines().get(i);
            int row = roof + 1 + i;
            canvas.text(row, cell.left + 2, line, isMarked && i == 0 ? colors.mark() : colors.text(box, i));
        }
    }

    private void frame(Cell cell, TextBox box, int top, List<Integer> in) {
        Border border = box.id().equals(marked) ? unicode ? HEAVY : ASCII_HEAVY : border(box.kind());
        String style = colors.kind(box.kind());
        int bottom = top + box.height() - 1;
        int right = cell.left + cell.width - 1;
        String side = String.valueOf(border.across()).repeat(cell.width - 2);
        canvas.text(
                top,
                cell.left,
                border.corners().charAt(0) + side + border.corners().charAt(1),
                style);
        canvas.text(
                bottom,
                cell.left,
                border.corners().charAt(2) + side + border.corners().charAt(3),
                style);
        for (int row = top + 1; row < bottom; row++) {
            canvas.text(row, cell.left, String.valueOf(border.up()), style);
            canvas.text(row, right, String.valueOf(border.up()), style);
        }
        in.forEach(column -> canvas.text(top, column, String.valueOf(border.in()), style));
        if (!cell.below.isEmpty()) {
            canvas.text(bottom, cell.out(), String.valueOf(border.out()), style);
        }
        if (!box.operation().isEmpty()) {
            canvas.text(top, symbolStart(cell, in.size()), " " + box.operation() + " ", colors.kind(Kind.OPERATION));
        }
    }

    private Border border(Kind kind) {
        if (!unicode) {
            return kind == Kind.PARAMETER ? ASCII_ROUND : kind == Kind.OUTPUT ? ASCII_DOUBLE : ASCII;
        }
        return switch (kind) {
            case PARAMETER -> ROUND;
            case OUTPUT -> DOUBLE;
            case CUT -> DASHED;
            case INPUT, OPERATION, VALUE, GROUP -> SQUARE;
        };
    }
}
