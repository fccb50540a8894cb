package io.github.microgradj.viz.graph.drawing;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/** A layout engine, which computes positions for the nodes and arrows of a graph, but not their appearance. */
public interface GraphEngine {
    /**
     * Lays out a graph.
     *
     * @param dot the graph in the DOT language: nodes of fixed sizes without text, and edges
     * @param limit the maximum time for the layout
     * @return the positions
     * @throws IOException if this engine does not work on this machine; the message gives a short reason
     * @throws TimeoutException if the layout takes longer than the limit
     * @throws InterruptedException if the calling thread or the layout itself is interrupted
     */
    GraphLayout layout(String dot, Duration limit) throws IOException, TimeoutException, InterruptedException;
}
