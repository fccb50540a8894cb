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
 * The computation graph under a value as a picture: a box {@code label | data | grad} for every value, a small circle for every
 * operation, as micrograd's {@code draw_dot} draws it. It shows the numbers of the moment in which it was made. Each method
 * that changes how it looks gives another picture.
 */
public final class GraphDot implements Picture {
    /** The most nodes that can be followed in text. */
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

    /** The graph from which {@code root} was computed, left to right. */
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
     * The same graph with values named after a variable, unless they have a label or a name.
     *
     * @param held a {@code Value}, an array or a list of such, or a module, whose values become parameters
     */
    public GraphDot name(String variable, @Nullable Object held) {
        return new GraphDot(snapshot, names.with(variable, held), options, images);
    }

    /** The same graph from top to bottom, for graphs that are deep rather than wide. */
    public GraphDot topToBottom() {
        return with(options.downwards());
    }

    /** The same graph in other colours. */
    public GraphDot theme(GraphTheme theme) {
        return with(options.in(theme));
    }

    /** The same graph with an explanation of its shapes and colours. */
    public GraphDot legend() {
        return with(options.explained());
    }

    /** The top of the graph alone, up to so many operations below the root. */
    public GraphDot depth(int operations) {
        return with(options.to(operations));
    }

    /** The same graph with one node for each neuron or layer of the modules that {@link #name} was told of. */
    public GraphDot fold(Fold fold) {
        return with(options.folded(fold));
    }

    /** The same graph with another number of decimals, 0 to 17. */
    public GraphDot digits(int digits) {
        return with(options.rounded(digits));
    }

    /** The number of boxes and circles in the picture. */
    public int size() {
        return options.isWhole() ? snapshot.size() : view().nodes().size();
    }

    /** Which gradients are not those that {@code backward()} on the root gives, as words that its name completes; empty if all are. */
    public Optional<String> stale(String root) {
        return new StaleGradients(snapshot, names).remark(root);
    }

    /** What it shows. */
    public GraphView view() {
        return GraphView.of(snapshot, names, options);
    }

    /** Returns how the graph is drawn. */
    public GraphOptions options() {
        return options;
    }

    /** The picture in the DOT language of Graphviz; of any size. */
    public String dot() {
        return new DotText(options).of(view());
    }

    /**
     * The picture as a graph of graphviz-java, to go on with: add to it, restyle it, render it by other means.
     *
     * @throws IllegalStateException if graphviz-java is not on the class path
     * @throws IllegalArgumentException if the graph has more nodes than can be drawn ({@link #dot} may have any number)
     */
    public MutableGraph graph() {
        OptionalLibrary.GRAPHVIZ_JAVA.require("a graph to go on with");
        return new DotModel(options).of(view());
    }

    /**
     * Writes the picture into a file, whole or not at all.
     *
     * @param file its extension says what is written: {@code dot}, {@code svg}, {@code png}, or
     *     {@code html} for a page that steps through the forward and the backward pass
     * @return the file
     * @throws IllegalArgumentException if the extension is another, the folder does not exist, or the graph has more nodes
     *     than can be drawn in reasonable time ({@code dot} files may have any number)
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

    private String html() {
        if (!options.isWhole()) {
            throw new IllegalArgumentException("a page steps through the whole graph: leave out --depth and --fold");
        }
        GraphPage page = new GraphPage(snapshot, view(), options.digits());
        // The page's own style sheet follows the reader's light or dark; the picture begins light.
        return page.html(images.svgForScreen(page.roomy(), options.in(GraphTheme.LIGHT)));
    }

    /**
     * The picture as lines of text, from top to bottom: boxes and lines where there is room, else an indented expression.
     *
     * @param columns the most characters in a line
     * @param unicode whether there are more characters than ASCII's
     * @throws IllegalArgumentException if the picture has more than {@value #MOST_IN_TERMINAL} nodes
     */
    @Override
    public List<String> terminal(int columns, ColorLevel colors, boolean unicode) {
        GraphView view = view();
        if (view.nodes().size() > MOST_IN_TERMINAL) {
            throw new IllegalArgumentException("text shows graphs of up to " + MOST_IN_TERMINAL
                    + " nodes, this one has " + view.nodes().size()
                    + ": give a file (g.svg, g.png, g.html), or --depth 3, or --fold layer");
        }
        List<String> drawing = GraphText.draw(view, columns, colors, unicode);
        return drawing.isEmpty() ? GraphTree.draw(view, columns, colors, unicode) : drawing;
    }

    /** The picture for a terminal that can show images: the escape sequences of a protocol, so many columns wide at most. */
    @Override
    public String terminal(ImageProtocol protocol, int columns) {
        return protocol.encode(images.png(view(), options), columns);
    }

    @Override
    public String toString() {
        return "GraphDot(" + size() + " nodes; .save(\"g.svg\") writes the picture)";
    }
}
