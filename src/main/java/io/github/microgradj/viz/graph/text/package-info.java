/**
 * The drawing of graphs in the characters of a terminal. In: a {@link io.github.microgradj.viz.graph.view.GraphView}.
 * Out: lines of text, as boxes in layers ({@link io.github.microgradj.viz.graph.text.GraphText}) or, if the window is
 * too narrow, as an indented tree ({@link io.github.microgradj.viz.graph.text.GraphTree}). Start with
 * {@code GraphText}.
 */
@NullMarked
package io.github.microgradj.viz.graph.text;

import org.jspecify.annotations.NullMarked;
