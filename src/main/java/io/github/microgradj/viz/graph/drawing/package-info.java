/**
 * The drawing of graphs as DOT, SVG and PNG, and as a model of graphviz-java. In: a
 * {@link io.github.microgradj.viz.graph.view.GraphView}. Out: a document. Start with
 * {@link io.github.microgradj.viz.graph.drawing.GraphImage}. It asks the first layout engine that works here (Graphviz,
 * viz.js or graph-support) for positions, and {@link io.github.microgradj.viz.graph.drawing.GraphSvg} draws boxes and
 * arrows at these positions.
 */
@NullMarked
package io.github.microgradj.viz.graph.drawing;

import org.jspecify.annotations.NullMarked;
