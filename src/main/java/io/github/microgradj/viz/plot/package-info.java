/**
 * Plots, each as a chart in files and as text in a terminal: curves, contours, decision boundaries, histograms. In:
 * numbers, functions of Values, a model and its data. Out: a {@link io.github.microgradj.viz.picture.Picture}. Start
 * with {@link io.github.microgradj.viz.plot.Curves}, the simplest.
 */
@NullMarked
package io.github.microgradj.viz.plot;

import org.jspecify.annotations.NullMarked;
