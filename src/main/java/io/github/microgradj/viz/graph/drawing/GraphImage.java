package io.github.microgradj.viz.graph.drawing;

import io.github.microgradj.viz.graph.view.GraphOptions;
import io.github.microgradj.viz.graph.view.GraphView;
import io.github.microgradj.viz.picture.OptionalLibrary;
import io.github.microgradj.viz.picture.Raster;
import java.awt.Color;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;

/** A renderer that draws graphs as SVG and PNG, with the first layout engine that works on this machine. */
public final class GraphImage {
    /**
     * The maximum number of nodes in a picture. The time for layout grows faster than quadratically: for larger graphs,
     * even Graphviz takes minutes, and the result is unreadable.
     */
    static final int MOST_NODES = 2000;

    private static final String WAY_OUT =
            "use --depth 5 to show only its top, or --fold layer for a box per layer (in Java: .depth(5),"
                    + " .fold(LAYER)); a .dot file has no limit";

    /** The ratio of width to height above which a graph is hard to read on a screen. */
    private static final double FLAT = 4;

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final List<GraphEngine> engines;

    /** Creates a renderer that tries the given engines in turn, until one of them works. */
    public GraphImage(GraphEngine... engines) {
        this.engines = List.of(engines);
    }

    /** Returns the standard renderer. It tries Graphviz, then viz.js on V8, and finally graph-support. */
    public static GraphImage standard() {
        return Standard.IMAGES;
    }

    /**
     * Returns an SVG document.
     *
     * @throws IllegalArgumentException if the graph has too many nodes or its layout takes too long
     * @throws IllegalStateException if no engine works on this machine
     * @throws CancellationException if the calling thread is interrupted
     */
    public String svg(GraphView view, GraphOptions options) {
        return svg(view, options, layout(view, options));
    }

    /** Returns an SVG document like {@link #svg}, with the graph in the direction that fits a screen better. */
    public String svgForScreen(GraphView view, GraphOptions options) {
        GraphLayout across = layout(view, options);
        boolean flat = across.width() > FLAT * across.height();
        GraphOptions downwards = options.downwards();
        return flat ? svg(view, downwards, layout(view, downwards)) : svg(view, options, across);
    }

    private static String svg(GraphView view, GraphOptions options, GraphLayout layout) {
        return new GraphSvg(options.theme(), false).document(boxes(view), layout, options.legend());
    }

    private static List<GraphBox> boxes(GraphView view) {
        return view.nodes().stream().map(GraphBox::of).toList();
    }

    private GraphLayout layout(GraphView view, GraphOptions options) {
        if (view.nodes().size() > MOST_NODES) {
            throw new IllegalArgumentException("a picture can have up to " + MOST_NODES + " nodes, but this graph has "
                    + view.nodes().size() + "; " + WAY_OUT);
        }
        return layout(request(boxes(view), view, options), view.nodes().size());
    }

    /** Returns a PNG image at twice the resolution of the SVG. Throws the same exceptions as {@link #svg}. */
    public byte[] png(GraphView view, GraphOptions options) {
        GraphLayout layout = layout(view, options);
        GraphSvg svg = new GraphSvg(options.theme(), true);
        Color page = Color.decode(GraphColors.of(options.theme()).page());
        return Raster.stoppable(() -> svg.document(boxes(view), layout, options.legend()), page);
    }

    /** Returns the input of layout engines, which consists of boxes of fixed sizes and the edges between them. */
    private static String request(List<GraphBox> boxes, GraphView view, GraphOptions options) {
        boolean folded = options.fold().isPresent();
        boolean dense = view.edges().size() > 2 * boxes.size();
        StringBuilder dot = new StringBuilder("digraph {\nnode [fixedsize=true, label=\"\"];\n");
        dot.append(options.topToBottom() ? "graph [rankdir=TB" : "graph [rankdir=LR")
                // If every neuron of a layer is connected to every neuron of the next, straight lines with enough space
                // are easiest to follow. Otherwise, lines go around the boxes that are in their way.
                .append(
                        folded
                                ? ", nodesep=0.2, ranksep=1, ordering=out" + (dense ? ", splines=line];\n" : "];\n")
                                : ", nodesep=0.2, ranksep=0.3];\n")
                .append(options.topToBottom() ? "edge [dir=none" : "edge [dir=none, tailport=e")
                .append(folded && !options.topToBottom() ? ", headport=w];\n" : "];\n");
        boxes.forEach(box -> dot.append(box.dot()));
        view.edges()
                .forEach(edge ->
                        dot.append(edge.from()).append(" -> ").append(edge.to()).append(";\n"));
        return dot.append("}\n").toString();
    }

    private GraphLayout layout(String dot, int nodes) {
        List<String> reasons = new ArrayList<>();
        for (GraphEngine engine : engines) {
            if (Thread.currentThread().isInterrupted()) {
                throw interrupted();
            }
            try {
                return engine.layout(dot, LIMIT);
            } catch (IOException e) {
                reasons.add(e.getMessage());
            } catch (TimeoutException e) {
                throw new IllegalArgumentException("this graph of " + nodes + " nodes takes longer than "
                        + LIMIT.toSeconds() + " seconds to draw; " + WAY_OUT);
            } catch (InterruptedException e) {
                throw interrupted();
            }
        }
        String library = OptionalLibrary.GRAPH_SUPPORT.isPresent()
                ? ""
                : ", add " + OptionalLibrary.GRAPH_SUPPORT.coordinates() + " (Maven)";
        throw new IllegalStateException("cannot draw the picture (" + String.join("; ", reasons) + "); install Graphviz"
                + library + ", or save the graph as .dot");
    }

    private static CancellationException interrupted() {
        Thread.currentThread().interrupt();
        return new CancellationException("drawing was interrupted");
    }

    private static final class Standard {
        static final GraphImage IMAGES = new GraphImage(
                new DotProgram(System.getenv().getOrDefault("PATH", "")),
                new OptionalEngine(List.of(OptionalLibrary.JAVET, OptionalLibrary.GRAPHVIZ_JAVA), () -> new VizJs()),
                new OptionalEngine(List.of(OptionalLibrary.GRAPH_SUPPORT), () -> new GraphSupport()));
    }
}
