/**
 * The drawing of graphs in the characters of a terminal. The input is a {@link
 * io.github.microgradj.viz.graph.view.GraphView}; the output is lines of text, which show boxes in layers ({@link
 * io.github.microgradj.viz.graph.text.GraphText}) or, if the window is too narrow, an indented tree ({@link
 * io.github.microgradj.viz.graph.text.GraphTree}). Start with {@code GraphText}.
 */
@NullMarked
package io.github.microgradj.viz.graph.text;

import org.jspecify.annotations.NullMarked;
