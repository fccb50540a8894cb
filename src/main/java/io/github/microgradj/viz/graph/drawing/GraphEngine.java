package io.github.microgradj.viz.graph.drawing;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/** Something that lays out graphs; what they look like is none of its business. */
public interface GraphEngine {
    /**
     * Lays out a graph.
     *
     * @param dot the graph in the DOT language: nodes of fixed sizes without text, and edges
     * @throws IOException if this engine does not work here, with the reason in a few words
     * @throws TimeoutException if the time is up
     * @throws InterruptedException if the calling thread is interrupted
     */
    GraphLayout layout(String dot, Duration limit) throws IOException, TimeoutException, InterruptedException;
}
