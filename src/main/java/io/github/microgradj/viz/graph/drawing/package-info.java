/**
 * The drawing of graphs as DOT, SVG, PNG and graphviz-java models. The input is a {@link
 * io.github.microgradj.viz.graph.view.GraphView}; the output is a document or a model. Start with {@link
 * io.github.microgradj.viz.graph.drawing.GraphImage}. It obtains positions from the first layout engine that works
 * (Graphviz, viz.js or graph-support), and {@link io.github.microgradj.viz.graph.drawing.GraphSvg} draws boxes and
 * arrows at these positions.
 */
@NullMarked
package io.github.microgradj.viz.graph.drawing;

import org.jspecify.annotations.NullMarked;
