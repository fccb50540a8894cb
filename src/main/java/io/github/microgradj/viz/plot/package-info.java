/**
 * Plots, which are charts in files and text in a terminal: curves, contours, decision boundaries and histograms. The
 * input is numbers, functions of Values, or a model and its data; the output is a {@link
 * io.github.microgradj.viz.picture.Picture}. Start with {@link io.github.microgradj.viz.plot.Curves}, the simplest
 * plot.
 */
@NullMarked
package io.github.microgradj.viz.plot;

import org.jspecify.annotations.NullMarked;
