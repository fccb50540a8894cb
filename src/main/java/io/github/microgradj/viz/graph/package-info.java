/**
 * Pictures of computation graphs. The input is a Value; the output is DOT, SVG, PNG, an HTML page, or text for a
 * terminal. Start with {@link io.github.microgradj.viz.graph.GraphDot}, which {@code drawDot} returns and
 * {@code :graph} shows.
 */
@NullMarked
package io.github.microgradj.viz.graph;

import org.jspecify.annotations.NullMarked;
