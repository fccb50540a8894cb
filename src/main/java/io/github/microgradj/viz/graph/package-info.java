/**
 * Pictures of computation graphs. In: a Value. Out: DOT, SVG, PNG, an HTML page, or text for a terminal. Open {@link
 * io.github.microgradj.viz.graph.GraphDot} first: it is what {@code drawDot} returns and what {@code :graph} shows.
 * Imports {@code engine}, {@code nn} and the other packages of {@code viz} but {@code plot} and {@code training}.
 */
@NullMarked
package io.github.microgradj.viz.graph;

import org.jspecify.annotations.NullMarked;
