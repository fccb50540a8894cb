/**
 * The commands {@code :graph}, which draws the graph of a Value, {@code :check}, which compares gradients set by hand
 * with the right ones, and {@code :java}, which shows code, or the backward pass of a graph, as plain Java. Each
 * command takes an expression, and shows a picture or text. Start with
 * {@link io.github.microgradj.command.graph.GraphCommand}.
 */
@NullMarked
package io.github.microgradj.command.graph;

import org.jspecify.annotations.NullMarked;
