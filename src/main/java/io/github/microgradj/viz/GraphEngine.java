package io.github.microgradj.viz;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/** Something that lays out graphs. */
interface GraphEngine {
    /**
     * Draws a graph.
     *
     * @param dot the graph in the DOT language
     * @return the picture as an SVG document
     * @throws IOException if this engine does not work here, with the reason in a few words
     * @throws TimeoutException if the time is up
     * @throws InterruptedException if the calling thread is interrupted
     */
    String svg(String dot, Duration limit) throws IOException, TimeoutException, InterruptedException;
}
