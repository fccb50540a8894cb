package io.github.microgradj.viz;

import guru.nidi.graphviz.model.MutableGraph;
import guru.nidi.graphviz.parse.Parser;
import io.github.microgradj.engine.Graph;
import io.github.microgradj.engine.Op;
import io.github.microgradj.engine.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The computation graph under a value as a picture: a box {@code label | data | grad} for every value, a small circle for every
 * operation, as micrograd's {@code draw_dot} draws it. It shows the numbers of the moment in which it was made.
 */
public final class GraphDot {
    private static final String STYLE = """
              graph [rankdir=%s, bgcolor="white", pad=0.2, nodesep=0.2, ranksep=0.3];
              node [shape=record, style="filled", fillcolor="#f7fafd", color="#51718f",
                    fontcolor="#1b2a38", fontname="%s", fontsize=11, height=0.35];
              edge [color="#51718f", arrowsize=0.6];
            """;
    private static final String OPERATION =
            "shape=ellipse, fillcolor=\"#ffd9a0\", color=\"#b3701a\", width=0.4, margin=\"0.06,0.03\"";

    private final String nodes;
    private final int size;
    private final String direction;
    private final GraphImage images;

    private GraphDot(String nodes, int size, String direction, GraphImage images) {
        this.nodes = nodes;
        this.size = size;
        this.direction = direction;
        this.images = images;
    }

    /** The graph from which {@code root} was computed, left to right. */
    public static GraphDot of(Value root) {
        return of(root, GraphImage.standard());
    }

    static GraphDot of(Value root, GraphImage images) {
        Writer writer = new Writer();
        Graph.of(root).nodes().forEach(writer::add);
        return new GraphDot(writer.text.toString(), writer.size, "LR", images);
    }

    /** The same graph from top to bottom, for graphs that are deep rather than wide. */
    public GraphDot topToBottom() {
        return new GraphDot(nodes, size, "TB", images);
    }

    /** The number of boxes and circles in the picture. */
    public int size() {
        return size;
    }

    /** The picture in the DOT language of Graphviz; of any size. */
    public String dot() {
        return "digraph {\n" + STYLE.formatted(direction, BundledFont.NAME) + nodes + "}\n";
    }

    /** The picture as a graph of graphviz-java, to go on with: add to it, restyle it, render it by other means. */
    public MutableGraph graph() {
        try {
            return new Parser().read(dot());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes the picture into a file, whole or not at all.
     *
     * @param file its extension says what is written: {@code dot}, {@code svg} or {@code png}
     * @return the file
     * @throws IllegalArgumentException if the extension is another, the folder does not exist, or the graph has more nodes
     *     than can be drawn in reasonable time ({@code dot} files may have any number)
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    public Path save(Path file) {
        switch (PictureFile.extension(file, "dot", "svg", "png")) {
            case "svg" -> PictureFile.write(file, () -> images.svg(this));
            case "png" -> PictureFile.write(file, () -> images.png(this));
            default -> PictureFile.write(file, dot());
        }
        return file;
    }

    /** Writes the picture into a file: {@link #save(Path)}. */
    public Path save(String file) {
        return save(Path.of(file));
    }

    /**
     * Writes the DOT text into the file {@code name} and the picture into {@code name.svg}, as Python's graphviz does.
     *
     * @return the picture's file
     */
    public Path render(String name) {
        Path picture = Path.of(name + ".svg");
        PictureFile.write(Path.of(name), dot());
        return save(picture);
    }

    @Override
    public String toString() {
        return "GraphDot(" + size + " nodes; .save(\"g.svg\") writes the picture)";
    }

    /** Writes nodes in topological order, so that a value's name is known before anything uses it. */
    private static final class Writer {
        final StringBuilder text = new StringBuilder();
        final IdentityHashMap<Value, String> names = new IdentityHashMap<>();
        int size;

        void add(Value value) {
            String name = "v" + names.size();
            names.put(value, name);
            node(name, "label=\"" + GraphLabel.of(value) + "\"");
            Op op = value.op();
            if (op != null) {
                String circle = name + "op";
                node(circle, "label=\"" + GraphLabel.encode(value.symbol()) + "\", " + OPERATION);
                edge(circle, name);
                // As in micrograd, whose edges are a set: a * a has one arrow into it.
                value.operands().stream().distinct().forEach(operand -> edge(names.get(operand), circle));
            }
        }

        private void node(String name, String attributes) {
            text.append("  ").append(name).append(" [").append(attributes).append("];\n");
            size++;
        }

        private void edge(@Nullable String from, String to) {
            text.append("  ").append(from).append(" -> ").append(to).append(";\n");
        }
    }
}
