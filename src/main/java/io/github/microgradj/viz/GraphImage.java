package io.github.microgradj.viz;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** Turns graphs into pictures with the first engine that works here. */
final class GraphImage {
    /** Layout takes more than quadratic time: beyond this Graphviz itself needs minutes, and nobody can read the result. */
    static final int MOST_NODES = 2000;

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final List<GraphEngine> engines;

    GraphImage(GraphEngine... engines) {
        this.engines = List.of(engines);
    }

    /** Graphviz where it is installed, else viz.js on V8, else graph-support. */
    static GraphImage standard() {
        return Standard.IMAGES;
    }

    /** An SVG document. */
    byte[] svg(GraphDot graph) {
        return PictureFile.utf8(BundledFont.withFallbacks(draw(graph)));
    }

    /** A PNG image, at twice the resolution of the SVG. */
    byte[] png(GraphDot graph) {
        String svg = draw(graph);
        try {
            return Background.start(() -> Raster.png(svg)).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "no PNG image can be made here (" + Background.reason(e) + "): save it as .svg", e);
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private String draw(GraphDot graph) {
        if (graph.size() > MOST_NODES) {
            throw new IllegalArgumentException("a picture can have up to " + MOST_NODES + " nodes, this graph has "
                    + graph.size() + ": draw a value further down, or save it as .dot");
        }
        List<String> reasons = new ArrayList<>();
        for (GraphEngine engine : engines) {
            try {
                return engine.svg(graph.dot(), LIMIT);
            } catch (IOException e) {
                reasons.add(e.getMessage());
            } catch (TimeoutException e) {
                throw new IllegalArgumentException("this graph of " + graph.size() + " nodes takes longer than "
                        + LIMIT.toSeconds() + " seconds to draw: draw a value further down, or save it as .dot");
            } catch (InterruptedException e) {
                throw interrupted();
            }
        }
        throw new IllegalStateException("no picture can be drawn here (" + String.join("; ", reasons)
                + "): install Graphviz, or save it as .dot");
    }

    private static CancellationException interrupted() {
        Thread.currentThread().interrupt();
        return new CancellationException("drawing was interrupted");
    }

    private static final class Standard {
        static final GraphImage IMAGES = new GraphImage(
                new DotProgram(System.getenv().getOrDefault("PATH", "")), new VizJs(), new GraphSupport());
    }
}
