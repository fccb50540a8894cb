/**
 * Pictures of computation graphs. In: a Value. Out: DOT, SVG, PNG, an HTML page, or text for a terminal. Start with
 * {@link io.github.microgradj.viz.graph.GraphDot}: {@code drawDot} returns it and {@code :graph} shows it.
 */
@NullMarked
package io.github.microgradj.viz.graph;

import org.jspecify.annotations.NullMarked;
