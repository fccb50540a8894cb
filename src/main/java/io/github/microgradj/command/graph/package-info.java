/**
 * The commands {@code :graph}, which draws the graph of a Value, and {@code :java}, which shows code as plain Java or
 * the backward pass of a graph as Java statements. In: an expression. Out: a picture, or text. Start with
 * {@link io.github.microgradj.command.graph.GraphCommand}.
 */
@NullMarked
package io.github.microgradj.command.graph;

import org.jspecify.annotations.NullMarked;
