/**
 * What the picture of a graph shows, without positions: nodes, edges and their texts. In: a snapshot of a graph, the
 * names of its Values and the options. Out: a {@link io.github.microgradj.viz.graph.view.GraphView}, from which every
 * form of the picture is made. Open GraphView first.
 */
@NullMarked
package io.github.microgradj.viz.graph.view;

import org.jspecify.annotations.NullMarked;
