/**
 * The contents of a graph's picture, without positions: nodes, edges and their labels. The input is a snapshot of a
 * graph, the names of its Values, and the options; the output is a {@link
 * io.github.microgradj.viz.graph.view.GraphView}, from which every form of the picture is made. Start with
 * {@code GraphView}.
 */
@NullMarked
package io.github.microgradj.viz.graph.view;

import org.jspecify.annotations.NullMarked;
