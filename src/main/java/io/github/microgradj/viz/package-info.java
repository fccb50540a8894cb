/**
 * Pictures: {@link io.github.microgradj.viz.GraphDot} draws a computation graph, {@link
 * io.github.microgradj.viz.DecisionBoundary} and {@link io.github.microgradj.viz.LossCurve} what training made of a network, in
 * files or in a terminal. Imports {@code engine}, {@code nn} and {@code data}; prints nothing and needs no display.
 */
@NullMarked
package io.github.microgradj.viz;

import org.jspecify.annotations.NullMarked;
