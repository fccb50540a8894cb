/**
 * What the picture of a graph shows, not where: nodes, edges and the texts in them. In: a snapshot of a graph, the names
 * of its Values and the options. Out: a {@link io.github.microgradj.viz.graph.view.GraphView}, which every form of the
 * picture starts from. Imports {@code engine}, {@code nn} and {@code viz.picture}. Open GraphView first.
 */
@NullMarked
package io.github.microgradj.viz.graph.view;

import org.jspecify.annotations.NullMarked;
