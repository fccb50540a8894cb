package io.github.microgradj.viz.graph;

import guru.nidi.graphviz.model.MutableGraph;
import io.github.microgradj.engine.Value;
import io.github.microgradj.viz.graph.drawing.DotModel;
import io.github.microgradj.viz.graph.drawing.DotText;
import io.github.microgradj.viz.graph.drawing.GraphImage;
import io.github.microgradj.viz.graph.text.GraphText;
import io.github.microgradj.viz.graph.text.GraphTree;
import io.github.microgradj.viz.graph.view.Fold;
import io.github.microgradj.viz.graph.view.GraphNames;
import io.github.microgradj.viz.graph.view.GraphOptions;
import io.github.microgradj.viz.graph.view.GraphSnapshot;
import io.github.microgradj.viz.graph.view.GraphTheme;
import io.github.microgradj.viz.graph.view.GraphView;
import io.github.microgradj.viz.picture.OptionalLibrary;
import io.github.microgradj.viz.picture.Picture;
import io.github.microgradj.viz.picture.PictureFile;
import io.github.microgradj.viz.terminal.ColorLevel;
import io.github.microgradj.viz.terminal.ImageProtocol;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The computation graph of a value as a picture. As in micrograd's {@code draw_dot}, every value is a box
 * {@code label | data | grad} and every operation is a small circle. The picture shows the numbers as they were when it
 * was created. It is immutable: methods such as {@link #theme} return a new picture.
 */
public final class GraphDot implements Picture {
    /** The maximum number of nodes that {@link #terminal(int, ColorLevel, boolean) text} can show clearly. */
    public static final int MOST_IN_TERMINAL = 60;

    private final GraphSnapshot snapshot;
    private final GraphNames names;
    private final GraphOptions options;
    private final GraphImage images;

    private GraphDot(GraphSnapshot snapshot, GraphNames names, GraphOptions options, GraphImage images) {
        this.snapshot = snapshot;
        this.names = names;
        this.options = options;
        this.images = images;
    }

    /** Returns a picture of the graph that computes {@code root}, drawn from left to right. */
    public static GraphDot of(Value root) {
        return of(root, GraphImage.standard());
    }

    static GraphDot of(Value root, GraphImage images) {
        return new GraphDot(new GraphSnapshot(root), new GraphNames(), GraphOptions.DEFAULT, images);
    }

    private GraphDot with(GraphOptions changed) {
        return new GraphDot(snapshot, names, changed, images);
    }

    /**
     * Returns the same graph, in which the values that a variable holds have names derived from the variable. A value
     * that already has a label or a name keeps it.
     *
     * @param variable the name of the variable
     * @param held the object that the variable holds: a {@code Value}, a module (whose values are shown as
     *      parameters), or an array or list of these
     */
    public GraphDot name(String variable, @Nullable Object held) {
        return new GraphDot(snapshot, names.with(variable, held), options, images);
    }

    /** Returns the same graph, drawn from top to bottom, which suits deep graphs. */
    public GraphDot topToBottom() {
        return with(options.downwards());
    }

    /** Returns the same graph in other colours. */
    public GraphDot theme(GraphTheme theme) {
        return with(options.in(theme));
    }

    /** Returns the same graph with a legend that explains shapes and colours. */
    public GraphDot legend() {
        return with(options.explained());
    }

    /**
     * Returns the same graph, limited to the values that are at most the given number of operations away from the root.
     *
     * @throws IllegalArgumentException if {@code operations} is less than 1
     */
    public GraphDot depth(int operations) {
        return with(options.to(operations));
    }

    /**
     * Returns the same graph with one node for each neuron, layer or other part of the modules that were given to
     * {@link #name}.
     */
    public GraphDot fold(Fold fold) {
        return with(options.folded(fold));
    }

    /**
     * Returns the same graph with a different number of decimals.
     *
     * @throws IllegalArgumentException if {@code digits} is not from 0 to 17
     */
    public GraphDot digits(int digits) {
        return with(options.rounded(digits));
    }

    /** Returns the number of boxes and circles in the picture. */
    public int size() {
        return options.isWhole() ? snapshot.size() : view().nodes().size();
    }

    /**
     * Returns a note if the gradients do not come from a call to {@code backward()} on the root; otherwise empty.
     *
     * @param root the name of the root, for the note
     */
    public Optional<String> stale(String root) {
        return new StaleGradients(snapshot, names).remark(root);
    }

    /**
     * Returns a walk through the backward pass of the graph, for a terminal.
     *
     * @throws IllegalArgumentException if the options hide some nodes
     */
    public BackwardWalk walk() {
        if (!options.isWhole()) {
            throw new IllegalArgumentException("the steps cover the whole graph; leave out --depth and --fold");
        }
        return new BackwardWalk(this);
    }

    BackwardSteps backwardSteps() {
        return new BackwardSteps(snapshot);
    }

    /** Returns the nodes and arrows of the picture. */
    public GraphView view() {
        return GraphView.of(snapshot, names, options);
    }

    /** Returns the drawing options. */
    public GraphOptions options() {
        return options;
    }

    /** Returns the picture in Graphviz's DOT language. The graph may have any size. */
    public String dot() {
        return new DotText(options).of(view());
    }

    /**
     * Returns the picture as a graphviz-java model, which can be extended, restyled, or rendered with other tools.
     *
     * @throws IllegalStateException if graphviz-java is not on the class path
     * @throws IllegalArgumentException if the graph has more nodes than can be drawn; {@link #dot} has no limit
     */
    public MutableGraph graph() {
        OptionalLibrary.GRAPHVIZ_JAVA.require("graph()");
        return new DotModel(options).of(view());
    }

    /**
     * Writes the picture to a file, completely or not at all.
     *
     * @param file the file, whose extension selects the format: {@code dot}, {@code svg}, {@code png}, or {@code html}
     *      for a page that steps through the forward and backward passes
     * @return the file
     * @throws IllegalArgumentException if the extension is unknown, the folder does not exist, or the graph has more
     *      nodes than can be drawn in reasonable time; {@code dot} files may have any number of nodes
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    @Override
    public Path save(Path file) {
        switch (PictureFile.extension(file, "dot", "svg", "png", "html")) {
            case "svg" -> PictureFile.write(file, () -> PictureFile.utf8(images.svg(view(), options)));
            case "png" -> PictureFile.write(file, () -> images.png(view(), options));
            case "html" -> PictureFile.write(file, () -> PictureFile.utf8(html()));
            default -> PictureFile.write(file, dot());
        }
        return file;
    }

    /** Writes the picture to a file, as {@link #save(Path)} does. */
    public Path save(String file) {
        return save(Path.of(file));
    }

    /**
     * Writes the DOT text to the file {@code name} and the picture to {@code name.svg}, like Python's graphviz.
     *
     * @return the file of the picture
     */
    public Path render(String name) {
        Path picture = Path.of(name + ".svg");
        PictureFile.write(Path.of(name), dot());
        return save(picture);
    }

    private String html() {
        if (!options.isWhole()) {
            throw new IllegalArgumentException("an HTML page shows the whole graph; leave out --depth and --fold");
        }
        GraphPage page = new GraphPage(snapshot, view(), options.digits());
        // The style sheet of the page follows the reader's light or dark mode; the picture itself is light.
        return page.html(images.svgForScreen(page.roomy(), options.in(GraphTheme.LIGHT)));
    }

    /**
     * Returns the picture as lines of text, from top to bottom. It consists of boxes and lines if they fit, and is
     * otherwise an indented expression.
     *
     * @param columns the maximum number of characters per line
     * @param colors the colours that the terminal can show
     * @param unicode whether characters beyond ASCII may be used
     * @throws IllegalArgumentException if the picture has more than {@value #MOST_IN_TERMINAL} nodes
     */
    @Override
    public List<String> terminal(int columns, ColorLevel colors, boolean unicode) {
        GraphView view = view();
        if (view.nodes().size() > MOST_IN_TERMINAL) {
            throw new IllegalArgumentException("a graph drawn as text can have up to " + MOST_IN_TERMINAL
                    + " nodes, but this one has " + view.nodes().size()
                    + "; add a file (g.svg, g.png, g.html), --depth 3 or --fold layer");
        }
        List<String> drawing = GraphText.draw(view, columns, colors, unicode);
        return drawing.isEmpty() ? GraphTree.draw(view, columns, colors, unicode) : drawing;
    }

    /**
     * Returns the picture as escape sequences for a terminal that can show images.
     *
     * @param protocol the image protocol of the terminal
     * @param columns the maximum width in columns
     */
    @Override
    public String terminal(ImageProtocol protocol, int columns) {
        return protocol.encode(images.png(view(), options), columns);
    }

    @Override
    public String toString() {
        return "GraphDot(" + size() + " nodes; .save(\"g.svg\") writes the picture)";
    }
}
