/**
 * Pictures: {@link io.github.microgradj.viz.GraphDot} draws a computation graph, {@link io.github.microgradj.viz.Curves} and {@link
 * io.github.microgradj.viz.Contour} functions, {@link io.github.microgradj.viz.DecisionBoundary} and {@link
 * io.github.microgradj.viz.Histogram} what training made of a network, in files or in a
 * terminal: each is a {@link io.github.microgradj.viz.Picture}. Imports {@code engine}, {@code nn}, {@code data}, {@code train} and {@code io}; prints
 * nothing and needs no display.
 */
@NullMarked
package io.github.microgradj.viz;

import org.jspecify.annotations.NullMarked;
