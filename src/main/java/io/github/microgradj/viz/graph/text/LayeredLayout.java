package io.github.microgradj.viz.graph.text;

import io.github.microgradj.viz.graph.view.GraphView;
import io.github.microgradj.viz.graph.view.GraphView.Edge;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A layered layout of boxes after Sugiyama, Tagawa and Toda, "Methods for visual understanding of hierarchical system
 * structures" (1981). It works in four steps:
 * <ol>
 * <li>{@link #rank} gives each box a rank, which is the length of the longest path from it down to the output. The
 * boxes of one rank form a layer, with the highest rank on top.
 * <li>{@link #build} fills the layers. A line that passes through a layer gets a narrow cell there, so that every line
 * connects neighbouring layers. All lines of one value share these cells.
 * <li>{@link #order} sorts the cells of each layer by the average position of their neighbours (the barycenter
 * heuristic), in alternating downward and upward sweeps, and keeps the order with the fewest crossings.
 * <li>{@link #place} chooses the columns. It moves each cell towards the average centre of its neighbours, again in
 * alternating sweeps, without changing the order.
 * </ol>
 *
 * <p>For {@code c = a * b} and {@code d = c + a}, the rank of d is 0, that of c is 1, and those of a and b are 2. The
 * line from a to d passes through the layer of c, where it gets a cell:
 *
 * <pre>
 *  layer 0   a   b
 *  layer 1   |   c
 *  layer 2     d
 * </pre>
 */
final class LayeredLayout {
    private static final int SWEEPS = 12;
    private static final int LINE_WIDTH = 3;
    private static final int GAP = 1;

    /** A box, or a line that passes through a layer. Cells with the same {@code net} belong to the same value. */
    static final class Cell {
        final @Nullable TextBox box;
        final int net;
        final int width;
        final List<Cell> above = new ArrayList<>();
        final List<Cell> below = new ArrayList<>();
        /** For each cell above, the column where its line enters this cell. */
        final List<Integer> ports = new ArrayList<>();

        int left;

        private Cell(@Nullable TextBox box, int net) {
            this.box = box;
            this.net = net;
            this.width = box == null ? LINE_WIDTH : box.width();
        }

        int center() {
            return left + width / 2;
        }

        /** Returns the column where the line to the cells below leaves this cell. */
        int out() {
            return box == null ? ports.get(0) : center();
        }

        int port(Cell from) {
            return ports.get(above.indexOf(from));
        }
    }

    private final Map<String, Cell> cells = new LinkedHashMap<>();
    private final Map<String, List<String>> operands;
    private final Map<String, Integer> ranks = new LinkedHashMap<>();
    private final List<List<Cell>> layers = new ArrayList<>();

    /**
     * Ranks the boxes and sorts the layers.
     *
     * @param boxes the boxes, with the output last
     * @param operands the ids of the operands of each box, from left to right
     */
    LayeredLayout(List<TextBox> boxes, Map<String, List<String>> operands) {
        this.operands = operands;
        boxes.forEach(box -> cells.put(box.id(), new Cell(box, cells.size())));
        rank(boxes.get(boxes.size() - 1).id());
        build();
        order();
    }

    /** Returns the operands of each value, without the operations between them. */
    static Map<String, List<String>> operands(GraphView view) {
        Map<String, List<String>> operands = new LinkedHashMap<>();
        for (Edge edge : view.edges()) {
            if (edge.from().endsWith("op")) {
                continue;
            }
            String user =
                    edge.to().endsWith("op") ? edge.to().substring(0, edge.to().length() - 2) : edge.to();
            operands.computeIfAbsent(user, id -> new ArrayList<>()).add(edge.from());
        }
        return operands;
    }

    /** Returns the layers from top to bottom with the column of each cell, or an empty list if a layer does not fit. */
    List<List<Cell>> place(int columns) {
        int widest = layers.stream().mapToInt(LayeredLayout::width).max().orElse(0);
        if (widest > columns) {
            return List.of();
        }
        layers.forEach(layer -> align(layer, cell -> cell.left, columns));
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            boolean down = sweep % 2 == 0;
            for (int i = 0; i < layers.size(); i++) {
                List<Cell> layer = layers.get(down ? i : layers.size() - 1 - i);
                align(layer, cell -> wish(cell, down ? cell.above : cell.below), columns);
            }
        }
        int left = layers.stream().mapToInt(layer -> layer.get(0).left).min().orElse(0);
        layers.forEach(layer -> layer.forEach(cell -> cell.left -= left));
        return layers;
    }

    /** Ranks each box by the length of its longest path down to the output. */
    private void rank(String root) {
        List<String> order = new ArrayList<>();
        visit(root, new HashSet<>(), order);
        ranks.put(root, 0);
        for (int i = order.size() - 1; i >= 0; i--) {
            String user = order.get(i);
            int rank = ranks.getOrDefault(user, 0) + 1;
            for (String operand : operands.getOrDefault(user, List.of())) {
                // An operand later in this order would close a cycle, as in a folded network that is fed its own
                // output.
                if (order.indexOf(operand) < i) {
                    ranks.merge(operand, rank, Math::max);
                }
            }
        }
    }

    private void visit(String id, Set<String> entered, List<String> finished) {
        if (entered.add(id)) {
            operands.getOrDefault(id, List.of()).forEach(operand -> visit(operand, entered, finished));
            finished.add(id);
        }
    }

    private void build() {
        int top = ranks.values().stream().mapToInt(rank -> rank).max().orElse(0);
        for (int rank = top; rank >= 0; rank--) {
            layers.add(new ArrayList<>());
        }
        // Start with the order of a depth-first walk from the output, left operands first.
        List<String> walk = new ArrayList<>();
        visit(lowest(), new HashSet<>(), walk);
        walk.forEach(id -> layer(ranks.getOrDefault(id, 0)).add(cell(id)));
        Map<String, Map<Integer, Cell>> passing = new LinkedHashMap<>();
        for (String user : walk) {
            for (String operand : operands.getOrDefault(user, List.of())) {
                connect(operand, user, passing.computeIfAbsent(operand, id -> new LinkedHashMap<>()));
            }
        }
    }

    private String lowest() {
        return ranks.entrySet().stream()
                .filter(entry -> entry.getValue() == 0)
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    private List<Cell> layer(int rank) {
        return layers.get(layers.size() - 1 - rank);
    }

    private void connect(String operand, String user, Map<Integer, Cell> passing) {
        Cell from = cell(operand);
        for (int rank = ranks.getOrDefault(operand, 0) - 1; rank > ranks.getOrDefault(user, 0); rank--) {
            Cell line = passing.get(rank);
            if (line == null) {
                line = new Cell(null, from.net);
                passing.put(rank, line);
                layer(rank).add(line);
                link(from, line);
            }
            from = line;
        }
        if (ranks.getOrDefault(operand, 0) > ranks.getOrDefault(user, 0)) {
            link(from, cell(user));
        }
    }

    private Cell cell(String id) {
        Cell cell = cells.get(id);
        if (cell == null) {
            throw new IllegalStateException("an arrow starts at an unknown node: " + id);
        }
        return cell;
    }

    private static void link(Cell from, Cell to) {
        from.below.add(to);
        to.above.add(from);
    }

    /**
     * Sorts the cells of each layer by the average position of their neighbours, in alternating downward and upward
     * sweeps. Keeps the order with the fewest crossings.
     */
    private void order() {
        List<List<Cell>> best = copy();
        int least = crossings();
        for (int sweep = 0; sweep < SWEEPS && least > 0; sweep++) {
            boolean down = sweep % 2 == 0;
            for (int i = 0; i < layers.size(); i++) {
                List<Cell> layer = layers.get(down ? i : layers.size() - 1 - i);
                List<Cell> before = List.copyOf(layer);
                layer.sort(Comparator.comparingDouble(cell -> middle(cell, down ? cell.above : cell.below, before)));
            }
            int crossings = crossings();
            if (crossings < least) {
                least = crossings;
                best = copy();
            }
        }
        layers.clear();
        layers.addAll(best);
    }

    private List<List<Cell>> copy() {
        List<List<Cell>> copy = new ArrayList<>();
        layers.forEach(layer -> copy.add(new ArrayList<>(layer)));
        return copy;
    }

    private double middle(Cell cell, List<Cell> neighbours, List<Cell> layer) {
        return neighbours.stream().mapToInt(this::index).average().orElse(layer.indexOf(cell));
    }

    private int index(Cell cell) {
        return layers.stream().mapToInt(layer -> layer.indexOf(cell)).max().orElse(-1);
    }

    private int crossings() {
        int crossings = 0;
        for (List<Cell> layer : layers) {
            List<int[]> lines = new ArrayList<>();
            for (int i = 0; i < layer.size(); i++) {
                for (Cell target : layer.get(i).below) {
                    lines.add(new int[] {i, index(target)});
                }
            }
            for (int[] a : lines) {
                for (int[] b : lines) {
                    crossings += a[0] < b[0] && a[1] > b[1] ? 1 : 0;
                }
            }
        }
        return crossings;
    }

    private static int width(List<Cell> layer) {
        return layer.stream().mapToInt(cell -> cell.width + GAP).sum() - GAP;
    }

    /** Returns the left edge that would put a cell's centre at the average centre of its neighbours. */
    private static double wish(Cell cell, List<Cell> neighbours) {
        return neighbours.stream().mapToInt(Cell::center).average().orElse(cell.center()) - (cell.center() - cell.left);
    }

    private interface Wish {
        double of(Cell cell);
    }

    /**
     * Places the cells of a layer as close to their desired positions as possible without overlap, by isotonic
     * regression: cells that would overlap are pooled and placed side by side, as close as possible to their desired
     * positions on average.
     */
    private static void align(List<Cell> layer, Wish wish, int columns) {
        List<double[]> pools = new ArrayList<>(); // Sum of wishes, number of cells.
        int offset = 0;
        for (Cell cell : layer) {
            pools.add(new double[] {wish.of(cell) - offset, 1});
            offset += cell.width + GAP;
            while (pools.size() > 1 && mean(pools, 2) >= mean(pools, 1)) {
                double[] last = pools.remove(pools.size() - 1);
                double[] pool = pools.get(pools.size() - 1);
                pool[0] += last[0];
                pool[1] += last[1];
            }
        }
        int room = columns - width(layer);
        int index = 0;
        offset = 0;
        for (double[] pool : pools) {
            int shift = (int) Math.round(Math.max(0, Math.min(room, pool[0] / pool[1])));
            for (int i = 0; i < pool[1]; i++) {
                Cell cell = layer.get(index++);
                cell.left = shift + offset;
                offset += cell.width + GAP;
            }
        }
    }

    private static double mean(List<double[]> pools, int fromEnd) {
        double[] pool = pools.get(pools.size() - fromEnd);
        return pool[0] / pool[1];
    }
}
